package checks

import (
	"fmt"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// SingleKey is one primary key of one column.
type SingleKey struct {
	Schema     string `db:"schema_name" json:"schema"`
	Table      string `db:"table_name" json:"table"`
	Column     string `db:"column_name" json:"column"`
	Type       string `db:"column_type" json:"type"`
	Natural    bool   `db:"natural" json:"natural"`             // text or a point in time, and no reference itself
	References int64  `db:"references_to_it" json:"references"` // foreign keys that refer to it
	Rows       int64  `db:"rows" json:"rows" volatile:"true"`   // estimate, -1 unknown
}

var naturalMinRows = Threshold{
	Name: "min-rows", Default: 10_000, Unit: "rows",
	Why: "codes of countries, currencies and states are few, known to everybody, and right as keys",
}

// PrimaryKeyNatural finds tables whose rows are known by what they say.
var PrimaryKeyNatural = define(Spec[SingleKey]{
	Doc: Doc{
		ID:       "primary-key-natural",
		Title:    "primary key that has a meaning, and that other tables refer to",
		Examines: "primary keys of one column",
		Why: `A key that means something (an e-mail address, an order number, a name, a moment) changes when what it means changes: somebody marries, a number was mistyped. Every row that refers to it then has to change with it, in one transaction, and every system outside that noted it is wrong. As text it is also stored again in each referring row and in each index of it. Points in time are not even unique for long.

A key counts if other tables refer to it, and if the table is no small list of codes. Text of a fixed length as UUIDs, hashes and ULIDs have it is left out, and so are keys that are references themselves.

Confirm: does anybody ever run UPDATE … SET key? Look for ON UPDATE CASCADE.

Cure: a new column of bigint GENERATED ALWAYS AS IDENTITY or uuid, a column beside each reference, filled in batches, and the foreign keys moved over one at a time; the old key stays UNIQUE. That is a project, and there is no automatic fix.

Prevention: keys without a meaning, and a UNIQUE constraint for what has one. Where the key never changes, ignore the finding with that reason.`,
		Category:   Schemas,
		Severity:   Info,
		OptIn:      true,
		Thresholds: []Threshold{naturalMinRows},
	},
	Judge: func(row *SingleKey, _ postgres.Server, t Thresholds) (Verdict, bool) {
		return Verdict{
			Object: postgres.Name(row.Schema, row.Table, row.Column),
			Message: fmt.Sprintf("%s to a key of %s in about %s rows: were it to change, all would have to",
				many(row.References, "foreign key refers", "foreign keys refer"), row.Type, humanize.Comma(row.Rows)),
		}, row.Natural && row.References > 0 && float64(row.Rows) >= t.Of(naturalMinRows)
	},
})
