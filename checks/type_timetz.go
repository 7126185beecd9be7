package checks

// TypeTimetz finds columns of type time with time zone.
var TypeTimetz = define(Spec[TypedColumn]{
	Doc: Doc{
		ID:       "type-timetz",
		Title:    "column of type time with time zone",
		Examines: "columns of time and timetz",
		Why: `A time of day with an offset but without a date cannot be turned into another zone: which offset a zone has depends on the date. So timetz is right for no purpose; the server has it because the SQL standard does. It takes 12 bytes, and two values of the same moment with different offsets are not equal.

Confirm: SELECT '12:00+02'::timetz = '11:00+01'::timetz is false.

Cure: ALTER TABLE t ALTER COLUMN c TYPE time USING c::time, with the zone's name in a column of its own if it matters, or timestamptz if a date belongs to it. It rewrites the table under an ACCESS EXCLUSIVE lock.

Prevention: time for a time of day, timestamptz for a moment.`,
		Category: Schemas,
		Severity: Info,
		OptIn:    true,
	},
	Judge: ofBase("time with time zone", "an offset means nothing without a date"),
})
