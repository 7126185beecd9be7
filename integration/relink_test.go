package integration

import (
	"slices"
	"testing"

	"github.com/pgdoctor/pgdoctor/integration/servers"
)

// leases is one orphan of a reference that only its name tells.
const leases = `
CREATE TABLE users (id integer PRIMARY KEY, name text);
INSERT INTO users VALUES (1, 'x'), (2, 'y'), (3, 'z');
CREATE TABLE leases (id integer PRIMARY KEY, user_id integer, note text);
INSERT INTO leases VALUES (1, 1, 'a'), (2, 99, 'b'), (3, 98, 'c'), (4, 2, 'd'), (5, 97, 'e'), (6, 3, 'f'), (7, 1, 'g')`

func leaseList(t *testing.T, dsn string) string {
	t.Helper()
	return ask(t, dsn, "SELECT string_agg(l::text, ' ' ORDER BY id) FROM leases AS l")
}

// What was changed since the fix stays, and it is said how much that is; the
// rest of a changed row stays too where only its reference is still the fix's.
func TestRelinkChangedSince(t *testing.T) {
	t.Parallel()
	for _, strategy := range []string{"orphan-rows=set-null", "orphan-rows=reassign:3"} {
		t.Run(strategy, func(t *testing.T) {
			onEnds(t, func(t *testing.T, s *servers.Server) {
				dsn := s.Database(t)
				s.Exec(t, dsn, leases)
				cure(t, dsn, "--strategy", strategy).want(t, 0)
				s.Exec(t, dsn, "UPDATE leases SET user_id = 1 WHERE id = 2; UPDATE leases SET note = 'newer' WHERE id = 3; DELETE FROM leases WHERE id = 5")
				takeBack(t, dsn).want(t, 0, "2 of the rows changed in public.leases (user_id) were changed or removed since and stay as they are")
				if got := leaseList(t, dsn); got != "(1,1,a) (2,1,b) (3,98,newer) (4,2,d) (6,3,f) (7,1,g)" {
					t.Errorf("leases are %s", got)
				}
			})
		})
	}
}

// A parent that appears while the fix waits for its orphan keeps it; the row
// that is to take the orphans and goes meanwhile gets none.
func TestRelinkMeanwhile(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		strategy, meanwhile string
		code                int
		words, want         string
	}{
		"parent appears, set-null": {"orphan-rows=set-null", "INSERT INTO users VALUES (99, 'n')", 0, "cured",
			"(1,1,a) (2,99,b) (3,,c) (4,2,d) (5,,e) (6,3,f) (7,1,g)"},
		"parent appears, reassign": {"orphan-rows=reassign:3", "INSERT INTO users VALUES (99, 'n')", 0, "cured",
			"(1,1,a) (2,99,b) (3,3,c) (4,2,d) (5,3,e) (6,3,f) (7,1,g)"},
		"parent appears, quarantine": {"orphan-rows=quarantine", "INSERT INTO users VALUES (99, 'n')", 0, "cured",
			"(1,1,a) (2,99,b) (4,2,d) (6,3,f) (7,1,g)"},
		"target goes": {"orphan-rows=reassign:3", "DELETE FROM leases WHERE id = 6; DELETE FROM users WHERE id = 3", 3, "public.users has no row with id = '3' any more",
			"(1,1,a) (2,99,b) (3,3,c) (4,2,d) (5,3,e) (7,1,g)"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			onEnds(t, func(t *testing.T, s *servers.Server) {
				dsn := s.Database(t)
				s.Exec(t, dsn, leases)
				release := holding(t, dsn, "SELECT FROM leases WHERE id = 2 FOR UPDATE")
				fix := begin(t, slices.Concat([]string{"fix", "--apply", "--yes", "--max-risk", "data", "--dsn", dsn, "--strategy", c.strategy}, movesRows)...)
				fix.says(t, "trying again")
				s.Exec(t, dsn, c.meanwhile)
				release()
				fix.wait(t).want(t, c.code, c.words)
				if got := leaseList(t, dsn); got != c.want {
					t.Errorf("leases are %s", got)
				}
				takeBack(t, dsn).want(t, 0)
				if got := ask(t, dsn, "SELECT string_agg(user_id::text, ' ' ORDER BY id) FROM leases WHERE id IN (2, 3, 5)"); got != "99 98 97" {
					t.Errorf("undone, they refer to %s", got)
				}
			})
		})
	}
}

// The owner needs no superuser for it, and row security hides no orphan.
func TestRelinkOwner(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		database := ask(t, dsn, "SELECT current_database()")
		owner, password := s.Role(t, "owner", "")
		s.Exec(t, dsn, `CREATE SCHEMA app AUTHORIZATION "`+owner+`"; GRANT CREATE ON DATABASE "`+database+`" TO "`+owner+`"`)
		as := s.DSNFor(database, owner, password)
		s.Exec(t, as, "SET search_path = app;"+leases+"; ALTER TABLE leases ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON leases USING (id < 3); ALTER TABLE users ENABLE ROW LEVEL SECURITY")
		before := dataCase{}.rows(t, dsn)
		for strategy, want := range map[string]string{"set-null": "1     2   3 1", "reassign:3": "1 3 3 2 3 3 1"} {
			cure(t, as, "--strategy", "orphan-rows="+strategy).want(t, 0)
			if got := ask(t, dsn, "SELECT string_agg(coalesce(user_id::text, ' '), ' ' ORDER BY id) FROM app.leases"); got != want {
				t.Errorf("%s: %q, want %q", strategy, got, want)
			}
			takeBack(t, as).want(t, 0)
			wantSame(t, "undo as owner", before, dataCase{}.rows(t, dsn))
		}
		s.Exec(t, as, "ALTER TABLE app.leases FORCE ROW LEVEL SECURITY")
		cure(t, as, "--strategy", "orphan-rows=set-null").want(t, 0, "row-level security policy")
		wantSame(t, "hidden rows and yet changed", before, dataCase{}.rows(t, dsn))
	})
}
