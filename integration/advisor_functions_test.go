package integration

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/advisor"
)

// TestAdvisorFunctions wants indexes for what pg_stat_statements counts of functions, triggers and cursors: texts that
// name variables, expressions without SELECT, and FETCH, which carries out what DECLARE says. It is read from the server
// and from a snapshot.
func TestAdvisorFunctions(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, `CREATE EXTENSION hypopg; CREATE EXTENSION pg_stat_statements;
			CREATE TABLE trips (id int PRIMARY KEY, driver int NOT NULL, van int NOT NULL, route int NOT NULL, depot int NOT NULL, stop int NOT NULL, crew int NOT NULL, pass int NOT NULL, day date NOT NULL, town text NOT NULL, note text NOT NULL);
			INSERT INTO trips SELECT n, n % 6000, n % 5500, n % 5200, n % 4900, n % 4700, n % 4300, n % 4100, date '2020-01-01' + (hashint4(n) & 2047), 'town ' || n % 4500, repeat(md5(n::text), 5) FROM generate_series(1, 40000) AS n;
			CREATE TABLE visits (id int PRIMARY KEY, trip int NOT NULL, guest int NOT NULL);
			INSERT INTO visits SELECT n, n / 3, n % 7000 FROM generate_series(1, 60000) AS n;
			CREATE FUNCTION trips_of(p_driver int, p_since date, OUT trips bigint, OUT last_note text) LANGUAGE plpgsql AS $$
			DECLARE v_trip record; van_no int := p_driver / 2;
			BEGIN
				SELECT count(*) INTO trips FROM trips AS t WHERE t.driver = p_driver AND t.day >= p_since;
				FOR v_trip IN SELECT t.id, t.note FROM trips AS t WHERE t.van = van_no LOOP
					PERFORM 1 FROM visits AS v WHERE v.trip = v_trip.id;
					last_note := (SELECT string_agg(t.note, ' ') FROM trips AS t WHERE t.town = 'town ' || p_driver);
				END LOOP;
			END $$;
			CREATE FUNCTION visits_of(guest_no int) RETURNS SETOF visits LANGUAGE sql VOLATILE AS $$ SELECT * FROM visits AS v WHERE v.guest = guest_no $$;
			CREATE FUNCTION notes_at(p_stops int[]) RETURNS SETOF text LANGUAGE plpgsql AS $$
			BEGIN RETURN QUERY SELECT t.note FROM trips AS t WHERE t.stop = ANY (p_stops) AND t.id <> p_stops[2] AND cardinality(p_stops) < 9; END $$;
			CREATE PROCEDURE tidy(p_crew int, p_word text) LANGUAGE plpgsql AS $$ BEGIN UPDATE trips SET note = note WHERE crew = p_crew; END $$;
			CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$
			BEGIN
				IF NEW.note = 'x' OR EXISTS (SELECT FROM trips AS t WHERE t.route = -NEW.route) THEN RETURN NULL; END IF;
				RETURN NEW;
			END $$;
			CREATE FUNCTION tally() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM count(*) FROM trips AS t JOIN added AS a ON a.guest = t.pass; RETURN NULL; END $$;
			CREATE TRIGGER tally AFTER INSERT ON visits REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally();
			CREATE TRIGGER keep BEFORE UPDATE ON trips FOR EACH ROW EXECUTE FUNCTION keep();`)
		s.Exec(t, dsn, "VACUUM ANALYZE")
		for _, track := range []string{"all", "top"} { // of what functions run the server keeps the texts, or nothing
			s.Exec(t, dsn, "ALTER DATABASE "+quoted(nameOf(t, dsn))+" SET pg_stat_statements.track = '"+track+"'")
			conn := connect(t, dsn+"&default_query_exec_mode=simple_protocol")
			for _, statement := range []string{
				forget, "SELECT trips_of(n, '2023-01-01') FROM generate_series(1, 30) AS n", "SELECT count(*) FROM generate_series(1, 30) AS n, LATERAL visits_of(n)",
				"SELECT count(*) FROM generate_series(1, 30) AS n, LATERAL notes_at(ARRAY[n, n + 50])", "UPDATE trips SET note = note WHERE id BETWEEN 70 AND 90",
			} {
				if _, err := conn.PgConn().Exec(t.Context(), statement).ReadAll(); err != nil {
					t.Fatalf("%s: %v", statement, err)
				}
			}
			for n := range 25 {
				for _, statement := range []string{
					fmt.Sprintf("CALL tidy(%d, 'secret')", n), fmt.Sprintf("INSERT INTO visits SELECT 90000 + max(id), %d, 7 FROM visits", n),
					"BEGIN", fmt.Sprintf("DECLARE c CURSOR FOR SELECT id, note FROM trips WHERE depot = %d", n), "FETCH 2 FROM c", "FETCH ALL FROM c", "COMMIT",
				} {
					if _, err := conn.Exec(t.Context(), statement); err != nil {
						t.Fatal(err)
					}
				}
			}
			s.Exec(t, dsn, "VACUUM trips, visits") // an index over rows with versions that a snapshot may still see is not read at once (pg_index.indcheckxmin)
			file := filepath.Join(t.TempDir(), "snapshot.gz")
			pgdoctor(t, "snapshot", "--dsn", dsn, "--output", file).want(t, 0)
			list := []wanted{
				{`ON "public"."trips" USING btree ("driver", "day")`, "SELECT id FROM trips WHERE driver = 7 AND day >= '2023-01-01'"},
				{`ON "public"."trips" USING btree ("van")`, "SELECT id FROM trips WHERE van = 7"},
				{`ON "public"."trips" USING btree ("town")`, "SELECT id FROM trips WHERE town = 'town 7'"},
				{`ON "public"."trips" USING btree ("route")`, "SELECT id FROM trips WHERE route = 7"},
				{`ON "public"."trips" USING btree ("depot")`, "SELECT id FROM trips WHERE depot = 7"},
				{`ON "public"."trips" USING btree ("crew")`, "SELECT id FROM trips WHERE crew = 7"},
				{`ON "public"."trips" USING btree ("pass")`, "SELECT id FROM trips WHERE pass = 7"},
				{`ON "public"."trips" USING btree ("stop")`, "SELECT id FROM trips WHERE stop = ANY ('{7,9}')"},
				{`ON "public"."visits" USING btree ("trip")`, "SELECT id FROM visits WHERE trip = 7"},
				{`ON "public"."visits" USING btree ("guest")`, "SELECT id FROM visits WHERE guest = 7"},
			}
			wantRead(t, conn, "hypopg, "+track, adviceOf(t, "hypopg, "+track, "--dsn", dsn, "--engine", "hypopg", "--index-budget", "100"), list)
			if track == "top" {
				advice := pgdoctor(t, "advise", "--dsn", dsn, "--engine", "hypopg", "--format", "json")
				if at := slices.IndexFunc(advice.advice(t).Statements, func(q *advisor.Query) bool { return strings.HasPrefix(q.In, "public.tidy(") }); at < 0 || strings.Contains(advice.stdout, "secret") {
					t.Errorf("the procedure's statement is at %d of\n%s", at, advice.stdout)
				}
				id := advice.advice(t).Statements[slices.IndexFunc(advice.advice(t).Statements, func(q *advisor.Query) bool { return strings.HasPrefix(q.Text, "CALL") })].ID
				explained := pgdoctor(t, "explain", "missing-index", "--statement", id, "--dsn", dsn)
				explained.want(t, 0)
				for _, part := range []string{"CALL tidy($1, $2)", "in public.tidy(", "WHERE crew = p_crew", `USING btree ("crew")`} {
					if !strings.Contains(explained.stdout, part) {
						t.Errorf("%q is not in\n%s", part, explained.stdout)
					}
				}
			}
			wantRead(t, conn, "snapshot, "+track, adviceOf(t, "snapshot, "+track, "--snapshot", file, "--engine", "scratch", "--scratch-image", servers.Image(s.Major), "--index-budget", "100"), list)
		}
	})
}
