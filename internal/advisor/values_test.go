package advisor

import (
	"math"
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
	bindings := bind(statement, seen, refs, 9.5, "english")
	if len(bindings) != int(levels) {
		t.Fatalf("%d bindings", len(bindings))
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
	weigh(bindings, true, 12)
	if bindings[0].Weight < 0.9 || math.Abs(bindings[0].Weight+bindings[1].Weight-1) > 1e-9 {
		t.Errorf("the binding that returns as many rows as were seen weighs %.2f of %.2f", bindings[0].Weight, bindings[1].Weight)
	}
	weigh(bindings, false, 12)
	if bindings[0].Weight != 0.5 {
		t.Errorf("rows that tell nothing weigh %.2f", bindings[0].Weight)
	}
}
