package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.SequenceExhaustion,
	Cure{Kind: "widen-sequence", Risk: Locking, Reversible: true, order: 70},
	func(row checks.UsedSequence, _ Context) ([]Step, error) {
		if row.Column == nil {
			return nil, refuse("nothing shows which column takes its values, and so how far they may go: ALTER SEQUENCE by hand")
		}
		column := postgres.Name(*row.ColumnSchema, *row.ColumnTable, *row.Column)
		limit, kind := limitOf(*row.ColumnBits)
		low, high := row.MinValue, limit
		if row.Descending {
			low, high = -limit-1, row.MaxValue
		}
		if low >= row.MinValue && high <= row.MaxValue {
			return nil, refuse("%s can hold no more: pgdoctor explain sequence-exhaustion says how to make it wider", column)
		}
		sequence := postgres.Quote(row.Schema, row.Sequence)
		return []Step{{
			Kind: "widen-sequence", Slug: slug("widen", row.Sequence),
			Up:   alterRange(sequence, kind, low, high),
			Down: alterRange(sequence, row.Type, row.MinValue, row.MaxValue),
			Risk: Locking, Reversible: true,
			Locks: []Lock{{"ShareRowExclusiveLock", postgres.Name(row.Schema, row.Sequence)}},
			Note:  fmt.Sprintf("%s is wide enough for it; undoing is refused by the server once the sequence is past its old end", column),
			Requires: []Requirement{
				{isThere(row.Schema, row.Sequence), "the sequence is not there any more"},
				{columnHolds(row, kind), column + " has another type now"},
			},
		}}, nil
	})

var (
	_ = example(checks.SequenceExhaustion, checks.UsedSequence{Schema: "public", Sequence: "orders_id_seq",
		ColumnSchema: pointer("public"), ColumnTable: pointer("orders"), Column: pointer("id"), ColumnBits: bits(63),
		Type: "integer", MinValue: 1, MaxValue: 2147483647, EndsAt: 2147483647, BeginsAt: 1, Percent: 93.1})
	_ = example(checks.SequenceCycles, checks.KeySequence{Schema: "public", Sequence: "orders_id_seq",
		MinValue: 1, MaxValue: 2147483647, ColumnSchema: "public", ColumnTable: "orders", Column: "id"})
	_ = example(checks.SequenceBehindColumn, checks.FedColumn{Schema: "public", Table: "orders", Kind: "r", Column: "id",
		SequenceSchema: "public", Sequence: "orders_id_seq", Increment: 1, MaxValue: 2147483647, Last: 7, Called: true,
		Highest: number(5000), Collision: number(8)})
)

func bits(n int) *int { return &n }

func number(n int64) *int64 { return &n }

// limitOf is the highest value of an integer type by its bits, and its name.
func limitOf(bits int) (int64, string) {
	switch bits {
	case 15:
		return 1<<15 - 1, "smallint"
	case 31:
		return 1<<31 - 1, "integer"
	}
	return 1<<63 - 1, "bigint"
}

// alterRange gives a sequence its type and both its ends: AS alone would change
// the ends only where they are those of the old type.
func alterRange(sequence, kind string, low, high int64) string {
	return fmt.Sprintf("ALTER SEQUENCE %s AS %s MINVALUE %d MAXVALUE %d;", sequence, kind, low, high)
}

func isThere(schema, name string) string {
	return fmt.Sprintf("SELECT pg_catalog.to_regclass(%s) IS NOT NULL", postgres.Literal(postgres.Quote(schema, name)))
}

// columnHolds requires that the column still has the type that the plan is for.
func columnHolds(row checks.UsedSequence, kind string) string {
	return fmt.Sprintf(`SELECT EXISTS (
    SELECT FROM pg_catalog.pg_attribute AS a
    JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
    WHERE a.attrelid = pg_catalog.to_regclass(%s) AND a.attname = %s AND NOT a.attisdropped
      AND CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END = %s::pg_catalog.regtype)`,
		postgres.Literal(postgres.Quote(*row.ColumnSchema, *row.ColumnTable)), postgres.Literal(*row.Column), postgres.Literal(kind))
}

var _ = pair(checks.SequenceCycles,
	Cure{Kind: "no-cycle", Risk: Locking, Reversible: true, order: 70},
	func(row checks.KeySequence, _ Context) ([]Step, error) {
		sequence := postgres.Quote(row.Schema, row.Sequence)
		return []Step{{
			Kind: "no-cycle", Slug: slug("no_cycle", row.Sequence),
			Up:   "ALTER SEQUENCE " + sequence + " NO CYCLE;",
			Down: "ALTER SEQUENCE " + sequence + " CYCLE;",
			Risk: Locking, Reversible: true,
			Locks:    []Lock{{"ShareRowExclusiveLock", postgres.Name(row.Schema, row.Sequence)}},
			Note:     "at its end INSERT will fail for good, and say why",
			Requires: []Requirement{{isThere(row.Schema, row.Sequence), "the sequence is not there any more"}},
		}}, nil
	})

var _ = pair(checks.SequenceBehindColumn,
	Cure{Kind: "advance-sequence", Risk: Online, Reversible: true, order: 70},
	func(row checks.FedColumn, _ Context) ([]Step, error) {
		if *row.Highest > row.MaxValue {
			return nil, refuse("the sequence ends at %d, but the column holds values up to %d: widen the sequence first", row.MaxValue, *row.Highest)
		}
		table := checks.Table{Schema: row.Schema, Name: row.Table, Kind: row.Kind}
		sequence, column := postgres.Quote(row.SequenceSchema, row.Sequence), postgres.Quote(row.Column)
		name := postgres.Literal(sequence)
		highest := fmt.Sprintf("(SELECT pg_catalog.max(t.%s) FROM %s AS t)", column, fromItem(table))
		target := highest
		if row.Increment > 1 { // its steps stay the same: other servers may give the values between
			target = fmt.Sprintf("s.last_value + (%s - s.last_value + %d) / %d * %d", highest, row.Increment-1, row.Increment, row.Increment)
		}
		return []Step{{
			Kind: "advance-sequence", Slug: slug("advance", row.Sequence),
			// never backwards: the sequence may have gone on since
			Up:   fmt.Sprintf("SELECT pg_catalog.setval(%s, greatest(s.last_value, %s))\nFROM %s AS s;", name, target, sequence),
			Down: fmt.Sprintf("SELECT pg_catalog.setval(%s, %d, %t);", name, row.Last, row.Called),
			Risk: Online, Reversible: true,
			Untried: "what setval does is not rolled back",
			Locks:   []Lock{{"RowExclusiveLock", postgres.Name(row.SequenceSchema, row.Sequence)}, {"AccessShareLock", table.String()}},
			Note:    "values that sessions have cached (CACHE) are still given; undoing sets the sequence to its exact value from before, from where it gives again what it gave since",
			Requires: []Requirement{
				{isThere(row.SequenceSchema, row.Sequence), "the sequence is not there any more"},
				{tableExists(table), table.String() + " is not there any more"},
			},
			Claims: []Claim{{"is the highest value in " + postgres.Name(row.Schema, row.Table, row.Column), "SELECT " + highest}},
		}}, nil
	})
