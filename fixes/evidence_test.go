package fixes

import (
	"testing"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// find makes the finding of a row, as a run of its check would.
func find[R any](t *testing.T, spec *checks.Spec[R], row R) checks.Finding {
	t.Helper()
	verdict, sick := spec.Judge(&row, postgres.Server{}, nil)
	if !sick {
		t.Fatalf("%s finds nothing in %+v", spec.ID, row)
	}
	return checks.Finding{Key: spec.ID + ":" + verdict.Object, Check: spec.ID, Object: verdict.Object, Evidence: row}
}

// names makes every name of a database nasty by one ending, and remembers what
// became of each.
type names struct {
	ending  string
	becomes map[string]string
}

func newNames(ending string) names { return names{ending, map[string]string{}} }

func (n names) of(plain string) string {
	plain = "ph_" + plain // no word that stands in a statement anyway
	n.becomes[plain] = plain + n.ending
	return plain + n.ending
}

func (n names) list(plain []string) []string {
	list := make([]string, len(plain))
	for i, name := range plain {
		list[i] = n.of(name)
	}
	return list
}

func (n names) columns(plain ...string) []checks.TableColumn {
	list := make([]checks.TableColumn, len(plain))
	for i, name := range plain {
		list[i] = checks.TableColumn{Name: n.of(name), Type: "bigint", NotNull: true}
	}
	return list
}

func (n names) unique(name string, primary bool, columns ...string) checks.UniqueIndex {
	index := checks.UniqueIndex{Name: n.of(name), Primary: primary, Valid: true, Columns: n.list(columns), Reads: n.list(columns)}
	for _, column := range index.Columns {
		index.Keys = append(index.Keys, postgres.Quote(column))
	}
	return index
}

func (n names) ref(child, column, parent, key, onDelete string, validated bool) checks.Reference {
	constraint := n.of(child + "_fkey")
	return checks.Reference{
		Schema: n.of("schema"), Table: n.of(child), Columns: postgres.Names{n.of(column)}, ChildKind: "r",
		ParentSchema: n.of("schema"), ParentTable: n.of(parent), ParentColumns: postgres.Names{n.of(key)}, ParentKind: "r",
		Constraint: &constraint, Validated: validated, OnDelete: onDelete, Operators: postgres.Names{"="}, Origin: checks.Declared,
	}
}

// schema is a database with what a data fix can meet: users, whose orders are
// unique by user and code and have lines; profiles whose key is the user's, and
// items of profiles; users who were invited by users; votes that let go; logins
// and a partitioned table of two levels, which nothing refers to.
func (n names) schema() checks.Schema {
	table := func(name string, columns []checks.TableColumn, uniques ...checks.UniqueIndex) checks.Table {
		return checks.Table{Schema: n.of("schema"), Name: n.of(name), Kind: "r", Columns: columns, Uniques: uniques}
	}
	users := table("users", n.columns("id", "email", "made", "gone", "inviter"), n.unique("users_pkey", true, "id"))
	users.Columns = append(users.Columns, checks.TableColumn{Name: n.of("generated"), Type: "text", Generated: true})
	users.Triggers = []checks.Trigger{{Name: n.of("watch"), OnDelete: true, OnUpdate: true}}
	orders := table("orders", n.columns("id", "user", "code"), n.unique("orders_pkey", true, "id"), n.unique("orders_code", false, "user", "code"))
	predicate := postgres.Quote(n.of("code")) + " IS NOT NULL"
	orders.Uniques[1].Predicate = &predicate
	events := table("events", n.columns("tenant", "user"))
	events.Kind = "p"
	part := func(name, parent, kind string, leaf bool) checks.Partition {
		return checks.Partition{Schema: n.of("parts"), Name: n.of(name), ParentSchema: n.of("parts"), Parent: n.of(parent), Kind: kind, Leaf: leaf}
	}
	first := part("events_1", "events", "p", false)
	first.ParentSchema = n.of("schema")
	second := part("events_2", "events", "r", true)
	second.ParentSchema = n.of("schema")
	events.Partitions = []checks.Partition{first, second, part("events_11", "events_1", "r", true)}
	return checks.Schema{
		Tables: []checks.Table{
			users, orders, events,
			table("lines", n.columns("id", "order"), n.unique("lines_pkey", true, "id")),
			table("profiles", n.columns("user", "text"), n.unique("profiles_pkey", true, "user")),
			table("items", n.columns("id", "profile"), n.unique("items_pkey", true, "id")),
			table("votes", n.columns("id", "line"), n.unique("votes_pkey", true, "id")),
			table("logins", n.columns("id", "email"), n.unique("logins_pkey", true, "id")),
		},
		References: []checks.Reference{
			n.ref("orders", "user", "users", "id", "c", false),
			n.ref("lines", "order", "orders", "id", "a", true),
			n.ref("profiles", "user", "users", "id", "a", true),
			n.ref("items", "profile", "profiles", "user", "r", true),
			n.ref("users", "inviter", "users", "id", "a", true),
			n.ref("votes", "line", "lines", "id", "n", true),
		},
	}
}

func (n names) duplicates(table string) checks.DuplicateEmails {
	return checks.DuplicateEmails{
		Schema: n.of("schema"), Table: n.of(table), Kind: "r", Column: n.of("email"), Mode: checks.Exact, Groups: 1, Surplus: 1, Rows: 10,
	}
}

func (n names) constraint(name, kind string, violations int64) checks.UnvalidatedConstraint {
	return checks.UnvalidatedConstraint{
		Schema: n.of("schema"), Table: n.of("orders"), TableKind: "r", Constraint: n.of(name), Kind: kind, Violations: violations,
	}
}

func (n names) invalid(index string, unique bool) checks.InvalidIndex {
	kind := "INDEX "
	if unique {
		kind = "UNIQUE INDEX "
	}
	table := postgres.Quote(n.of("schema"), n.of("orders"))
	return checks.InvalidIndex{
		Schema: n.of("schema"), Index: n.of(index), Table: n.of("orders"), Ready: true, Live: true, Unique: unique, Method: "btree",
		Keys:       postgres.Names{postgres.Quote(n.of("code")), "lower(" + postgres.Quote(n.of("user")) + ")"},
		Definition: "CREATE " + kind + minimalQuote(n.of(index)) + " ON " + table + " USING btree (" + postgres.Quote(n.of("code")) + ")",
	}
}

func (n names) session(pid int, superuser bool) checks.Session {
	return checks.Session{
		PID: pid, BackendStart: n.of("backend_start"), State: n.of("state"), StateChange: n.of("state_change"),
		User: n.of("session_user"), Application: n.of("application"), Client: "local", Seconds: 4000, Superuser: superuser,
	}
}

func (n names) server(version int) postgres.Server {
	return postgres.Server{VersionNum: version, Superuser: true, Database: n.of("database"), Role: n.of("role")}
}

// findings are one for every way of a fix, whose words and statements hold names.
func (n names) findings(t *testing.T) []checks.Finding {
	t.Helper()
	key, predicate := n.of("orders_key"), postgres.Quote(n.of("user"))+" > 1"
	preload := `auto_explain, "$libdir/other"`
	available := "1.10"
	partial := n.invalid("partial", true)
	partial.Predicate = &predicate
	ofConstraint := n.invalid("orders_key", true)
	ofConstraint.Constraint = &key
	leftover := n.invalid("left_ccnew", false)
	leftover.Leftover = "ccnew"
	users := n.duplicates("users")
	users.Recency, users.SoftDelete, users.Blank = n.of("made"), n.of("gone"), 2
	foreignKey := func(table string, columns ...string) checks.UnindexedFK {
		return checks.UnindexedFK{Schema: n.of("schema"), Table: n.of(table), Constraint: n.of(table + "_fkey"), Columns: n.list(columns), Rows: 1e6}
	}
	idle := checks.DatabaseSessions{Database: n.of("database"), Usable: 90, Listed: checks.Sessions{n.session(1, false), n.session(2, false)}}
	return []checks.Finding{
		find(t, checks.PgStatStatementsUnavailable, checks.StatementStatistics{
			Database: n.of("database"), Available: &available, Preload: &preload, PreloadFromAutoConf: true,
		}),
		find(t, checks.IdleSessions, idle),
		find(t, checks.IdleInTransaction, idle),
		find(t, checks.FKWithoutIndex, foreignKey("orders", "user")),
		find(t, checks.FKWithoutIndex, foreignKey("events", "tenant", "user")),
		find(t, checks.DuplicateEmail, users),
		find(t, checks.DuplicateEmail, n.duplicates("logins")),
		find(t, checks.OrphanRows, checks.OrphanedReference{Reference: n.schema().References[0], Orphans: 3, Keys: 10}),
		find(t, checks.OrphanRows, checks.OrphanedReference{Reference: n.schema().References[1], Orphans: 3, Keys: 10}),
		find(t, checks.IndexInvalid, n.invalid("plain", false)),
		find(t, checks.IndexInvalid, partial),
		find(t, checks.IndexInvalid, ofConstraint),
		find(t, checks.IndexInvalid, leftover),
		find(t, checks.ConstraintNotValidated, n.constraint("orders_fkey", "f", 3)),
		find(t, checks.ConstraintNotValidated, n.constraint("orders_check", "c", 0)),
	}
}

func (n names) plan(t *testing.T) Plan {
	t.Helper()
	plan, err := NewPlan(n.findings(t), Options{
		Server: n.server(150000), Schema: n.schema(), FirstVersion: 100, MaxRisk: Disruptive,
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(plan.Unfixed) > 0 {
		t.Fatalf("not all is planned: %v", plan.Unfixed)
	}
	return plan
}
