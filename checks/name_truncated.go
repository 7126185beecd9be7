package checks

// NameTruncated finds names that the server has probably cut off.
var NameTruncated = define(Spec[NamedRelation]{
	Doc: Doc{
		ID:       "name-truncated",
		Title:    "name as long as names can be, probably cut off",
		Examines: "tables and views",
		Why: `Names longer than 63 bytes are cut off with no more than a NOTICE that nobody reads. Two names that differ only behind that place collide: the second CREATE INDEX fails, or with IF NOT EXISTS silently does nothing; and a migration tool that looks for the full name in the catalog never finds it, and creates the object again or fails to drop it.

Confirm: compare the name with the one in the migration that created it. Names that the server composed itself (…_idx, …_fkey, …_key, …) are not listed. Letters beyond ASCII take two to four bytes and are not cut in two: a name with such letters is as long as it can be where one more of them has no room, at 60 to 63 bytes.

Cure: rename to something shorter (ALTER INDEX … RENAME TO, ALTER TABLE … RENAME), and in the migrations too. There is no automatic fix, since the name that was meant is not in the database.

Prevention: name indexes and constraints yourself where the ORM's pattern of table and columns grows long.`,
		Category: Schemas,
		Severity: Info,
		OptIn:    true,
	},
	Judge: judgeNames("as long as a name can be (63 bytes), probably cut off"),
})
