package checks

// TypeJSON finds columns of type json.
var TypeJSON = define(Spec[TypedColumn]{
	Doc: Doc{
		ID:       "type-json",
		Title:    "column of type json where jsonb is meant",
		Examines: "columns of json and jsonb",
		Why: `json keeps the text as it came and parses it again at every access. It has no equality, so DISTINCT, GROUP BY, UNION and IN over the column fail with "could not identify an equality operator for type json", and no index can serve @>, ? or a path. jsonb is parsed once, at INSERT, has all of these, and usually reads faster.

Confirm: SELECT DISTINCT on the column fails.

Cure: ALTER TABLE t ALTER COLUMN c TYPE jsonb USING c::jsonb rewrites the table under an ACCESS EXCLUSIVE lock: for a large one add a jsonb column, fill it in batches and swap the two. White space, the order of keys and repeated keys are lost by it, and values such as the escape \u0000 are rejected; so there is no automatic fix.

Prevention: jsonb by default; json only where the exact text matters, as for signed documents. Then ignore the finding with that reason.`,
		Category: Schemas,
		Severity: Info,
		OptIn:    true,
	},
	Judge: ofBase("json", "parsed again at every access, and it has no equality and no index"),
})
