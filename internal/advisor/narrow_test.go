package advisor

import (
	"testing"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// A range that leaves a quarter of what lies between two bounds begins at the middle one, and one with one end in the last.
func TestNarrowed(t *testing.T) {
	numeric := &Column{BaseType: "numeric", Type: "numeric", Category: "N", Histogram: []string{"0", "10", "20", "30"}}
	day := &Column{BaseType: "date", Type: "date", Category: "D", Histogram: []string{"2026-01-01", "2026-02-01", "2026-03-01"}}
	for _, test := range []struct {
		column   *Column
		operator string
		within   span
		at       level
		want     string
	}{
		{numeric, ">=", closed, rare, "('20'::numeric + ('30'::numeric - '20'::numeric) * 0)::numeric"},
		{numeric, "<=", closed, rare, "('20'::numeric + ('30'::numeric - '20'::numeric) * 0.25)::numeric"},
		{numeric, ">", halfOpen, rare, "('20'::numeric + ('30'::numeric - '20'::numeric) * 0.75)::numeric"},
		{day, "<", halfOpen, rare, "('2026-01-01'::timestamp + ('2026-02-01'::timestamp - '2026-01-01'::timestamp) * 0.25)::date"},
		{numeric, ">", halfOpen, typical, ""},
		{numeric, "=", halfOpen, rare, ""},
	} {
		u := use{column: test.column, clause: workload.Clause{Operator: test.operator}, narrow: 0.25}
		if got, _ := u.narrowed(test.column.Type, test.at, test.within); got != test.want {
			t.Errorf("%s %s: %s", test.column.BaseType, test.operator, got)
		}
	}
	if got, ok := (use{column: numeric, clause: workload.Clause{Operator: ">"}}).narrowed("numeric", rare, halfOpen); ok {
		t.Errorf("a range is narrowed where the rows say nothing: %s", got)
	}
}

// What returned clearly fewer rows than any of the ranges that were tried has a narrower one.
func TestUndercut(t *testing.T) {
	table := &Table{Rows: 10_000, Columns: []Column{{Name: "n", BaseType: "integer"}}}
	query := func(rows float64, operator string) *Query {
		return &Query{
			Call: Call{Calls: 10, Rows: 10 * rows}, read: workload.Statement{RowsTell: true}, Bindings: []Binding{{Rows: 500}, {Rows: 99}},
			refs: []*Reference{{Table: table, Clauses: []workload.Clause{{Column: "n", Operator: operator, Params: []int{1}}}}},
		}
	}
	if got := query(24, ">").undercut(); got != 0.25 {
		t.Errorf("a quarter of the rows: %g", got)
	}
	if got := query(80, ">").undercut(); got != 0 {
		t.Errorf("about as many rows: %g", got)
	}
	if got := query(24, "=").undercut(); got != 0 {
		t.Errorf("no range: %g", got)
	}
}
