package fixes

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// ranges looks for the rows that a step moves. LIMIT alone would read all those
// again, each time, that it has moved already or that stay: so a first pass goes
// through the table by ranges of blocks, once. Ranges are wide where little is
// found and narrow where one of them holds more than a batch. Rows that somebody
// has locked are skipped in it, and those that meanwhile move to a block behind
// are not seen: a last pass looks at the whole table, waits for them, and ends
// when it finds none.
type ranges struct {
	table checks.Table
	// blocks says whether the server reads a range of blocks by itself (TID Range
	// Scan, from 14 on); before, a range would cost as much as the whole.
	blocks bool
}

func rangesOf(table checks.Table, c Context) ranges {
	foreign := slices.ContainsFunc(table.Partitions, func(p checks.Partition) bool { return p.Kind == "f" })
	return ranges{table, c.Server.Major() >= 14 && !foreign}
}

// declare lists the variables of loop.
func (r ranges) declare() []string {
	list := []string{"pgdoctor_picked bigint", "pgdoctor_from bigint := 0", "pgdoctor_blocks bigint"}
	if r.blocks {
		list = append(list, "pgdoctor_span bigint := 256", "pgdoctor_low tid", "pgdoctor_high tid")
	}
	return list
}

// begins measures the table.
func (r ranges) begins() string {
	literal := postgres.Literal(r.table.SQL())
	size := "pg_catalog.pg_relation_size(" + literal + "::pg_catalog.regclass)"
	if r.table.Kind == "p" {
		size = "(SELECT coalesce(pg_catalog.max(pg_catalog.pg_relation_size(p.relid)), 0) FROM pg_catalog.pg_partition_tree(" + literal + "::pg_catalog.regclass) AS p)"
	}
	if !r.blocks { // all of it is one range
		return "pgdoctor_blocks := 1;"
	}
	return "pgdoctor_blocks := " + size + " / pg_catalog.current_setting('block_size')::bigint + 1;"
}

// narrowly makes the planner look up what a narrow range refers to, row by row,
// instead of reading the other table as a whole each time.
const narrowly = `IF pgdoctor_span <= 1024 THEN
    PERFORM pg_catalog.set_config('random_page_cost', '1', true), pg_catalog.set_config('seq_page_cost', '1', true);
END IF;
`

// picks fills the quarantine with the next rows: insert is what precedes the rest
// of the query, whose rows are c. Where a range holds none, the next one follows.
func (r ranges) picks(insert, condition string, run batches) string {
	pick := func(within, locking string) string {
		return fmt.Sprintf("%s\nFROM %s AS c\nWHERE (%s)%s\nLIMIT pgdoctor_size\nFOR UPDATE OF c%s;\nGET DIAGNOSTICS pgdoctor_picked = ROW_COUNT;", insert, fromItem(r.table), condition, within, locking)
	}
	first := pick("", " SKIP LOCKED") + "\nIF pgdoctor_picked < pgdoctor_size THEN\n    pgdoctor_from := pgdoctor_blocks;\nEND IF;"
	if r.blocks {
		first = `pgdoctor_low := pg_catalog.format('(%s,0)', pgdoctor_from)::tid;
pgdoctor_high := pg_catalog.format('(%s,0)', least(pgdoctor_from + pgdoctor_span, 4294967295))::tid;
pgdoctor_began := pg_catalog.clock_timestamp();
` + narrowly + pick("\n  AND c.ctid >= pgdoctor_low\n  AND c.ctid < pgdoctor_high", " SKIP LOCKED") + `
IF pgdoctor_picked < pgdoctor_size THEN
    pgdoctor_from := pgdoctor_from + pgdoctor_span;
    pgdoctor_span := CASE
        WHEN pg_catalog.clock_timestamp() - pgdoctor_began < '200 milliseconds'::interval THEN least(2 * pgdoctor_span, 1048576)
        WHEN pg_catalog.clock_timestamp() - pgdoctor_began > '500 milliseconds'::interval THEN greatest(pgdoctor_span / 2, 16)
        ELSE pgdoctor_span
    END;
ELSE
    pgdoctor_span := greatest(pgdoctor_span / 4, 16);
END IF;`
	}
	next := "IF pgdoctor_picked = 0 THEN\n    pgdoctor_this := pgdoctor_this - 1;\n    CONTINUE;\nEND IF;"
	if run.end == committed.end {
		next = strings.Replace(next, "CONTINUE", committed.end+"\n    CONTINUE", 1)
	}
	return strings.Join([]string{
		"IF pgdoctor_from < pgdoctor_blocks THEN",
		indent(1, first+"\n"+next),
		"ELSE",
		indent(1, pick("", "")+"\nEXIT WHEN pgdoctor_picked = 0;"),
		"END IF;",
	}, "\n")
}
