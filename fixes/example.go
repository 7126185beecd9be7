package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/advisor"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// exampleSchema is the small shop that the examples are about.
var exampleSchema = checks.Schema{
	Tables: []checks.Table{
		{Schema: "public", Name: "users", Kind: "r",
			Columns: []checks.TableColumn{{Name: "id", Type: "bigint", Identity: "a", NotNull: true}, {Name: "email", Type: "text"}},
			Uniques: []checks.UniqueIndex{{Name: "users_pkey", Primary: true, Valid: true, Columns: []string{"id"}, Keys: []string{"id"}, Reads: []string{"id"}}}},
		{Schema: "public", Name: "orders", Kind: "r",
			Columns: []checks.TableColumn{{Name: "id", Type: "bigint", NotNull: true}, {Name: "user_id", Type: "bigint"}},
			Uniques: []checks.UniqueIndex{{Name: "orders_pkey", Primary: true, Valid: true, Columns: []string{"id"}, Keys: []string{"id"}, Reads: []string{"id"}}}},
	},
	References: []checks.Reference{exampleReference},
}

var exampleReference = checks.Reference{
	Schema: "public", Table: "orders", Columns: postgres.Names{"user_id"},
	ParentSchema: "public", ParentTable: "users", ParentColumns: postgres.Names{"id"},
	Operators: postgres.Names{"="}, ChildKind: "r", ParentKind: "r", Origin: checks.FromName,
}

// examples is evidence about the example's tables, as each check's rows.
var examples = map[string]any{
	"fk-without-index": checks.UnindexedFK{Schema: "public", Table: "orders", Constraint: "orders_user_id_fkey",
		Columns: postgres.Names{"user_id"}, ParentSchema: "public", ParentTable: "users"},
	"missing-index": checks.MissingIndex{Schema: "public", Table: "orders", Columns: postgres.Names{"user_id"},
		Index: advisor.Index{Schema: "public", Table: "orders", Method: "btree", Keys: []advisor.Key{{Column: "user_id"}}}},
	"orphan-rows": checks.OrphanedReference{Reference: exampleReference, Orphans: 3, Keys: 100},
	"duplicate-emails": checks.DuplicateEmails{Schema: "public", Table: "users", Kind: "r", Column: "email",
		Mode: checks.Exact, Key: postgres.Names{"id"}, Groups: 2, Surplus: 3, Rows: 100},
	"constraint-not-validated": checks.UnvalidatedConstraint{Schema: "public", Table: "orders", TableKind: "r",
		Constraint: "orders_total_check", Kind: "c", Definition: "CHECK (total > 0) NOT VALID"},
	"index-invalid": checks.InvalidIndex{Schema: "public", Index: "orders_user_id_idx", Table: "orders", Method: "btree",
		Keys: postgres.Names{"user_id"}, Definition: "CREATE INDEX orders_user_id_idx ON public.orders USING btree (user_id)"},
	"index-duplicate": checks.SurplusIndex{Schema: "public", Index: "orders_user_id_idx1", Table: "orders", Method: "btree", Kept: pointer("orders_user_id_idx"),
		Definition: "CREATE INDEX orders_user_id_idx1 ON public.orders USING btree (user_id)", KeptDefinition: "CREATE INDEX orders_user_id_idx ON public.orders USING btree (user_id)"},
	"index-redundant": checks.SurplusIndex{Schema: "public", Index: "orders_user_id_idx", Table: "orders", Method: "btree", Kept: pointer("orders_user_id_created_idx"),
		Definition: "CREATE INDEX orders_user_id_idx ON public.orders USING btree (user_id)", KeptDefinition: "CREATE INDEX orders_user_id_created_idx ON public.orders USING btree (user_id, created)"},
	"vacuum-overdue":                 checks.VacuumDebt{Schema: "public", Table: "orders", Autovacuum: true, LiveRows: 20000, DeadRows: 90000, Trigger: 4050},
	"analyze-stale":                  checks.StaleStatistics{Schema: "public", Table: "orders", Autovacuum: true, LiveRows: 20000, ModifiedRows: 90000, Trigger: 2050},
	"idle-sessions":                  checks.DatabaseSessions{Database: "shop", Listed: exampleSessions("idle")},
	"idle-in-transaction":            checks.DatabaseSessions{Database: "shop", Listed: exampleSessions("idle in transaction")},
	"pg-stat-statements-unavailable": checks.StatementStatistics{Database: "shop", Available: pointer("1.10"), Loaded: true},
}

// example gives a check's fix its row about the example's tables.
func example[R any](check *checks.Spec[R], row R) bool {
	if _, taken := examples[check.ID]; taken {
		panic("check has two examples: " + check.ID)
	}
	examples[check.ID] = row
	return true
}

func exampleSessions(state string) checks.Sessions {
	return checks.Sessions{{PID: 4711, BackendStart: "2026-01-05T08:00:00.000001Z", State: state,
		StateChange: "2026-01-05T09:30:00.000002Z", User: "shop", Application: "web", Seconds: 5400}}
}

func pointer(text string) *string { return &text }

// Example is the plan for a made-up finding of a check on a server of some
// major, for the explain page; nil for a check without a fix.
func Example(checkID string, server postgres.Server) ([]Step, error) {
	evidence, ok := examples[checkID]
	if !ok {
		return nil, nil
	}
	server.Superuser, server.Database = true, "shop"
	if server.VersionNum%10_000 == 0 { // only the major was named: its newest minor is meant
		server.VersionNum += 99
	}
	plan, err := NewPlan(
		[]checks.Finding{{Key: checkID + ":an example", Check: checkID, Evidence: evidence}},
		Options{Server: server, Schema: exampleSchema, MaxRisk: Disruptive, FirstVersion: 20260105100000})
	if err != nil {
		return nil, err
	}
	if len(plan.Steps) == 0 {
		return nil, fmt.Errorf("example of %s: %s", checkID, plan.Unfixed[0].Reason)
	}
	return plan.Steps, nil
}
