package advisor

import (
	"context"
	"math"
	"slices"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// When an index carries columns beside its keys: columns that are never looked for, and
// spare a statement the visit to the table. They make every entry wider, so they have to
// pay for it by themselves.
const (
	carriedColumns = 6
	carriedBytes   = 80  // of an entry
	carriedVisible = 0.8 // of the table's pages, else most rows are visited all the same
	carriedCost    = 0.7 // of the statement's cost with the keys alone that may be left
	carriedFrom    = 100 // of that cost, and rows that a call returns: a few are visited in no time where the table is in memory
)

// carry gives a chosen index the other columns that a statement reads of its table, for the
// statement that gains most by it.
func (a *adviser) carry(ctx context.Context, chosen []int) ([]int, error) {
	now, err := a.total(ctx, chosen)
	if err != nil {
		return nil, err
	}
	for i := 0; i < len(chosen) && !a.over(); i++ {
		best := move{}
		for _, query := range a.advice.Statements {
			next, err := a.carrying(ctx, query, chosen, i)
			if err != nil {
				return nil, err
			}
			if next.saves > best.saves {
				best = next
			}
		}
		if best.saves >= a.least(now) && best.saves > 0 && a.affordable(best) {
			chosen, now = best.chosen, now-best.saves
		}
	}
	return chosen, nil
}

// carrying is the move that gives the i-th chosen index what one statement needs, with no
// savings where that is not to be had.
func (a *adviser) carrying(ctx context.Context, query *Query, chosen []int, i int) (move, error) {
	c := a.pool[chosen[i]]
	if query.weight == 0 || c.ruled || c.Method != "btree" || c.table.Visible < carriedVisible || query.read.RowsTell && query.Rows < carriedFrom*query.Calls || !slices.Contains(query.offered, chosen[i]) {
		return move{}, nil
	}
	wide := c.Index
	if wide.Include = a.carried(query, c); len(wide.Include) == 0 {
		return move{}, nil
	}
	before, err := a.costOf(ctx, query, chosen)
	if err != nil || before < carriedFrom {
		return move{}, err
	}
	next := move{chosen: slices.Clone(chosen)}
	next.chosen[i] = a.place(wide, c)
	after, err := a.costOf(ctx, query, next.chosen)
	if err != nil || after > carriedCost*before {
		return move{}, err
	}
	next.saves, _, err = a.gain(ctx, chosen, next.chosen, []int{chosen[i], next.chosen[i]}, math.Inf(-1))
	return next, err
}

// carried are the columns of an index's table that a statement reads and the index does
// not have, nil where they are too many, too wide, or among those that updates change: an
// index on them would end their HOT updates.
func (a *adviser) carried(query *Query, c *candidate) []string {
	var list []string
	width := c.table.entryWidth(c.Index)
	for _, column := range query.read.Columns {
		name := column.Name
		if _, ok := c.table.Column(name); !ok || slices.Contains(list, name) || query.ofOther(c.table, column.Alias) || slices.ContainsFunc(c.Keys, func(key Key) bool { return key.Column == name }) {
			continue
		}
		if a.changes(c.table, name) {
			return nil
		}
		width += c.table.widthOf(Key{Column: name})
		list = append(list, name)
	}
	if len(list) > carriedColumns || width > carriedBytes {
		return nil
	}
	slices.Sort(list)
	return list
}

// ofOther says whether an alias is that of another table.
func (q *Query) ofOther(table *Table, alias string) bool {
	return alias != "" && slices.ContainsFunc(q.refs, func(ref *Reference) bool { return ref.Alias == alias && ref.Table != table })
}

// changes says whether an UPDATE of the workload sets a column.
func (a *adviser) changes(table *Table, column string) bool {
	return slices.ContainsFunc(a.advice.Statements, func(q *Query) bool {
		return slices.ContainsFunc(q.read.Changes, func(c workload.Change) bool { return slices.Contains(c.Set, column) && table.isTarget(c) })
	})
}
