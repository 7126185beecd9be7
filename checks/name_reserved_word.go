package checks

// NameReservedWord finds names that are words of SQL.
var NameReservedWord = define(Spec[NamedRelation]{
	Doc: Doc{
		ID:       "name-reserved-word",
		Title:    "name that is a reserved word of SQL",
		Examines: "tables and views",
		Why: `A table named order or a column named user has to be written in double quotes everywhere. Forgetting them is a syntax error at best; SELECT user FROM accounts returns the name of the session's role for every row, without an error. What pg_get_keywords lists as reserved may grow with each major.

Confirm: SELECT * FROM pg_get_keywords() WHERE catcode IN ('R', 'T').

Cure: ALTER TABLE … RENAME changes only the catalog, but breaks every statement that uses the old name; a view with the old name over the renamed table lets the application follow later. There is no automatic fix.

Prevention: plurals (orders, users) and a second word (end_at instead of end) are never reserved.`,
		Category: Schemas,
		Severity: Info,
		OptIn:    true,
	},
	Judge: judgeNames("reserved words, which can only be written in double quotes"),
})
