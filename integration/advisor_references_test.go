package integration

import (
	"slices"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/advisor"
)

// TestAdvisorReferences wants an index for the rows that a DELETE makes the server look for, of which its text
// says nothing: for each row that goes, in every table that refers to it.
func TestAdvisorReferences(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, `CREATE EXTENSION hypopg;
			CREATE TABLE trips (id int PRIMARY KEY, leg int NOT NULL, note text NOT NULL, UNIQUE (id, leg));
			INSERT INTO trips SELECT n, n % 3, md5(n::text) FROM generate_series(1, 20000) AS n;
			CREATE TABLE alerts (id int PRIMARY KEY, trip_id int NOT NULL REFERENCES trips ON DELETE CASCADE, text text NOT NULL);
			INSERT INTO alerts SELECT n, n % 20000 + 1, repeat('a', 90) FROM generate_series(1, 30000) AS n;
			CREATE TABLE stops (id int PRIMARY KEY, trip int NOT NULL, leg int NOT NULL, town text NOT NULL, FOREIGN KEY (trip, leg) REFERENCES trips (id, leg));
			INSERT INTO stops SELECT n, n, n % 3, repeat('s', 90) FROM generate_series(1, 20000) AS n;
			CREATE TABLE fares (id int PRIMARY KEY, trip_id int NOT NULL REFERENCES trips, text text NOT NULL);
			INSERT INTO fares SELECT n, n, repeat('f', 90) FROM generate_series(1, 20000) AS n;
			CREATE INDEX ON fares (trip_id);
			CREATE TABLE tolls (id int PRIMARY KEY, trip_id int NOT NULL, text text NOT NULL);
			INSERT INTO tolls SELECT n, n, repeat('t', 90) FROM generate_series(1, 20000) AS n;`)
		s.Exec(t, dsn, "VACUUM ANALYZE trips, alerts, stops, fares, tolls")
		calls := []advisor.Call{{ID: "purge", Text: "DELETE FROM trips WHERE id = $1", Calls: 1000, TotalMS: 9000, Rows: 1000, Blocks: 1_000_000}}
		list := statementsFile(t, calls)
		advise := func(dsn, engine string) advisor.Advice {
			return pgdoctor(t, "advise", "--dsn", dsn, "--statements", list, "--engine", engine, "--format", "json").advice(t)
		}
		for _, engine := range []string{"hypopg", "model"} {
			advice := advise(dsn, engine)
			var proposed []string
			for _, proposal := range advice.Proposals {
				columns := proposal.Columns()
				slices.Sort(columns)
				proposed = append(proposed, proposal.Table+" "+strings.Join(columns, " "))
			}
			slices.Sort(proposed)
			if len(proposed) != 2 || proposed[0] != "alerts trip_id" || !strings.HasSuffix(proposed[1], " trip") { // of a key of two, one will do
				t.Errorf("%s proposes %q, want alerts (trip_id) and stops (trip)", engine, proposed)
			}
			if !advice.Statements[0].Refers {
				t.Errorf("%s does not say what else was planned", engine)
			}
		}
		// who may not read the tables that refer to it learns about the rest
		user, password := s.Role(t, "reader", "")
		s.Exec(t, dsn, "GRANT SELECT ON trips TO "+user)
		advice := advise(s.DSNFor(nameOf(t, dsn), user, password), "model")
		if query := advice.Statements[0]; query.Skipped != "" || query.Refers || len(advice.Proposals) > 0 {
			t.Errorf("without rights: skipped %q, refers %t, proposals %v", query.Skipped, query.Refers, advice.Proposals)
		}
	})
}
