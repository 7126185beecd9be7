package advisor

import (
	"math"
	"testing"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Where an expression finds one row and not half a per cent, nested loops look up less, and what a hash join reads is
// looked up if there is an index to do so.
func TestCorrected(t *testing.T) {
	table, clients := orders(), &Table{Schema: "public", Name: "clients", Kind: "r", Rows: 20_000, Pages: 300, Indexes: []Existing{{Method: "btree", Keys: postgres.Names{"id"}, Options: postgres.Names{""}}}}
	index := Index{Schema: "public", Table: "orders", Method: "btree", Keys: []Key{{Expression: "lower(note)"}}}
	found := &Node{Type: "Index Scan", Schema: "public", Relation: "orders", Alias: "o", IndexCond: "(lower(o.note) = 'x'::text)", TotalCost: 510, Rows: 500}
	whole := &Node{Type: "Seq Scan", Schema: "public", Relation: "clients", Alias: "c", TotalCost: 400}
	a := &adviser{engine: (*hypopg)(nil), catalog: &Catalog{roots: map[Name]*Table{{"public", "orders"}: table, {"public", "clients"}: clients}}}
	hashed := func(condition string) *Node {
		return &Node{Type: "Hash Join", TotalCost: 1000, HashCond: condition, Children: []*Node{whole, {Type: "Hash", TotalCost: 510, Children: []*Node{found}}}}
	}
	prefix := *found
	prefix.IndexCond = "((lower(o.note) >= 'x'::text) AND (lower(o.note) < 'y'::text))"
	for name, test := range map[string]struct {
		root *Node
		want float64
	}{
		"alone":              {found, 11},
		"looked up for each": {&Node{Type: "Nested Loop", TotalCost: 1510, Children: []*Node{found, {Type: "Index Scan", TotalCost: 2}}}, 13},
		"the inner side":     {&Node{Type: "Nested Loop", TotalCost: 1510, Children: []*Node{{Type: "Seq Scan", TotalCost: 2}, found}}, 1011},
		"by a key":           {hashed("(o.user_id = c.id)"), 111},
		"by no key":          {hashed("(o.user_id = c.kind)"), 501},
		"a beginning":        {&Node{Type: "Nested Loop", TotalCost: 1510, Children: []*Node{&prefix, {Type: "Index Scan", TotalCost: 2}}}, 1011},
	} {
		if got := a.corrected(Plan{Cost: test.root.TotalCost, Root: test.root, Uses: []int{0}}, []Index{index}); math.Abs(got-test.want) > 1 {
			t.Errorf("%s: costs %.1f, want %.1f", name, got, test.want)
		}
	}
	table.Indexes = []Existing{{Method: "btree", Keys: postgres.Names{"lower(note)", "id"}, Options: postgres.Names{"", ""}}}
	if got := table.toldBy(index, table.clauses(found.IndexCond)); got != 1 {
		t.Errorf("an index has statistics of it: %f", got)
	}
}
