package advisor

import (
	"testing"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// An order by an expression of one table, over a join: the first rows come by the index, and what is
// joined to them by its key, if it has one.
func TestModelOrdersOverJoins(t *testing.T) {
	users := &Table{Schema: "public", Name: "users", Kind: "r", Rows: 5000, Pages: 100, Columns: []Column{{Name: "id", BaseType: "integer", Width: 4, Align: 4}}}
	model := newModel(nil, &Catalog{roots: map[Name]*Table{{"public", "orders"}: orders(), {"public", "users"}: users}})
	index := Index{Schema: "public", Table: "orders", Method: "btree", Keys: []Key{{Expression: "COALESCE(deleted_at, created_at)"}}}
	root := func(key string) *Node {
		scan := &Node{Type: "Seq Scan", Place: "Outer", Schema: "public", Relation: "orders", Alias: "o", Rows: 33_000, TotalCost: 2000, Filter: "(COALESCE(o.deleted_at, o.created_at) >= '2024-01-01'::timestamptz)"}
		other := &Node{Type: "Hash", Place: "Inner", TotalCost: 150, Children: []*Node{{Type: "Seq Scan", Schema: "public", Relation: "users", Alias: "u", Rows: 5000, TotalCost: 140}}}
		join := &Node{Type: "Hash Join", Rows: 33_000, TotalCost: 2500, HashCond: "(o.user_id = u.id)", Children: []*Node{scan, other}}
		return &Node{Type: "Limit", Rows: 50, TotalCost: 3000, Children: []*Node{{Type: "Sort", Rows: 33_000, TotalCost: 3100, SortKey: []string{key}, Children: []*Node{join}}}}
	}
	ordered := "(COALESCE(o.deleted_at, o.created_at))"
	hashed := model.over(root(ordered), []Index{index}).Cost
	users.Indexes = []Existing{{Method: "btree", Keys: postgres.Names{"id"}, Options: postgres.Names{""}}}
	keyed := model.over(root(ordered), []Index{index}).Cost
	if keyed > 350 || hashed < keyed || hashed > 400 {
		t.Errorf("costs %.1f where the joined rows are looked up, %.1f where all are read", keyed, hashed)
	}
	if got := model.over(root("u.id"), []Index{index}); got.Cost < 2500 {
		t.Errorf("the order of another table: %+v", got)
	}
}
