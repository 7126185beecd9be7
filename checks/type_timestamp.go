package checks

// TypeTimestamp finds columns of type timestamp without time zone.
var TypeTimestamp = define(Spec[TypedColumn]{
	Doc: Doc{
		ID:       "type-timestamp",
		Title:    "column of type timestamp without time zone",
		Examines: "columns of timestamp and timestamptz",
		Why: `timestamp holds what a clock on a wall shows, without saying on which wall. now() is turned into it by the TimeZone of the session, so two clients with different settings write different values for the same moment, comparing the column with now() depends on the session too, and each autumn an hour comes twice. timestamptz is as large (8 bytes), stores the moment, and shows it in the reader's zone.

Confirm: SET timezone TO 'Asia/Tokyo', INSERT now(), and read it from a session in UTC.

Cure: ALTER TABLE t ALTER COLUMN c TYPE timestamptz USING c AT TIME ZONE 'UTC', with the zone that the application wrote in. It holds an ACCESS EXCLUSIVE lock and rewrites the table, unless the session's TimeZone is UTC and USING is left out: then nothing is rewritten. Only the application knows the zone, so there is no automatic fix.

Prevention: timestamptz for every moment. timestamp is right for a time on the wall, such as opening hours or an appointment whose zone is a column of its own. Rails and Django with USE_TZ off, and Prisma by default, create timestamp.`,
		Category: Schemas,
		Severity: Info,
		OptIn:    true,
	},
	Judge: ofBase("timestamp without time zone", "which moment it means depends on who wrote it"),
})
