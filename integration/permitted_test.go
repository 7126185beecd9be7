package integration

import (
	"regexp"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/integration/servers"
)

// twoOwners has something to cure in tables of two owners: a reference without an
// index, a surplus index, orphans, duplicates, a constraint that was never validated.
const twoOwners = `
CREATE SCHEMA app;
CREATE TABLE app.users (id integer PRIMARY KEY, email text, name text);
INSERT INTO app.users VALUES (1, 'a', 'x'), (2, 'a', 'y'), (3, 'b', 'z');
CREATE TABLE app.orders (id integer PRIMARY KEY, user_id integer REFERENCES app.users, note text);
INSERT INTO app.orders SELECT n, n % 3 + 1, 'n' FROM generate_series(1, 2000) AS n;
CREATE INDEX orders_note ON app.orders (note);
CREATE INDEX orders_note_again ON app.orders (note);
CREATE TABLE app.leases (id integer PRIMARY KEY, tenant integer);
INSERT INTO app.leases VALUES (1, 1), (2, 99);
ALTER TABLE app.leases ADD FOREIGN KEY (tenant) REFERENCES app.users NOT VALID`

var grantsNamed = regexp.MustCompile(`GRANT [^;:]+? TO "[^"]+"`)

// granted runs what a refusal says is to be granted: all of it must be there.
func granted(t *testing.T, s *servers.Server, dsn string, refused ran) {
	t.Helper()
	refused.want(t, 3, "this role lacks rights for it, so nothing was changed")
	grants := grantsNamed.FindAllString(refused.stderr, -1)
	if len(grants) == 0 {
		t.Fatalf("no GRANT is named: %s", refused.stderr)
	}
	s.Exec(t, dsn, strings.Join(grants, ";"))
}

// Who lacks rights is told all of them before anything is done, by fix and by
// undo, and no more is needed than was named.
func TestPermitted(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		database := ask(t, dsn, "SELECT current_database()")
		first, _ := s.Role(t, "first", "")
		second, _ := s.Role(t, "second", "")
		dba, password := s.Role(t, "dba", "")
		as := s.DSNFor(database, dba, password)
		own := func(table, owner string) string { return `ALTER TABLE app.` + table + ` OWNER TO "` + owner + `";` }
		s.Exec(t, dsn, twoOwners+";"+own("users", first)+own("orders", first)+own("leases", second)+
			`GRANT USAGE ON SCHEMA app TO "`+first+`", "`+second+`", "`+dba+`"; GRANT SELECT ON ALL TABLES IN SCHEMA app TO "`+dba+`"`)
		start := picture(t, dsn, true)
		fix := []string{"fix", "fk-without-index", "index-duplicate", "orphan-rows", "duplicate-emails", "constraint-not-validated", "--apply", "--yes", "--max-risk", "data", "--dsn", as}

		shown := pgdoctor(t, "fix", "fk-without-index", "--dsn", as)
		shown.want(t, 0, "this role may not apply and undo it", `app.orders belongs to`, `GRANT CREATE ON SCHEMA "app" TO`)
		refused := pgdoctor(t, fix...)
		refused.want(t, 3, `GRANT CREATE ON DATABASE "`+database+`" TO "`+dba+`"`)
		wantSame(t, "refused and yet changed", start, picture(t, dsn, true))
		s.Exec(t, dsn, strings.Join(grantsNamed.FindAllString(refused.stderr, -1), ";"))
		before := picture(t, dsn, true)
		refused = pgdoctor(t, fix...)
		refused.want(t, 3, "app.leases belongs to "+second+": connect as that role", `GRANT "`+first+`" TO "`+dba+`"`)
		wantSame(t, "refused and yet changed", before, picture(t, dsn, true))
		granted(t, s, dsn, refused)
		pgdoctor(t, fix...).want(t, 0, "cured")

		s.Exec(t, dsn, `REVOKE "`+first+`", "`+second+`" FROM "`+dba+`"; REVOKE CREATE ON SCHEMA app FROM "`+dba+`"`)
		cured := picture(t, dsn, true)
		pgdoctor(t, "undo", "--all", "--dry-run", "--dsn", as).want(t, 0, "but not by this role: ", "nothing was changed")
		refused = pgdoctor(t, "undo", "--all", "--yes", "--dsn", as)
		refused.want(t, 3, first+": connect as that role, or GRANT", second+": connect as that role, or GRANT", `GRANT CREATE ON SCHEMA "app" TO "`+dba+`"`)
		wantSame(t, "refused and yet changed", cured, picture(t, dsn, true))
		granted(t, s, dsn, refused)
		pgdoctor(t, "undo", "--all", "--yes", "--dsn", as).want(t, 0)
		s.Exec(t, dsn, "DROP SCHEMA pgdoctor CASCADE; REVOKE CREATE ON SCHEMA app FROM \""+dba+"\"; REVOKE CREATE ON DATABASE \""+database+"\" FROM \""+dba+"\"")
		wantSame(t, "undo", start, picture(t, dsn, true))
	})
}

// A member of the record's owner who made a part of it is named too: what it
// keeps belongs to it, and another member could not drop it.
func TestPermittedQuarantine(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		database := ask(t, dsn, "SELECT current_database()")
		owner, ownerPassword := s.Role(t, "owner", "")
		member, password := s.Role(t, "member", `IN ROLE "`+owner+`"`)
		as, asMember := s.DSNFor(database, owner, ownerPassword), s.DSNFor(database, member, password)
		s.Exec(t, dsn, `CREATE SCHEMA app AUTHORIZATION "`+owner+`"; GRANT CREATE ON DATABASE "`+database+`" TO "`+owner+`"`)
		s.Exec(t, as, "SET search_path = app;"+small)
		before := dataCase{}.rows(t, dsn)
		cure(t, as).want(t, 0) // makes the record
		takeBack(t, as).want(t, 0)
		cure(t, asMember).want(t, 0)
		cured := picture(t, dsn, true)
		takeBack(t, as).want(t, 3, "pgdoctor.q", "belong to "+member+": connect as that role")
		wantSame(t, "refused and yet changed", cured, picture(t, dsn, true))
		takeBack(t, asMember).want(t, 0)
		wantSame(t, "undo", before, dataCase{}.rows(t, dsn))
	})
}
