package config

import (
	"regexp"
	"slices"
	"strings"
)

// Pattern says of a text whether a pattern names it as a whole: * stands for any
// text, also none and also dots, ? for one character, \ takes the meaning from
// the character after it. Everything else stands for itself.
func Pattern(pattern string) func(text string) bool {
	var expression strings.Builder
	expression.WriteString(`(?s)^`)
	literal := false
	for _, r := range pattern {
		switch {
		case literal:
			expression.WriteString(regexp.QuoteMeta(string(r)))
			literal = false
		case r == '\\':
			literal = true
		case r == '*':
			expression.WriteString(`.*`)
		case r == '?':
			expression.WriteString(`.`)
		default:
			expression.WriteString(regexp.QuoteMeta(string(r)))
		}
	}
	if literal { // the last one has nothing to take the meaning from
		expression.WriteString(`\\`)
	}
	expression.WriteString(`$`)
	return regexp.MustCompile(expression.String()).MatchString
}

// Held says of a name whether it is among those that are included, all where
// nothing is, and not excluded. Both are patterns.
func Held(include, exclude []string) func(name string) bool {
	included, excluded := anyOf(include), anyOf(exclude)
	return func(name string) bool { return (len(include) == 0 || included(name)) && !excluded(name) }
}

// anyOf says of a text whether one of the patterns names it.
func anyOf(patterns []string) func(text string) bool {
	var compiled []func(string) bool
	for _, pattern := range patterns {
		compiled = append(compiled, Pattern(pattern))
	}
	return func(text string) bool {
		return slices.ContainsFunc(compiled, func(names func(string) bool) bool { return names(text) })
	}
}
