package integration

import (
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/integration/servers"
)

// later is a database that is cured and then goes on: what undo brings back
// meets what was written since.
type later struct {
	script   string   // before the fix
	flags    []string // of the fix
	obstacle string   // what is written after it
	says     []string // the undo that is refused
	skipped  string   // query: what is there once the conflicts were skipped
	want     string   // its answer
	gone     string   // what clears the way
}

const shop = `
CREATE TABLE users (id integer PRIMARY KEY, email text, name text);
INSERT INTO users VALUES (1, 'a', 'x'), (2, 'a', 'y'), (3, 'b', 'z'), (4, 'b', 'w'), (5, 'c', 'v');
CREATE TABLE orders (id integer PRIMARY KEY, user_id integer REFERENCES users, note text);
INSERT INTO orders VALUES (1, 1, 'x'), (2, 2, 'y'), (3, 3, 'z');
CREATE TABLE profiles (user_id integer PRIMARY KEY REFERENCES users, bio text);
INSERT INTO profiles VALUES (1, 'one'), (2, 'two'), (3, 'three');
CREATE TABLE badges (id integer PRIMARY KEY, profile integer REFERENCES profiles);
INSERT INTO badges VALUES (1, 1), (2, 2), (3, 3)`

// estate has orphans that others hang on, in a circle too.
const estate = `
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users SELECT generate_series(1, 20);
CREATE TABLE houses (id integer PRIMARY KEY);
INSERT INTO houses VALUES (1), (2);
CREATE TABLE leases (id integer PRIMARY KEY, house integer REFERENCES houses, tenant integer, follows integer);
INSERT INTO leases VALUES (1, 1, 1, NULL), (2, 2, 99, 3), (3, 1, 98, 2), (4, 1, 97, NULL), (5, 1, 1, 4), (6, 2, 96, NULL), (7, 1, 1, 6);
ALTER TABLE leases ADD FOREIGN KEY (follows) REFERENCES leases ON DELETE CASCADE;
CREATE TABLE payments (id integer PRIMARY KEY, lease integer REFERENCES leases ON DELETE CASCADE);
INSERT INTO payments SELECT n, n FROM generate_series(1, 7) AS n;
CREATE TABLE remarks (id integer PRIMARY KEY, lease integer REFERENCES leases ON DELETE SET NULL);
INSERT INTO remarks SELECT n, n FROM generate_series(1, 7) AS n;
ALTER TABLE leases ADD FOREIGN KEY (tenant) REFERENCES users NOT VALID`

const ids = "(SELECT coalesce(string_agg(id::text, ',' ORDER BY id), '') FROM "

var laters = map[string]later{
	"merge, key taken": {
		script: shop, obstacle: "INSERT INTO users VALUES (1, 'new', 'new')",
		says: []string{"1 row of public.users (id) = (1): the table now has a row with the same value under users_pkey",
			"1 row of public.orders (id) = (1): belong to those that cannot come back", "1 row of public.profiles (user_id) = (1): belong to"},
		skipped: "SELECT concat_ws(' ', " + ids + "users), (SELECT string_agg(user_id::text, ',' ORDER BY id) FROM orders), (SELECT string_agg(bio, ',' ORDER BY bio) FROM profiles), (SELECT string_agg(profile::text, ',' ORDER BY id) FROM badges))",
		want:    "1,2,3,4,5 2,2,3 three,two 2,2,3",
		gone:    "DELETE FROM users WHERE email = 'new'",
	},
	"merge, unique since": {
		script: shop, obstacle: "CREATE UNIQUE INDEX later ON users (email) WHERE id IN (1, 2)",
		says:    []string{"1 row of public.users (id) = (1): the table now has a row with the same value under later"},
		skipped: "SELECT concat_ws(' ', " + ids + "users), (SELECT string_agg(user_id::text, ',' ORDER BY id) FROM orders))",
		want:    "2,3,4,5 2,2,3",
		gone:    "DROP INDEX later",
	},
	"merge, check since": {
		script: shop, obstacle: "ALTER TABLE users ADD CONSTRAINT later CHECK (name <> 'z'), ALTER name SET NOT NULL",
		says:    []string{"1 row of public.users (id) = (3): do not fit what was declared since (later)"},
		skipped: "SELECT concat_ws(' ', " + ids + "users), (SELECT string_agg(user_id::text, ',' ORDER BY id) FROM orders))",
		want:    "1,2,4,5 1,2,4",
		gone:    "ALTER TABLE users DROP CONSTRAINT later, ALTER name DROP NOT NULL",
	},
	"orphan, key taken": {
		script: estate, obstacle: "INSERT INTO leases VALUES (4, 1, 1, 1)",
		says: []string{"1 row of public.leases (id) = (4): the table now has a row with the same value under leases_pkey",
			"1 row of public.leases (id) = (5): belong to those that cannot come back", "2 rows of public.payments (id) = (4) (5): belong to"},
		skipped: "SELECT concat_ws(' ', " + ids + "leases), " + ids + "payments), (SELECT string_agg(coalesce(lease::text, '-'), ',' ORDER BY id) FROM remarks), (SELECT follows FROM leases WHERE id = 2))",
		want:    "1,2,3,4,6,7 1,2,3,6,7 1,2,3,-,-,6,7 3",
		gone:    "DELETE FROM leases WHERE id = 4",
	},
	"orphan, parent gone": {
		script: estate, obstacle: "DELETE FROM houses WHERE id = 2",
		says:    []string{"rows of public.leases (id) = ", "refer to rows that were removed since (leases_house_fkey)"},
		skipped: "SELECT concat_ws(' ', " + ids + "leases), " + ids + "payments))",
		want:    "1,4,5 1,4,5", // 2 and 3 follow each other
		gone:    "INSERT INTO houses VALUES (2)",
	},
	"orphan, child taken": {
		script: estate, obstacle: "INSERT INTO payments VALUES (4, 1)",
		says:    []string{"1 row of public.payments (id) = (4): the table now has"},
		skipped: "SELECT concat_ws(' ', " + ids + "leases), (SELECT string_agg(id || ':' || lease, ',' ORDER BY id) FROM payments))",
		want:    "1,2,3,4,5,6,7 1:1,2:2,3:3,4:1,5:5,6:6,7:7",
		gone:    "DELETE FROM payments WHERE id = 4",
	},
	"set-null, unique since": {
		script: estate, flags: []string{"--strategy", "orphan-rows=set-null"}, obstacle: "CREATE UNIQUE INDEX later ON leases (tenant) WHERE tenant > 90; ALTER TABLE leases DROP CONSTRAINT leases_tenant_fkey; INSERT INTO leases VALUES (9, 2, 99, NULL)",
		says:    []string{"1 row of public.leases (id) = (2): the table now has a row with the same value under later"},
		skipped: "SELECT string_agg(coalesce(tenant::text, '-'), ',' ORDER BY id) FROM leases",
		want:    "1,-,98,97,1,96,1,99",
		gone:    "DELETE FROM leases WHERE id = 9; DROP INDEX later; ALTER TABLE leases ADD FOREIGN KEY (tenant) REFERENCES users NOT VALID",
	},
	"reassign, unique since": {
		script: estate, flags: []string{"--strategy", "orphan-rows=reassign:20"}, obstacle: "CREATE UNIQUE INDEX later ON leases (tenant) WHERE tenant IN (98, 97)",
		says: nil, skipped: "SELECT string_agg(tenant::text, ',' ORDER BY id) FROM leases", want: "1,99,98,97,1,96,1", gone: "DROP INDEX later",
	},
	"a key that counts as valid": {
		script: strings.Replace(estate, "ADD FOREIGN KEY (tenant) REFERENCES users NOT VALID", "ADD FOREIGN KEY (tenant) REFERENCES users NOT VALID; UPDATE pg_constraint SET convalidated = true WHERE conname = 'leases_tenant_fkey'", 1), obstacle: "INSERT INTO leases VALUES (4, 1, 1, 1)",
		says:    []string{"1 row of public.leases (id) = (4): the table now has a row with the same value under leases_pkey", "(5): belong to"},
		skipped: "SELECT concat_ws(' ', " + ids + "leases), " + ids + "payments))",
		want:    "1,2,3,4,6,7 1,2,3,6,7",
		gone:    "DELETE FROM leases WHERE id = 4",
	},
}

// An undo names the rows that cannot come back and changes nothing; asked to
// skip them it brings back all others, and the rest when the way is clear.
func TestSkipConflicts(t *testing.T) {
	t.Parallel()
	for name, c := range laters {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			onEnds(t, func(t *testing.T, s *servers.Server) { c.prove(t, s.Database(t), s) })
		})
	}
}

func (c later) prove(t *testing.T, dsn string, s *servers.Server) {
	s.Exec(t, dsn, c.script)
	before := dataCase{}.rows(t, dsn)
	cure(t, dsn, c.flags...).want(t, 0)
	s.Exec(t, dsn, c.obstacle)
	if len(c.says) > 0 {
		takeBack(t, dsn).want(t, 3, append(c.says, "nothing was changed", "--skip-conflicts brings back all others")...)
		hindered := dataCase{}.rows(t, dsn)
		takeBack(t, dsn).want(t, 3, c.says...)
		wantSame(t, "a refused undo changed something", hindered, dataCase{}.rows(t, dsn))

		skip := pgdoctor(t, "undo", "--all", "--yes", "--skip-conflicts", "--dsn", dsn)
		skip.want(t, 1, append(c.says, "kept in quarantine: ", "is partly undone")...)
		pgdoctor(t, "history", "--dsn", dsn).want(t, 0, "partly undone")
	} else {
		takeBack(t, dsn).want(t, 0)
	}
	if got := ask(t, dsn, c.skipped); got != c.want {
		t.Errorf("what came back is %s, want %s", got, c.want)
	}
	if len(c.says) > 0 { // asked again it finds the same, and loses nothing
		pgdoctor(t, "undo", "--all", "--yes", "--skip-conflicts", "--dsn", dsn).want(t, 1, c.says...)
		pgdoctor(t, "undo", "--all", "--yes", "--dsn", dsn).want(t, 3, c.says...)
		pgdoctor(t, "history", "--dsn", dsn).want(t, 0, "partly undone")
		if got := ask(t, dsn, c.skipped); got != c.want {
			t.Errorf("a second time: %s, want %s", got, c.want)
		}
	}
	s.Exec(t, dsn, c.gone)
	takeBack(t, dsn).want(t, 0)
	wantSame(t, "undo once the way was clear", before, dataCase{}.rows(t, dsn))
	cure(t, dsn, c.flags...).want(t, 0)
	takeBack(t, dsn).want(t, 0)
	wantSame(t, "and once more", before, dataCase{}.rows(t, dsn))
}
