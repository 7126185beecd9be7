package fixes

import (
	"context"
	"fmt"
	"time"

	humanize "github.com/dustin/go-humanize"
	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

const (
	// indexSpace is what building an index takes at its height, as a multiple of its
	// size: itself, the sorted runs, and as much WAL.
	indexSpace = 3.5
	// rowSpace is the same for rows that are moved or changed: their copy in
	// quarantine, and WAL for that and for what happens to the rows.
	rowSpace = 3
)

// Exceeding are the findings whose steps need more disk than is left of so many
// bytes when it is their turn, and why.
func (p Plan) Exceeding(free int64) map[string]string {
	over := map[string]string{}
	for i := 0; i < len(p.Steps); {
		end := EndOf(p.Steps, i)
		need, stays := int64(0), int64(0)
		for _, step := range p.Steps[i:end] {
			need = max(need, stays+step.Proof.Disk)
			stays += step.Proof.stays()
		}
		if need > free {
			over[p.Steps[i].Cures] = fmt.Sprintf("it needs about %s of disk while it runs, and %s of what is free (--free-disk) is left by then",
				humanize.IBytes(uint64(need)), humanize.IBytes(uint64(max(free, 0))))
		} else {
			free -= stays
		}
		i = end
	}
	return over
}

// stays is what a step leaves on the disk: the index, or the rows that are kept.
func (p Proof) stays() int64 {
	if p.Bytes > 0 {
		return p.Bytes
	}
	return p.Kept
}

// proveDisk adds up what a step needs: of an index that is built, of relations
// that are written anew, of rows that are kept.
func proveDisk(ctx context.Context, db *sqlx.DB, step *Step, timeout time.Duration) {
	p := &step.Proof
	p.Disk = int64(indexSpace * float64(p.Bytes))
	if step.Disk != "" {
		number := count(ctx, db, Claim{SQL: step.Disk}, timeout)
		if number.Value == nil {
			p.NotProvable = append(p.NotProvable, "how much disk it takes: "+number.Unknown)
			return
		}
		p.Disk += *number.Value
	}
	for i, table := range step.Copies {
		rows := p.Numbers[i].Value
		if rows == nil {
			p.NotProvable = append(p.NotProvable, "how much disk it takes: the rows could not be counted")
			return
		}
		literal := postgres.Literal(table)
		bytes := count(ctx, db, Claim{SQL: fmt.Sprintf(`SELECT pg_catalog.ceil(least(1, %d / greatest(t.rows, 1)) * t.bytes)::bigint
FROM (
    SELECT pg_catalog.sum(pg_catalog.pg_table_size(c.oid))::float8 AS bytes, pg_catalog.sum(greatest(c.reltuples, 0))::float8 AS rows
    FROM pg_catalog.pg_class AS c
    WHERE c.oid = %s::pg_catalog.regclass
       OR c.oid IN (SELECT p.relid FROM pg_catalog.pg_partition_tree(%s::pg_catalog.regclass) AS p WHERE p.isleaf)
) AS t`, *rows, literal, literal)}, timeout)
		if bytes.Value == nil {
			p.NotProvable = append(p.NotProvable, "how much disk it takes: "+bytes.Unknown)
			return
		}
		p.Kept += *bytes.Value
	}
	p.Disk += rowSpace * p.Kept
}
