package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// CompressedColumn is one column that is compressed with pglz.
type CompressedColumn struct {
	Schema string `json:"schema"`
	Table  string `json:"table"`
	Column string `json:"column"`
	Own    bool   `json:"own"` // by its own setting, not the server's
}

// compressedColumns are lists of columns, one for each relation.
type compressedColumns [][]CompressedColumn

// Scan reads a JSON array of arrays.
func (c *compressedColumns) Scan(src any) error { return postgres.ScanJSON(src, c) }

// ToastedTable is one table, the size of its large values, and which columns
// compress theirs with pglz although lz4 is there.
type ToastedTable struct {
	Schema      string            `db:"schema_name" json:"schema"`
	Table       string            `db:"table_name" json:"table"`
	Partitioned bool              `db:"partitioned" json:"partitioned"`
	ToastBytes  int64             `db:"toast_bytes" json:"toast_bytes" volatile:"true"`
	Columns     compressedColumns `db:"columns" json:"columns"`
}

var toastMinMegabytes = Threshold{
	Name: "min-megabytes", Default: 1024, Unit: "MiB of large values",
	Why: "with less, compression is not what takes the time",
}

// ToastCompressionPGLZ finds large values that are compressed the slow way.
var ToastCompressionPGLZ = define(Spec[ToastedTable]{
	Doc: Doc{
		ID:       "toast-compression-pglz",
		Title:    "large values that are compressed with pglz instead of lz4",
		Examines: "tables with large values",
		Why: `Where a row takes more than two kilobytes, its large values are compressed and, if that does not suffice, moved to the TOAST table. PostgreSQL's own pglz is several times slower than lz4, in writing and above all in reading, and compresses only a little better. lz4 can be chosen from 14 on where the server was built with it, but is not the default.

Confirm: SHOW default_toast_compression; \d+ table lists each column's compression; SELECT pg_column_compression(c), count(*) FROM t GROUP BY 1 says what the stored values have.

Cure: ALTER TABLE t ALTER COLUMN c SET COMPRESSION lz4, which pgdoctor fix does, or default_toast_compression = lz4 for the whole server. Both hold for values written from then on; stored ones stay as they are, and stay readable.

Prevention: default_toast_compression = lz4 when a server is set up. For many this makes no difference that they can feel, so the check runs only when it is asked for.`,
		Category:   Tables,
		Severity:   Info,
		Runtime:    true,
		OptIn:      true,
		Since:      14,
		Thresholds: []Threshold{toastMinMegabytes},
	},
	Judge: func(row *ToastedTable, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if len(row.Columns) == 0 || float64(row.ToastBytes) < t.Of(toastMinMegabytes)*(1<<20) {
			return Verdict{}, false
		}
		return Verdict{
			Object:  postgres.Name(row.Schema, row.Table),
			Message: size(row.ToastBytes) + " of large values, and new ones are compressed with pglz",
		}, true
	},
})
