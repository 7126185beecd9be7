package checks

import (
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// TypedColumn is one column and what it is declared to hold.
type TypedColumn struct {
	Schema string `db:"schema_name" json:"schema"`
	Table  string `db:"table_name" json:"table"`
	Column string `db:"column_name" json:"column"`
	Type   string `db:"type_name" json:"type"`      // as declared: a domain, varchar(255)
	Base   string `db:"base_type" json:"base_type"` // beneath the domain, without a length
	Length *int64 `db:"length" json:"length"`       // of char and varchar
}

// judgeColumn makes a Judge of what says what is wrong with a column, or "".
func judgeColumn(wrong func(TypedColumn) string) func(*TypedColumn, postgres.Server, Thresholds) (Verdict, bool) {
	return func(row *TypedColumn, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		message := wrong(*row)
		return Verdict{Object: postgres.Name(row.Schema, row.Table, row.Column), Message: message}, message != ""
	}
}

// ofBase is judgeColumn for one base type: a column of it is sick.
func ofBase(base, message string) func(*TypedColumn, postgres.Server, Thresholds) (Verdict, bool) {
	return judgeColumn(func(column TypedColumn) string {
		if column.Base != base {
			return ""
		}
		return "is " + column.Type + ": " + message
	})
}
