package checks

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// UpgradedObject is one table, operator, aggregate or conversion, and what keeps
// pg_upgrade from carrying it over.
type UpgradedObject struct {
	Kind    string         `db:"kind" json:"kind"` // table, operator, aggregate, conversion
	Schema  string         `db:"schema_name" json:"schema"`
	Object  string         `db:"object_name" json:"object"`
	Columns RefusedColumns `db:"columns" json:"columns"`
	Since   int            `db:"since" json:"since"`   // the first major that refuses it for the reason
	Reason  *string        `db:"reason" json:"reason"` // nil: nothing but the columns
}

// RefusedColumns are columns with the type that is refused.
type RefusedColumns [][2]string

// Scan reads a JSON array.
func (r *RefusedColumns) Scan(src any) error { return postgres.ScanJSON(src, r) }

// UpgradeBlocker finds what pg_upgrade refuses.
var UpgradeBlocker = define(Spec[UpgradedObject]{
	Doc: Doc{
		ID:       "upgrade-blocker",
		Title:    "object that pg_upgrade cannot carry to another major",
		Examines: "tables, operators, aggregates and conversions",
		Why: `pg_upgrade keeps the data files as they are, so it refuses columns whose stored values mean something else on the new server. regproc, regprocedure, regoper, regoperator, regconfig, regdictionary, regnamespace and regcollation hold numbers of catalog rows that change (regclass, regrole and regtype are kept). aclitem has another form from 16 on, and a row of a system table or view has other columns with each major. From 13 to 14 operators that stand behind their operand went away, array_append and its like got other parameters, which aggregates over them must follow, and so did the functions of encoding conversions. 18 wants NOT NULL in a child table wherever its parent has it; before, a child could drop it. If nobody looks before, all that is found in the night of the upgrade.

Confirm: pg_upgrade --check with the new version's programs lists all that it refuses, also what cannot be seen here.

Cure: ALTER TABLE t ALTER COLUMN c TYPE text USING c::text, and a cast where it is read. Drop the operator or the conversion; drop the aggregate and create it with anycompatiblearray after the upgrade. ALTER TABLE child ALTER COLUMN c SET NOT NULL, once its rows allow it. There is no automatic fix.

Prevention: text for names of objects.`,
		Category: Upgrade,
		Severity: Info,
	},
	Judge: func(row *UpgradedObject, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		verdict := Verdict{Object: postgres.Name(row.Schema, row.Object)}
		var reasons []string
		if len(row.Columns) > 0 {
			columns := make([]string, len(row.Columns))
			for i, column := range row.Columns {
				columns[i] = fmt.Sprintf("%s of %s", postgres.Name(column[0]), column[1])
			}
			reasons = append(reasons, "pg_upgrade refuses its columns: "+strings.Join(columns, ", "))
		}
		if row.Reason != nil {
			reasons = append(reasons, fmt.Sprintf("pg_upgrade to %d and later refuses it: %s", row.Since, *row.Reason))
		}
		verdict.Message = strings.Join(reasons, "; ")
		return verdict, len(reasons) > 0
	},
})
