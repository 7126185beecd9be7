package checks

import (
	"context"
	"fmt"
	"slices"
	"strings"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// FedColumn is one unique column, the sequence that feeds it, and the next
// value of the one beside the values of the other.
type FedColumn struct {
	Schema         string `db:"schema_name" json:"schema"`
	Table          string `db:"table_name" json:"table"`
	Kind           string `db:"table_kind" json:"kind"` // r or p
	Column         string `db:"column_name" json:"column"`
	SequenceSchema string `db:"sequence_schema" json:"sequence_schema"`
	Sequence       string `db:"sequence_name" json:"sequence"`
	Increment      int64  `db:"increment" json:"increment"`
	MaxValue       int64  `db:"max_value" json:"max_value"`
	Readable       bool   `db:"readable" json:"-"`
	Last           int64  `json:"last_value"`
	Called         bool   `json:"is_called"` // false: the next value is Last itself
	Highest        *int64 `json:"highest"`   // in the column
	Collision      *int64 `json:"collision"` // the lowest value in the column that the sequence has yet to give
}

// behindDistances tell how soon an INSERT fails.
var (
	behindCritical = Threshold{
		Name: "critical-distance", Default: 1000, Unit: "values",
		Why: "the sequence comes to the first value that is taken within that many INSERTs",
	}
	behindInfo = Threshold{
		Name: "info-distance", Default: 1_000_000, Unit: "values",
		Why: "a single row far ahead, such as a made-up 999999999, is worth knowing and no more",
	}
)

// SequenceBehindColumn finds sequences that will give values which are taken.
var SequenceBehindColumn = define(Spec[FedColumn]{
	Doc: Doc{
		ID:       "sequence-behind-column",
		Title:    "sequence that is behind the column it feeds",
		Examines: "unique columns that a sequence feeds",
		Why: `The column holds values that its sequence has yet to give. When the sequence comes to one of them, INSERT fails with "duplicate key value violates unique constraint"; trying again draws the next value, so it fails for a while and then works again. Rows that were copied, restored or synchronised with their keys leave the sequence where it was, and so does logical replication, which carries no sequences.

Confirm: SELECT last_value, is_called FROM the sequence beside SELECT max(id) FROM table. Only columns that are unique by themselves are examined: elsewhere a value may come again.

Cure: SELECT setval('sequence', (SELECT max(id) FROM table)). pgdoctor fix does it; undo sets the exact value from before.

Prevention: set sequences after every load; GENERATED ALWAYS AS IDENTITY refuses keys that come along with the row.`,
		Category:   Sequences,
		Severity:   Warning,
		Thresholds: []Threshold{behindCritical, behindInfo},
	},
	Probe: compareSequences,
	Judge: func(row *FedColumn, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if row.Collision == nil || *row.Collision > row.MaxValue {
			return Verdict{}, false
		}
		distance := float64(*row.Collision-row.next()) / float64(row.Increment)
		verdict := Verdict{
			Object: postgres.Name(row.Schema, row.Table, row.Column),
			Message: fmt.Sprintf("%s gives %s next, but %s is taken already, and values up to %s: INSERT will fail",
				postgres.Name(row.SequenceSchema, row.Sequence), humanize.Comma(row.next()), humanize.Comma(*row.Collision), humanize.Comma(*row.Highest)),
		}
		switch {
		case distance < t.Of(behindCritical):
			verdict.Severity = Critical
		case distance >= t.Of(behindInfo):
			verdict.Severity = Info
		}
		return verdict, true
	},
})

// next is the value that the sequence gives next.
func (f FedColumn) next() int64 {
	if f.Called {
		return f.Last + f.Increment
	}
	return f.Last
}

// source is the sequence and the table as SQL.
func (f FedColumn) source() (sequence, table, column string) {
	return postgres.Quote(f.SequenceSchema, f.Sequence), fromItem(f.Kind, f.Schema, f.Table), postgres.Quote(f.Column)
}

// atATime is how many columns one statement reads: a statement each would
// take longer to send than to run.
const atATime = 200

// position is what one column's reading returns.
type position struct {
	Number  int    `db:"number"`
	Last    int64  `db:"last_value"`
	Called  bool   `db:"is_called"`
	Highest *int64 `db:"highest"`
}

// compareSequences reads where each sequence and its column are. The highest
// value of a column comes from its unique index, so no table is read.
func compareSequences(ctx context.Context, p *Prober, columns []FedColumn) ([]FedColumn, error) {
	var compared []FedColumn
	readable := slices.DeleteFunc(columns, func(f FedColumn) bool {
		if !f.Readable {
			p.deniedSequence(f.SequenceSchema, f.Sequence)
		}
		return !f.Readable
	})
	for chunk := range slices.Chunk(readable, atATime) {
		if err := readPositions(ctx, p, chunk); err == nil {
			compared = append(compared, chunk...)
			continue
		}
		for i := range chunk { // one of them hinders all: which?
			if err := readPositions(ctx, p, chunk[i:i+1]); err == nil {
				compared = append(compared, chunk[i])
			} else if err := p.Unknown(ctx, postgres.Name(chunk[i].Schema, chunk[i].Table, chunk[i].Column), err); err != nil {
				return nil, err
			}
		}
	}
	return compared, nil
}

// readPositions fills in some columns.
func readPositions(ctx context.Context, p *Prober, columns []FedColumn) error {
	selects := make([]string, len(columns))
	for i, f := range columns {
		sequence, table, column := f.source()
		selects[i] = fmt.Sprintf("SELECT %d AS number, s.last_value, s.is_called, (SELECT pg_catalog.max(t.%s) FROM %s AS t)::bigint AS highest FROM %s AS s",
			i, column, table, sequence)
	}
	var positions []position
	if err := p.Select(ctx, &positions, strings.Join(selects, "\nUNION ALL ")); err != nil {
		return err
	}
	for _, found := range positions {
		f := &columns[found.Number]
		f.Last, f.Called, f.Highest = found.Last, found.Called, found.Highest
		if f.Highest == nil || *f.Highest < f.next() {
			continue
		}
		_, table, column := f.source()
		// of a sequence in steps, the other values do not matter
		collision := fmt.Sprintf("SELECT pg_catalog.min(t.%s)::bigint FROM %s AS t WHERE t.%s >= $1 AND (t.%s - $1) %% $2 = 0", column, table, column, column)
		if err := p.Get(ctx, &f.Collision, collision, f.next(), f.Increment); err != nil {
			return err
		}
	}
	return nil
}
