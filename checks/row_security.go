package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// RowSecurity is one table with row-level security or policies.
type RowSecurity struct {
	Schema   string         `db:"schema_name" json:"schema"`
	Table    string         `db:"table_name" json:"table"`
	Owner    string         `db:"owner" json:"owner"`
	Enabled  bool           `db:"enabled" json:"enabled"`
	Forced   bool           `db:"forced" json:"forced"` // for the owner too
	Policies postgres.Names `db:"policies" json:"policies"`
}
