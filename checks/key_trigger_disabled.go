package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// HeldConstraint is one constraint to which triggers of the server hold rows.
type HeldConstraint struct {
	Schema      string           `db:"schema_name" json:"schema"`
	Table       string           `db:"table_name" json:"table"`
	Constraint  string           `db:"constraint_name" json:"constraint"`
	Kind        string           `db:"constraint_kind" json:"constraint_kind"` // f foreign key, u unique, p primary key, x exclusion
	Triggers    int              `db:"triggers" json:"triggers"`
	SwitchedOff SwitchedTriggers `db:"switched_off" json:"switched_off"`
}

// KeyTriggerDisabled finds constraints that are not enforced because their
// triggers are switched off.
var KeyTriggerDisabled = define(Spec[HeldConstraint]{
	Doc: Doc{
		ID:       "key-trigger-disabled",
		Title:    "constraint that is not enforced: its triggers are switched off",
		Examines: "foreign keys and deferrable constraints",
		Why: `PostgreSQL holds rows to a foreign key, and to a deferrable UNIQUE constraint, by triggers of its own. ALTER TABLE … DISABLE TRIGGER ALL, which data-loading scripts and pg_restore --disable-triggers use, switches these off too, for everybody and until somebody switches them on. \d and pg_constraint go on showing the constraint as valid, while rows without a parent, children of deleted parents and duplicates get in.

Confirm: SELECT tgrelid::regclass, tgname, tgenabled FROM pg_trigger WHERE tgisinternal AND tgenabled IN ('D', 'R').

Cure: ALTER TABLE … ENABLE TRIGGER ALL as a superuser; pgdoctor fix enables just those that are off, and undo switches exactly these off again. Then look for rows that got in meanwhile: orphan-rows counts them, also under keys that count as valid.

Prevention: load with SET session_replication_role = replica, which ends with the session, and in tables that nobody else writes to.`,
		Category: Constraints,
		Severity: Critical,
	},
	Judge: func(row *HeldConstraint, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object: postgres.Name(row.Schema, row.Table, row.Constraint),
			Message: fmt.Sprintf("%d of the %d triggers that enforce it are switched off: rows that break it get in",
				len(row.SwitchedOff), row.Triggers),
		}, len(row.SwitchedOff) > 0
	},
})
