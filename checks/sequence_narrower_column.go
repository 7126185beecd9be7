package checks

import (
	"fmt"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var narrowerWarn = Threshold{
	Name: "warn-percent", Default: 50, Unit: "percent",
	Why: "of what the column can hold: half of it is gone, and a large table's key takes weeks to widen",
}

// SequenceNarrowerColumn finds sequences that give values which their column
// cannot hold.
var SequenceNarrowerColumn = define(Spec[UsedSequence]{
	Doc: Doc{
		ID:       "sequence-narrower-column",
		Title:    "sequence that feeds a column of a narrower type",
		Examines: "sequences that feed an integer column",
		Why: `The sequence counts to its own end, usually that of bigint, but the column that takes its values is integer or smallint. Every tool that compares last_value with the sequence's max_value says that all is well until the day when INSERT fails with "integer out of range". It comes from serial columns made before PostgreSQL 10, and from CREATE SEQUENCE, which is bigint unless one says otherwise.

Confirm: SELECT data_type, last_value FROM pg_sequences, and \d table for the type of the column.

Cure: make the column bigint, long before it is full: ALTER TABLE … ALTER COLUMN … TYPE bigint rewrites a small table in no time; for a large one add a bigint column, keep it equal by a trigger, fill it in batches, and swap the two. ALTER SEQUENCE … AS integer makes the end visible to monitoring, but does not move it. There is no automatic fix, since columns that refer to it, views and the application's own types have to follow.

Prevention: bigint GENERATED ALWAYS AS IDENTITY, where the sequence has the type of the column. When the column is nearly full, sequence-exhaustion says so too.`,
		Category:   Sequences,
		Severity:   Warning,
		Thresholds: []Threshold{narrowerWarn},
	},
	Probe: readableSequences,
	Judge: func(row *UsedSequence, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if !row.ColumnIsNarrower {
			return Verdict{}, false
		}
		verdict := Verdict{
			Object: postgres.Name(row.Schema, row.Sequence),
			Message: fmt.Sprintf("is %s, but feeds %s, which ends at %s",
				row.Type, postgres.Name(*row.ColumnSchema, *row.ColumnTable, *row.Column), humanize.Comma(row.EndsAt)),
		}
		if row.LastValue != nil {
			row.Percent = row.used()
			verdict.Message += fmt.Sprintf("; %.1f%% of that is used", row.Percent)
		}
		if row.Percent < t.Of(narrowerWarn) {
			verdict.Severity = Info
		}
		return verdict, true
	},
})
