package advisor

import "testing"

// What PostgreSQL 18 built over the tables of the advisor's benchmark, in pages.
func TestGINBytes(t *testing.T) {
	for name, test := range map[string]struct {
		rows   float64
		column Column
		key    Key
		pages  float64
	}{
		"trigrams of titles":    {120_000, Column{BaseType: "text", Category: "S", Width: 28}, Key{Column: "c", Opclass: "public.gin_trgm_ops"}, 1371},
		"trigrams of names":     {18_000, Column{BaseType: "text", Category: "S", Width: 14}, Key{Column: "c", Opclass: "gin_trgm_ops"}, 144},
		"trigrams of texts":     {120_000, Column{BaseType: "text", Category: "S", Width: 148}, Key{Column: "c", Opclass: "gin_trgm_ops"}, 4471},
		"words":                 {120_000, Column{BaseType: "text", Category: "S", Width: 148}, Key{Expression: "to_tsvector('english'::regconfig, c)"}, 1389},
		"lists":                 {120_000, Column{BaseType: "text[]", Category: "A", Width: 38}, Key{Column: "c"}, 150},
		"documents' values":     {75_000, Column{BaseType: "jsonb", Category: "U", Width: 90, Distinct: -1}, Key{Column: "c", Opclass: "jsonb_path_ops"}, 1009},
		"documents":             {75_000, Column{BaseType: "jsonb", Category: "U", Width: 90, Distinct: -1}, Key{Column: "c"}, 1629},
		"small documents":       {210_000, Column{BaseType: "jsonb", Category: "U", Width: 63, Distinct: -1}, Key{Column: "c", Opclass: "jsonb_path_ops"}, 594},
		"documents of one kind": {1200, Column{BaseType: "jsonb", Category: "U", Width: 54, Distinct: 51}, Key{Column: "c", Opclass: "jsonb_path_ops"}, 2},
	} {
		test.column.Name = "c"
		table := &Table{Rows: test.rows, Columns: []Column{test.column}}
		got := table.ginBytes(test.key) / 8192
		if got < test.pages/2 || got > test.pages*2 {
			t.Errorf("%s: %.0f pages, built were %.0f", name, got, test.pages)
		}
	}
}
