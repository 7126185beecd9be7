package advisor

import (
	"math"
	"slices"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// What writing an index takes, in the planner's units: an entry about one and a
// half and the more the wider it is; an update that could stay on its page (HOT)
// and no longer can, five. Measured on tables in memory.
const (
	entryCost   = 1.5
	entryBytes  = 32 // of key that cost one more
	hotLossCost = 5
)

// penalty is the time of the workload that writing an index takes, by what the
// statements themselves inserted and updated: the tables' own counters tell of
// another span of time. What triggers write is counted where pg_stat_statements
// tracks it (pg_stat_statements.track = all).
func (a *adviser) penalty(c *candidate) float64 {
	entry := entryCost + c.table.entryWidth(c.Index)/entryBytes
	columns := c.Columns()
	share := c.table.shareOf(c.Where)
	cost := 0.0
	for _, query := range a.advice.Statements {
		if query.read.Writes == "" || !a.writes(query, c.table) {
			continue
		}
		switch query.read.Writes {
		case "INSERT", "MERGE":
			cost += query.Rows * share * entry
		case "UPDATE":
			if !slices.ContainsFunc(columns, func(column string) bool { return slices.Contains(query.read.Set, column) }) {
				continue
			}
			cost += query.Rows * entry
			if !c.table.indexedAny(query.read.Set) {
				cost += query.Rows * c.table.hotShare() * hotLossCost
			}
		}
	}
	return cost * a.unit
}

// writes says whether what a statement writes is a table; a name without a schema
// means it where only one table of the workload has it.
func (a *adviser) writes(query *Query, table *Table) bool {
	name := Name{query.read.Target.Schema, query.read.Target.Name}
	if name.Schema != "" {
		found, ok := a.catalog.Table(name)
		return ok && found == table
	}
	return name.Table == table.Name || slices.ContainsFunc(table.Leaves, func(leaf Name) bool { return leaf.Table == name.Table })
}

func (t *Table) hotShare() float64 {
	if t.Updates == 0 {
		return 1
	}
	return t.HotUpdates / t.Updates
}

func (t *Table) entryWidth(index Index) float64 {
	width := 0.0
	for _, key := range index.Keys {
		width += t.widthOf(key)
	}
	for _, name := range index.Include {
		width += t.widthOf(Key{Column: name})
	}
	if index.Method == "gin" { // an entry for each word, letter triple or element
		width *= 8
	}
	return math.Min(width, 2000)
}

// indexedAny says whether an index that is there has one of some columns.
func (t *Table) indexedAny(columns []string) bool {
	return slices.ContainsFunc(t.Indexes, func(e Existing) bool {
		return slices.ContainsFunc(slices.Concat(e.Keys, e.Include), func(key string) bool {
			return slices.ContainsFunc(workload.ColumnsOf(key), func(name string) bool { return slices.Contains(columns, name) })
		})
	})
}

// Columns are all columns that an index depends on, those of its keys first.
func (i Index) Columns() []string {
	var columns []string
	for _, key := range i.Keys {
		if key.Column != "" {
			columns = append(columns, key.Column)
		} else {
			columns = append(columns, workload.ColumnsOf(key.Expression)...)
		}
	}
	columns = append(columns, i.Include...)
	for _, clause := range workload.Bare(i.Where) {
		columns = append(columns, clause.Columns...)
	}
	return columns
}
