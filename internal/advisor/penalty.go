package advisor

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// What writing takes in microseconds, measured on PostgreSQL 18 on tables of 300,000
// rows in memory, by statements of one row and of 30,000.
const (
	callMicros = 7.0 // INSERT, beside its rows
	rowMicros  = 3.0 // a row without its indexes

	entryMicros      = 3.5 // in a b-tree or a hash index
	entryBytes       = 10  // of key that take one more
	expressionMicros = 3.0

	elementMicros = 1.2 // in GIN: an element of a list, a value of a document
	trigramMicros = 0.5
	wordMicros    = 2.0 // most of it to_tsvector
	ginMicros     = 2.0 // a row, whatever it has

	hotLossMicros = 3.5 // an update that leaves its page: a new line pointer, and vacuuming it away
	unitMicros    = 3.0 // a unit of the planner's cost

	loads = 3 // calls below which a statement that writes was a load, or somebody mending data
)

// penalty is the time of the workload that writing an index takes, by what the
// statements themselves inserted and updated: the tables' own counters tell of
// another span of time. What triggers write is counted where pg_stat_statements
// tracks it (pg_stat_statements.track = all). What ran once or twice is not the application's.
func (a *adviser) penalty(c *candidate) float64 {
	entry := c.table.entryMicros(c.Index)
	columns := c.Columns()
	share := c.table.shareOf(c.Where)
	entering := share
	if slices.ContainsFunc((Index{Where: c.Where}).Columns(), func(column string) bool { return a.changes(c.table, column) }) {
		entering = 1 // rows come in by INSERT and leave by UPDATE, as those of a queue do
	}
	micros := 0.0
	for _, query := range a.advice.Statements {
		for _, change := range query.read.Changes {
			if query.Calls < loads || !c.table.isTarget(change) {
				continue
			}
			inserted, updated := c.table.split(change, query.Rows)
			micros += inserted * entering * entry
			stay := 0.0 // HOT without this index
			if !c.table.indexedAny(change.Set) {
				stay = c.table.hotShare()
			}
			micros += updated * (1 - stay) * share * entry
			if containsAny(columns, change.Set) {
				micros += updated * stay * (share*entry + hotLossMicros + c.table.entriesMicros())
			}
		}
	}
	return micros / 1000 * a.speed()
}

// split says how many of a statement's rows are inserted and how many updated: of what may be
// either, as many as of all of the table.
func (t *Table) split(change workload.Change, rows float64) (inserted, updated float64) {
	switch {
	case change.Verb == "DELETE":
		return 0, 0
	case change.Verb == "UPDATE":
		return 0, rows
	case len(change.Set) == 0:
		return rows, 0
	case t.Inserts+t.Updates == 0:
		return rows / 2, rows / 2
	}
	updated = rows * t.Updates / (t.Inserts + t.Updates)
	return rows - updated, updated
}

func containsAny(list, wanted []string) bool {
	return slices.ContainsFunc(list, func(one string) bool { return slices.Contains(wanted, one) })
}

// speed is how many times as long as the figures above say writing takes on this server, by its
// own INSERT statements; where there are none, by what all statements take for a unit of cost.
// Half and four times what the latter says are the limits: an INSERT may have waited for locks,
// or run triggers.
func (a *adviser) speed() float64 {
	if a.pace > 0 {
		return a.pace
	}
	type pace struct{ times, rows float64 }
	var paces []pace
	rows := 0.0
	for _, query := range a.advice.Statements {
		if len(query.read.Changes) != 1 || query.read.Changes[0].Verb != "INSERT" || query.read.Query != "" || query.Rows < 1 || query.TotalMS <= 0 {
			continue
		}
		for _, table := range a.catalog.Tables {
			if table.isTarget(query.read.Changes[0]) {
				known := query.Calls*callMicros + query.Rows*(rowMicros+table.entriesMicros())
				paces = append(paces, pace{query.TotalMS * 1000 / known, query.Rows})
				rows += query.Rows
			}
		}
	}
	reading := a.unit * 1000 / unitMicros
	a.pace = reading
	slices.SortFunc(paces, func(x, y pace) int { return cmp.Compare(x.times, y.times) })
	passed := 0.0
	for _, p := range paces {
		if passed += p.rows; passed >= rows/2 {
			a.pace = math.Min(math.Max(p.times, math.Min(1, reading)/2), 4*math.Max(1, reading))
			break
		}
	}
	return a.pace
}

// isTarget says whether what a statement changes is a table, or a partition of it; a name without a schema
// means it where only one table of the workload has it.
func (t *Table) isTarget(change workload.Change) bool {
	name := Name{change.Target.Schema, change.Target.Name}
	if name.Schema != "" {
		return name == Name{t.Schema, t.Name} || slices.Contains(t.Leaves, name)
	}
	return name.Table == t.Name || slices.ContainsFunc(t.Leaves, func(leaf Name) bool { return leaf.Table == name.Table })
}

func (t *Table) hotShare() float64 {
	if t.Updates == 0 {
		return 1
	}
	return t.HotUpdates / t.Updates
}

// entryMicros is what an entry of an index takes.
func (t *Table) entryMicros(index Index) float64 {
	if index.Method == "gin" {
		count, each := t.ginEntries(index.Keys[0])
		return ginMicros + count*each
	}
	if column, _ := t.Column(index.Keys[0].Column); index.Method == "gist" {
		return column.gistEntryMicros()
	}
	micros := entryMicros
	for _, key := range index.Keys {
		if key.Expression != "" {
			micros += expressionMicros
		}
	}
	width := t.entryWidth(index)
	if index.Method == "hash" {
		width = 4
	}
	return micros + math.Min(width, 2000)/entryBytes
}

// entryWidth is the bytes of an index's keys and of what it carries beside them.
func (t *Table) entryWidth(index Index) float64 {
	width := 0.0
	for _, key := range index.Keys {
		width += t.widthOf(key)
	}
	for _, name := range index.Include {
		width += t.widthOf(Key{Column: name})
	}
	return width
}

// entriesMicros is what the indexes that are there take for a row.
func (t *Table) entriesMicros() float64 {
	micros := 0.0
	for _, existing := range t.Indexes {
		index := Index{Method: existing.Method}
		for i := range existing.Keys {
			index.Keys = append(index.Keys, t.keyOf(existing, i))
		}
		micros += t.shareOf(existing.Predicate) * t.entryMicros(index)
	}
	return micros
}

// keyOf is a key of an index that is there, its direction aside.
func (t *Table) keyOf(existing Existing, i int) Key {
	key := Key{Expression: existing.Keys[i]}
	if name := unquoted(existing.Keys[i]); t.has(name) {
		key = Key{Column: name}
	}
	if i < len(existing.Options) {
		if _, class, own := strings.Cut(existing.Options[i], "o"); own {
			key.Opclass = class
		}
	}
	return key
}

func (t *Table) has(column string) bool {
	_, ok := t.Column(column)
	return ok
}

// indexedAny says whether an index that is there has one of some columns.
func (t *Table) indexedAny(columns []string) bool {
	return slices.ContainsFunc(t.Indexes, func(e Existing) bool {
		return slices.ContainsFunc(slices.Concat(e.Keys, e.Include, []string{e.Predicate}), func(part string) bool {
			return containsAny(workload.ColumnsOf(part), columns)
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
