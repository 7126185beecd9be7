package workload

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v6"
)

// Body is what a function does, as far as its text says.
type Body struct {
	// Texts are its statements, and the expressions that ask a table, each once: as pg_stat_statements has them where it
	// counts what functions run, but with constants, and with the names of variables in them.
	Texts   []string
	Types   map[string]string // of its arguments and variables, in lower case
	Dynamic bool              // whether it also runs statements that it puts together
}

// BodyOf reads a function in PL/pgSQL or SQL from its definition, as pg_get_functiondef gives it.
func BodyOf(definition string) (Body, error) {
	node, ok := sole(definition)
	if !ok || node.GetCreateFunctionStmt() == nil {
		return Body{}, fmt.Errorf("PostgreSQL's parser (of 17) does not read it")
	}
	create := node.GetCreateFunctionStmt()
	body := Body{Types: argumentTypes(create)}
	if language(create) == "sql" {
		return body, body.readSQL(create)
	}
	return body, body.readPLpgSQL(definition)
}

func language(create *pg.CreateFunctionStmt) string {
	for _, option := range create.GetOptions() {
		if option.GetDefElem().GetDefname() == "language" {
			return option.GetDefElem().GetArg().GetString_().GetSval()
		}
	}
	return ""
}

func argumentTypes(create *pg.CreateFunctionStmt) map[string]string {
	types := map[string]string{}
	for _, parameter := range create.GetParameters() {
		p := parameter.GetFunctionParameter()
		null := &pg.Node{Node: &pg.Node_AConst{AConst: &pg.A_Const{Isnull: true}}}
		castTo(null, p.GetArgType())
		if written, err := sqlOf(null); err == nil && p.GetName() != "" {
			types[p.GetName()] = strings.TrimPrefix(written, "NULL::")
		}
	}
	return types
}

// readSQL takes the statements of a function in SQL, which stand in a text or, BEGIN ATOMIC, in the definition itself.
func (b *Body) readSQL(create *pg.CreateFunctionStmt) error {
	statements := flat(create.GetSqlBody())
	for _, option := range create.GetOptions() {
		if parts := names(option.GetDefElem().GetArg().GetList().GetItems()); option.GetDefElem().GetDefname() == "as" && len(parts) == 1 {
			tree, err := parseTree(parts[0])
			if err != nil {
				return fmt.Errorf("PostgreSQL's parser (of 17) does not read it: %w", err)
			}
			for _, one := range tree.GetStmts() {
				statements = append(statements, one.GetStmt())
			}
		}
	}
	for _, statement := range statements {
		text, err := deparse(statement)
		if err != nil {
			return fmt.Errorf("write a statement of it: %w", err)
		}
		b.add(text)
	}
	return nil
}

// flat are the statements of BEGIN ATOMIC ... END, which are lists in a list, or the one of RETURN.
func flat(node *pg.Node) []*pg.Node {
	switch {
	case node == nil:
		return nil
	case node.GetList() != nil:
		var statements []*pg.Node
		for _, item := range node.GetList().GetItems() {
			statements = append(statements, flat(item)...)
		}
		return statements
	case node.GetReturnStmt() != nil:
		return []*pg.Node{selection(&pg.SelectStmt{TargetList: []*pg.Node{pg.MakeResTargetNodeWithVal(node.GetReturnStmt().GetReturnval(), -1)}})}
	}
	return []*pg.Node{node}
}

// readPLpgSQL takes the statements of a function in PL/pgSQL, by its own parser.
func (b *Body) readPLpgSQL(definition string) error {
	text, err := parsePLpgSQL(definition)
	if err != nil {
		return fmt.Errorf("PL/pgSQL's parser (of 17) does not read it: %w", err)
	}
	var tree any
	if err := json.Unmarshal([]byte(text), &tree); err != nil {
		return fmt.Errorf("read what PL/pgSQL's parser says of it: %w", err)
	}
	b.enter(tree)
	return nil
}

// enter looks for statements and variables in a tree of PL/pgSQL's parser. What EXECUTE runs is no statement
// before it is put together.
func (b *Body) enter(tree any) {
	switch node := tree.(type) {
	case []any:
		for _, item := range node {
			b.enter(item)
		}
	case map[string]any:
		for _, kind := range sortedKeys(node) {
			inner, _ := node[kind].(map[string]any)
			switch kind {
			case "PLpgSQL_expr":
				text, _ := inner["query"].(string)
				b.add(text)
				continue
			case "PLpgSQL_var":
				b.declare(inner)
			case "PLpgSQL_stmt_dynexecute", "PLpgSQL_stmt_dynfors":
				b.Dynamic = true
				delete(inner, "query")
			}
			b.enter(node[kind])
		}
	}
}

func sortedKeys(node map[string]any) []string {
	var keys []string
	for key := range node {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// declare notes the type of a variable, unless it is that of a column, whose values tell it as well.
func (b *Body) declare(variable map[string]any) {
	name, _ := variable["refname"].(string)
	datatype, _ := variable["datatype"].(map[string]any)
	inner, _ := datatype["PLpgSQL_type"].(map[string]any)
	typed, _ := inner["typname"].(string)
	if typed = strings.TrimSpace(typed); typed != "" && b.Types[name] == "" && !strings.Contains(typed, "%") {
		b.Types[name] = typed
	}
}

// add takes a text that asks a table or calls a function.
func (b *Body) add(text string) {
	text = Whole(text)
	asked, err := Asks(text)
	if err != nil || !asked.Tables && len(asked.Functions) == 0 || slices.Contains(b.Texts, text) {
		return
	}
	b.Texts = append(b.Texts, text)
}

// Given puts in the place of the rows that a statement changed, which its triggers' functions know as a table by a name
// of their own (REFERENCING NEW TABLE AS name), one row of the table that they are of. A text that names none stays as it is.
func Given(text string, tables map[string]Table) string {
	node, ok := sole(text)
	if !ok {
		return text
	}
	found := false
	each(node.ProtoReflect(), func(n *pg.Node) bool {
		table := n.GetRangeVar()
		of, ok := tables[table.GetRelname()]
		if !ok || table.GetSchemaname() != "" {
			return true
		}
		row, parses := sole("SELECT * FROM changed LIMIT 1")
		if !parses {
			return false
		}
		from := row.GetSelectStmt().GetFromClause()[0].GetRangeVar()
		from.Schemaname, from.Relname = of.Schema, of.Name
		alias := &pg.Alias{Aliasname: knownAs(table)}
		n.Node = &pg.Node_RangeSubselect{RangeSubselect: &pg.RangeSubselect{Subquery: row, Alias: alias}}
		found = true
		return false
	})
	if !found {
		return text
	}
	changed, err := deparse(node)
	if err != nil {
		return text
	}
	return changed
}
