package workload

import (
	"maps"
	"slices"
)

// Column is a column of a table as a statement names it.
type Column struct {
	Table
	Column string
}

// Join is an equality between columns of two tables, or of one table with itself.
type Join struct {
	Left, Right Column
}

// scope maps the names that FROM gives to tables. What is no table (a subquery,
// a function, a CTE) has the zero Table.
type scope map[string]Table

// Joins lists the joins of a statement, a.x = b.y and USING, each once. Only
// qualified columns are understood: for others it takes a catalog to say whose
// they are.
func Joins(text string) ([]Join, error) {
	stmts, err := parse(text)
	if err != nil {
		return nil, err
	}
	reader := joinReader{ctes: cteNames(stmts), seen: map[Join]bool{}}
	reader.walk(stmts, nil)
	return reader.joins, nil
}

type joinReader struct {
	ctes  map[string]bool
	joins []Join
	seen  map[Join]bool
}

// walk goes down the tree; scopes are those of the statements around, the
// innermost last, since a correlated subquery sees them all.
func (r *joinReader) walk(tree any, scopes []scope) {
	switch value := tree.(type) {
	case []any:
		for _, item := range value {
			r.walk(item, scopes)
		}
	case node:
		if names := r.names(value); len(names) > 0 {
			scopes = append(slices.Clone(scopes), names)
		}
		if value["kind"] == "AEXPR_OP" {
			r.equality(value, scopes)
		}
		for _, key := range keys(value) {
			r.walk(value[key], scopes)
		}
	}
}

// names is the scope that a statement opens, empty for every other node. Every
// kind of statement keeps its tables under one of these keys.
func (r *joinReader) names(n node) scope {
	names := scope{}
	for _, key := range []string{"fromClause", "usingClause"} {
		if items, ok := n[key].([]any); ok {
			for _, item := range items {
				r.from(item, names)
			}
		}
	}
	if target, ok := n["relation"].(node); ok {
		r.from(node{"RangeVar": target}, names)
	}
	if source, ok := n["sourceRelation"]; ok { // MERGE
		r.from(source, names)
	}
	return names
}

// from enters one item of FROM, and everything under a join, into a scope. It
// notes joins with USING on the way.
func (r *joinReader) from(item any, names scope) {
	wrapped, ok := item.(node)
	if !ok {
		return
	}
	for kind, inner := range wrapped {
		n, ok := inner.(node)
		if !ok {
			continue
		}
		switch kind {
		case "RangeVar":
			table, _ := rangeVar(kind, n, r.ctes)
			name, _ := n["relname"].(string)
			if alias := aliasOf(n); alias != "" {
				name = alias
			}
			names[name] = table
		case "JoinExpr":
			r.from(n["larg"], names)
			r.from(n["rarg"], names)
			r.using(n)
		default:
			if alias := aliasOf(n); alias != "" {
				names[alias] = Table{}
			}
		}
	}
}

// using notes a JOIN b USING (x) where both sides are tables.
func (r *joinReader) using(join node) {
	columns, _ := join["usingClause"].([]any)
	left, leftIsTable := r.table(join["larg"])
	right, rightIsTable := r.table(join["rarg"])
	if !leftIsTable || !rightIsTable {
		return
	}
	for _, column := range columns {
		if name := text(column); name != "" {
			r.add(Column{left, name}, Column{right, name})
		}
	}
}

func (r *joinReader) table(item any) (Table, bool) {
	wrapped, _ := item.(node)
	n, ok := wrapped["RangeVar"].(node)
	if !ok {
		return Table{}, false
	}
	return rangeVar("RangeVar", n, r.ctes)
}

// equality notes a.x = b.y.
func (r *joinReader) equality(expr node, scopes []scope) {
	name, _ := expr["name"].([]any)
	if len(name) == 0 || text(name[len(name)-1]) != "=" {
		return
	}
	left, ok := column(expr["lexpr"], scopes)
	if !ok {
		return
	}
	if right, ok := column(expr["rexpr"], scopes); ok {
		r.add(left, right)
	}
}

func (r *joinReader) add(left, right Column) {
	join := Join{left, right}
	if left == right || r.seen[join] || r.seen[Join{right, left}] {
		return
	}
	r.seen[join] = true
	r.joins = append(r.joins, join)
}

// column reads alias.column or schema.table.column.
func column(expr any, scopes []scope) (Column, bool) {
	wrapped, _ := expr.(node)
	ref, ok := wrapped["ColumnRef"].(node)
	if !ok {
		return Column{}, false
	}
	fields, _ := ref["fields"].([]any)
	if len(fields) < 2 || len(fields) > 3 {
		return Column{}, false
	}
	qualifier, name := text(fields[len(fields)-2]), text(fields[len(fields)-1])
	if qualifier == "" || name == "" { // a.*
		return Column{}, false
	}
	for _, names := range slices.Backward(scopes) {
		if table, known := names[qualifier]; known {
			return Column{table, name}, table.Name != ""
		}
	}
	return Column{}, false
}

func aliasOf(n node) string {
	alias, _ := n["alias"].(node)
	name, _ := alias["aliasname"].(string)
	return name
}

// text reads a name: {"String": {"sval": "x"}}.
func text(item any) string {
	wrapped, _ := item.(node)
	value, _ := wrapped["String"].(node)
	name, _ := value["sval"].(string)
	return name
}

// keys are sorted, so that the same statement always gives the same list.
func keys(n node) []string { return slices.Sorted(maps.Keys(n)) }
