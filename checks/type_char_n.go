package checks

import "fmt"

// TypeCharN finds columns whose text is padded to a length.
var TypeCharN = define(Spec[TypedColumn]{
	Doc: Doc{
		ID:       "type-char-n",
		Title:    "column of type char(n), padded with spaces",
		Examines: "columns of char, varchar and text",
		Why: `char(n) fills every value up with spaces, stores and sends them, and ignores them in some comparisons and not in others: c = 'a' finds 'a  ', c LIKE 'a' does not, length() leaves them out, and || drops them. It does not reject values that are too short, so it does not even enforce a fixed length, and it is not faster than text. A parameter of type text in a comparison keeps the index on the column from being used.

Confirm: SELECT c LIKE 'a' FROM t WHERE c = 'a'.

Cure: ALTER TABLE t ALTER COLUMN c TYPE text drops the padding; it rewrites the table and rebuilds the indexes of the column under an ACCESS EXCLUSIVE lock. For codes of a fixed length add CHECK (length(c) = n).

Prevention: text, with a CHECK where the length matters.`,
		Category: Schemas,
		Severity: Info,
		OptIn:    true,
	},
	Judge: judgeColumn(func(column TypedColumn) string {
		if column.Base != "character" || column.Length == nil {
			return ""
		}
		return fmt.Sprintf("is %s: every value is padded to %d characters", column.Type, *column.Length)
	}),
})
