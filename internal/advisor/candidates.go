package advisor

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

const (
	maxKeys     = 4   // more columns rarely pay for their bytes
	maxWide     = 200 // bytes; an equality on longer values is better hashed
	smallRows   = 1000
	smallPages  = 10
	maxPerQuery = 50 // candidates offered to the planner at a time
)

// part is one thing that a reference asks of a table and that a key can answer.
type part struct {
	key    Key
	clause workload.Clause
	fixed  bool // IS NULL, IS TRUE or a constant: a predicate can answer it
	// uncommon is the predicate without the rows of other values, where they are most; see uncommon.
	uncommon string
	stays    bool // it is among the keys of an index with that predicate
}

// parts sorts the clauses of a reference by what they can do in a key.
type parts struct {
	equal, join, ranges, prefix []part
	either                      []part // alternatives of an OR, which one alone rules no rows out, and filters that may be nothing
	present                     []part // IS NOT NULL of columns that mostly are: no key, but a predicate
	orders                      [][]Key
	special                     []Index // of other access methods
}

// chooser knows what cannot be read from a statement: popularity of columns,
// expressions that may be indexed, operator classes that are installed.
type chooser struct {
	shared    map[string]int                       // statements that ask for a column of a table by equality
	immutable func(*Table, string) bool            // whether an index may have an expression
	trigrams  map[string]string                    // operator classes of pg_trgm by access method, none where it is not installed
	integers  string                               // gin__int_ops, whose operators intarray puts in the place of those of integer[]; "" where it is not installed
	uncommon  func(*Table, workload.Clause) string // predicate without the values that a clause is not about
	whole     func(*Table, workload.Clause) bool   // whether LIKE looks for whole values, which a b-tree finds
	constants []string                             // supposed for the parameters of the statement, "$1" itself where there is none
	covered   []string                             // candidates of the last statement that are there already
	hindered  []string                             // conditions of it that no index can serve as they are written
}

// candidates lists the indexes that could serve a reference, the best guess
// first. Which of them serves is for the planner to say.
func (c *chooser) candidates(ref *Reference) []Index {
	table := ref.Table
	if table.Kind == "f" || (table.Rows >= 0 && table.Rows < smallRows) || (table.Rows < 0 && table.Pages < smallPages) {
		return nil
	}
	p := c.sort(ref)
	for _, array := range ref.Arrays {
		name := postgres.Quote(array)
		c.hinder(fmt.Sprintf("= ANY (%s): no index finds an element so; a GIN index does by %s @> ARRAY[…]", name, name))
	}
	var list []Index
	known := map[string]bool{}
	add := func(where string, groups ...[]Key) {
		keys := distinctKeys(slices.Concat(groups...))
		if len(keys) == 0 {
			return
		}
		index := Index{Schema: table.Schema, Table: table.Name, Method: "btree", Keys: keys[:min(len(keys), maxKeys)], Where: where}
		if definition := index.Definition(); !known[definition] {
			known[definition] = true
			list = append(list, index)
		}
	}
	equal := keysOf(p.equal)
	tails := p.tails()
	for _, tail := range tails {
		add("", equal, tail)
	}
	add("", equal)
	for _, one := range p.equal {
		add("", []Key{one.key})
		for _, tail := range tails {
			add("", []Key{one.key}, tail)
		}
	}
	if !table.told(p.equal) {
		for _, tail := range tails {
			add("", tail)
		}
	}
	for _, one := range p.either {
		add("", equal, []Key{one.key})
		add("", []Key{one.key})
		for _, tail := range tails {
			add("", []Key{one.key}, tail)
			add("", equal, []Key{one.key}, tail)
		}
	}
	for i, one := range p.equal {
		for _, two := range p.equal[i+1:] {
			add("", []Key{one.key, two.key})
		}
	}
	p.joined(tails, add)
	p.partial(table, tails, add)
	list = append(list, c.sparse(ref, list)...)
	for _, index := range slices.Concat(p.special, p.specialOver(table)) {
		index.bytes = table.indexBytes(index)
		list = append(list, index)
	}
	list = slices.DeleteFunc(list, func(index Index) bool {
		if table.flag(index) || index.blind() && table.shareOf(index.Where) > mostRows || len(index.Keys) > 1 && slices.Contains(equal, index.Keys[0]) && table.unlike(index.Keys[0]) {
			return true
		}
		if table.covers(index) {
			c.covered = append(c.covered, index.Definition())
			return true
		}
		return false
	})
	return list[:min(len(list), maxPerQuery)]
}

// flag says whether an index over all rows has nothing but a truth value: half of its entries, or nearly all, are of a value that no
// index is read for. Of the rare value's rows a predicate makes a small one.
func (t *Table) flag(index Index) bool {
	column, ok := t.Column(index.Keys[0].Column)
	return ok && column.Category == "B" && len(index.Keys) == 1 && index.Where == ""
}

// blind says whether the planner has no statistics of an index's expressions, as of those of partial indexes
// (examine_variable in selfuncs.c): it guesses half a per cent, and takes a worse plan for the better one.
func (i Index) blind() bool {
	return i.Where != "" && slices.ContainsFunc(i.Keys, func(key Key) bool { return key.Expression != "" })
}

// unlike says whether hardly two rows have the same in an expression, such as lower(email), so that keys behind it serve
// nothing: the planner, without statistics of it, thinks that they do.
func (t *Table) unlike(key Key) bool {
	calls, err := workload.Calls(key.Expression)
	folds := func(c workload.Call) bool {
		return c.Kind == workload.Cast || c.Kind == workload.Function && (c.Name == "lower" || c.Name == "upper")
	}
	return err == nil && len(calls) > 0 && !slices.ContainsFunc(calls, func(c workload.Call) bool { return !folds(c) }) &&
		t.distinctOfExpression(key.Expression) > t.Rows/2
}

// toldApart is the number of values from which an equality leaves few enough rows.
const toldApart = 20

// told says whether an equality of a reference tells the rows well apart. Then an order
// or a range is no index of its own: it serves the values that many rows have, and makes
// those wait that few rows have.
func (t *Table) told(equal []part) bool {
	return slices.ContainsFunc(equal, func(p part) bool {
		return !p.fixed && t.distinctOfKey(p.key) >= toldApart
	})
}

// joined adds keys for the inner side of a nested loop, and of lookups from
// another table.
func (p parts) joined(tails [][]Key, add func(string, ...[]Key)) {
	equal := keysOf(p.equal)
	for _, join := range p.join {
		add("", []Key{join.key})
		add("", []Key{join.key}, equal)
		add("", equal, []Key{join.key})
		for _, tail := range tails {
			add("", []Key{join.key}, tail)
			add("", []Key{join.key}, equal, tail)
		}
	}
	// of columns that are equal to those of several tables the plan shows one pair, so that any two
	// may be the key of a table between others
	for i, one := range p.join {
		for j, two := range p.join {
			if i != j {
				add("", []Key{one.key, two.key})
			}
		}
	}
	add("", keysOf(p.join))
}

// tails are what may follow the equality block: an order or one range, not both.
func (p parts) tails() [][]Key {
	tails := slices.Clone(p.orders)
	for _, one := range slices.Concat(p.ranges, p.prefix) {
		tails = append(tails, []Key{one.key})
	}
	return tails
}

func keysOf(list []part) []Key {
	var keys []Key
	for _, one := range list {
		keys = append(keys, one.key)
	}
	return keys
}

// distinctKeys drops a key whose column came before.
func distinctKeys(keys []Key) []Key {
	var distinct []Key
	for _, key := range keys {
		same := func(other Key) bool { return other.Column == key.Column && other.Expression == key.Expression }
		if !slices.ContainsFunc(distinct, same) {
			distinct = append(distinct, key)
		}
	}
	return distinct
}

// sort sorts a reference's clauses into parts. The equality block begins with
// what most other statements ask for too, then with what tells most rows apart.
func (c *chooser) sort(ref *Reference) parts {
	var p parts
	for _, clause := range ref.Clauses {
		p.special = append(p.special, c.special(ref, clause)...)
		if key, ok := c.key(ref.Table, clause); ok {
			p.put(ref.Table, part{key: key, clause: clause, uncommon: c.uncommon(ref.Table, clause)})
		}
	}
	slices.SortStableFunc(p.equal, func(a, b part) int { return c.rank(ref.Table, a) - c.rank(ref.Table, b) })
	for _, order := range ref.Orders {
		p.special = append(p.special, c.nearest(ref, order)...)
		// by text_pattern_ops the rows come in another order, and by the order's own index no prefix is found
		prefixed := func(keys []Key) bool {
			return slices.ContainsFunc(p.prefix, func(one part) bool { return one.key.Opclass != "" && one.key.Column == keys[0].Column })
		}
		if keys := c.ordered(ref.Table, order); len(keys) > 0 && !prefixed(keys) {
			p.orders = append(p.orders, keys)
		}
	}
	return p
}

// put sorts one part by its operator.
func (p *parts) put(table *Table, one part) {
	clause := one.clause
	switch clause.Operator {
	case "=", workload.IsNull, workload.IsTrue, workload.IsFalse:
		switch {
		case len(clause.Others) > 0:
			p.join = append(p.join, one)
		case clause.Operator == "=" && table.hashed(clause):
		case clause.Open(): // an index over several of a form's filters would serve few of its calls
			p.either = append(p.either, one)
		default:
			one.fixed = clause.Column != "" && (clause.Operator != "=" || constant(table, clause))
			p.equal = append(p.equal, one)
		}
	case "<>":
		if one.uncommon != "" {
			p.present = append(p.present, one)
		}
	case workload.IsNotNull:
		if column, ok := table.Column(clause.Column); ok && column.Nulls >= mostlyNull && !clause.Open() {
			one.fixed = true
			p.present = append(p.present, one)
		}
	case "<", "<=", ">", ">=":
		p.ranges = append(p.ranges, one)
	case "<<", "<<=": // the addresses of a network follow each other
		if column, ok := table.Column(clause.Column); ok && slices.Contains([]string{"inet", "cidr"}, column.BaseType) {
			p.ranges = append(p.ranges, one)
		}
	case "~~", workload.StartsWith:
		if class := patternClass(table, clause); class != "none" {
			one.key.Opclass = class
			p.prefix = append(p.prefix, one)
		}
	}
}

// constant says whether an equality is with one value that stands in the text and is one of few.
func constant(table *Table, clause workload.Clause) bool {
	return clause.Constant != "" && !clause.Any && !strings.Contains(clause.Constant, "NULL") && ofFew(table, clause)
}

// fewValues is how many values a column may have of which a literal can be one that
// the program itself wrote, the same in every call.
const fewValues = 50

// ofFew says whether a literal is one of few values. One of many is what a single
// call asked for: an index over its rows alone would serve no other call.
func ofFew(table *Table, clause workload.Clause) bool {
	column, ok := table.Column(clause.Column)
	return ok && table.DistinctOf(column) <= fewValues
}

// rank is lower for what should stand first in a key.
func (c *chooser) rank(table *Table, p part) int {
	rank := -1_000_000 * min(1000, c.shared[shareKey(table, p.clause)])
	if column, ok := table.Column(p.clause.Column); ok {
		if column.Category == "B" { // what all of them ask, and none of them alone
			rank = 0
		}
		rank -= int(min(999_999, table.DistinctOf(column)))
	}
	if p.fixed { // better as a predicate than first in a key
		rank += 500_000
	}
	return rank
}

func shareKey(table *Table, clause workload.Clause) string {
	return table.Schema + "\x00" + table.Name + "\x00" + clause.Column + clause.Expression
}

// unordered are types that no b-tree sorts.
var unordered = []string{"json", "xml", "point", "box", "polygon", "path", "line", "circle", "lseg"}

// key is the key that a clause's left side would be, if an index may have it.
func (c *chooser) key(table *Table, clause workload.Clause) (Key, bool) {
	if clause.Column != "" {
		column, ok := table.Column(clause.Column)
		return Key{Column: clause.Column}, ok && !slices.Contains(unordered, column.BaseType)
	}
	expression := workload.Folded(workload.Bind(clause.Expression, c.constants))
	switch {
	case workload.HasParams(expression):
		c.hinder(expression + ": which constant stands there, pg_stat_statements does not keep; --statements FILE can give the statement with it")
		return Key{}, false
	case !c.immutable(table, expression):
		c.hinder(expression + ": CREATE INDEX refuses it, since it is not immutable: it may depend on settings such as TimeZone; compare the column itself")
		return Key{}, false
	}
	return Key{Expression: expression}, table.buildable(expression)
}

// hinder notes why no index can serve a condition as it is written.
func (c *chooser) hinder(why string) {
	if !slices.Contains(c.hindered, why) {
		c.hindered = append(c.hindered, why)
	}
}

// ordered are the keys that return rows in an order. An index can be read from
// both ends, so a uniform direction needs no DESC. Where NULL stands at the other end than usual it does:
// the planner takes no other index for that order, also of columns that are NOT NULL.
func (c *chooser) ordered(table *Table, order Order) []Key {
	var keys []Key
	mixed := slices.Contains(order.Descending, true) && slices.Contains(order.Descending, false) ||
		slices.ContainsFunc(order.Terms, func(term workload.Clause) bool { return term.Nulls != "" })
	for i, term := range order.Terms {
		key, ok := c.key(table, term)
		if !ok {
			break
		}
		key.Descending, key.Nulls = mixed && order.Descending[i], term.Nulls
		keys = append(keys, key)
	}
	return keys
}
