package advisor

import (
	"slices"
	"strconv"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// refer notes what a statement asks of each table.
func (q *Query) refer(catalog *Catalog) {
	q.refs = q.seen.references(catalog)
	for _, ref := range q.refs {
		ref.First = ref.Table.Kind != "p" && among(q.read.Firsts, ref.Alias)
	}
}

// among says whether an alias of a plan is one of a statement's names: where several queries have the
// same one, EXPLAIN numbers the later ones, jobs and jobs_1.
func among(names []string, alias string) bool {
	if slices.Contains(names, alias) {
		return true
	}
	suffix := numbered.FindString(alias)
	number, err := strconv.Atoi(strings.TrimPrefix(suffix, "_"))
	same := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return name+suffix != alias })
	return err == nil && len(same) > number
}

// ruled says whether a rule has to say what an index does for a statement: the engine cannot imagine
// it, or the planner would not see it there.
func (a *adviser) ruled(query *Query, index Index) bool {
	if !a.engine.Supports(index.Method) {
		return true
	}
	computed := slices.ContainsFunc(index.Keys, func(key Key) bool { return key.Expression != "" })
	return computed && !a.engine.Sees(index, query.first(index))
}

// first says whether a statement asks for what an index has first in its keys, or orders by it, at a
// table that comes first in the planner's range table.
func (q *Query) first(index Index) bool {
	return slices.ContainsFunc(q.refs, func(ref *Reference) bool {
		return ref.First && ref.Table.Schema == index.Schema && ref.Table.Name == index.Table &&
			(slices.ContainsFunc(ref.Clauses, func(c workload.Clause) bool { return q.asks(c, index.Keys[0]) }) ||
				slices.ContainsFunc(ref.Orders, func(o Order) bool { return q.asks(o.Terms[0], index.Keys[0]) }))
	})
}

// asks says whether a clause is about a key, with the constants that are supposed in its expression.
func (q *Query) asks(c workload.Clause, key Key) bool {
	c.Expression = workload.Folded(workload.Bind(c.Expression, q.inside))
	return isKey(key, c)
}

// shown is what an engine is to imagine of an index for a statement. In the place of a predicate that
// the planner would not see there, the columns that it tests follow the keys, so that the order is
// kept, or precede them, so that only these rows are read. Each is somewhat dearer to read than the
// one over some rows alone. A predicate that the statement does not ask for is of no use to it.
func (a *adviser) shown(query *Query, index Index) []Index {
	if index.Where == "" || a.engine.Sees(index, query.first(index)) {
		return []Index{index}
	}
	if !query.implies(index) {
		return nil
	}
	var tested []Key
	for _, clause := range workload.Bare(index.Where) {
		tested = append(tested, Key{Column: clause.Column})
	}
	ordered, selective := index, index
	ordered.Include = slices.DeleteFunc(slices.Clone(index.Include), func(name string) bool { return slices.Contains(tested, Key{Column: name}) })
	selective.Include = ordered.Include
	ordered.Where, ordered.Keys = "", distinctKeys(slices.Concat(index.Keys, tested))
	selective.Where, selective.Keys = "", distinctKeys(slices.Concat(tested, index.Keys))
	return []Index{ordered, selective}
}

// implies says whether all rows that a statement wants of a table satisfy an index's predicate.
func (q *Query) implies(index Index) bool {
	return slices.ContainsFunc(q.refs, func(ref *Reference) bool {
		return ref.Table.Schema == index.Schema && ref.Table.Name == index.Table && impliedBy(index.Where, ref.Clauses)
	}) || slices.ContainsFunc(q.Candidates, func(other Index) bool {
		return other.Where == index.Where && other.Schema == index.Schema && other.Table == index.Table
	})
}
