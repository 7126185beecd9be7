package checks

import (
	"context"
	"fmt"
	"math"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// columnWidths are, for each column in the table's order, the average width, the
// share of NULLs, the alignment, and the length of its type or -1.
type columnWidths [][4]float64

// Scan reads a JSON array of arrays.
func (w *columnWidths) Scan(src any) error { return postgres.ScanJSON(src, w) }

// BloatedTable is one table, how large it is and how large it would be if it
// were written anew. Partitions are summed up at the topmost parent.
type BloatedTable struct {
	Schema      string       `db:"schema_name" json:"-"`
	Table       string       `db:"table_name" json:"-"`
	RootSchema  string       `db:"root_schema" json:"schema"`
	RootTable   string       `db:"root_table" json:"table"`
	Partitioned bool         `db:"partitioned" json:"partitioned"`
	Pages       int64        `db:"pages" json:"-"`
	Rows        float64      `db:"rows" json:"-"`
	FillFactor  int64        `db:"fillfactor" json:"-"`
	ToastPages  int64        `db:"toast_pages" json:"-"`
	ToastRows   float64      `db:"toast_rows" json:"-"` // chunks
	BlockSize   int64        `db:"block_size" json:"-"`
	ColumnCount int          `db:"column_count" json:"-"`
	Columns     columnWidths `db:"columns" json:"-"`
	Bytes       int64        `json:"bytes" volatile:"true"`
	WastedBytes int64        `json:"wasted_bytes" volatile:"true"` // estimated
}

var (
	tableBloatMinMegabytes = Threshold{
		Name: "min-megabytes", Default: 100, Unit: "MiB wasted",
		Why: "less is not worth the trouble of a rewrite",
	}
	tableBloatMinPercent = Threshold{
		Name: "min-percent", Default: 40, Unit: "percent of the table",
		Why: "a table under UPDATE and DELETE always holds some room, which the next rows take",
	}
	tableBloatWarnMegabytes = Threshold{
		Name: "warn-megabytes", Default: 10_240, Unit: "MiB wasted",
		Why: "as much is felt in the cache, in backups and on the bill, and the finding is a warning",
	}
)

// TableBloat finds tables that are mostly empty room.
var TableBloat = define(Spec[BloatedTable]{
	Doc: Doc{
		ID:       "table-bloat",
		Title:    "table that is much larger than its rows",
		Examines: "tables",
		Why: `VACUUM makes the place of dead rows free for new ones, but gives it back to the disk only at the end of the file. After a large deletion, or after a time in which VACUUM could not clean (an open transaction, a forgotten replication slot), the table stays as large as it ever was: sequential scans read the room as well, it takes cache, and it is in every physical backup.

The numbers are an estimate from the average widths in the planner's statistics, with tuple headers, alignment, NULLs, fill factor and TOAST accounted for. A table without statistics cannot be estimated and is reported as not examined, never as healthy.

Confirm: CREATE EXTENSION pgstattuple; SELECT * FROM pgstattuple_approx('schema.table').

Cure: if the table will grow into the room again, do nothing. If not, pg_repack or pg_squeeze write it anew while it is in use; VACUUM FULL does so too, but nobody can read the table meanwhile. There is no automatic fix for that reason. Plain VACUUM helps only against more of it: run it where vacuum-overdue says so.

Prevention: see idle-in-transaction and vacuum-overdue; delete by dropping partitions instead of by DELETE; lower autovacuum_vacuum_scale_factor on large tables.`,
		Category:   Tables,
		Severity:   Info,
		Runtime:    true,
		Thresholds: []Threshold{tableBloatMinMegabytes, tableBloatMinPercent, tableBloatWarnMegabytes},
	},
	Probe: estimateBloat,
	Judge: func(row *BloatedTable, _ postgres.Server, t Thresholds) (Verdict, bool) {
		percent := float64(row.WastedBytes) * 100 / float64(max(row.Bytes, 1))
		wasted := float64(row.WastedBytes) / (1 << 20)
		if wasted < t.Of(tableBloatMinMegabytes) || percent < t.Of(tableBloatMinPercent) {
			return Verdict{}, false
		}
		verdict := Verdict{
			Object:  postgres.Name(row.RootSchema, row.RootTable),
			Message: fmt.Sprintf("about %s of %s (%.0f %%) are empty room", size(row.WastedBytes), size(row.Bytes), percent),
		}
		if wasted >= t.Of(tableBloatWarnMegabytes) {
			verdict.Severity = Warning
		}
		return verdict, true
	},
})

// estimateBloat sums the estimates up at each topmost parent. A table without
// statistics is unknown, if it is large enough to be sick at all.
func estimateBloat(_ context.Context, p *Prober, leaves []BloatedTable) ([]BloatedTable, error) {
	floor := p.runner.least(tableBloatMinMegabytes) * (1 << 20)
	var tables []BloatedTable
	at := map[[2]string]int{}
	for _, leaf := range leaves {
		leaf.Bytes = (leaf.Pages + leaf.ToastPages) * leaf.BlockSize
		large := leaf.Pages >= tableBloatMinPages && float64(leaf.Pages*leaf.BlockSize) >= floor
		if large && (len(leaf.Columns) < leaf.ColumnCount || leaf.Rows < 0) {
			p.Denied(postgres.Name(leaf.Schema, leaf.Table), "no statistics of all its columns can be seen: ANALYZE it, and let the role read it (pg_read_all_data)")
			continue
		}
		leaf.WastedBytes = leaf.wasted()
		root := [2]string{leaf.RootSchema, leaf.RootTable}
		if i, known := at[root]; known {
			tables[i].Bytes += leaf.Bytes
			tables[i].WastedBytes += leaf.WastedBytes
			continue
		}
		at[root] = len(tables)
		tables = append(tables, leaf)
	}
	return tables, nil
}

const (
	tableBloatMinPages = 10 // as in the query: below that nothing is estimated
	pageHeader         = 24
	linePointer        = 4
	tupleHeader        = 23
	chunksPerPage      = 4 // of a TOAST table
)

// wasted is the room that the rows would not need, by their average width.
func (r BloatedTable) wasted() int64 {
	var wasted int64
	if r.Pages >= tableBloatMinPages && r.Rows >= 0 && len(r.Columns) == r.ColumnCount {
		perPage := math.Floor(float64(r.BlockSize-pageHeader) * float64(r.FillFactor) / 100 / r.Columns.tuple())
		wasted = max(0, r.Pages-int64(math.Ceil(r.Rows/max(1, perPage)))) * r.BlockSize
	}
	if r.ToastPages >= tableBloatMinPages && r.ToastRows > 0 {
		wasted += max(0, r.ToastPages-int64(math.Ceil(r.ToastRows/chunksPerPage))) * r.BlockSize
	}
	return wasted
}

// tuple is the average size of a row on its page, with its line pointer.
func (w columnWidths) tuple() float64 {
	data, nulls := 0.0, false
	for _, column := range w {
		width, null, align, length := column[0], column[1], column[2], column[3]
		nulls = nulls || null > 0
		switch {
		case align == 1 || length < 0 && width < 128:
			// a short value of varying length needs no alignment
		case data == math.Trunc(data):
			data += (1 - null) * (math.Ceil(data/align)*align - data)
		default: // where it begins varies from row to row
			data += (1 - null) * (align - 1) / 2
		}
		data += (1 - null) * width
	}
	header := float64(tupleHeader)
	if nulls {
		header += math.Ceil(float64(len(w)) / 8)
	}
	return linePointer + math.Ceil(header/8)*8 + math.Ceil(data/8)*8
}
