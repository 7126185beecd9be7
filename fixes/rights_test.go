package fixes

import (
	"slices"
	"testing"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// needless are kinds of steps that need nothing of the database's own objects:
// what they are about are sessions, which planning has looked at.
var needless = []string{"terminate-sessions", "cancel-statements", "rollback-prepared"}

// Every step of every fix says which rights it takes up, and down where that does something.
func TestRights(t *testing.T) {
	for id := range examples {
		steps, err := Example(id, postgres.Server{VersionNum: 180001})
		if err != nil {
			t.Fatal(err)
		}
		for _, step := range steps {
			if slices.Contains(needless, step.Kind) {
				continue
			}
			extension := step.Kind == "create-extension" // which providers allow in their own ways
			if len(step.Rights.Up) == 0 && !OnlyComments(step.Up) && !extension {
				t.Errorf("%s %s: up needs no right", id, step.Slug)
			}
			if len(step.Rights.Down) == 0 && !OnlyComments(step.Down) {
				t.Errorf("%s %s: down needs no right", id, step.Slug)
			}
			if len(step.Rights.Down) > 0 && OnlyComments(step.Down) {
				t.Errorf("%s %s: down does nothing, and needs %v", id, step.Slug, step.Rights.Down)
			}
		}
	}
}

func TestRightsOfSteps(t *testing.T) {
	table := func(privilege string) Right {
		return Right{Privilege: privilege, Class: Relation, Schema: "public", Name: "orders"}
	}
	place := Right{Privilege: "CREATE", Class: Schema, Name: "public"}
	for name, c := range map[string]struct {
		step     Step
		up, down []Right
	}{
		"build": {Step{Up: "CREATE INDEX CONCURRENTLY x ON public.orders (a);", Down: "DROP INDEX CONCURRENTLY x;", Locks: []Lock{{"ShareUpdateExclusiveLock", "public.orders"}}},
			[]Right{table(Owner), place}, []Right{table(Owner)}},
		"drop": {Step{Up: "DROP INDEX CONCURRENTLY x;", Down: "CREATE UNIQUE INDEX CONCURRENTLY x ON public.orders (a);", Locks: []Lock{{"ShareUpdateExclusiveLock", "public.orders"}}},
			[]Right{table(Owner)}, []Right{table(Owner), place}},
		"vacuum": {Step{Up: "VACUUM (ANALYZE) public.orders;", Down: "-- nothing", Locks: []Lock{{"ShareUpdateExclusiveLock", "public.orders"}}},
			[]Right{table(Vacuum)}, nil},
		"key": {Step{Kind: "drop-constraint", Up: "ALTER TABLE x;", Down: "ALTER TABLE x;", Locks: []Lock{{"AccessExclusiveLock", "public.orders"}, {"AccessExclusiveLock", "public.users"}}},
			[]Right{table(Owner)}, []Right{table(Owner), {Privilege: "REFERENCES", Class: Relation, Schema: "public", Name: "users"}}},
		"database": {Step{Up: `ALTER DATABASE "a""b" SET x = 'y';`, Down: `ALTER DATABASE "a""b" RESET x;`, Reach: OnServer},
			[]Right{{Privilege: Owner, Class: Database, Name: `a"b`}}, []Right{{Privilege: Owner, Class: Database, Name: `a"b`}}},
		"server": {Step{Up: "ALTER SYSTEM SET x = 'y';", Down: "ALTER SYSTEM RESET x;", Reach: OnServer},
			[]Right{{Privilege: Superuser}}, []Right{{Privilege: Superuser}}},
		"past keys": {Step{Up: "SELECT 1;", Down: "DO $$ BEGIN\n" + pastKeys + "\nEND $$;", Locks: []Lock{{"RowExclusiveLock", "public.orders"}}},
			[]Right{table(Owner)}, []Right{table(Owner), {Privilege: "SET", Class: Parameter, Name: "session_replication_role"}}},
	} {
		steps := []Step{c.step, {Up: "-- keeps", Down: "COMMENT ON TABLE public.orders IS 'x';"}}
		Empower(steps)
		if !slices.Equal(steps[0].Rights.Up, c.up) || !slices.Equal(steps[0].Rights.Down, c.down) {
			t.Errorf("%s: up %v, down %v", name, steps[0].Rights.Up, steps[0].Rights.Down)
		}
		if c.step.Reach == InDatabase && len(c.down) > 0 && !slices.Contains(steps[1].Rights.Down, c.down[0]) {
			t.Errorf("%s: what stands there for its undo needs %v", name, steps[1].Rights.Down)
		}
		if len(steps[1].Rights.Up) > 0 {
			t.Errorf("%s: a comment needs %v", name, steps[1].Rights.Up)
		}
	}
}

func TestLackingWords(t *testing.T) {
	words := lackingWords([]lacked{
		{Right: Right{Privilege: Owner, Class: Relation, Schema: "app", Name: "orders"}, Owner: "shop", Role: "ops"},
		{Right: Right{Privilege: Owner, Class: Function, Schema: "app", Name: "f", Arguments: "integer"}, Owner: "shop", Role: "ops"},
		{Right: Right{Privilege: Owner, Class: Relation, Schema: "app", Name: "root"}, Owner: "postgres", Highest: true, Role: "ops"},
		{Right: Right{Privilege: "CREATE", Class: Schema, Name: `a"b`}, Role: "ops"},
		{Right: Right{Privilege: "REFERENCES", Class: Relation, Schema: "app", Name: "users"}, Role: "ops"},
	})
	want := []string{
		`GRANT CREATE ON SCHEMA "a""b" TO "ops"`,
		`GRANT REFERENCES ON TABLE "app"."users" TO "ops"`,
		`app.f(integer), app.orders belong to shop: connect as that role, or GRANT "shop" TO "ops"`,
		"app.root belongs to postgres: connect as that role",
	}
	if !slices.Equal(words, want) {
		t.Errorf("got %q", words)
	}
}
