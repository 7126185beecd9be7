package checks

import (
	"context"
	"fmt"
	"math"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// UsedSequence is one sequence and how far it has come.
type UsedSequence struct {
	Schema       string  `db:"schema_name" json:"schema"`
	Sequence     string  `db:"sequence_name" json:"sequence"`
	Descending   bool    `db:"descending" json:"descending"`
	ColumnSchema *string `db:"column_schema" json:"column_schema"` // of the column that takes its values
	ColumnTable  *string `db:"column_table" json:"column_table"`
	Column       *string `db:"column_name" json:"column"`
	ColumnBits   *int    `db:"column_bits" json:"column_bits"` // of its values: 15, 31, 63
	Type         string  `db:"sequence_type" json:"type"`
	MinValue     int64   `db:"min_value" json:"min_value"`
	MaxValue     int64   `db:"max_value" json:"max_value"`
	EndsAt       int64   `db:"ends_at" json:"ends_at"`
	// ColumnIsNarrower: it ends at the limit of the column's type, not its own.
	ColumnIsNarrower bool    `db:"column_is_narrower" json:"column_is_narrower"`
	BeginsAt         int64   `db:"begins_at" json:"begins_at"`
	Readable         bool    `db:"readable" json:"-"`
	LastValue        *int64  `db:"last_value" json:"last_value"` // nil: never used
	Percent          float64 `json:"percent"`
}

var (
	sequenceWarn = Threshold{
		Name: "warn-percent", Default: 75, Unit: "percent",
		Why: "changing the type of a large table's key takes weeks to prepare",
	}
	sequenceCritical = Threshold{
		Name: "critical-percent", Default: 90, Unit: "percent",
		Why: "growing tables take the last tenth faster than the first",
	}
)

// SequenceExhaustion finds sequences that soon have no value left.
var SequenceExhaustion = define(Spec[UsedSequence]{
	Doc: Doc{
		ID:       "sequence-exhaustion",
		Title:    "sequence that is nearly used up",
		Examines: "sequences",
		Why: `When a sequence has given its last value, every INSERT that needs the next one fails, and so it does earlier if the column is narrower than the sequence: a serial or integer column ends at 2147483647, whatever the sequence could still give. Values that were drawn and rolled back, or skipped by ON CONFLICT, are used up too, so a table of a few million rows can be at its end.

Confirm: SELECT last_value, max_value FROM pg_sequences, and \d table for the type of the column.

Cure: make the column bigint. ALTER TABLE … ALTER COLUMN … TYPE bigint rewrites the table under an ACCESS EXCLUSIVE lock, which for a small table is the quickest way. For a large one add a bigint column, keep it equal by a trigger, fill it in batches, build its unique index concurrently, and swap the two in one short transaction. Columns that refer to it have to follow. Where only the sequence is narrow, as after a serial column was made bigint, ALTER SEQUENCE … AS bigint is enough, and pgdoctor fix does it. To win time where negative numbers are harmless: ALTER SEQUENCE … MINVALUE -2147483648 RESTART WITH -2147483648.

Prevention: bigint GENERATED ALWAYS AS IDENTITY for every new key. Sequences with CYCLE are left out.`,
		Category:   Sequences,
		Severity:   Warning,
		Thresholds: []Threshold{sequenceWarn, sequenceCritical},
	},
	Probe: readableSequences,
	Judge: func(row *UsedSequence, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if row.LastValue == nil {
			return Verdict{}, false
		}
		row.Percent = row.used()
		end := "its last value"
		if row.ColumnIsNarrower {
			end = "the last value that fits into " + postgres.Name(*row.ColumnSchema, *row.ColumnTable, *row.Column)
		}
		left := math.Abs(float64(row.EndsAt) - float64(*row.LastValue))
		verdict := Verdict{
			Object: postgres.Name(row.Schema, row.Sequence),
			Message: fmt.Sprintf("at %s, %.1f%% of the way to %s, %s; left: %s",
				humanize.Comma(*row.LastValue), row.Percent, end, humanize.Comma(row.EndsAt), humanize.CommafWithDigits(left, 0)),
		}
		if row.past() {
			verdict.Message = fmt.Sprintf("at %s, past %s, %s: inserts fail", humanize.Comma(*row.LastValue), end, humanize.Comma(row.EndsAt))
		}
		if row.Percent >= t.Of(sequenceCritical) {
			verdict.Severity = Critical
		}
		return verdict, row.Percent >= t.Of(sequenceWarn)
	},
})

// readableSequences keeps the sequences whose last value may be read.
func readableSequences(_ context.Context, p *Prober, candidates []UsedSequence) ([]UsedSequence, error) {
	readable := make([]UsedSequence, 0, len(candidates))
	for _, row := range candidates {
		if row.Readable {
			readable = append(readable, row)
		} else {
			p.deniedSequence(row.Schema, row.Sequence)
		}
	}
	return readable, nil
}

// deniedSequence records that a sequence could not be read.
func (p *Prober) deniedSequence(schema, sequence string) {
	name := postgres.Name(schema, sequence)
	p.Denied(name, fmt.Sprintf("permission denied for sequence %s: GRANT SELECT ON SEQUENCE %s TO %s",
		name, postgres.Quote(schema, sequence), postgres.Quote(p.Server().Role)))
}

// past says that it gives values which its column cannot take.
func (r UsedSequence) past() bool {
	return r.Descending && *r.LastValue < r.EndsAt || !r.Descending && *r.LastValue > r.EndsAt
}

// used is the share of the way to the end in percent, measured from zero. One
// that counts up from below zero, or down from above, has yet to come to zero,
// and is measured from its beginning.
func (r UsedSequence) used() float64 {
	last, end, begin := float64(*r.LastValue), float64(r.EndsAt), float64(r.BeginsAt)
	if end != 0 && last != 0 && (last > 0) == (end > 0) && r.Descending == (end < 0) {
		begin = 0
	}
	if end == begin {
		return 100
	}
	return math.Floor((last-begin)/(end-begin)*1000) / 10
}
