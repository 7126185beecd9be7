package advisor

import (
	"math"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// What returned more rows than a piece of some value finds looks for the commonest word.
func TestCommonPattern(t *testing.T) {
	column := &Column{Name: "name", BaseType: "text", Category: "S", Common: []string{"red tin box", "red bag"}, Frequencies: []float64{0.1, 0.05}, Histogram: []string{"blue cup", "green box", "green tin"}}
	if got := commonest(column); got != "green" {
		t.Errorf("the commonest word is %q", got)
	}
	for _, test := range []struct {
		operator, want string
		common         bool
	}{{"~~", "%green%", true}, {"~*", "green", true}, {"~~*", "%n box%", false}} {
		got, _ := pattern(use{column: column, clause: workload.Clause{Operator: test.operator}, common: test.common}, frequent)
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.operator, got, test.want)
		}
	}
	serials := use{table: orders(), column: &Column{Histogram: postgres.Names{"S8002311aa", "S8102311aa", "S9"}}, clause: workload.Clause{Operator: "~~"}, rows: -1}
	if got, _ := pattern(serials, typical); got != "S810%" {
		t.Errorf("a prefix that tells a hundredth of the rows apart: %s", got)
	}
	serials.rows = 1
	if got, _ := pattern(serials, typical); got != "S81032%" {
		t.Errorf("a prefix that finds one row: %s", got)
	}
	listed := use{table: orders(), column: serials.column, clause: serials.clause, rows: 1, sorted: true, common: true}
	if got, _ := pattern(listed, frequent); got != "S81%" {
		t.Errorf("a common beginning of what is listed in its order: %s", got)
	}
	serials.whole = true
	if got, _ := pattern(serials, frequent); got != "S8102311aa" {
		t.Errorf("a pattern that is the whole value: %s", got)
	}
	serials.whole = false
	serials.folded = true
	if first, _ := pattern(serials, typical); !strings.HasSuffix(first, "%") || strings.HasPrefix(first, "%") {
		t.Errorf("a field that looks for parts is also tried with a beginning: %s", first)
	}
	if second, _ := pattern(serials, rare); !strings.HasPrefix(second, "%") {
		t.Errorf("a field that looks for parts: %s", second)
	}
	serials.folded = false
	twice := serials
	twice.column = &Column{Histogram: postgres.Names{"S8002311aa", "S8144311aa", "S9"}}
	if got, _ := pattern(twice, typical); got != "S81434%" {
		t.Errorf("a prefix that ends in the same letter twice: %s", got)
	}
	for rows, want := range map[float64]int{-1: 0, 1: 2, 90: 1, 5000: 0} { // of 100,000
		if got := (use{table: orders(), rows: rows}).longer(); got != want {
			t.Errorf("%.0f rows: %d letters more, want %d", rows, got, want)
		}
	}
	query := &Query{Call: Call{Calls: 1, Rows: 175}, refs: []*Reference{reference(orders(), "(o.note ~~ $1)")}, Bindings: []Binding{{Rows: 24}, {Rows: 31}}}
	if !query.exceeded() {
		t.Error("175 rows where 31 are expected are not too many")
	}
	if query.Rows = 80; query.exceeded() {
		t.Error("80 rows where 31 are expected are too many")
	}
	if query.Rows, query.refs = 175, []*Reference{reference(orders(), "(o.status = $1)")}; query.exceeded() {
		t.Error("a statement without a pattern")
	}
}

// LIKE that finds one row in each call among values that are all different looks for whole values, of which the planner
// expects half a per cent of the rows where it is an expression.
func TestWholeValues(t *testing.T) {
	query := func(condition string, calls, rows float64, statement workload.Statement) *Query {
		return &Query{Call: Call{Calls: calls, Rows: rows}, read: statement, refs: []*Reference{reference(orders(), condition)}}
	}
	told := workload.Statement{RowsTell: true}
	for name, test := range map[string]struct {
		query *Query
		whole bool
		part  float64
	}{
		"one row each":    {query("(upper(o.note) ~~ $1)", 70, 70, told), true, 0.002},
		"some found none": {query("(upper(o.note) ~~ $1)", 70, 60, told), false, 1},
		"two calls":       {query("(upper(o.note) ~~ $1)", 2, 2, told), false, 1},
		"ended by LIMIT":  {query("(upper(o.note) ~~ $1)", 70, 70, workload.Statement{RowsTell: true, Stops: true}), false, 1},
		"of few values":   {query("(upper(o.status) ~~ $1)", 70, 70, told), false, 1},
		"a column, of which there are statistics": {query("(o.note ~~ $1)", 70, 70, told), true, 1},
		"equal, whatever came":                    {query("(lower(o.note) = $1)", 70, 30, told), false, 0.002},
		"one of several":                          {query("(lower(o.note) = ANY ($1))", 70, 30, told), false, 1},
	} {
		if got := test.query.wholly(test.query.refs[0].Table, test.query.refs[0].Clauses[0]); got != test.whole {
			t.Errorf("%s: the whole value: %v", name, got)
		}
		if got := test.query.overcounted(); math.Abs(got-test.part) > 1e-9 {
			t.Errorf("%s: a part of %f", name, got)
		}
	}
	known := query("(lower(o.note) = $1)", 70, 30, told)
	known.refs[0].Table.Indexes = []Existing{{Method: "btree", Keys: postgres.Names{"lower(note)"}}}
	if got := known.overcounted(); got != 1 {
		t.Errorf("an index has statistics of it: %f", got)
	}
}
