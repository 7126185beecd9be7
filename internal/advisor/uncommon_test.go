package advisor

import (
	"slices"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// What most rows have is left out where a statement does not ask for it.
func TestUncommon(t *testing.T) {
	const done, open, lost = "'done'::text", "'open'::text", "'lost'::text"
	for name, test := range map[string]struct {
		condition string
		weights   map[string]float64 // of bindings, by the value
		tried     []string           // and found to be wrong
		want      string
	}{
		"one of the others":          {"(o.status = $1)", map[string]float64{open: 0.6, lost: 0.4}, []string{done}, `"status" <> 'done'`},
		"the rarest":                 {"(o.status = $1)", map[string]float64{lost: 1}, []string{done, open}, `"status" <> 'done' AND "status" <> 'open'`},
		"hardly ever the common one": {"(o.status = $1)", map[string]float64{open: 0.95, done: 0.05}, nil, `"status" <> 'done'`},
		"perhaps the common one":     {"(o.status = $1)", map[string]float64{open: 0.8, done: 0.2}, nil, ""},
		"the common one not tried":   {"(o.status = $1)", map[string]float64{open: 1}, nil, ""},
		"several":                    {"(o.status = ANY ($1))", map[string]float64{"ARRAY['open', 'lost']::text[]": 1}, []string{"ARRAY['done', 'open']::text[]"}, `"status" <> 'done'`},
		"all but the common one":     {"(o.status <> $1)", map[string]float64{done: 1}, []string{lost}, `"status" <> 'done'`},
		"all but a rare one":         {"(o.status <> $1)", map[string]float64{lost: 1}, []string{done}, ""},
		"a flag":                     {"(o.active = $1)", map[string]float64{"'f'::boolean": 1}, []string{"'t'::boolean"}, `NOT "active"`},
		"one of many values":         {"(o.user_id = $1)", map[string]float64{"'50'::integer": 1}, nil, ""},
		"an alternative":             {"((o.status = $1) OR (o.user_id = 5))", map[string]float64{open: 1}, []string{done}, ""},
	} {
		ref := reference(orders(), test.condition)
		query := &Query{refs: []*Reference{ref}, seen: observed{types: []string{"text"}}}
		for _, value := range test.tried {
			query.tried = append(query.tried, []string{value})
		}
		for value, weight := range test.weights {
			query.tried = append(query.tried, []string{value})
			query.Bindings = append(query.Bindings, Binding{Weight: weight, values: []string{value}})
		}
		query.Bindings = append(query.Bindings, Binding{Weight: 1, Generic: true, values: []string{"(SELECT 'done'::text)"}})
		at := slices.IndexFunc(ref.Clauses, func(c workload.Clause) bool { return len(c.Params) > 0 })
		if got := query.uncommon(ref.Table, ref.Clauses[at]); got != test.want {
			t.Errorf("%s: got %s, want %s", name, got, test.want)
		}
		index := Index{Schema: "public", Table: "orders", Where: `"deleted_at" IS NULL AND ` + test.want}
		if got := query.leftOut(index); got != test.want {
			t.Errorf("%s: said to be supposed: %q, want %q", name, got, test.want)
		}
		if got := query.leftOut(Index{Schema: "public", Table: "orders"}); got != "" {
			t.Errorf("%s: said of an index over all rows: %q", name, got)
		}
	}
}

// Few rows a call are what came since the last one, where the call takes them away: the common value may be what it asks for.
func TestUncommonOfQueues(t *testing.T) {
	for name, test := range map[string]struct {
		change workload.Change
		want   string
	}{
		"reading":               {workload.Change{}, `"status" <> 'done'`},
		"another table":         {workload.Change{Verb: "DELETE", Target: workload.Table{Name: "orders_old"}}, `"status" <> 'done'`},
		"deleting":              {workload.Change{Verb: "DELETE", Target: workload.Table{Schema: "public", Name: "orders"}}, ""},
		"by another column":     {workload.Change{Verb: "UPDATE", Target: workload.Table{Name: "orders"}, Set: []string{"deleted_at"}}, ""},
		"by the column itself":  {workload.Change{Verb: "UPDATE", Target: workload.Table{Name: "orders"}, Set: []string{"status", "deleted_at"}}, `"status" <> 'done'`},
		"what it does not test": {workload.Change{Verb: "UPDATE", Target: workload.Table{Name: "orders"}, Set: []string{"note"}}, `"status" <> 'done'`},
	} {
		ref := reference(orders(), "((o.status = $1) AND (o.deleted_at IS NULL))")
		query := &Query{refs: []*Reference{ref}, seen: observed{types: []string{"text"}}, tried: [][]string{{"'done'::text"}, {"'open'::text"}}}
		query.Bindings = []Binding{{Weight: 1, values: []string{"'open'::text"}}}
		query.read.Changes = []workload.Change{test.change}
		at := slices.IndexFunc(ref.Clauses, func(c workload.Clause) bool { return len(c.Params) > 0 })
		if got := query.uncommon(ref.Table, ref.Clauses[at]); got != test.want {
			t.Errorf("%s: got %q, want %q", name, got, test.want)
		}
	}
}

func TestUncommonCandidates(t *testing.T) {
	c := pure()
	c.uncommon = func(_ *Table, clause workload.Clause) string {
		return map[string]string{"status": `"status" <> 'done'`}[clause.Column]
	}
	for condition, want := range map[string][]string{
		"((o.status = $1) AND (o.user_id = $2))":                            {`("user_id", "status", "created_at") WHERE "status" <> 'done'`},
		"((o.status = ANY ($1)) AND (o.user_id = $2))":                      {`("user_id", "created_at") WHERE "status" <> 'done'`, `("user_id") WHERE "status" <> 'done'`},
		"((o.status <> $1) AND (o.user_id = $2))":                           {`("user_id", "created_at") WHERE "status" <> 'done'`},
		"((o.deleted_at IS NULL) AND (o.status = $1) AND (o.user_id = $2))": {`("user_id", "status", "created_at") WHERE "deleted_at" IS NULL AND "status" <> 'done'`},
	} {
		got := tails(c.candidates(reference(orders(), condition, "o.created_at")))
		for _, tail := range want {
			if !slices.ContainsFunc(got, func(g string) bool { return strings.HasSuffix(g, tail) }) {
				t.Errorf("%s: %s is not among\n%s", condition, tail, strings.Join(got, "\n"))
			}
		}
	}
}

func TestShareOfUncommon(t *testing.T) {
	table := orders()
	for predicate, want := range map[string]float64{
		`"status" <> 'done'`:                                              0.1,
		`"status" <> 'done' AND "status" <> 'open'`:                       0.02,
		`"status" <> 'done' AND "deleted_at" IS NULL AND "active"`:        0.1 * 0.9 * 0.95,
		`"status" <> 'done' AND "status" <> 'open' AND "status" = 'lost'`: 0.02 * 0.02,
	} {
		if got := table.shareOf(predicate); got < 0.999*want || got > 1.001*want {
			t.Errorf("%s leaves %.4f of the rows, want %.4f", predicate, got, want)
		}
	}
}

// Lists have values that are as rare as the one they are made around.
func TestArrayOf(t *testing.T) {
	status, _ := orders().Column("status")
	user, _ := orders().Column("user_id")
	for _, test := range []struct {
		column *Column
		text   string
		at     level
		want   string
	}{
		{status, "done", frequent, "ARRAY['done', 'open', 'lost']::text[]"},
		{status, "open", typical, "ARRAY['open', 'lost']::text[]"},
		{status, "lost", rare, "ARRAY['lost', 'open']::text[]"},
		{user, "50", typical, "ARRAY['50', '1', '100']::text[]"},
	} {
		if got := arrayOf(test.column, test.text, "text", test.at); got != test.want {
			t.Errorf("around %s: got %s, want %s", test.text, got, test.want)
		}
	}
}
