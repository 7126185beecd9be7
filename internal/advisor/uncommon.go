package advisor

import (
	"regexp"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// When an index leaves out the values that most rows have: of orders all but those that were
// delivered. Which of the others a statement asks for need not be known: the planner proves of each
// that it is not the common one (predtest.c, operator_predicate_proof).
const (
	mostRows     = 0.5 // of a table that the values left out must have
	leftOut      = 3   // values at most
	scarcelySeen = 0.1 // share of the calls that may ask for one of them all the same
	mostOfRest   = 0.7 // of the other rows that one more value must have where it is a guess that it is not wanted
)

// uncommon is the predicate of an index without the values that most rows have and that a statement
// does not ask for, "" where there are none. By its bindings it is told which values are asked for:
// those that would return more rows than came, or read more blocks, are gone.
func (q *Query) uncommon(table *Table, clause workload.Clause) string {
	column, ok := table.Column(clause.Column)
	unknown := func(param int) bool { return param > len(q.seen.types) }
	if !ok || q.consumes(table, clause) || len(clause.Params) == 0 || slices.ContainsFunc(clause.Params, unknown) || clause.Open() || len(column.Common) < 2 || table.DistinctOf(column) > fewValues {
		return ""
	}
	var tests []string
	share, certain, among := 0.0, 0, 0.0
	for i, value := range column.Common[:min(len(column.Common), len(column.Frequencies), leftOut)] {
		tried, weight := q.binds(clause.Params, value)
		dispensable := false
		if clause.Operator == "<>" { // the values that it does not ask for
			tried, weight = tried && weight > 0, 1-weight
			dispensable = i > 0 && column.Frequencies[i] < mostOfRest*(1-column.Nulls-share)
		}
		if weight > scarcelySeen || dispensable {
			break
		}
		tests = append(tests, predicate(workload.Clause{Column: column.Name, Operator: "<>", Constant: constantOf(column, value)}))
		if share += column.Frequencies[i]; tried {
			certain, among = len(tests), share
		}
	}
	if among < mostRows {
		return ""
	}
	if column.Category == "B" {
		return predicate(workload.Clause{Column: column.Name, Operator: map[string]string{"t": workload.IsFalse, "f": workload.IsTrue}[column.Common[0]]})
	}
	return strings.Join(tests[:certain], " AND ")
}

// consumes says whether a statement takes the rows that it finds in a table out of its own reach by another column than a
// clause's, as a queue's does: few rows a call are then what came since the last one, whatever value that clause asks for.
func (q *Query) consumes(table *Table, clause workload.Clause) bool {
	return slices.ContainsFunc(q.read.Changes, func(change workload.Change) bool {
		if !table.isTarget(change) || containsAny(clause.Columns, change.Set) {
			return false
		}
		return change.Verb == "DELETE" || slices.ContainsFunc(q.refs, func(ref *Reference) bool {
			return ref.Table == table && slices.ContainsFunc(ref.Clauses, func(c workload.Clause) bool { return containsAny(c.Columns, change.Set) })
		})
	})
}

// leftOut is the part of an index's predicate that leaves out what a statement is supposed not to ask
// for, "" for none.
func (q *Query) leftOut(index Index) string {
	for _, ref := range q.refs {
		for _, clause := range ref.Clauses {
			if ref.Table.Schema != index.Schema || ref.Table.Name != index.Table {
				continue
			}
			if tests := q.uncommon(ref.Table, clause); tests != "" && strings.Contains(index.Where, tests) {
				return tests
			}
		}
	}
	return ""
}

// binds says whether a value was tried for one of a clause's parameters, of which there are several where
// a list of constants was sent to a server before 18, and the share of the calls that its bindings stand for.
func (q *Query) binds(params []int, value string) (tried bool, weight float64) {
	literal := postgres.Literal(value)
	bound := func(values []string) bool {
		return slices.ContainsFunc(params, func(param int) bool { return strings.Contains(values[param-1], literal) })
	}
	tried = slices.ContainsFunc(q.tried, bound)
	all := 0.0
	for _, binding := range q.Bindings {
		if binding.Generic {
			continue
		}
		if all += binding.Weight; bound(binding.values) {
			weight += binding.Weight
		}
	}
	return tried, weight / max(all, 1e-9)
}

var digits = regexp.MustCompile(`^-?\d+$`)

// constantOf is a value of a column as a person would write it.
func constantOf(column *Column, value string) string {
	if column.Category == "N" && digits.MatchString(value) {
		return value
	}
	return postgres.Literal(value)
}

// skewed says whether few values are all that a column has, and one of them is that of most rows.
func (t *Table) skewed(column *Column) bool {
	return len(column.Common) > 1 && len(column.Frequencies) > 0 && column.Frequencies[0] >= mostRows && t.DistinctOf(column) <= fewValues
}
