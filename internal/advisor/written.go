package advisor

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// agreeing is how many sessions must have sent the same literal to take it for the program's
// own, where clients that put in their values as text are not to be told from it.
const agreeing = 3

// written are the constants that the program itself has in a statement, by the numbers that
// pg_stat_statements gave them: as sessions sent it, beside parameters, or in all of several.
func (q *Query) written() map[int]string {
	sent := map[int]map[string]int{}
	certain := map[int]bool{}
	for _, sample := range q.Samples {
		literals, bound := workload.Constants(q.Text, sample)
		for number, literal := range literals {
			if sent[number] == nil {
				sent[number] = map[string]int{}
			}
			sent[number][literal]++
			certain[number] = certain[number] || bound
		}
	}
	constants := map[int]string{}
	for number, literals := range sent {
		for literal, times := range literals {
			if len(literals) == 1 && (certain[number] || times >= agreeing) {
				constants[number] = literal
			}
		}
	}
	return constants
}

// fill puts constants in the place of a text's parameters.
func fill(text string, constants map[int]string) string {
	if len(constants) == 0 {
		return text
	}
	values := make([]string, slices.Max(slices.Collect(maps.Keys(constants))))
	for i := range values {
		values[i] = fmt.Sprintf("$%d", i+1)
		if literal, ok := constants[i+1]; ok {
			values[i] = literal
		}
	}
	return workload.Bind(text, values)
}

// seenIn are the constants of a statement that an index has, as its definition has them.
func seenIn(index Index, constants map[int]string) []string {
	var list []string
	for _, number := range slices.Sorted(maps.Keys(constants)) {
		literal := constants[number]
		inKey := slices.ContainsFunc(index.Keys, func(key Key) bool { return strings.Contains(key.Expression, literal) })
		if (inKey || strings.Contains(index.Where, literal)) && !slices.Contains(list, literal) {
			list = append(list, literal)
		}
	}
	return list
}
