package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.IndexUnused, Cure{Kind: "drop-index", Risk: Online, Reversible: true, order: 72},
	func(row checks.ScannedIndex, _ Context) ([]Step, error) {
		if row.Standbys > 0 {
			return nil, refuse("%d of this server's standbys may use it, and their scans are not seen from here: look at idx_scan in pg_stat_user_indexes on each of them, and drop it by hand where it is 0 everywhere", row.Standbys)
		}
		if row.Definition == "" && !row.Partitioned {
			return nil, refuse("its definition could not be read: it was dropped while it was examined")
		}
		surplus := checks.SurplusIndex{
			Schema: row.Schema, Index: row.Index, Table: row.Table, Partitioned: row.Partitioned, Definition: row.Definition,
			Predicate: row.Predicate, Tablespace: row.Tablespace, Comment: row.Comment, Statistics: row.Statistics,
		}
		return dropConcurrently(surplus,
			fmt.Sprintf("what this server counted in %d days says nothing of an index that was built in the meantime, nor of what runs more rarely", row.Days),
			[]Requirement{
				{noStandby, "a standby was attached meanwhile: it counts its own scans"},
				{fmt.Sprintf("SELECT pg_catalog.pg_stat_get_numscans(pg_catalog.to_regclass(%s)) = %d", postgres.Literal(postgres.Quote(row.Schema, row.Index)), row.Scans),
					"the index was used since it was examined"},
			},
			"scans of it since statistics began")
	})

// noStandby is true where this server knows of no standby; subscribers and
// backups do not count.
const noStandby = `SELECT NOT EXISTS (
    SELECT FROM pg_catalog.pg_stat_replication AS s
    WHERE s.state IS DISTINCT FROM 'backup'
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_replication_slots AS l WHERE l.active_pid = s.pid AND l.slot_type = 'logical'))
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_replication_slots AS l WHERE l.slot_type = 'physical')`

var _ = example(checks.IndexUnused, checks.ScannedIndex{Schema: "public", Index: "orders_total_idx", Table: "orders", Method: "btree", Writes: 20000, Bytes: 1 << 30, Days: 40,
	Definition: "CREATE INDEX orders_total_idx ON public.orders USING btree (total)"})
