package integration

import (
	"slices"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/advisor"
)

// TestAdvisorSupposes wants what pg_stat_statements has hidden to be supposed as somebody who knows the
// database would: by its own definitions and settings, by what its values look like, and by what goes
// together in a statement.
func TestAdvisorSupposes(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, s.DSN("postgres"), "ALTER DATABASE "+quoted(nameOf(t, dsn))+" SET timezone = 'Europe/Oslo'")
		s.Exec(t, dsn, `CREATE EXTENSION hypopg;
			CREATE DOMAIN code AS text CHECK (VALUE <> '');
			CREATE TABLE letters (id int PRIMARY KEY, body text NOT NULL, words tsvector GENERATED ALWAYS AS (to_tsvector('simple', body)) STORED);
			CREATE TABLE notes (id int PRIMARY KEY, body text NOT NULL, written_at timestamptz NOT NULL, seen_at timestamptz, phone text NOT NULL, serial code NOT NULL, sender inet NOT NULL, kind text NOT NULL);
			INSERT INTO notes SELECT n, 'a word ' || md5(n::text), timestamptz '2025-01-01' + n * interval '10 minutes', CASE WHEN n % 3 > 0 THEN timestamptz '2025-01-01' + n * interval '11 minutes' END,
				'+47 ' || 10 + n % 90 || '-' || 10000 + n, 'S' || md5(n::text), ('10.' || n % 200 || '.' || n / 200 || '.7')::inet, 'kind ' || n % 7 FROM generate_series(1, 40000) AS n;
			CREATE TABLE stays (room_id int NOT NULL, arrival date NOT NULL, departure date NOT NULL, guest text NOT NULL);
			INSERT INTO stays SELECT n % 20, date '2020-01-01' + n / 20, date '2020-01-03' + n / 20, md5(n::text) FROM generate_series(1, 40000) AS n;
			CREATE TABLE makers (id int PRIMARY KEY, name text NOT NULL);
			INSERT INTO makers SELECT n, 'maker ' || n FROM generate_series(1, 2000) AS n;
			CREATE TABLE parts (maker_id int NOT NULL, shop_id int NOT NULL, price int NOT NULL, note text NOT NULL);
			INSERT INTO parts SELECT n % 2000 + 1, n % 300 + 1, n, md5(n::text) FROM generate_series(1, 60000) AS n;`)
		s.Exec(t, dsn, "VACUUM ANALYZE letters, notes, stays, makers, parts")
		call := called(800)
		advice := adviceAt(t, dsn, []advisor.Call{
			call("words", "SELECT id FROM notes WHERE to_tsvector($1, body) @@ plainto_tsquery($2, $3)", 2.3),
			call("day", "SELECT count($1) FROM notes WHERE (written_at AT TIME ZONE $2)::date = current_date - $3", 1),
			call("phone", "SELECT id FROM notes WHERE regexp_replace(phone, $1, $2, $3) = $4", 1.1),
			call("latest", "SELECT id FROM notes WHERE kind = $1 ORDER BY seen_at DESC NULLS LAST LIMIT $2", 20),
			call("serials", "SELECT id FROM notes WHERE serial LIKE $1", 1.2),
			call("network", "SELECT phone FROM notes WHERE sender <<= $1", 200.3),
			call("rooms", "SELECT guest FROM stays WHERE arrival < $1 AND departure > $2", 41.2),
			call("either", "SELECT p.price, m.name FROM parts AS p LEFT JOIN makers AS m ON m.id = p.maker_id WHERE p.note = $1 OR lower(p.note) = $2", 1.1),
			call("makers", "SELECT note FROM parts WHERE maker_id = $1 AND coalesce(shop_id, $2) = $3", 1.1), // 0, -1, who knows
			call("priced", "SELECT note FROM parts WHERE coalesce(price, $1) = $2", 1.1),
		}, advisor.Options{Engine: "hypopg"})
		all := proposedBy(t, advice)
		day := `notes USING btree (((written_at AT TIME ZONE 'Europe/Oslo'::text)::date))`
		if s.Major < 14 { // written as the function that it is
			day = `notes USING btree ((timezone('Europe/Oslo'::text, written_at)::date))`
		}
		for _, want := range []string{
			day,
			`notes USING gin ((to_tsvector('simple'::regconfig, body)))`,
			`notes USING btree ((regexp_replace(phone, '[^0-9]'::text, ''::text, 'g'::text)))`,
			`notes USING btree ("kind", "seen_at" DESC NULLS LAST)`,
			`notes USING btree ("serial" text_pattern_ops)`,
			`notes USING btree ("sender")`,
			`stays USING btree ("departure")`,
			`parts USING btree ("maker_id")`,
			`parts USING btree ((COALESCE(price, '0'::integer)))`,
			`parts USING btree ("note")`,
			`parts USING btree ((lower(note)))`,
		} {
			if !slices.ContainsFunc(all, func(index string) bool { return strings.HasPrefix(index, want) }) {
				t.Errorf("%s is not among\n%s", want, strings.Join(all, "\n"))
			}
		}
		if strings.Contains(strings.Join(all, "\n"), "COALESCE(shop_id") {
			t.Errorf("what may serve nothing is proposed beside what serves nearly as well:\n%s", strings.Join(all, "\n"))
		}
	})
}
