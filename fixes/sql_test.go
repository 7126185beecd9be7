package fixes

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/wasilibs/go-pgquery/parser"
)

// statements reads a text with PostgreSQL's own parser, the statements inside
// of DO blocks too, and returns a tree a statement, without positions.
func statements(t *testing.T, text string) []any {
	t.Helper()
	tree, err := parser.ParseToJSON(text)
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	var parsed struct{ Stmts []any }
	if err := json.Unmarshal([]byte(tree), &parsed); err != nil {
		t.Fatal(err)
	}
	for i, stmt := range parsed.Stmts {
		node := stmt.(map[string]any)["stmt"].(map[string]any)
		if _, do := node["DoStmt"]; do {
			if len(parsed.Stmts) > 1 {
				t.Fatalf("a DO block among other statements:\n%s", text)
			}
			parsed.Stmts[i] = procedural(t, text)
		} else {
			parsed.Stmts[i] = positionless(node)
		}
	}
	return parsed.Stmts
}

// procedural is the tree of a DO statement.
func procedural(t *testing.T, text string) any {
	t.Helper()
	tree, err := parser.ParsePlPgSqlToJSON(text)
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	var parsed any
	if err := json.Unmarshal([]byte(tree), &parsed); err != nil {
		t.Fatal(err)
	}
	return inner(t, parsed)
}

// inner replaces the texts of statements and expressions in a PL/pgSQL tree by
// their trees.
func inner(t *testing.T, tree any) any {
	t.Helper()
	switch node := tree.(type) {
	case []any:
		for i := range node {
			node[i] = inner(t, node[i])
		}
	case map[string]any:
		delete(node, "lineno")
		for key, value := range node {
			expr, ok := value.(map[string]any)
			query, is := expr["query"].(string)
			if !ok || !is || key != "PLpgSQL_expr" {
				node[key] = inner(t, value)
				continue
			}
			if expr["parseMode"].(float64) > 2 { // an assignment
				_, query, _ = strings.Cut(query, ":=")
			}
			if expr["parseMode"].(float64) >= 2 { // an expression
				query = "SELECT " + query
			}
			node[key] = statements(t, query)
		}
	}
	return tree
}

func positionless(tree any) any {
	switch node := tree.(type) {
	case []any:
		for i := range node {
			node[i] = positionless(node[i])
		}
	case map[string]any:
		for key := range node {
			if key == "location" || strings.HasPrefix(key, "stmt_l") || strings.HasSuffix(key, "_location") {
				delete(node, key)
				continue
			}
			node[key] = positionless(node[key])
		}
	}
	return tree
}

// compare says where a tree differs from another in more than its strings, and
// where a string that is a name is not what it is to become.
func compare(plain, other any, becomes map[string]string, path string) string {
	switch a := plain.(type) {
	case []any:
		b, ok := other.([]any)
		if !ok || len(a) != len(b) {
			return path + ": another number of nodes"
		}
		for i := range a {
			if found := compare(a[i], b[i], becomes, fmt.Sprintf("%s[%d]", path, i)); found != "" {
				return found
			}
		}
	case map[string]any:
		b, ok := other.(map[string]any)
		if !ok || len(a) != len(b) {
			return path + ": other nodes"
		}
		for key := range a {
			if _, has := b[key]; !has {
				return path + "." + key + ": not there"
			}
			if found := compare(a[key], b[key], becomes, path+"."+key); found != "" {
				return found
			}
		}
	case string:
		b, ok := other.(string)
		if !ok {
			return path + ": no string"
		}
		if want, name := becomes[a]; name && b != want {
			return fmt.Sprintf("%s: got the name %q, want %q", path, b, want)
		}
	default:
		if plain != other {
			return fmt.Sprintf("%s: %v and %v", path, plain, other)
		}
	}
	return ""
}

// texts are all pieces of SQL in a step.
func texts(step Step) map[string]string {
	list := map[string]string{"up": step.Up, "down": step.Down, "done": step.Done, "clean": step.Clean, "leftover": step.Leftover}
	for i, requirement := range step.Requires {
		list[fmt.Sprintf("requirement %d", i)] = requirement.SQL
	}
	for i, claim := range step.Claims {
		list[fmt.Sprintf("claim %d", i)] = claim.SQL
	}
	if step.Gain != nil {
		list["statement"], list["index"] = step.Gain.Statement, step.Gain.Index
	}
	return list
}
