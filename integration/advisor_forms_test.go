package integration

import (
	"slices"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/advisor"
)

// TestAdvisorForms wants what search forms and programs' libraries send to be understood: filters that
// are nothing where their value is NULL, LIKE with ESCAPE, numbers filled up with zeros, a rare state in a
// wide range, words that are looked for by a query in FROM, states that are not wanted.
func TestAdvisorForms(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, `CREATE EXTENSION hypopg;
			CREATE TABLE orders (id int PRIMARY KEY, client_id int NOT NULL, status text NOT NULL, postcode varchar(8) NOT NULL, reference varchar(40) NOT NULL, number varchar(12) NOT NULL, placed_at timestamptz NOT NULL);
			INSERT INTO orders SELECT n, n % 20, CASE WHEN n % 4000 = 0 THEN 'lost' WHEN n % 3000 = 0 THEN 'held' WHEN n % 30 = 0 THEN 'open' ELSE 'done' END, lpad((hashint4(n) & 8191)::text, 5, '1'), 'WEB-' || md5(n::text), lpad(n::text, 10, '0'), timestamptz '2025-01-01' + n * interval '5 minutes' FROM generate_series(1, 60000) AS n;
			CREATE TABLE books (id int PRIMARY KEY, title text NOT NULL, words tsvector GENERATED ALWAYS AS (to_tsvector('english', title)) STORED);
			INSERT INTO books SELECT n, 'book about ' || substr(md5((n / 7)::text), 1, 6) || ' and ' || substr(md5((n / 13)::text), 1, 6) FROM generate_series(1, 20000) AS n;
			CREATE TABLE parcels (id int PRIMARY KEY, status text NOT NULL, promised_at timestamptz NOT NULL, address text NOT NULL);
			INSERT INTO parcels SELECT n, CASE WHEN n % 1000 = 0 THEN 'moving' WHEN n % 1000 = 1 THEN 'cancelled' ELSE 'delivered' END, timestamptz '2025-01-01' + (hashint4(n) & 65535) * interval '9 minutes', repeat(md5(n::text), 4) FROM generate_series(1, 60000) AS n;`)
		s.Exec(t, dsn, "VACUUM ANALYZE orders, books, parcels")
		call := func(id, text string, rows, blocks float64) advisor.Call {
			return called(blocks)(id, text, rows)
		}
		advice := adviceAt(t, dsn, []advisor.Call{
			call("form", `SELECT id, number FROM orders WHERE (cast($1 AS int) IS NULL OR client_id = cast($2 AS int)) AND (cast($3 AS text) IS NULL OR status = cast($4 AS text))
				AND ($5 IS NULL OR postcode = $6) ORDER BY placed_at DESC OFFSET $7 LIMIT $8`, 7.3, 700),
			call("escaped", "SELECT id, number FROM orders WHERE reference LIKE $1 ESCAPE $2", 1.1, 700),
			call("padded", "SELECT id, status FROM orders WHERE ltrim(number, $1) = $2", 1, 700),
			call("rare", "SELECT id, number FROM orders WHERE status IN ($1, $2) AND id > $3 ORDER BY id LIMIT $4", 17.4, 650),
			call("words", "SELECT b.id, ts_rank(b.words, q) FROM books AS b, websearch_to_tsquery($1, $2) AS q WHERE b.words @@ q ORDER BY 2 DESC LIMIT $3", 20, 250),
			call("late", "SELECT id, address FROM parcels WHERE status NOT IN ($1, $2) AND promised_at < $3", 58.6, 1400),
		}, advisor.Options{Engine: "hypopg"})
		all := proposedBy(t, advice)
		for _, want := range []string{
			`orders USING btree ("postcode"`,
			`orders USING btree ("reference" varchar_pattern_ops)`,
			`orders USING btree ((ltrim(number::text, '0'::text)))`,
			`orders USING btree ("status"`,
			`books USING gin ("words")`,
			`parcels USING btree ("promised_at") WHERE "status" <> 'delivered'`,
		} {
			if !slices.ContainsFunc(all, func(index string) bool { return strings.HasPrefix(index, want) }) {
				t.Errorf("%s is not among\n%s", want, strings.Join(all, "\n"))
			}
		}
	})
}

// TestAdvisorSwitches wants filters that a constant, a flag, CASE or coalesce leaves out to be served as well.
func TestAdvisorSwitches(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, `CREATE EXTENSION hypopg;
			CREATE EXTENSION pg_trgm;
			CREATE TABLE visits (id int PRIMARY KEY, doctor int NOT NULL, ward varchar(12) NOT NULL, patient text NOT NULL, bed text NOT NULL, referral uuid NOT NULL, note text NOT NULL, room int NOT NULL, nurse int NOT NULL, deputy int NOT NULL, name text NOT NULL);
			INSERT INTO visits SELECT n, n % 900, 'W' || n % 800, md5((n / 3)::text), 'bed ' || n % 700, md5((n / 9)::text)::uuid, repeat('x', 80), n % 950, n % 970, n % 990, md5(n::text) FROM generate_series(1, 40000) AS n`)
		s.Exec(t, dsn, "VACUUM ANALYZE visits")
		call := func(column, condition string, rows float64) advisor.Call {
			return called(900)(column, "SELECT id, note FROM visits WHERE "+condition, rows)
		}
		advice := adviceAt(t, dsn, []advisor.Call{
			call("doctor", "($1 = $2 OR doctor = $3)", 44),
			call("ward", "($1 = $2 OR ward = $1)", 50),
			call("patient", "(NOT $1::boolean OR patient = $2)", 3),
			call("bed", "bed = coalesce($1, bed)", 57),
			call("referral", "CASE WHEN $1::uuid <> $2::uuid THEN referral = $3 ELSE $4 END", 9),
			call("room", "(cardinality($1::int[]) = $2 OR room = ANY ($1))", 126),
			call("nurse", "($1::int IS NULL OR nurse = $1 OR deputy = $1)", 80),
			call("deputy", "($1::int IS NULL OR nurse = $1 OR deputy = $1)", 80),
			call("name", "($1::text IS NULL OR name ILIKE '%' || $1 || '%' OR bed ILIKE '%' || $1 || '%')", 3),
		}, advisor.Options{Engine: "hypopg"})
		var all []string
		for _, proposal := range advice.Proposals {
			all = append(all, proposal.Keys[0].Column)
		}
		for _, query := range advice.Statements {
			if query.Skipped != "" || !slices.Contains(all, query.ID) {
				t.Errorf("no index on %s: %s", query.ID, query.Skipped)
				for _, binding := range query.Bindings {
					t.Logf("%.2f of the calls: %s", binding.Weight, binding.Query)
				}
			}
		}
	})
}
