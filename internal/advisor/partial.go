package advisor

import (
	"cmp"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// mostlyNull is the share of a column's rows that are NULL from which an index over the others is
// much smaller.
const mostlyNull = 0.5

// partial adds indexes over the rows alone for which a test holds that stands in
// the statement's text, such as deleted_at IS NULL, and for which all such tests hold: with one of
// them among the keys the rows do not come in the order of those behind it.
func (p parts) partial(table *Table, tails [][]Key, add func(string, ...[]Key)) {
	tests := p.tests()
	if len(tests) == 0 {
		return
	}
	for i := range tests {
		p.over(table, tests[i:i+1], tails, add)
	}
	p.over(table, tests, tails, add)
}

// tests are the parts that can be the predicate of an index.
func (p parts) tests() []part {
	var tests []part
	for _, one := range slices.Concat(p.equal, p.join, p.present) {
		one.stays = strings.Contains(one.uncommon, "<>") && one.clause.Operator == "=" && !one.clause.Any // the others are not all alike
		if one.fixed || one.uncommon != "" {
			tests = append(tests, one)
		}
	}
	slices.SortFunc(tests, func(x, y part) int { return strings.Compare(x.predicate(), y.predicate()) })
	return tests
}

// whereOf is the predicate of several tests.
func whereOf(tests []part) string {
	var texts []string
	for _, test := range tests {
		if text := test.predicate(); !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	return strings.Join(texts, " AND ")
}

// predicate is the test of a part, as the predicate of an index.
func (one part) predicate() string {
	return cmp.Or(one.uncommon, predicate(one.clause))
}

// over adds indexes over the rows for which some tests hold.
func (p parts) over(table *Table, tests []part, tails [][]Key, add func(string, ...[]Key)) {
	where := whereOf(tests)
	tested := func(key Key) bool {
		return slices.ContainsFunc(tests, func(test part) bool { return test.key == key && !test.stays })
	}
	rest := slices.DeleteFunc(keysOf(p.equal), tested)
	add(where, rest)
	for _, tail := range tails {
		add(where, rest, tail)
	}
	for _, join := range p.join {
		add(where, []Key{join.key}, rest)
	}
	if len(rest) == 0 && len(tails) == 0 && table.shareOf(where) <= mostRows { // there is nothing to look for in it
		add(where, []Key{tests[0].key})
	}
}

// sparse are indexes without the rows that have NULL in a first key that mostly is: a comparison finds
// none of them, and they are most of what has to be written.
func (c *chooser) sparse(ref *Reference, list []Index) []Index {
	var more []Index
	for _, index := range list {
		column, ok := ref.Table.Column(index.Keys[0].Column)
		if !ok || index.Where != "" || column.Nulls < mostlyNull {
			continue
		}
		index.Where = predicate(workload.Clause{Column: column.Name, Operator: workload.IsNotNull})
		if impliedBy(index.Where, ref.Clauses) {
			more = append(more, index)
		}
	}
	return more
}

// predicate is a clause as the predicate of an index.
func predicate(c workload.Clause) string {
	column := Key{Column: c.Column}.SQL()
	switch c.Operator {
	case workload.IsTrue:
		return column
	case workload.IsFalse:
		return "NOT " + column
	case workload.IsNull, workload.IsNotNull:
		return column + " " + c.Operator
	}
	return column + " " + c.Operator + " " + c.Constant
}

// mostlyOut is the share of the rows that tests may leave for an index of another method to be over
// these alone.
const mostlyOut = 0.8

// specialOver are the same indexes over the rows alone for which all tests of a statement hold, where these
// are few.
func (p parts) specialOver(table *Table) []Index {
	where := whereOf(p.tests())
	if where == "" || table.shareOf(where) > mostlyOut {
		return nil
	}
	var list []Index
	for _, index := range p.special {
		index.Where = where
		if index.Method != "hash" {
			list = append(list, index)
		}
	}
	return list
}
