package advisor

import (
	"slices"
	"testing"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// blind is an engine that sees as HypoPG does.
type blind struct{ priced }

func (blind) Sees(index Index, first bool) bool { return (*hypopg)(nil).Sees(index, first) }

func TestShown(t *testing.T) {
	partial := Index{Schema: "public", Table: "orders", Method: "btree", Keys: []Key{{Column: "created_at"}}, Where: `"deleted_at" IS NULL`}
	computed := Index{Schema: "public", Table: "orders", Method: "btree", Keys: []Key{{Expression: "lower(code)"}}}
	for name, test := range map[string]struct {
		condition string
		first     bool
		index     Index
		want      []string
		ruled     bool
	}{
		"first": {"((o.deleted_at IS NULL) AND (o.created_at > $1))", true, partial, []string{`USING btree ("created_at") WHERE "deleted_at" IS NULL`}, false},
		"later": {"((o.deleted_at IS NULL) AND (o.created_at > $1))", false, partial, []string{`USING btree ("created_at", "deleted_at")`, `USING btree ("deleted_at", "created_at")`}, false},
		"with what it tests": {"((o.deleted_at IS NULL) AND (o.created_at > $1))", false, Index{Schema: "public", Table: "orders", Method: "btree", Keys: []Key{{Column: "created_at"}}, Include: []string{"id", "deleted_at"}, Where: `"deleted_at" IS NULL`},
			[]string{`USING btree ("created_at", "deleted_at") INCLUDE ("id")`, `USING btree ("deleted_at", "created_at") INCLUDE ("id")`}, false},
		"not asked for":      {"(o.created_at > $1)", false, partial, nil, false},
		"an alternative":     {"(((o.deleted_at IS NULL) OR (o.user_id = $2)) AND (o.created_at > $1))", false, partial, nil, false},
		"expression, first":  {"(lower(o.code) = $1)", true, computed, []string{"USING btree ((lower(code)))"}, false},
		"expression, later":  {"(lower(o.code) = $1)", false, computed, []string{"USING btree ((lower(code)))"}, true},
		"constant, first":    {"((o.data ->> $1) = $2)", true, Index{Schema: "public", Table: "orders", Method: "btree", Keys: []Key{{Expression: "data ->> 'kind'"}}}, []string{"USING btree ((data ->> 'kind'))"}, false},
		"the keys are plain": {"(o.user_id = $1)", false, Index{Schema: "public", Table: "orders", Method: "btree", Keys: []Key{{Column: "user_id"}}}, []string{`USING btree ("user_id")`}, false},
	} {
		ref := reference(orders(), test.condition)
		ref.First = test.first
		a, query := &adviser{engine: blind{}}, &Query{refs: []*Reference{ref}, inside: []string{"'kind'", "$2"}}
		if got := tails(a.shown(query, test.index)); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %v", name, got)
		}
		if a.ruled(query, test.index) != test.ruled {
			t.Errorf("%s: said by a rule: %v", name, !test.ruled)
		}
	}
}

// An alias that EXPLAIN has numbered is that of a later query of the statement.
func TestAmong(t *testing.T) {
	for alias, want := range map[string]bool{"jobs": true, "jobs_1": true, "jobs_2": false, "q": false, "week_3": true} {
		if got := among([]string{"jobs", "jobs", "week_3"}, alias); got != want {
			t.Errorf("%s: %v", alias, got)
		}
	}
}

// HypoPG would end the server for a range (issue 116).
func TestHarmless(t *testing.T) {
	for predicate, want := range map[string]bool{
		"": true, `"deleted_at" IS NULL`: true, `"deleted_at" IS NOT NULL AND NOT "active"`: true, `"status" = 'open'`: true, `"status" <> 'done'`: true,
		`"amount" > 0`: false, `"active" AND "created_at" <= '2026-01-01'`: false, `"code" ~~ 'a%'`: false,
	} {
		if got := harmless(predicate); got != want {
			t.Errorf("%s: %v", predicate, got)
		}
	}
}

func TestCompares(t *testing.T) {
	for condition, want := range map[string]bool{"(o.code = $1)": true, "(o.code ~~ $1)": true, "(o.active)": true, "(o.code IS NULL)": false, "(NOT o.active)": false} {
		if got := workload.Clauses(condition)[0].Compares(); got != want {
			t.Errorf("%s: %v", condition, got)
		}
	}
}
