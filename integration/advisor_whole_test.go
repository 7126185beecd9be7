package integration

import (
	"slices"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/advisor"
)

// TestAdvisorWholeValues wants a b-tree where LIKE looks for whole values (each call found one row), an index on the
// cast of citext beside the unique one on the column, which cannot serve it, and no state in front of a key that
// nearly tells the rows apart.
func TestAdvisorWholeValues(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, `CREATE EXTENSION hypopg; CREATE EXTENSION pg_trgm; CREATE EXTENSION citext;
			CREATE TABLE contacts (id int PRIMARY KEY, address varchar(80) NOT NULL, login citext NOT NULL UNIQUE, deleted boolean NOT NULL, serial text NOT NULL, title varchar(80) NOT NULL, note text NOT NULL);
			INSERT INTO contacts SELECT n, 'person' || n || '@mail.example', 'login' || n, n % 40 = 0, md5(n::text), 'letter ' || (hashint4(n) & 16383), repeat('x', 90) FROM generate_series(1, 40000) AS n`)
		s.Exec(t, dsn, "VACUUM ANALYZE contacts")
		call := called(900)
		advice := adviceAt(t, dsn, []advisor.Call{
			call("address", "SELECT c.id, c.note FROM contacts c WHERE upper(c.address) LIKE upper($1) ESCAPE $2 AND c.deleted = $3", 1),
			call("login", "SELECT id, note FROM contacts WHERE login = $1::varchar", 1),
			call("serial", "SELECT id, note FROM contacts WHERE deleted = $1 AND serial = $2", 1),
			call("title", "SELECT id, note FROM contacts WHERE upper(title) LIKE upper($1) ORDER BY id DESC LIMIT $2", 2.3),
		}, advisor.Options{Engine: "hypopg", Budget: 1})
		all := proposedBy(t, advice)
		for _, want := range []string{
			`contacts USING btree ((upper(address::text)) text_pattern_ops)`, `contacts USING btree ((login::text))`, `contacts USING btree ("serial")`, `contacts USING gin ((upper(title::text)) "public"."gin_trgm_ops")`,
		} {
			if !slices.Contains(all, want) {
				t.Errorf("%s is not among\n%s", want, strings.Join(all, "\n"))
			}
		}
	})
}
