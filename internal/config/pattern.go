package config

import (
	"regexp"
	"slices"
	"strings"
)

// Matches says whether a pattern names a text as a whole: * stands for any text,
// also none and also dots, ? for one character, \ takes the meaning from the
// character after it. Everything else stands for itself.
func Matches(pattern, text string) bool {
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
	return regexp.MustCompile(expression.String()).MatchString(text)
}

// Held says whether a name is among those that are included, all where nothing
// is, and not excluded. Both are patterns.
func Held(include, exclude []string, name string) bool {
	names := func(pattern string) bool { return Matches(pattern, name) }
	return (len(include) == 0 || slices.ContainsFunc(include, names)) && !slices.ContainsFunc(exclude, names)
}
