package integration

import (
	"testing"

	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/advisor"
)

// TestAdvisorComputed wants indexes for columns that are compared with what a statement computes (the unit of a time, moments
// from seconds or by a format, lists of VALUES, the settings of an application, what a function returns), by
// operators of pg_trgm, intarray and jsonb, and for what COPY and CREATE TABLE AS carry out.
func TestAdvisorComputed(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, `CREATE EXTENSION hypopg;
			CREATE EXTENSION pg_trgm;
			CREATE EXTENSION intarray;
			CREATE TABLE trips (id int PRIMARY KEY, driver int NOT NULL, van int NOT NULL, route int NOT NULL, depot int NOT NULL, tenant bigint NOT NULL, ref uuid NOT NULL, left_at timestamptz NOT NULL,
				back_at timestamptz NOT NULL, day date NOT NULL, booked date NOT NULL, town text NOT NULL, street text NOT NULL, km numeric(10, 2) NOT NULL, stops int[] NOT NULL, paper jsonb NOT NULL, note text NOT NULL);
			INSERT INTO trips SELECT n, n % 6000, n % 5500, n % 5200, n % 4900, n % 4700, md5((n / 3)::text)::uuid, timestamptz '2026-01-01' + n * interval '3 minutes', timestamptz '2026-01-01' + n * interval '4 minutes',
				date '2020-01-01' + (hashint4(n) & 2047), date '2018-01-01' + (hashint4(n + 7) & 2047), 'town ' || md5(n::text), 'street ' || md5((n + 1)::text), (hashint4(n) & 1048575) / 10.0,
				ARRAY[hashint4(n) & 2047, hashint4(n + 1) & 2047], jsonb_build_object('kind', 'k' || n % 3, 'size', n % 900, 'client', jsonb_build_object('ref', 'r' || n % 8000), 'marks', jsonb_build_array('m' || n % 700)),
				repeat(md5(n::text), 5) FROM generate_series(1, 40000) AS n;
			CREATE VIEW own AS SELECT * FROM trips WHERE tenant = current_setting('app.tenant')::bigint AND ref <> current_setting('app.ref')::uuid;`)
		// the field behind paper #>> $1 is told from others by how often its values come again among the documents of
		// the statistics: of a hundred, one draw in some hundreds has four pairs by chance
		s.Exec(t, dsn, "ALTER TABLE trips ALTER paper SET STATISTICS 400")
		s.Exec(t, dsn, "VACUUM ANALYZE trips")
		call := called(1800)
		calls := []advisor.Call{
			call("since", "SELECT id, note FROM trips WHERE left_at >= date_trunc($1, $2::timestamptz) AND left_at < date_trunc($3, $4::timestamptz)", 400),
			call("seconds", "SELECT id, note FROM trips WHERE back_at > to_timestamp($1)", 80),
			call("format", "SELECT id, note FROM trips WHERE day = to_date($1, $2)", 20),
			call("values", "SELECT id, note FROM trips WHERE driver IN (VALUES ($1), ($2))", 13),
			call("pairs", "SELECT t.id, t.note FROM trips AS t JOIN (VALUES ($1, $2), ($3, $4)) AS v (van, kind) ON t.van = v.van AND t.note <> v.kind", 15),
			call("returned", "SELECT t.id, t.note FROM jsonb_to_recordset($1) AS x (route int) JOIN trips AS t ON t.route = x.route", 8),
			call("copied", "COPY (SELECT * FROM trips WHERE depot = 7) TO STDOUT", 8),
			call("setting", "SELECT id, note FROM own", 9),
			call("uuids", "SELECT id, note FROM trips WHERE ref IN (VALUES ($1), ($2))", 6),
			call("path", "SELECT id, note FROM trips WHERE paper #>> $1 = $2", 5),
			call("document", "SELECT id, note FROM trips WHERE (paper#>ARRAY[$1]::text[])::jsonb::jsonb = $2", 44), // as Prisma writes it
			call("marked", "SELECT id, note FROM trips WHERE paper -> $1 ? $2", 57),
			call("stop", "SELECT id, note FROM trips WHERE stops @> $1", 39),
			call("nearest", "SELECT id, note FROM trips ORDER BY town <-> $1 LIMIT $2", 10),
			call("few", "SELECT id, note FROM trips WHERE km BETWEEN $1 AND $2", 20),
		}
		list := []wanted{
			{`ON "public"."trips" USING btree ("left_at")`, "SELECT id FROM trips WHERE left_at >= date_trunc('day', timestamptz '2026-02-01') AND left_at < date_trunc('day', timestamptz '2026-02-02')"},
			{`ON "public"."trips" USING btree ("back_at")`, "SELECT id FROM trips WHERE back_at > to_timestamp(1776800000)"},
			{`ON "public"."trips" USING btree ("day")`, "SELECT id FROM trips WHERE day = to_date('2021-03-04', 'YYYY-MM-DD')"},
			{`ON "public"."trips" USING btree ("driver")`, "SELECT id FROM trips WHERE driver IN (VALUES (7), (9))"},
			{`ON "public"."trips" USING btree ("van")`, "SELECT t.id FROM trips AS t JOIN (VALUES (7, 'x'), (9, 'y')) AS v (van, kind) ON t.van = v.van AND t.note <> v.kind"},
			{`ON "public"."trips" USING btree ("route")`, "SELECT t.id FROM jsonb_to_recordset('[]') AS x (route int) JOIN trips AS t ON t.route = x.route"},
			{`ON "public"."trips" USING btree ("depot")`, "SELECT * FROM trips WHERE depot = 7"},
			{`ON "public"."trips" USING btree ("tenant")`, "SELECT id FROM trips WHERE tenant = 7"},
			{`ON "public"."trips" USING btree ("ref")`, "SELECT id FROM trips WHERE ref = 'c4ca4238-a0b9-2382-0dcc-509a6f75849b'"},
			{`ON "public"."trips" USING btree ((paper #>> '{client,ref}'::text[]))`, "SELECT id FROM trips WHERE paper #>> '{client,ref}' = 'r7'"},
			{`ON "public"."trips" USING btree ((paper #> '{size}'::text[]))`, "SELECT id FROM trips WHERE (paper#>ARRAY['size']::text[])::jsonb::jsonb = '7'"},
			{`ON "public"."trips" USING gin ((paper -> 'marks'::text))`, "SELECT id FROM trips WHERE paper -> 'marks' ? 'm7'"},
			{`ON "public"."trips" USING gin ("stops" "public"."gin__int_ops")`, "SELECT id FROM trips WHERE stops @> '{7}'"},
			{`ON "public"."trips" USING gist ("town" "public"."gist_trgm_ops")`, "SELECT id FROM trips ORDER BY town <-> 'town 5' LIMIT 10"},
			{`ON "public"."trips" USING btree ("km")`, "SELECT id FROM trips WHERE km BETWEEN 700 AND 750"},
		}
		if s.Major >= 15 { // before, no b-tree serves it
			calls = append(calls, call("begins", "SELECT id, note FROM trips WHERE starts_with(street, $1)", 3))
			list = append(list, wanted{`ON "public"."trips" USING btree ("street" text_pattern_ops)`, "SELECT id FROM trips WHERE starts_with(street, 'street 5a5a')"})
		}
		conn := connect(t, dsn)
		for _, engine := range []string{"hypopg", "scratch"} {
			wantRead(t, conn, engine, advised(t, s, dsn, calls, engine, "--index-budget", "100"), list)
		}
	})
}
