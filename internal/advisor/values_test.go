package advisor

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

func TestBind(t *testing.T) {
	statement := workload.Statement{Limits: []int{3}, Offsets: []int{4}}
	seen := observed{
		query: "SELECT id FROM orders WHERE status = $1 AND created_at > $2 LIMIT $3 OFFSET $4",
		types: []string{"text", "timestamp with time zone", "bigint", "bigint"},
	}
	refs := []*Reference{reference(orders(), "((o.status = $1) AND (o.created_at > $2))")}
	bindings := bind(statement, seen, refs, 9.5, false, "english")
	if len(bindings) != int(levels)+1 {
		t.Fatalf("%d bindings", len(bindings))
	}
	generic := "SELECT id FROM orders WHERE status = (SELECT 'open'::text)::text AND created_at > (SELECT '2024-12-31'::timestamp with time zone)::timestamp with time zone LIMIT 10 OFFSET 0"
	if last := bindings[levels]; last.Query != generic || !last.Generic {
		t.Errorf("got %+v", last)
	}
	want := "SELECT id FROM orders WHERE status = 'open'::text AND created_at > '2024-12-31'::timestamp with time zone LIMIT 10 OFFSET 0"
	if got := bindings[typical].Query; got != want {
		t.Errorf("got %s", got)
	}
	if got := bindings[frequent].Query; !strings.Contains(got, "'done'") {
		t.Errorf("the most frequent value is not tried: %s", got)
	}
	if got := bindings[rare].Query; !strings.Contains(got, "'lost'") {
		t.Errorf("a rare value is not tried: %s", got)
	}
}

// A statement that returned 3.4 rows on average was not ended by LIMIT each time.
func TestBindThrough(t *testing.T) {
	statement := workload.Statement{Limits: []int{2}, Stops: true}
	seen := observed{query: "SELECT id FROM orders WHERE status = $1 LIMIT $2", types: []string{"text", "bigint"}}
	refs := []*Reference{reference(orders(), "(o.status = $1)")}
	for rows, limits := range map[float64][]string{3.4: {"4", "10"}, 0.2: {"1", "10"}, 20: {"20"}, 10.5: {"11", "100"}, 0: {"1", "10"}} {
		var got []string
		for _, binding := range bind(statement, seen, refs, rows, filled(rows), "english") {
			if strings.Contains(binding.Query, "'open'::text LIMIT") {
				got = append(got, binding.Query[strings.LastIndex(binding.Query, " ")+1:])
			}
			if binding.Through != (len(got) == 2) && !binding.Generic {
				t.Errorf("%v rows: %+v", rows, binding)
			}
		}
		if !slices.Equal(got, limits) {
			t.Errorf("%v rows: LIMIT %v, want %v", rows, got, limits)
		}
	}
}

func TestTurnsGeneric(t *testing.T) {
	given := []Binding{{Cost: 10}, {Cost: 1000}}
	for cost, want := range map[float64]bool{400: true, 600: false, 10.05: false, 1005: false, 5: true} {
		if got := turnsGeneric(cost, given); got != want {
			t.Errorf("%v: got %v", cost, got)
		}
	}
	if turnsGeneric(1, nil) {
		t.Error("without a plan for given values there is nothing to compare with")
	}
}

func TestValues(t *testing.T) {
	table := orders()
	for _, test := range []struct{ condition, typeName, want string }{
		{"(o.user_id = ANY ($1))", "integer[]", "ARRAY['50', '1', '100']::integer[]"},
		{"(o.note ~~ $1)", "text", "'hello%'::text"},
		{"(o.note ~~* $1)", "text", "'%hello%'::text"},
		{"(o.created_at > (now() - $1))", "interval", "'7 days'::interval"},
		{"(o.data @> $1)", "jsonb", `'{"a": "b"}'::jsonb`},
		{"(o.tags @> $1)", "text[]", "ARRAY['garden'::text]::text[]"},
		{"(o.user_id = $1)", "mood", "NULL::mood"},
	} {
		clauses := workload.Clauses(test.condition)
		column, _ := table.Column(clauses[0].Columns[0])
		if got := value(test.typeName, []use{{table, column, clauses[0]}}, typical, false); got != test.want {
			t.Errorf("%s: got %s", test.condition, got)
		}
	}
}

func TestQuotedValues(t *testing.T) {
	table := orders()
	table.Columns[2].Common = postgres.Names{"it's"}
	clauses := workload.Clauses("(o.status = $1)")
	if got := value("text", []use{{table, &table.Columns[2], clauses[0]}}, typical, false); got != "'it''s'::text" {
		t.Errorf("got %s", got)
	}
}

func TestWeigh(t *testing.T) {
	bindings := []Binding{{Rows: 10}, {Rows: 10_000}}
	weigh(bindings, true, 12, 0)
	if bindings[0].Weight < 0.9 || math.Abs(bindings[0].Weight+bindings[1].Weight-1) > 1e-9 {
		t.Errorf("the binding that returns as many rows as were seen weighs %.2f of %.2f", bindings[0].Weight, bindings[1].Weight)
	}
	weigh(bindings, false, 12, 0)
	if bindings[0].Weight != 0.5 {
		t.Errorf("rows that tell nothing weigh %.2f", bindings[0].Weight)
	}
	bindings = []Binding{{Rows: 1, Blocks: 5}, {Rows: 1, Blocks: 5000}}
	weigh(bindings, false, 1, 6000)
	if bindings[1].Weight < 0.9 {
		t.Errorf("the binding that reads as many blocks as were read weighs %.2f of %.2f", bindings[1].Weight, bindings[0].Weight)
	}
}

func TestBlocks(t *testing.T) {
	table := orders()
	catalog := &Catalog{Tables: []*Table{table}, roots: map[Name]*Table{{"public", "orders"}: table}}
	scan := func(kind string, rows float64) *Node {
		return &Node{Type: kind, Schema: "public", Relation: "orders", Rows: rows}
	}
	join := func(outer, inner *Node) *Node { return &Node{Type: "Nested Loop", Children: []*Node{outer, inner}} }
	for _, test := range []struct {
		name string
		plan *Node
		want float64
	}{
		{"the whole table", scan("Seq Scan", 5), 1000},
		{"a few rows by an index", scan("Index Scan", 5), 8},
		{"more rows than the table has blocks", &Node{Type: "Bitmap Heap Scan", Schema: "public", Relation: "orders", Rows: 5000,
			Children: []*Node{{Type: "Bitmap Index Scan", Rows: 5000}}}, 1003},
		{"once for each row of the other", join(scan("Index Scan", 5), scan("Index Only Scan", 1)), 8 + 5*3},
		{"read once and kept", join(scan("Index Scan", 5), &Node{Type: "Materialize", Children: []*Node{scan("Seq Scan", 9)}}), 1008},
	} {
		if got := test.plan.blocks(catalog); got != test.want {
			t.Errorf("%s: %.0f blocks, want %.0f", test.name, got, test.want)
		}
	}
}
