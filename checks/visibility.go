package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// TableVisibility is one table, what no VACUUM ever came to, and how much of it
// the visibility map knows as visible to everybody. Partitions are summed up.
type TableVisibility struct {
	Schema       string `db:"schema_name" json:"schema"`
	Table        string `db:"table_name" json:"table"`
	Partitioned  bool   `db:"partitioned" json:"partitioned"`
	Rows         int64  `db:"rows" json:"rows" volatile:"true"`
	Bytes        int64  `db:"bytes" json:"bytes" volatile:"true"`
	VisibleBytes int64  `db:"visible_bytes" json:"visible_bytes" volatile:"true"`
	NeverBytes   int64  `db:"never_bytes" json:"never_bytes" volatile:"true"` // of relations that were never vacuumed
	NeverTables  int64  `db:"never_tables" json:"never_tables"`
	IndexScans   int64  `db:"index_scans" json:"index_scans" volatile:"true"`
	SecondsSince *int64 `db:"seconds_since" json:"seconds_since" volatile:"true"` // the last VACUUM of any; nil: none is known
}

func (r TableVisibility) name() string { return postgres.Name(r.Schema, r.Table) }
