package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// FKOverlapping finds foreign keys that say in part what another one says.
var FKOverlapping = define(Spec[SurplusKey]{
	Doc: Doc{
		ID:       "fk-overlapping",
		Title:    "foreign key that says in part what another one says",
		Examines: "foreign keys",
		Why: `Two foreign keys of a table refer to the same other table through a column that both have. Where one has more columns, (tenant_id, user_id) beside user_id alone, the shorter one follows from the longer and costs a look-up for every write; keep it only for rows in which the other columns are NULL. Where the columns are the same but the actions are not, ON DELETE CASCADE beside NO ACTION, it depends on which was made first whether a DELETE takes the children along or fails.

Confirm: \d table lists both. Keys that are the same in everything are fk-duplicate's.

Cure: decide which of the two is meant, and drop the other: ALTER TABLE … DROP CONSTRAINT locks both tables for a moment. There is no automatic fix, since each of the two does something that the other does not.

Prevention: when a key gets another column or another action, drop the old one in the same migration.`,
		Category: Constraints,
		Severity: Info,
	},
	Judge: func(row *SurplusKey, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		if row.Other == nil {
			return Verdict{}, false
		}
		return Verdict{
			Object: postgres.Name(row.Schema, row.Table, row.Constraint),
			Message: fmt.Sprintf("refers to %s through columns that %s has too",
				postgres.Name(row.ParentSchema, row.ParentTable), postgres.Name(*row.Other)),
		}, true
	},
})
