package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// StoredOption is one relation and a storage parameter of it as it was set; nil
// is not set.
type StoredOption struct {
	Schema     string  `json:"schema"`
	Table      string  `json:"table"`
	Value      *string `json:"value"`
	ToastValue *string `json:"toast_value,omitempty"` // the same of its TOAST table
}

// StoredOptions is a list that a query returns as JSON.
type StoredOptions []StoredOption

// Scan reads a JSON array of objects.
func (o *StoredOptions) Scan(src any) error { return postgres.ScanJSON(src, o) }

// TableOptions is one table and the relations that hold its rows, itself or its
// partitions, whose storage parameter is to change.
type TableOptions struct {
	Schema      string        `db:"schema_name" json:"schema"`
	Table       string        `db:"table_name" json:"table"`
	Partitioned bool          `db:"partitioned" json:"partitioned"`
	Relations   StoredOptions `db:"relations" json:"relations"`
}
