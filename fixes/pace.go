package fixes

import "strings"

// A batch holds the locks of its rows until it commits, and who wants one of
// them waits for it. How long it takes nobody knows beforehand: so batches begin
// small, grow while they are fast and shrink when they are slow. Looking for the
// rows does not count: to look more often would make it no faster.
const (
	paceSize   = "pgdoctor_size integer := 100"
	paceBegan  = "pgdoctor_began timestamptz"
	paceBegins = "pgdoctor_began := pg_catalog.clock_timestamp();"
)

// paceEnds chooses the size of the next batch.
func paceEnds() string {
	return strings.TrimPrefix(indent(1, `pgdoctor_size := CASE
    WHEN pg_catalog.clock_timestamp() - pgdoctor_began < '200 milliseconds'::interval THEN least(2 * pgdoctor_size, 2000)
    WHEN pg_catalog.clock_timestamp() - pgdoctor_began > '500 milliseconds'::interval THEN greatest(pgdoctor_size / 2, 20)
    ELSE pgdoctor_size
END;`), "    ")
}
