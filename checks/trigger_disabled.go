package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// SwitchedTrigger is one trigger of one table in a state other than its usual one.
type SwitchedTrigger struct {
	Schema     string `json:"schema"`
	Table      string `json:"table"`
	Trigger    string `json:"trigger,omitempty"`
	Constraint string `json:"constraint,omitempty"` // of a trigger that the server made
	Function   string `json:"function,omitempty"`   // by which that one is told from its siblings
	State      string `json:"state"`                // D: disabled, R: fires for replicated changes only
}

// SwitchedTriggers are several of them.
type SwitchedTriggers []SwitchedTrigger

// Scan reads a JSON array.
func (s *SwitchedTriggers) Scan(src any) error { return postgres.ScanJSON(src, s) }

// UserTrigger is one trigger, with its copies on partitions.
type UserTrigger struct {
	Schema      string           `db:"schema_name" json:"schema"`
	Table       string           `db:"table_name" json:"table"`
	Trigger     string           `db:"trigger_name" json:"trigger"`
	Function    string           `db:"function_name" json:"function"`
	Members     int              `db:"members" json:"members"` // with its copies
	Disabled    int              `db:"disabled" json:"disabled"`
	SwitchedOff SwitchedTriggers `db:"switched_off" json:"switched_off"`
}

// TriggerDisabled finds triggers that never fire.
var TriggerDisabled = define(Spec[UserTrigger]{
	Doc: Doc{
		ID:       "trigger-disabled",
		Title:    "trigger that is switched off",
		Examines: "triggers",
		Why: `Somebody switched the trigger off, usually to load or repair rows, and did not switch it on again. What it kept up (a search column, a history, a counter, updated_at) has been out of date since then, and nothing says so.

Confirm: \d table lists disabled triggers in a section of their own. Triggers that fire for replicated changes only (ENABLE REPLICA) are a choice and are not reported.

Cure: ALTER TABLE … ENABLE TRIGGER; pgdoctor fix does it, and undo switches off exactly what was off. Rows that were written meanwhile were never seen by the trigger: make up for them by hand. A trigger that is not wanted any more is better dropped.

Prevention: switch triggers off for a session (SET session_replication_role = replica) instead of for everybody, or in the same transaction as the load.`,
		Category: Constraints,
		Severity: Warning,
	},
	Judge: func(row *UserTrigger, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		verdict := Verdict{
			Object:  postgres.Name(row.Schema, row.Table, row.Trigger),
			Message: "is switched off: " + row.Function + " is never called",
		}
		if row.Disabled < row.Members {
			verdict.Message = fmt.Sprintf("is switched off on %d of %d tables: %s is not called there", row.Disabled, row.Members, row.Function)
		}
		return verdict, row.Disabled > 0
	},
})
