package integration

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/integration/servers"
)

// manyPartitions is what time-series extensions make: a partitioned table with an
// index, a foreign key without one and a child of its own for each hour.
const manyPartitions = `
CREATE TABLE devices (id bigint PRIMARY KEY, name varchar(50));
INSERT INTO devices SELECT n, 'device' FROM generate_series(1, 10) AS n;
CREATE TABLE readings (device_id bigint NOT NULL REFERENCES devices, at timestamp NOT NULL, email text, value json, expires_at timestamptz) PARTITION BY RANGE (at);
CREATE INDEX readings_at ON readings (at);
CREATE INDEX readings_at_again ON readings (at);
ALTER TABLE readings ADD CONSTRAINT readings_value CHECK (value IS NOT NULL) NOT VALID;
`

const partitions = 1200

// A table of many partitions is one finding of a check, not one for each of
// them, and no check takes long over it.
func TestManyPartitions(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, manyPartitions)
		for first := 1; first <= partitions; first += 200 {
			s.Exec(t, dsn, fmt.Sprintf(`DO $$ BEGIN FOR n IN %d..%d LOOP
				EXECUTE format('CREATE TABLE readings_p%%s PARTITION OF readings FOR VALUES FROM (%%L) TO (%%L)',
					n, timestamp '2024-01-01' + n * interval '1 hour', timestamp '2024-01-01' + (n + 1) * interval '1 hour');
				EXECUTE format('INSERT INTO readings_p%%s VALUES (1, %%L, ''x@example.org'', ''{}'')', n, timestamp '2024-01-01' + n * interval '1 hour');
			END LOOP; END $$`, first, first+199))
		}
		s.Exec(t, dsn, "ANALYZE")
		reported := 0
		for _, result := range runAll(t, dsn) {
			var leaves []string
			for _, finding := range result.Findings {
				if strings.Contains(finding.Object, "readings") {
					reported++
				}
				if strings.Contains(finding.Object, "readings_p") {
					leaves = append(leaves, finding.Object)
				}
			}
			if len(leaves) > 0 {
				t.Errorf("%s reports %d partitions by themselves, such as %s", result.Doc.ID, len(leaves), leaves[0])
			}
		}
		if reported == 0 {
			t.Error("nothing was found at the parent either")
		}
	})
}

// fleeting makes one table anew.
const fleeting = `DROP TABLE IF EXISTS %[1]s CASCADE;
CREATE TABLE %[1]s (id serial PRIMARY KEY, user_id bigint REFERENCES users, email varchar(30), made timestamp DEFAULT now());
CREATE INDEX ON %[1]s (email) WHERE email IS NOT NULL;
CREATE VIEW %[1]s_view AS SELECT * FROM %[1]s;
INSERT INTO %[1]s (email) VALUES ('a@example.org')`

// Tables that come and go while checks read cost no check its answer.
func TestTablesComeAndGo(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, mixedTables)
		stop, ended := make(chan struct{}), make(chan struct{})
		conn, err := pgconn.Connect(t.Context(), dsn)
		if err != nil {
			t.Fatal(err)
		}
		go func() {
			defer close(ended)
			defer conn.Close(context.Background())
			for n := 0; ; n++ {
				select {
				case <-stop:
					return
				default:
				}
				if _, err := conn.Exec(context.Background(), fmt.Sprintf(fleeting, fmt.Sprintf("fleeting_%d", n%7))).ReadAll(); err != nil {
					t.Errorf("make tables: %v", err)
					return
				}
			}
		}()
		db, server := open(t, dsn)
		for range 3 {
			for _, result := range checks.Run(t.Context(), db, server, checks.All(), checks.Options{Jobs: 2}) {
				// a DROP of a busy machine may take longer than a check waits for a lock, and then is said
				if result.Status == checks.Failed && !strings.Contains(result.Reason, "another session held a lock") {
					t.Errorf("%s failed: %s", result.Doc.ID, result.Reason)
				}
			}
		}
		close(stop)
		<-ended
	})
}
