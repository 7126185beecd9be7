package integration

import (
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/advisor"
)

// TestAdvisorTexts wants values that are sent as texts to be understood, the largest of a column to be found at
// the end of an index, periods between two columns and paths to get GiST, fields of a document in a document an index, and nothing to be proposed that
// CREATE INDEX refuses or that finds no row: on an expression that is not immutable, or for what an outer join lacks.
func TestAdvisorTexts(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, `CREATE EXTENSION hypopg;
			CREATE EXTENSION pg_trgm;
			CREATE EXTENSION ltree;
			CREATE TABLE flats (id int PRIMARY KEY, name text NOT NULL);
			INSERT INTO flats SELECT n, 'flat ' || n FROM generate_series(1, 9000) AS n;
			CREATE TABLE lets (id int PRIMARY KEY, flat int NOT NULL, number int NOT NULL, code uuid NOT NULL, price numeric(10, 2) NOT NULL, arrival date NOT NULL, departure date NOT NULL,
				place ltree NOT NULL, guest text NOT NULL, note text NOT NULL, paper jsonb NOT NULL);
			INSERT INTO lets SELECT n, n % 8000 + 1, n % 7000, md5((n / 2)::text)::uuid, (hashint4(n) & 65535) / 7.0, date '2015-01-01' + n / 10, date '2015-01-03' + n / 10 + n % 5,
				('world.r' || n % 40 || '.c' || n % 1900)::ltree, 'guest ' || md5(n::text), repeat(md5(n::text), 5),
				jsonb_build_object('kind', 'k' || n % 3, 'client', jsonb_build_object('ref', 'r' || n % 8000, 'vip', n % 2 = 0)) FROM generate_series(1, 40000) AS n;`)
		s.Exec(t, dsn, "VACUUM ANALYZE flats, lets")
		call := called(1500)
		calls := []advisor.Call{
			call("dearest", "SELECT max(price) FROM lets", 1),
			call("latest", "SELECT coalesce(max(arrival), $1) FROM lets WHERE flat = $2", 1),
			call("cast", "SELECT id FROM lets WHERE code = $1::text::uuid", 2),
			call("list", "SELECT id FROM lets WHERE number = ANY (string_to_array($1, $2)::int[])", 11),
			call("overlap", "SELECT id, note FROM lets WHERE daterange(arrival, departure, $1) && daterange($2, $3)", 65),
			call("below", "SELECT id, note FROM lets WHERE place <@ $1", 21),
			call("nested", "SELECT id FROM lets WHERE paper -> $1 ->> $2 = $3", 5),
			call("empty", "SELECT f.name FROM flats AS f LEFT JOIN lets AS l ON l.flat = f.id WHERE l.id IS NULL", 1000),
			call("search", "SELECT id FROM lets WHERE concat(guest, $1, note) ILIKE $2", 2),
		}
		conn := connect(t, dsn)
		for _, engine := range []string{"hypopg", "scratch"} {
			set := advised(t, s, dsn, calls, engine)
			wantRead(t, conn, engine, set, []wanted{
				{`ON "public"."lets" USING btree ("price")`, "SELECT max(price) FROM lets"},
				{`ON "public"."lets" USING btree ("flat", "arrival")`, "SELECT max(arrival) FROM lets WHERE flat = 7"},
				{`ON "public"."lets" USING btree ("code")`, "SELECT id FROM lets WHERE code = 'a87ff679a2f3e71d9181a67b7542122c'"},
				{`ON "public"."lets" USING btree ("number")`, "SELECT id FROM lets WHERE number = ANY (string_to_array('7,9', ',')::int[])"},
				{`ON "public"."lets" USING gist ((daterange(arrival, departure, '[]'::text)))`, "SELECT id FROM lets WHERE daterange(arrival, departure, '[]') && daterange('2024-03-01', '2024-03-03')"},
				{`ON "public"."lets" USING btree (((paper -> 'client'::text) ->> 'ref'::text))`, "SELECT id FROM lets WHERE paper -> 'client' ->> 'ref' = 'r7'"},
				{`ON "public"."lets" USING gist ("place")`, "SELECT id FROM lets WHERE place <@ 'world.r7.c7'"},
			})
			for _, index := range set.create {
				if strings.Contains(index, "concat") || strings.Contains(index, "IS NULL") {
					t.Errorf("%s: %s is proposed", engine, index)
				}
			}
		}
	})
}
