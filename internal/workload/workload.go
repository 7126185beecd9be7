// Package workload reads what statements say about tables: which they touch,
// and which columns they join. It parses with PostgreSQL's own parser and knows
// no database.
package workload

import (
	"encoding/json"
	"fmt"
)

// Table is a table as a statement names it; Schema is "" where it does not say.
type Table struct {
	Schema string
	Name   string
}

// node is a part of the parse tree in the parser's JSON.
type node = map[string]any

// parse returns the statements of a text.
func parse(text string) ([]any, error) {
	tree, err := parseJSON(text)
	if err != nil {
		return nil, fmt.Errorf("parse statement: %w", err)
	}
	var result struct {
		Stmts []any `json:"stmts"`
	}
	if err := json.Unmarshal([]byte(tree), &result); err != nil {
		return nil, fmt.Errorf("read parse tree: %w", err)
	}
	return result.Stmts, nil
}

// Tables lists the tables that a statement reads or writes, each once, in the
// order in which they occur in the tree. CTEs are none.
func Tables(text string) ([]Table, error) {
	stmts, err := parse(text)
	if err != nil {
		return nil, err
	}
	ctes := cteNames(stmts)
	var tables []Table
	seen := map[Table]bool{}
	visit(stmts, func(kind string, n node) {
		table, named := rangeVar(kind, n, ctes)
		if named && !seen[table] {
			seen[table] = true
			tables = append(tables, table)
		}
	})
	return tables, nil
}

// rangeVar reads a table's name from a node. The target of INSERT, UPDATE and
// DELETE stands under "relation", everything else is a RangeVar.
func rangeVar(kind string, n node, ctes map[string]bool) (Table, bool) {
	name, _ := n["relname"].(string)
	if name == "" || (kind != "RangeVar" && kind != "relation") {
		return Table{}, false
	}
	schema, _ := n["schemaname"].(string)
	if schema == "" && ctes[name] {
		return Table{}, false
	}
	return Table{Schema: schema, Name: name}, true
}

// cteNames collects the names of all CTEs of a statement. That one of them
// hides a table only where it is in scope is not worth the trouble.
func cteNames(tree any) map[string]bool {
	names := map[string]bool{}
	visit(tree, func(kind string, n node) {
		if name, ok := n["ctename"].(string); ok && kind == "CommonTableExpr" {
			names[name] = true
		}
	})
	return names
}

// visit calls f for every object of the tree with the key it stands under.
func visit(tree any, f func(kind string, n node)) {
	switch value := tree.(type) {
	case []any:
		for _, item := range value {
			visit(item, f)
		}
	case node:
		for _, key := range keys(value) {
			if child, ok := value[key].(node); ok {
				f(key, child)
			}
			visit(value[key], f)
		}
	}
}
