package advisor

import (
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// noneOf are two literals for a parameter that stands for a list of what rows must have none of.
func noneOf(typeName string, uses []use, at level) string {
	next := slices.Clone(uses)
	for i := range next {
		next[i].nth = 1
	}
	return literal(typeName, uses, at, halfOpen) + ", " + literal(typeName, next, at, halfOpen)
}

// bothOf are two literals for a parameter that stands for a list of what rows must all have. Of a list where one
// will do a single one is taken: of several the most frequent counts nearly alone.
func bothOf(typeName string, uses []use, at level) string {
	first := literal(typeName, uses, at, halfOpen)
	for step := range levels {
		if second := literal(typeName, uses, (at+step)%levels, halfOpen); second != first {
			return first + ", " + second
		}
	}
	return first
}

// excludes says whether rows must have none of the list that a parameter stands for.
func excludes(uses []use) bool {
	return slices.ContainsFunc(uses, func(u use) bool { return u.clause.Operator == "<>" })
}

// contains says whether rows must have all of the list that a parameter stands for.
func contains(uses []use) bool {
	return slices.ContainsFunc(uses, func(u use) bool { return u.clause.Operator == "@>" })
}

// listed says whether a parameter is one of a list of several, but not its first.
func (u use) listed() bool { return u.nth > 0 && (u.clause.Any || u.clause.Operator == "<>") }

// next is the value of a parameter further on in a list that begins with another.
func (u use) next(first string, at level) string {
	more := beside(u.column, first, at)
	if len(more) == 0 {
		return first
	}
	return more[min(u.nth, len(more))-1]
}

// beside are the values that stand in a list with one: of the common ones others that are as rare.
func beside(column *Column, text string, at level) []string {
	others := slices.Concat(column.Histogram, column.Common)
	if i := slices.Index(column.Common, text); i >= 0 {
		others = slices.Concat(column.Common[i+1:], column.Histogram)
		if at.value() == rare {
			others = slices.Clone(column.Common[min(1, i):i])
			slices.Reverse(others)
		}
	}
	return slices.DeleteFunc(others, func(other string) bool { return other == text })
}

// arrayOf is a list of a few values, as IN has, one beside the first where few rows of a wide range are meant.
func arrayOf(column *Column, text, element string, at level) string {
	list, most := []string{text}, 3
	if at == seldom {
		most = 2
	}
	for _, more := range beside(column, text, at) {
		if len(list) < most && !slices.Contains(list, more) {
			list = append(list, more)
		}
	}
	for i := range list {
		list[i] = postgres.Literal(list[i])
	}
	return "ARRAY[" + strings.Join(list, ", ") + "]::" + element + "[]"
}
