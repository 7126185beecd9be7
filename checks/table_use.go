package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// TableUse is one table and what statements did with it since statistics began.
// Partitions are summed up.
type TableUse struct {
	Schema      string `db:"schema_name" json:"schema"`
	Table       string `db:"table_name" json:"table"`
	Partitioned bool   `db:"partitioned" json:"partitioned"`
	Rows        int64  `db:"rows" json:"rows" volatile:"true"`
	Bytes       int64  `db:"bytes" json:"bytes" volatile:"true"`
	Reads       int64  `db:"reads" json:"reads" volatile:"true"`   // scans
	Writes      int64  `db:"writes" json:"writes" volatile:"true"` // rows
}

func (r TableUse) name() string { return postgres.Name(r.Schema, r.Table) }
