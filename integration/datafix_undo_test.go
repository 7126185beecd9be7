package integration

import (
	"testing"

	"github.com/pgdoctor/pgdoctor/integration/servers"
)

const small = `
CREATE TABLE users (id integer PRIMARY KEY, email text, name text);
INSERT INTO users VALUES (1, 'a', 'x'), (2, 'a', 'y'), (3, 'b', 'z');
CREATE TABLE orders (id integer PRIMARY KEY, user_id integer REFERENCES users, note text);
INSERT INTO orders VALUES (1, 1, 'x'), (2, 2, 'y');
CREATE TABLE houses (id integer PRIMARY KEY);
INSERT INTO houses VALUES (1), (2);
CREATE TABLE leases (id integer PRIMARY KEY, house integer REFERENCES houses, tenant integer);
INSERT INTO leases VALUES (1, 1, 1), (2, 2, 99);
ALTER TABLE leases ADD FOREIGN KEY (tenant) REFERENCES users NOT VALID`

// What was written since stands in the way of an undo: it says what, and changes
// nothing more; once that is gone, it works.
func TestDataFixesObstacles(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ obstacle, words, gone string }{
		"id taken":       {"INSERT INTO users VALUES (1, 'new', 'new')", "now has a row with the same value under users_pkey", "DELETE FROM users WHERE email = 'new'"},
		"unique since":   {"CREATE UNIQUE INDEX later ON users (email)", "under later", "DROP INDEX later"},
		"check since":    {"ALTER TABLE users ADD CONSTRAINT later CHECK (name <> 'x')", "do not fit what was declared since", "ALTER TABLE users DROP CONSTRAINT later"},
		"parent gone":    {"DELETE FROM houses WHERE id = 2", "refer to rows that were removed since (leases_house_fkey)", "INSERT INTO houses VALUES (2)"},
		"column renamed": {"ALTER TABLE users RENAME name TO called", "the tables were changed since", "ALTER TABLE users RENAME called TO name"},
		"table renamed":  {"ALTER TABLE leases RENAME TO rents", "the tables were changed since", "ALTER TABLE rents RENAME TO leases"},
		"quarantine gone": {"ALTER SCHEMA pgdoctor RENAME TO elsewhere; CREATE SCHEMA pgdoctor; ALTER TABLE elsewhere.journal SET SCHEMA pgdoctor; ALTER TABLE elsewhere.migrations SET SCHEMA pgdoctor; ALTER TABLE elsewhere.record_version SET SCHEMA pgdoctor",
			"which kept its rows, was dropped; nothing was changed", "ALTER TABLE pgdoctor.journal SET SCHEMA elsewhere; ALTER TABLE pgdoctor.migrations SET SCHEMA elsewhere; ALTER TABLE pgdoctor.record_version SET SCHEMA elsewhere; DROP SCHEMA pgdoctor; ALTER SCHEMA elsewhere RENAME TO pgdoctor"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			onEnds(t, func(t *testing.T, s *servers.Server) {
				dsn := s.Database(t)
				s.Exec(t, dsn, small)
				before := dataCase{}.rows(t, dsn)
				cure(t, dsn).want(t, 0)
				s.Exec(t, dsn, c.obstacle)
				got := takeBack(t, dsn)
				got.want(t, 3, c.words)
				hindered := dataCase{}.rows(t, dsn)
				takeBack(t, dsn).want(t, 3, c.words)
				wantSame(t, "a refused undo changed something", hindered, dataCase{}.rows(t, dsn))
				s.Exec(t, dsn, c.gone)
				takeBack(t, dsn).want(t, 0)
				wantSame(t, "undo after the obstacle", before, dataCase{}.rows(t, dsn))
				cure(t, dsn).want(t, 0)
			})
		})
	}
}

// Rows that somebody changed since keep what is theirs: only the reference returns.
func TestDataFixesChangedSince(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, small)
		cure(t, dsn).want(t, 0)
		s.Exec(t, dsn, "UPDATE orders SET note = 'newer' WHERE id = 1; INSERT INTO orders VALUES (3, 2, 'new')")
		takeBack(t, dsn).want(t, 0)
		if got := ask(t, dsn, "SELECT string_agg(o::text, ' ' ORDER BY id) FROM orders AS o"); got != "(1,1,newer) (2,2,y) (3,2,new)" {
			t.Errorf("orders are %s", got)
		}
	})
}

// The owner needs no superuser, row security hides no row, and who does not own
// the tables is told so before anything is moved.
func TestDataFixesOwner(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		database := ask(t, dsn, "SELECT current_database()")
		owner, password := s.Role(t, "owner", "")
		other, otherPassword := s.Role(t, "writer", "")
		s.Exec(t, dsn, `CREATE SCHEMA app AUTHORIZATION "`+owner+`"; GRANT CREATE ON DATABASE "`+database+`" TO "`+owner+`", "`+other+`"; GRANT USAGE ON SCHEMA app TO "`+other+`"`)
		as, asOther := s.DSNFor(database, owner, password), s.DSNFor(database, other, otherPassword)
		s.Exec(t, as, "SET search_path = app;"+small+`; GRANT ALL ON ALL TABLES IN SCHEMA app TO "`+other+`";
			CREATE FUNCTION app.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
			CREATE TRIGGER t BEFORE UPDATE ON app.orders FOR EACH ROW EXECUTE FUNCTION app.f()`)
		before := dataCase{}.rows(t, dsn)

		cure(t, asOther).want(t, 3, "app.leases, app.orders, app.users belong to "+owner+": connect as that role")
		wantSame(t, "refused and yet changed", before, dataCase{}.rows(t, dsn))
		takeBack(t, asOther).want(t, 0)
		s.Exec(t, dsn, "DROP SCHEMA IF EXISTS pgdoctor CASCADE")

		s.Exec(t, as, "ALTER TABLE app.users ENABLE ROW LEVEL SECURITY; ALTER TABLE app.orders ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON app.users USING (id = 3)")
		cure(t, as).want(t, 0)
		takeBack(t, as).want(t, 0)
		after := dataCase{}.rows(t, dsn)
		wantSame(t, "undo as owner", before, after)

		s.Exec(t, as, "ALTER TABLE app.users FORCE ROW LEVEL SECURITY")
		cure(t, as).want(t, 0, "row-level security policy")
		wantSame(t, "hidden rows and yet changed", before, dataCase{}.rows(t, dsn))
	})
}
