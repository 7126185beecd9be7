package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// SurplusKey is one foreign key, and another one of the same two tables.
type SurplusKey struct {
	Schema       string  `db:"schema_name" json:"schema"`
	Table        string  `db:"table_name" json:"table"`
	Constraint   string  `db:"constraint_name" json:"constraint"`
	Kind         string  `db:"table_kind" json:"kind"` // r or p
	ParentSchema string  `db:"parent_schema" json:"parent_schema"`
	ParentTable  string  `db:"parent_table" json:"parent_table"`
	Validated    bool    `db:"validated" json:"validated"`
	Other        *string `db:"other" json:"other"` // nil: there is none
	Definition   string  `db:"definition" json:"definition"`
	Comment      string  `db:"comment" json:"comment,omitempty"`
}

// FKDuplicate finds foreign keys that another one of the same table repeats.
var FKDuplicate = define(Spec[SurplusKey]{
	Doc: Doc{
		ID:       "fk-duplicate",
		Title:    "foreign key that another one of the same table repeats",
		Examines: "foreign keys",
		Why: `Two foreign keys over the same columns, to the same columns and with the same actions check the same thing twice: every INSERT and UPDATE looks the parent row up and locks it twice, every DELETE of a parent row searches the children twice. They come from a migration that was run again under another name, and from ORMs that do not see the key that is there.

Confirm: \d table lists both. Keys whose actions, columns or deferrability differ are not the same: fk-overlapping names those.

Cure: drop one of the two. The one to keep is the one that is valid, then the one whose name comes first. pgdoctor fix drops the other, for which it locks both tables for milliseconds; undo adds it again and validates it in a step of its own.

Prevention: name constraints in the migration, so that a second run fails.`,
		Category: Constraints,
		Severity: Warning,
	},
	Judge: func(row *SurplusKey, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		if row.Other == nil {
			return Verdict{}, false
		}
		return Verdict{
			Object: postgres.Name(row.Schema, row.Table, row.Constraint),
			Message: fmt.Sprintf("says what %s says: every write to %s and every DELETE from %s checks it twice",
				postgres.Name(*row.Other), postgres.Name(row.Schema, row.Table), postgres.Name(row.ParentSchema, row.ParentTable)),
		}, true
	},
})
