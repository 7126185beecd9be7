package advisor

import (
	"slices"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// bookings is a table with what GiST searches.
func bookings() *Table {
	table := orders()
	table.Columns = append(table.Columns,
		Column{Name: "stay", Type: "daterange", BaseType: "daterange", Category: "R", Width: 14, Align: 4, Distinct: -1,
			Histogram: postgres.Names{"[2024-01-01,2024-01-03)", "[2024-06-01,2024-06-03)", "[2024-12-01,2024-12-05)", "[2024-12-30,2025-01-04)"}},
		Column{Name: "open", Type: "tstzrange", BaseType: "tstzrange", Category: "R", Width: 22, Align: 8, Distinct: -1},
		Column{Name: "place", Type: "point", BaseType: "point", Category: "G", Width: 16, Align: 8})
	return table
}

func TestGistCandidates(t *testing.T) {
	for _, test := range []struct {
		condition string
		order     []string
		want      string // "" for none
	}{
		{"(o.stay && daterange($1, $2))", nil, `USING gist ("stay")`},
		{"((o.deleted_at IS NOT NULL) AND (o.stay @> $1))", nil, `USING gist ("stay") WHERE "deleted_at" IS NOT NULL`},
		{"(o.place <@ '(1,1),(0,0)'::box)", nil, `USING gist ("place")`},
		{"", []string{"(o.place <-> $1)"}, `USING gist ("place")`},
		{"", []string{"(o.place <-> $1) DESC"}, ""},
		{"(o.stay = $1)", nil, ""},
		{"(o.tags && $1)", nil, ""},
	} {
		var got []string
		for _, tail := range tails(pure().candidates(reference(bookings(), test.condition, test.order...))) {
			if strings.Contains(tail, "gist") {
				got = append(got, tail)
			}
		}
		if test.want == "" && len(got) > 0 || test.want != "" && !slices.Contains(got, test.want) {
			t.Errorf("%s %v: got %v", test.condition, test.order, got)
		}
	}
}

// The rule wants a few rows of what is nearest, and of ranges what the planner expects.
func TestGistByRule(t *testing.T) {
	table := bookings()
	m := &model{catalog: &Catalog{Tables: []*Table{table}, roots: map[Name]*Table{{"public", "orders"}: table}}}
	scan := &Node{Type: "Seq Scan", Schema: "public", Relation: "orders", Alias: "o", Rows: 100_000, TotalCost: 2000}
	nearest := &Node{Type: "Limit", TotalCost: 5000, Rows: 5, Children: []*Node{{Type: "Sort", TotalCost: 5000, SortKey: []string{"((o.place <-> '(1,2)'::point))"}, Children: []*Node{scan}}}}
	overlaps := &Node{Type: "Seq Scan", Schema: "public", Relation: "orders", Alias: "o", Rows: 50, TotalCost: 2000, Filter: "(o.stay && '[2024-01-01,2024-01-03)'::daterange)"}
	index := func(column string) Index {
		return Index{Schema: "public", Table: "orders", Method: "gist", Keys: []Key{{Column: column}}}
	}
	for _, test := range []struct {
		plan  *Node
		index Index
		most  float64
	}{{nearest, index("place"), 20}, {nearest, index("stay"), 5000}, {overlaps, index("stay"), 200}, {overlaps, index("place"), 2000}} {
		got := m.over(test.plan, []Index{test.index})
		if got.Cost > test.most || test.most >= test.plan.TotalCost && got.Cost < test.plan.TotalCost {
			t.Errorf("%s by %s: costs %.0f, want %.0f at most", test.plan.Type, test.index.Tail(), got.Cost, test.most)
		}
	}
}

// Ranges are never empty: the planner knows that these overlap nothing.
func TestRangeLiterals(t *testing.T) {
	table := bookings()
	for _, test := range []struct {
		condition, typeName, want string
		param                     int
	}{
		{"(o.stay && daterange($1, $2))", "date", "'2024-12-01'::date", 0},
		{"(o.stay && daterange($1, $2))", "date", "'2025-01-04'::date", 1},
		{"(o.stay && daterange($1, $2, $3))", "text", "'[)'::text", 2},
		{"(o.stay && daterange($1, $2, $3))", "date", "'2025-01-04'::date", 1},
		{"(o.stay @> $1)", "date", "'2024-12-01'::date", 0},
		{"(o.stay && $1)", "daterange", "daterange('2024-12-01', '2025-01-04')", 0},
		{"(o.stay @> (CURRENT_DATE - $1))", "interval", "'7 days'::interval", 0}, // of another type than the range's
		{"(o.stay && $1)", "datemultirange", "NULL::datemultirange", 0},
		{"(o.open && tstzrange($1, $2))", "timestamp with time zone", "(now() - interval '7 days')::timestamp with time zone", 0},
		{"(o.stay @> (CURRENT_DATE - $1))", "interval", "'7 days'::interval", 0}, // of another type than the range's
		{"(o.stay && $1)", "datemultirange", "NULL::datemultirange", 0},
		{"(o.open && tstzrange($1, $2))", "timestamp with time zone", "now()::timestamp with time zone", 1},
		{"(o.open && $1)", "tstzrange", "tstzrange((now() - interval '7 days'), now())", 0},
	} {
		clause := reference(table, test.condition).Clauses[0]
		column, _ := table.Column(clause.Column)
		if got := literal(test.typeName, []use{{table: table, column: column, clause: clause, nth: test.param, rows: -1}}, typical, halfOpen); got != test.want {
			t.Errorf("%s, parameter %d: got %s, want %s", test.condition, test.param+1, got, test.want)
		}
	}
}
