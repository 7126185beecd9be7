package migrations

import (
	"context"
	"fmt"
)

// indexProgress reads how far the build of an index is, by the backend's
// process ID. REINDEX and DROP of partitions report there too.
const indexProgress = `
	SELECT p.phase,
		CASE WHEN p.blocks_total > 0 THEN 100 * p.blocks_done / p.blocks_total
			WHEN p.tuples_total > 0 THEN 100 * p.tuples_done / p.tuples_total
			WHEN p.lockers_total > 0 THEN 100 * p.lockers_done / p.lockers_total
		END
	FROM pg_catalog.pg_stat_progress_create_index AS p
	WHERE p.pid = $1`

// observe says in words how far a running step is, "" where nothing can be
// seen. It reads on the guard's connection, which has nothing else to do then.
func (r *Record) observe(ctx context.Context, entry Entry, pid uint32, counter string) string {
	ctx = context.WithoutCancel(ctx) // see Entries
	if entry.Waits {
		var phase string
		var percent *int64
		if err := r.guard.QueryRow(ctx, indexProgress, int32(pid)).Scan(&phase, &percent); err != nil {
			return ""
		}
		if percent == nil {
			return phase
		}
		return fmt.Sprintf("%s, %d %%", phase, *percent)
	}
	if counter == "" {
		return ""
	}
	var moved int64
	if err := r.guard.QueryRow(ctx, counter).Scan(&moved); err != nil || moved == 0 {
		return ""
	}
	return fmt.Sprintf("%d rows done", moved)
}

// rowCounter is a query of how many rows a data step has dealt with so far:
// those that the first quarantine table of its fix holds, by committed batch.
func rowCounter(entry Entry, entries []Entry) string {
	if entry.Risk != "data" || !entry.UpAlone {
		return ""
	}
	for _, other := range entries {
		if other.Plan == entry.Plan && other.Finding == entry.Finding && len(other.Quarantine) > 0 {
			return "SELECT pg_catalog.count(q.pgdoctor_batch) FROM " + quarantined(other.Quarantine[0]) + " AS q"
		}
	}
	return ""
}
