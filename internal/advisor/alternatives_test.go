package advisor

import (
	"slices"
	"testing"
)

// A search box asks for one thing in several columns: an index for each of them serves it, one alone does not.
func TestByAlternatives(t *testing.T) {
	table := orders()
	table.Indexes = []Existing{{Method: "btree", Keys: []string{"id"}, Options: []string{""}, Unique: true}}
	m := &model{catalog: &Catalog{Tables: []*Table{table}, roots: map[Name]*Table{{"public", "orders"}: table}}}
	gin := func(column string) Index {
		return Index{Schema: "public", Table: "orders", Method: "gin", Keys: []Key{{Column: column, Opclass: "gin_trgm_ops"}}}
	}
	partial := gin("note")
	partial.Where = `"deleted_at" IS NULL`
	for name, test := range map[string]struct {
		filter  string
		indexes []Index
		want    []int // the offered ones that are used
	}{
		"both sides":                 {"((o.note ~~* '%abc%'::text) OR (o.code ~~* '%abc%'::text))", []Index{gin("note"), gin("code")}, []int{0, 1}},
		"one side":                   {"((o.note ~~* '%abc%'::text) OR (o.code ~~* '%abc%'::text))", []Index{gin("note")}, nil},
		"the other side is there":    {"((o.note ~~* '%abc%'::text) OR (o.id = 7))", []Index{gin("note")}, []int{0}},
		"a side of two":              {"((o.deleted_at IS NULL) AND ((o.note ~~* '%abc%'::text) OR ((o.id = 7) AND (o.user_id = 3))))", []Index{partial}, []int{0}},
		"over some rows only":        {"((o.note ~~* '%abc%'::text) OR (o.id = 7))", []Index{partial}, nil},
		"all sides are there":        {"((o.id = 8) OR (o.id = 7))", []Index{gin("note")}, nil},
		"a side that nothing serves": {"((o.note ~~* '%abc%'::text) OR (o.active))", []Index{gin("note")}, nil},
	} {
		scan := &Node{Type: "Seq Scan", Schema: "public", Relation: "orders", Alias: "o", Rows: 50, TotalCost: 4000, Filter: test.filter}
		got := m.over(scan, test.indexes)
		if !slices.Equal(got.Uses, test.want) {
			t.Errorf("%s: reads %v, want %v", name, got.Uses, test.want)
		}
		if cheaper := got.Cost < 3000; cheaper != (len(test.want) > 0) {
			t.Errorf("%s: costs %.0f", name, got.Cost)
		}
	}
}
