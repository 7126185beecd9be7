package integration

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// TestIndexSizes builds the indexes whose size a dry run promises, and wants the
// promise kept within a tenth: unique and repeated keys, several columns, NULLs.
func TestIndexSizes(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, `
CREATE UNLOGGED TABLE sized AS
    SELECT n AS unique_int, n::bigint AS unique_bigint, md5(n::text) || left(md5((-n)::text), 18) AS text_50,
        timestamptz '2026-01-01' + n * interval '1 second' AS made, n % 20000 AS fk, n % 10 AS ten,
        'name ' || lpad((n % 7919 % 100)::text, 15, '0') AS hundred, (ARRAY['new', 'paid', 'sent', 'done', 'lost'])[n % 5 + 1] AS state,
        CASE WHEN n % 5 = 0 THEN n END AS mostly_null, md5(n::text)::uuid AS id, n % 3000 AS thousands
    FROM generate_series(1, 1000000) AS n;
CREATE UNLOGGED TABLE groups AS
    SELECT n % 10 AS ten, 'name ' || lpad((n / 10 % 100)::text, 15, '0') AS hundred FROM generate_series(1, 1000000) AS n;
ANALYZE sized; ANALYZE groups`)
		cfg, err := postgres.ParseDSN(dsn)
		if err != nil {
			t.Fatal(err)
		}
		db, err := postgres.Open(t.Context(), cfg, 1)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		server, err := postgres.Probe(t.Context(), db, time.Minute)
		if err != nil {
			t.Fatal(err)
		}
		for i, columns := range []string{
			"sized unique_int", "sized unique_bigint", "sized text_50", "sized fk,made", "sized fk,text_50,made",
			"groups ten,hundred", "sized state", "sized fk", "sized mostly_null", "sized id", "sized mostly_null,made",
		} {
			table, list, _ := strings.Cut(columns, " ")
			names := strings.Split(list, ",")
			plan := fixes.Plan{Steps: []fixes.Step{{Gain: &fixes.Gain{
				Statement: "SELECT 1", Schema: "public", Table: table, Columns: names,
				Index: fmt.Sprintf("CREATE INDEX ON public.%s (%s)", table, list),
			}}}}
			if err := fixes.Prove(t.Context(), db, server, &plan, time.Minute); err != nil {
				t.Fatal(err)
			}
			s.Exec(t, dsn, fmt.Sprintf("CREATE INDEX built_%d ON %s (%s)", i, table, list))
			var actual int64
			if err := db.GetContext(t.Context(), &actual, fmt.Sprintf("SELECT pg_catalog.pg_relation_size('built_%d')", i)); err != nil {
				t.Fatal(err)
			}
			ratio := float64(plan.Steps[0].Proof.Bytes) / float64(actual)
			t.Logf("%s (%s): promised %d, built %d, %.3f", table, list, plan.Steps[0].Proof.Bytes, actual, ratio)
			if math.Abs(ratio-1) > 0.1 {
				t.Errorf("%s (%s): promised %d bytes, built %d", table, list, plan.Steps[0].Proof.Bytes, actual)
			}
		}
	})
}
