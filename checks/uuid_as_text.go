package checks

import (
	"regexp"
	"slices"
)

var (
	uuidName = regexp.MustCompile(`(?i)(uuid|guid)$|^(uuid|guid)[_ ]`)
	idName   = regexp.MustCompile(`(^|_)(id|ID|Id)$|[a-z0-9](Id|ID)$`)
)

// UUIDAsText finds UUIDs that are kept as text.
var UUIDAsText = define(Spec[TypedColumn]{
	Doc: Doc{
		ID:       "uuid-as-text",
		Title:    "UUID in a column of text",
		Examines: "columns of text and uuid",
		Why: `As text a UUID takes 37 bytes, as uuid 16: tables, indexes, and every foreign key to it are more than twice as large, and comparing goes through the collation. Nothing keeps out a value that is no UUID, or the same one in capital letters, which is then another key; and a join with a real uuid column needs a cast that no index serves.

Confirm: SELECT count(*) FROM t WHERE c !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'. Columns are recognised by a name that ends in uuid or guid, by a length of exactly 36, or by one of 32 and a name that ends in id; if the values are no UUIDs, ignore the finding.

Cure: ALTER TABLE t ALTER COLUMN c TYPE uuid USING c::uuid, in one transaction with all columns that refer to it; it rewrites the tables under ACCESS EXCLUSIVE locks. For large ones add a uuid column, fill it in batches and swap. There is no automatic fix, since the application binds its parameters as text.

Prevention: uuid as the type; the ORM's string type is not enough.`,
		Category: Schemas,
		Severity: Info,
		OptIn:    true,
	},
	Judge: judgeColumn(func(column TypedColumn) string {
		long := func(lengths ...int64) bool { return column.Length != nil && slices.Contains(lengths, *column.Length) }
		byName := uuidName.MatchString(column.Column) && (column.Length == nil || *column.Length >= 32)
		switch {
		case column.Base == "uuid":
			return ""
		case byName, long(36), long(32) && idName.MatchString(column.Column):
			return "is " + column.Type + ": a UUID takes 37 bytes as text, 16 as uuid"
		}
		return ""
	}),
})
