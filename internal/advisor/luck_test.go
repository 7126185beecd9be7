package advisor

import (
	"math"
	"testing"
)

// A LIMIT that is to end a scan early is charged with, as far as a filter has to pick rows.
func TestLuck(t *testing.T) {
	table := orders()
	catalog := &Catalog{Tables: []*Table{table}, roots: map[Name]*Table{{"public", "orders"}: table}}
	a := &adviser{catalog: catalog, advice: &Advice{Statements: []*Query{writing("UPDATE orders SET active = $1 WHERE id = $2", 10, 0, 10)}}}
	limited := func(filter string) *Node {
		scan := &Node{Type: "Index Scan", Place: "Outer", Schema: "public", Relation: "orders", TotalCost: 1010, Filter: filter}
		return &Node{Type: "Limit", TotalCost: 10, Children: []*Node{scan}}
	}
	inner := limited("(o.status = 'lost'::text)")
	inner.Place = "Inner"
	sorted := limited("")
	sorted.Children[0] = &Node{Type: "Sort", TotalCost: 1010, Children: []*Node{limited("(o.status = 'lost'::text)").Children[0]}}
	for name, test := range map[string]struct {
		plan *Node
		want float64
	}{
		"nothing is picked":               {limited(""), 0},
		"most pass":                       {limited("(o.status = 'done'::text)"), 0},
		"few pass":                        {limited("(o.code = 'lost'::text)"), 100},
		"how many pass, nobody knows":     {limited("(o.note ~~* '%abc%'::text)"), 297},
		"a pattern of two columns":        {limited("(((o.code)::text || (o.note)::text) ~~* '%abc%'::text)"), 297},
		"those of one state lie together": {limited("((o.active = false) AND (o.status = 'open'::text))"), 500},
		"once for each row":               {&Node{Type: "Nested Loop", Children: []*Node{{}, inner}}, 0},
		"everything is sorted first":      {sorted, 0},
		"few of one state":                {limited("(o.status = 'lost'::text)"), 480},
		"in a subquery":                   {&Node{Type: "Index Scan", Children: []*Node{limited("(o.code = 'lost'::text)")}}, 100},
	} {
		if got := a.luck(test.plan); math.Abs(got-test.want) > 1 {
			t.Errorf("%s: charged %.1f, want %.1f", name, got, test.want)
		}
	}
}
