package migrations

import (
	"context"
	"fmt"
	"time"
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

// observer says in words how far a running step is. It reads on the guard's
// connection, which has nothing else to do then.
type observer struct {
	pid     int32
	waits   bool   // a build or drop of an index
	counter string // query of the rows done, "" for none
	phase   string
	since   time.Time // when the phase began
}

// observe is "" where nothing can be seen.
func (r *Record) observe(ctx context.Context, o *observer, now time.Time) string {
	ctx = context.WithoutCancel(ctx) // see Entries
	if o.waits {
		var phase string
		var percent *int64
		if err := r.guard.QueryRow(ctx, indexProgress, o.pid).Scan(&phase, &percent); err != nil {
			return ""
		}
		if phase != o.phase {
			o.phase, o.since = phase, now
		}
		return inWords(phase, percent, now.Sub(o.since))
	}
	if o.counter == "" {
		return ""
	}
	var moved int64
	if err := r.guard.QueryRow(ctx, o.counter).Scan(&moved); err != nil || moved == 0 {
		return ""
	}
	return fmt.Sprintf("%d rows done", moved)
}

// inWords is a phase with how far it is and, from what it took until now, how
// long it still takes.
func inWords(phase string, percent *int64, took time.Duration) string {
	if percent == nil {
		return phase
	}
	text := fmt.Sprintf("%s, %d %%", phase, *percent)
	if *percent > 0 && *percent < 100 && took >= 2*time.Second {
		left := took * time.Duration(100-*percent) / time.Duration(*percent)
		text += fmt.Sprintf(", about %s left in this phase", left.Round(time.Second))
	}
	return text
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
