package advisor

import (
	"math"
	"testing"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// What is looked up for each row costs little where one row comes instead of a hundred.
func TestOverrated(t *testing.T) {
	users := &Node{Type: "Seq Scan", Place: "Outer", TotalCost: 100, Rows: 99}
	latest := &Node{Type: "Limit", Place: "Inner", TotalCost: 50, Rows: 1}
	join := func(kind string) *Node {
		return &Node{Type: "Nested Loop", Place: "Outer", Join: kind, TotalCost: 5100, Rows: 99, Children: []*Node{users, latest}}
	}
	over := func(rows float64) *Node { // looked up for each row of a function
		function := &Node{Type: "Function Scan", Place: "Outer", TotalCost: 100, Rows: rows}
		return &Node{Type: "Nested Loop", Place: "Outer", Join: "Inner", TotalCost: 5100, Rows: 99, Children: []*Node{{Type: "HashAggregate", Place: "Outer", TotalCost: 100, Rows: rows, Children: []*Node{function}}, latest}}
	}
	counted := &Node{Type: "Aggregate", Place: "SubPlan", TotalCost: 20}
	selected := &Node{Type: "Seq Scan", TotalCost: 2080, Rows: 99, Output: []string{"u.id", "(SubPlan 1)"}, Children: []*Node{counted}}
	filtered := *selected
	filtered.Filter = "(u.n = (SubPlan 1))"
	for name, test := range map[string]struct {
		plan *Node
		want float64
	}{
		"a left join":                    {join("Left"), 4900},
		"under a sort":                   {&Node{Type: "Sort", TotalCost: 5200, Rows: 99, Children: []*Node{join("Left")}}, 4900},
		"a join that may drop rows":      {join("Inner"), 0},
		"a function's rows":              {over(99), 4900},
		"a function's one row":           {over(1), 0},
		"a subquery in the SELECT list":  {selected, 0.98 * 99 * 20},
		"a subquery that picks the rows": {&filtered, 0},
		"under an aggregate":             {&Node{Type: "Aggregate", TotalCost: 5200, Rows: 99, Children: []*Node{join("Left")}}, 0},
		"nothing below":                  {users, 0},
	} {
		query := &Query{Call: Call{Calls: 10, Rows: 10}, read: workload.Statement{RowsTell: true}}
		if got := test.plan.overrated(query.surplus(test.plan)); math.Abs(got-test.want) > 1e-6 {
			t.Errorf("%s: %.1f, want %.1f", name, got, test.want)
		}
		query.read.Stops = true
		if got := test.plan.overrated(query.surplus(test.plan)); got != 0 {
			t.Errorf("%s, with LIMIT: %.1f", name, got)
		}
	}
}
