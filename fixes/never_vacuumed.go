package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.NeverVacuumed, Cure{Kind: "vacuum", Risk: Online, Reversible: true, order: 82}, vacuumForVisibility)

var _ = pair(checks.VisibilityMapLow, Cure{Kind: "vacuum", Risk: Online, Reversible: true, order: 83}, vacuumForVisibility)

// vacuumForVisibility runs VACUUM on a table, or on all partitions of one, so
// that their pages are marked as visible to all.
func vacuumForVisibility(row checks.TableVisibility, c Context) ([]Step, error) {
	table := checks.Table{Schema: row.Schema, Name: row.Table}
	step := maintain("vacuum", vacuumQuietly, table, c.Server)
	step.Note = "reads all pages that are not marked yet, and skips what is locked; pages with rows that an open transaction may not see are not marked"
	if row.Partitioned {
		step.Note += "; takes one partition after the other, each with the same lock"
		return []Step{step}, nil
	}
	step.Claims = []Claim{{"pages not yet marked as visible to all", fmt.Sprintf(
		"SELECT c.relpages - c.relallvisible FROM pg_catalog.pg_class AS c WHERE c.oid = pg_catalog.to_regclass(%s)", postgres.Literal(table.SQL()))}}
	return []Step{step}, nil
}

var (
	_ = example(checks.NeverVacuumed, checks.TableVisibility{Schema: "public", Table: "orders", Rows: 9_000_000, Bytes: 1 << 30, NeverBytes: 1 << 30, NeverTables: 1})
	_ = example(checks.VisibilityMapLow, checks.TableVisibility{Schema: "public", Table: "orders", Rows: 9_000_000, Bytes: 1 << 30, VisibleBytes: 1 << 27, IndexScans: 4000})
)
