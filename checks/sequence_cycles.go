package checks

import (
	"fmt"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// KeySequence is one sequence that feeds a unique column.
type KeySequence struct {
	Schema       string `db:"schema_name" json:"schema"`
	Sequence     string `db:"sequence_name" json:"sequence"`
	Cycles       bool   `db:"cycles" json:"-"`
	MinValue     int64  `db:"min_value" json:"min_value"`
	MaxValue     int64  `db:"max_value" json:"max_value"`
	ColumnSchema string `db:"column_schema" json:"column_schema"`
	ColumnTable  string `db:"column_table" json:"column_table"`
	Column       string `db:"column_name" json:"column"`
}

// SequenceCycles finds sequences of keys that begin again at their end.
var SequenceCycles = define(Spec[KeySequence]{
	Doc: Doc{
		ID:       "sequence-cycles",
		Title:    "sequence of a unique column that begins again at its end",
		Examines: "sequences that feed a unique column",
		Why: `With CYCLE a sequence that has come to its end gives its first value again. Where the column is unique, that value is usually taken: INSERT fails, now and then or always, with "duplicate key", which sends people looking for a defect in the application. Where the old rows are gone, new rows quietly take keys that logs, caches and other systems still know as somebody else's.

Confirm: SELECT cycle FROM pg_sequences. Sequences that number something which may repeat are not examined: only those whose column is unique by itself.

Cure: ALTER SEQUENCE … NO CYCLE; pgdoctor fix does it. It changes nothing until the sequence is at its end, and then the error says so: "reached maximum value of sequence". sequence-exhaustion warns long before, but only of sequences without CYCLE.

Prevention: leave CYCLE to numbers that may come again, such as tickets of a day.`,
		Category: Sequences,
		Severity: Warning,
	},
	Judge: func(row *KeySequence, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object: postgres.Name(row.Schema, row.Sequence),
			Message: fmt.Sprintf("begins again after %s, although %s is unique",
				humanize.Comma(row.MaxValue), postgres.Name(row.ColumnSchema, row.ColumnTable, row.Column)),
		}, row.Cycles
	},
})
