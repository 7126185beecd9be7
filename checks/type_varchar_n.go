package checks

import "fmt"

// TypeVarcharN finds columns whose text has a length limit.
var TypeVarcharN = define(Spec[TypedColumn]{
	Doc: Doc{
		ID:       "type-varchar-n",
		Title:    "column of type varchar with a length limit",
		Examines: "columns of varchar and text",
		Why: `PostgreSQL stores varchar(255) and text alike: the limit saves no space and makes nothing faster, it only rejects longer values. Limits that were chosen without a reason, 255 above all, turn into errors in production when a name, a URL or a token is longer than somebody thought. Lowering a limit later rewrites the whole table under an ACCESS EXCLUSIVE lock.

Confirm: \d table.

Cure: ALTER TABLE t ALTER COLUMN c TYPE text changes only the catalog, holds an ACCESS EXCLUSIVE lock for milliseconds, and rebuilds no index (views that read the column have to be dropped and created again). Where a rule stands behind the limit, add CHECK (length(c) <= n) NOT VALID and validate it: a check can be changed without such a lock for long.

Prevention: text. A limit that the business or a standard sets, such as a country's code, is a reason: ignore the finding then.`,
		Category: Schemas,
		Severity: Info,
		OptIn:    true,
	},
	Judge: judgeColumn(func(column TypedColumn) string {
		if column.Base != "character varying" || column.Length == nil {
			return ""
		}
		return fmt.Sprintf("is %s: the limit of %d saves nothing, and rejects what is longer", column.Type, *column.Length)
	}),
})
