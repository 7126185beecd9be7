package advisor

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// Binding is a statement with values in the place of its parameters, and how
// much of the calls it stands for.
type Binding struct {
	Query  string
	Weight float64 // of all bindings together 1
	Cost   float64 // without any new index
	Rows   float64
	Blocks float64 // of tables that it reads, without any new index
	root   *Node   // of its plan without any new index
	// matching is how many rows there are without LIMIT at the end, in each call about as many; 0 where
	// these vary.
	matching float64
	// surplus is the share of the expected rows that do not come.
	surplus float64
	// Through says that there are fewer rows than LIMIT allows: what it reads it reads to the end.
	Through bool
	// unlimited is its text with a LIMIT that nobody takes for an end, "" where it is of no use: see misjudged.
	unlimited string
	// Generic hides the values from the planner, as they are in a generic plan.
	Generic bool
	values  []string          // of the parameters, as SQL
	roomy   bool              // LIMIT inside allows more rows than there are
	off     []workload.Switch // of the conditions that are left out
}

// use is one place where a parameter is compared with a column.
type use struct {
	table  *Table
	column *Column // nil where nothing is known
	clause workload.Clause
	nth    int      // which of the clause's parameters it is
	field  []string // names that lead to a field of the column's documents, nil where it is the whole
	json   bool     // whether that is compared as a document
	rows   float64  // that a call returns of those that match, -1 where that is not known
	sorted bool     // whether the statement wants the rows in the order of the column
	whole  bool     // whether a pattern is the whole value
	folded bool     // whether a pattern is compared as ORMs do for search fields, most of which look for a part
	common bool     // whether more rows were returned than a piece of some value would find
	narrow float64  // part of the narrowest range that was tried which would have left as few rows as were returned, 0 where that is not known
}

// level is which of a column's values to try.
type level int

// The levels: a value like most, the most frequent one, a rare one, one like most beside a wide range,
// one like most beside the state that most rows are in, and a rare one beside a wide range.
const (
	typical level = iota
	frequent
	rare
	broad
	usual
	seldom
	levels
)

// extents are the levels from typical to rare, of which the others are made.
const extents = 3

// value is the level of single values.
func (l level) value() level {
	return [levels]level{typical, frequent, rare, typical, typical, rare}[l]
}

// place is where such a value stands in a list with the most frequent first, from 0 to 1.
func (l level) place() float64 { return [extents]float64{0.5, 0, 1}[l.value()] }

// width is the level of ranges.
func (l level) width() level {
	return [levels]level{typical, frequent, rare, frequent, typical, frequent}[l]
}

// binder makes bindings of a statement from the statistics of the columns that its
// parameters are compared with: the values in pg_stat_statements are gone.
type binder struct {
	*Query
	settings workload.Settings
	uses     [][]use           // of each parameter
	fixed    map[int]string    // literals of parameters inside expressions
	switches []workload.Switch // whose parameters no other condition asks for
	below    bool              // LIMIT stands below an aggregate
	list     []Binding
}

// bind makes the bindings of a statement. Their weights are what speaks for them before a plan is known.
func (q *Query) bind(settings workload.Settings) []Binding {
	b := binder{Query: q, settings: settings, fixed: q.supposed(settings)}
	b.uses = q.uses(b.fixed)
	switches, _ := q.optional()
	needed := q.needed()
	b.switches = slices.DeleteFunc(switches, func(s workload.Switch) bool { return needed[s.Param] })
	b.below = len(q.read.Limits) > 0 && !q.read.Stops && !q.read.RowsTell
	q.tried = nil
	ended, through := 1.0, 0.0
	if q.read.Stops {
		ended, through = q.unended()
	}
	for _, off := range q.left() {
		for at := range levels {
			b.add(at, Binding{Weight: ended, off: off})
		}
		for at := range levels {
			if through > 0 {
				b.add(at, Binding{Weight: through, off: off, Through: true})
			}
		}
	}
	for at := range levels {
		if b.below {
			b.add(at, Binding{Weight: 0.3, roomy: true})
		}
	}
	b.add(typical, Binding{Weight: ended, Generic: true})
	return b.list
}

// fewCalls are calls that may have found one row each by chance.
const fewCalls = 5

// wholly says whether LIKE looks for whole values, as ORMs compare without regard to case: it found one row in each call,
// among values that are all different.
func (q *Query) wholly(table *Table, clause workload.Clause) bool {
	column, ok := table.Column(clause.Columns[0])
	return ok && clause.Operator == "~~" && q.read.RowsTell && !q.read.Stops && q.Calls >= fewCalls && whole(q.perCall()) && math.Round(q.perCall()) == 1 &&
		table.DistinctOf(column) > nearlyAll*(1-column.Nulls)*table.Rows
}

// uses are the places where each parameter is compared with a column.
func (q *Query) uses(fixed map[int]string) [][]use {
	uses := make([][]use, len(q.seen.types))
	for _, ref := range q.refs {
		for _, clause := range ref.Clauses {
			for nth, param := range clause.Params {
				if param < 1 || param > len(uses) {
					continue
				}
				column, _ := ref.Table.Column(clause.Columns[0])
				one := use{table: ref.Table, column: column, clause: clause, nth: nth, rows: -1, sorted: ref.sortedBy(clause), common: q.common, narrow: q.narrow}
				if q.read.RowsTell {
					one.rows = q.perCall()
				}
				one.whole, one.folded = q.wholly(ref.Table, clause), q.trigrams && strings.HasPrefix(clause.Expression, "upper(")
				if asked, ok := clause.Field(); ok && !asked.Reads(param) {
					one.field, one.json = leading(asked, fixed), asked.JSON
				}
				uses[param-1] = append(uses[param-1], one)
			}
		}
	}
	return uses
}

// add makes a binding of values of one level, unless there is the same one.
func (b *binder) add(at level, binding Binding) {
	binding.values = make([]string, len(b.seen.types))
	for i := range b.seen.types {
		binding.values[i] = b.value(i, at, binding)
	}
	binding.Query = workload.Bind(b.seen.query, binding.values)
	if binding.Through && b.misjudged() {
		binding.unlimited = b.withoutLimit(binding)
	}
	b.tried = append(b.tried, binding.values)
	if !slices.ContainsFunc(b.list, func(other Binding) bool { return other.Query == binding.Query && other.Through == binding.Through }) {
		b.list = append(b.list, binding)
	}
}

// value is what stands in the place of one parameter.
func (b *binder) value(param int, at level, binding Binding) string {
	typeName, uses := b.seen.types[param], b.uses[param]
	if off := b.off(param, typeName, at, binding); off != "" {
		return off
	}
	if on := b.on(param, typeName); on != "" {
		return on
	}
	switch {
	case slices.Contains(b.read.Limits, param+1) && binding.roomy:
		return roomyPage
	case slices.Contains(b.read.Limits, param+1) && b.below:
		return usualPage // of what is aggregated, as where documents are made of rows
	case slices.Contains(b.read.Limits, param+1):
		return limit(b.perCall(), binding.Through)
	case slices.Contains(b.read.Offsets, param+1):
		return "0"
	case b.fixed[param+1] != "":
		return b.fixed[param+1]
	case typeName == "regconfig":
		return postgres.Literal(b.settings.TextSearch) + "::regconfig"
	case slices.Contains(b.read.Lists, param+1) && contains(uses):
		return bothOf(typeName, uses, at)
	case slices.Contains(b.read.Lists, param+1) && excludes(uses):
		return noneOf(typeName, uses, at)
	}
	text := literal(typeName, uses, at, spanOf(b.uses, param))
	if slices.Contains(b.read.Searches, param+1) {
		if word := b.lexeme(at); word != "" {
			text = postgres.Literal(word) + "::" + typeName
		}
	}
	if b.hidden || b.unfolded[param+1] || binding.Generic && len(uses) > 0 { // the planner does not look into a subquery; with the cast = ANY takes it for an array
		return "(SELECT " + text + ")::" + typeName
	}
	return text
}

// unknownEnd makes of a word one that no text has.
const unknownEnd = "qzx"

// lexeme is a word of the texts that a statement searches, not the commonest, and for a rare one none that the statistics
// know; "" where they show none.
func (q *Query) lexeme(at level) string {
	for _, ref := range q.refs {
		for _, clause := range ref.Clauses {
			column, ok := ref.Table.Column(clause.Column)
			if ok && clause.Operator == "@@" && column.BaseType == "tsvector" {
				word, known := pick(column.Elements, [extents]float64{0.5, 0.25, 1}[at.value()])
				if known && at.value() == rare { // those that are known are the most frequent ones
					word += unknownEnd
				}
				return word
			}
		}
	}
	return ""
}

// unended is how likely it is that LIMIT ended no call, beside how likely that it ended each.
// Where calls returned different numbers of rows, at most rows/LIMIT of them were ended (Markov's
// inequality); where all seem to have returned the same whole number, nearly all. Where most
// returned none, what looks for a part of a value found nothing, and so did what compares an
// expression of which nearly each row has another value; else it is taken to be LIMIT 1, as a queue
// has: the planner expects rows that are not there, and reading to the end costs nothing.
func (q *Query) unended() (ended, through float64) {
	rowsPerCall := q.perCall()
	rows := math.Round(rowsPerCall)
	usual := rows <= 3 || math.Mod(rows, 5) == 0 || math.Mod(rows, 12) == 0
	switch {
	case rowsPerCall < 0.995 && !q.searches() && !q.misjudged():
		return 1, 0
	case rowsPerCall < 0.995 || !whole(rowsPerCall):
		ended = math.Max(negligible, rowsPerCall/pageOver(rowsPerCall))
		return ended, 1 - ended
	case (usual || q.Calls >= 10 && rows < 5) && !q.searches():
		return 1, 0.05
	case rows <= 3: // nobody lists the first three of what somebody looks for
		return 0.3, 1
	}
	return 1, 0.3
}

// varies says whether a statement looks for one of many values, that have many rows or few.
func (q *Query) varies() bool {
	return slices.ContainsFunc(q.refs, func(ref *Reference) bool {
		return slices.ContainsFunc(ref.Clauses, func(c workload.Clause) bool {
			column, ok := ref.Table.Column(c.Column)
			return c.Operator == "=" && len(c.Params) > 0 && (!ok || ref.Table.DistinctOf(column) > fewValues)
		})
	})
}

// whole says whether each call seems to have returned the same number of rows.
func whole(rowsPerCall float64) bool { return math.Abs(rowsPerCall-math.Round(rowsPerCall)) < 0.005 }

// guessed says whether how many rows are expected rests on a search in an expression, which has no
// statistics: the planner then takes a prefix for rarer or commoner than a part by its letters alone.
func (q *Query) guessed() bool {
	return slices.ContainsFunc(q.refs, func(ref *Reference) bool {
		return slices.ContainsFunc(ref.Clauses, func(c workload.Clause) bool {
			under, _ := c.Uncast()
			column, ok := ref.Table.Column(under)
			return c.Column == "" && c.Searches() && (!ok || column.BaseType != "citext") // whose cast changes no bytes
		})
	})
}

// searches says whether a statement looks for a part of a value.
func (q *Query) searches() bool {
	return slices.ContainsFunc(q.refs, func(ref *Reference) bool { return slices.ContainsFunc(ref.Clauses, workload.Clause.Searches) })
}

// Values for LIMIT where the rows that a call returned say nothing about it.
const (
	usualPage = "20"
	roomyPage = "10000" // that ended none
)

// limit is a value for LIMIT: the rows that a call returned, or where there were fewer than
// it allows the next usual size of a page.
func limit(rowsPerCall float64, through bool) string {
	rows := math.Max(1, math.Ceil(rowsPerCall))
	if !through && whole(rowsPerCall) || rowsPerCall < 1 && !through {
		return fmt.Sprintf("%.0f", math.Max(1, math.Round(rowsPerCall)))
	}
	return fmt.Sprintf("%.0f", pageOver(rows))
}

// pageOver is the next usual size of a page.
func pageOver(rows float64) float64 {
	for _, page := range []float64{10, 20, 50, 100, 200, 500, 1000} {
		if page > rows {
			return page
		}
	}
	return 2 * rows
}

// sortedBy says whether the rows are wanted in the order of what a clause asks for.
func (r *Reference) sortedBy(clause workload.Clause) bool {
	return slices.ContainsFunc(r.Orders, func(o Order) bool {
		return !o.Grouping && o.Terms[0].Column == clause.Column && plain(o.Terms[0].Expression) == plain(clause.Expression)
	})
}

// span is what a parameter that is one end of a range goes with.
type span int

const (
	halfOpen span = iota // nothing: the range has one end
	closed               // the other end, of the same column
	overlap              // the other end of another column: periods that begin before one day and end after another
)

// spanOf says which of these a parameter is.
func spanOf(uses [][]use, param int) span {
	found := halfOpen
	for _, mine := range uses[param] {
		for i, others := range uses {
			for _, other := range others {
				if i == param || mine.column == nil || other.column == nil || mine.table != other.table || mine.column.Type != other.column.Type ||
					!isRange(mine.clause.Operator) || !isRange(other.clause.Operator) || mine.clause.Operator[0] == other.clause.Operator[0] {
					continue
				}
				if mine.column == other.column {
					return closed
				}
				if mine.column.Category == "D" {
					found = overlap
				}
			}
		}
	}
	return found
}

func isRange(operator string) bool { return slices.Contains([]string{"<", "<=", ">", ">="}, operator) }
