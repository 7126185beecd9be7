package workload

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	pg "github.com/pganalyze/pg_query_go/v6"
	"google.golang.org/protobuf/proto"
)

// Statement is a statement as pg_stat_statements keeps it, made plannable.
type Statement struct {
	// Query plans what the statement reads, without the right to write: UPDATE and
	// DELETE have become a SELECT of the rows that they change. It is "" where
	// there is nothing to plan: INSERT ... VALUES.
	Query string
	// Alternatives are other readings of Query, where PostgreSQL may find the types of
	// its parameters ambiguous once the constants are gone: $1 + $2.
	Alternatives []string
	Params       int              // number of parameters of Query: $1 to $n
	Limits       []int            // those that say how many rows to return
	Offsets      []int            // those that say how many rows to skip
	Lists        []int            // those that stand for a list of two constants or more: $1 /*, ... */, from 18 on
	Words        map[int]string   // those that can only be one of few words, with the likeliest: the unit of date_trunc
	Zones        []int            // those that are time zones
	Searches     []int            // those that are words which are looked for in texts
	Called       map[int][]string // functions that those are given to along with nothing but constants
	Computes     bool             // whether it names no table and calls a function, which may read some
	Stops        bool             // whether it returns so many rows at most: LIMIT at its end
	Policed      bool             // whether policies are in it
	Refers       bool             // whether it looks for rows that refer to those it deletes
	Locks        bool             // whether it may wait for rows that others hold: FOR UPDATE, or because it writes
	// RowsTell says whether the rows that it returns tell how many rows its
	// conditions leave, unless LIMIT ends it: it does not aggregate.
	RowsTell bool
	// Columns are all columns that it reads, each once; nil where it reads whole rows: by *, or because it locks
	// or changes them.
	Columns []Mention
	Changes []Change // what it writes, its CTEs too; none where it only reads
	// Firsts are the names by which Query knows the tables that are first in the planner's range table
	// of it or of a part that is planned for itself.
	Firsts []string
}

// Mention is a column as a statement names it; Alias is "" where it does not say of which relation.
type Mention struct{ Alias, Name string }

// Errors of Read.
var (
	ErrUtility   = errors.New("a utility statement, which has no plan")
	ErrSeveral   = errors.New("more than one statement in one text")
	ErrTruncated = errors.New("the text was cut off: track_activity_query_size is too small for it")
)

// Fingerprint is the same for statements that differ in constants only. The parser's
// own takes orders_1 and orders_2 for the same table, so their names are added.
func Fingerprint(text string) (string, error) {
	print, err := fingerprint(text)
	if err != nil {
		return "", err
	}
	tables, err := Tables(text)
	if err != nil {
		return "", err
	}
	for _, table := range tables {
		print += "\x00" + table.Schema + "\x00" + table.Name
	}
	return print, nil
}

// Beside is what a statement's text does not tell.
type Beside struct {
	Schemas    map[string]string     // in which a table is that the text names without one; others are left to the search_path
	Policies   map[Table]string      // the conditions that row-level security adds to tables for whoever sent it
	References map[Table][]Reference // the foreign keys that point to a table
}

// Read parses a statement's text. An error says why it cannot be planned.
func Read(text string, beside Beside) (Statement, error) {
	tree, err := parseTree(text)
	if err != nil {
		return Statement{}, fmt.Errorf("PostgreSQL's parser (of 17) does not read it: %w", err)
	}
	if len(tree.GetStmts()) != 1 {
		return Statement{}, ErrSeveral
	}
	statement := Statement{}
	node := tree.GetStmts()[0].GetStmt()
	qualify(node, beside.Schemas)
	read := statement.reading(node)
	if node.GetCallStmt() != nil { // the work is done by the procedure's own statements
		statement.Computes = true
		return statement, nil
	}
	if read == nil {
		return statement, ErrUtility
	}
	statement.readCTEs(read)
	if statement.Policed, err = restrict(read, beside.Policies); err != nil {
		return statement, fmt.Errorf("write policies into it: %w", err)
	}
	statement.Refers = refers(node.GetDeleteStmt(), read, beside.References)
	statement.Computes = computes(read)
	selected := read.GetSelectStmt()
	if readsNothing(selected) {
		return statement, nil
	}
	askingOnly(selected)
	if !statement.Locks && !slices.ContainsFunc(statement.Changes, func(c Change) bool { return c.Verb != "INSERT" }) {
		statement.Columns = columnsOf(read)
	}
	statement.Locks = statement.Locks || len(statement.Changes) > 0
	// of CREATE TABLE AS pg_stat_statements counts no rows before 14, of DECLARE none at all
	statement.RowsTell = rowsTell(selected) && node.GetCreateTableAsStmt() == nil && node.GetDeclareCursorStmt() == nil
	statement.Stops = selected.GetLimitCount() != nil
	repair(read)
	unify(read)
	statement.Firsts = firsts(read.GetSelectStmt(), true)
	statement.Lists = lists(text, read)
	statement.Params = renumber(read)
	statement.limits(read)
	statement.words(read)
	statement.Called = called(read)
	return statement, statement.write(read)
}

// columnsOf are the columns that a tree names, nil where it asks for all of them.
func columnsOf(node *pg.Node) []Mention {
	columns, whole := []Mention{}, false
	each(node.ProtoReflect(), func(n *pg.Node) bool {
		fields := n.GetColumnRef().GetFields()
		if len(fields) == 0 {
			return true
		}
		column := Mention{Name: last(fields)}
		if parts := names(fields); len(parts) > 1 {
			column.Alias = parts[len(parts)-2]
		}
		whole = whole || fields[len(fields)-1].GetAStar() != nil
		if !slices.Contains(columns, column) {
			columns = append(columns, column)
		}
		return true
	})
	if whole {
		return nil
	}
	return columns
}

// qualify names the schemas of tables. A CTE of the name of a table hides it.
func qualify(node *pg.Node, schemas map[string]string) {
	hidden := ctesIn(node)
	name := func(table *pg.RangeVar) {
		if table.GetSchemaname() == "" && schemas[table.GetRelname()] != "" && !hidden[table.GetRelname()] {
			table.Schemaname = schemas[table.GetRelname()]
		}
	}
	each(node.ProtoReflect(), func(n *pg.Node) bool {
		name(n.GetRangeVar())
		name(n.GetCopyStmt().GetRelation())
		name(n.GetInsertStmt().GetRelation())
		name(n.GetUpdateStmt().GetRelation())
		name(n.GetDeleteStmt().GetRelation())
		name(n.GetMergeStmt().GetRelation())
		return true
	})
}

// ctesIn are the names of the CTEs in a tree.
func ctesIn(node *pg.Node) map[string]bool {
	hidden := map[string]bool{}
	each(node.ProtoReflect(), func(n *pg.Node) bool {
		if cte := n.GetCommonTableExpr(); cte != nil {
			hidden[cte.GetCtename()] = true
		}
		return true
	})
	return hidden
}

// SupposedField is the field that EXTRACT is taken to read where pg_stat_statements has hidden it.
const SupposedField = "'year'"

// repair puts back what the grammar wants as a constant and pg_stat_statements
// has replaced by a parameter.
func repair(node *pg.Node) {
	each(node.ProtoReflect(), func(n *pg.Node) bool {
		if call := n.GetFuncCall(); call != nil && last(call.GetFuncname()) == "extract" && len(call.GetArgs()) == 2 &&
			call.GetArgs()[0].GetParamRef() != nil && call.GetFuncformat() == pg.CoercionForm_COERCE_SQL_SYNTAX {
			call.Args[0] = pg.MakeAConstStrNode(strings.Trim(SupposedField, "'"), -1) // any field costs the same
		}
		if typed := n.GetTypeCast(); typed != nil {
			typed.TypeName.Typmods = slices.DeleteFunc(typed.TypeName.Typmods, isParam)
		}
		if args := n.GetAExpr().GetRexpr().GetFuncCall().GetArgs(); escapes(n.GetAExpr()) && isParam(args[1]) {
			n.GetAExpr().Rexpr = args[0] // patterns that are tried have nothing to escape
		}
		return true
	})
}

// escapes says whether an expression is LIKE or ILIKE with ESCAPE, which the parser makes a function of.
func escapes(expr *pg.A_Expr) bool {
	like := expr.GetKind() == pg.A_Expr_Kind_AEXPR_LIKE || expr.GetKind() == pg.A_Expr_Kind_AEXPR_ILIKE
	call := expr.GetRexpr().GetFuncCall()
	return like && last(call.GetFuncname()) == "like_escape" && len(call.GetArgs()) == 2
}

func isParam(n *pg.Node) bool { return n.GetParamRef() != nil }

// numberOf is the number of the parameter that a node is under its casts, 0 where it is none.
func numberOf(n *pg.Node) int { return int(uncasted(n).GetParamRef().GetNumber()) }

// renumber numbers the parameters that are left from 1 on: those of a SET list
// are gone, and PREPARE wants to know the type of each.
func renumber(node *pg.Node) int {
	left := paramsIn(node)
	slices.Sort(left)
	each(node.ProtoReflect(), func(n *pg.Node) bool {
		if param := n.GetParamRef(); param != nil {
			param.Number = int32(slices.Index(left, int(param.GetNumber())) + 1)
		}
		return true
	})
	return len(left)
}

// list is how pg_stat_statements writes the first constant of a list that it has squashed.
var list = regexp.MustCompile(`\$(\d+) /\*, \.\.\. \*/`)

// lists are the parameters that stand for lists, by the numbers that renumber gives them.
func lists(text string, node *pg.Node) []int {
	left := paramsIn(node)
	slices.Sort(left)
	var numbers []int
	for _, found := range list.FindAllStringSubmatch(text, -1) {
		number, err := strconv.Atoi(found[1])
		if at := slices.Index(left, number); err == nil && at >= 0 {
			numbers = append(numbers, at+1)
		}
	}
	return numbers
}

func (s *Statement) limits(node *pg.Node) {
	eachSelect(node.ProtoReflect(), func(selected *pg.SelectStmt) {
		s.Limits = append(s.Limits, paramsIn(selected.GetLimitCount())...)
		s.Offsets = append(s.Offsets, paramsIn(selected.GetLimitOffset())...)
	})
}

func paramsIn(node *pg.Node) []int {
	var found []int
	if node == nil {
		return nil
	}
	each(node.ProtoReflect(), func(n *pg.Node) bool {
		if param := n.GetParamRef(); param != nil && !slices.Contains(found, int(param.GetNumber())) {
			found = append(found, int(param.GetNumber()))
		}
		return true
	})
	return found
}

// write deparses the query, and again with each guess of the types of
// parameters that stand alone on both sides of an operator.
func (s *Statement) write(node *pg.Node) error {
	var err error
	if s.Query, err = deparse(node); err != nil {
		return err
	}
	for _, types := range [][2]string{{"int4", "int4"}, {"numeric", "numeric"}, {"timestamptz", "interval"}, {"date", "int4"}, {"int8", "int8"}, {"uuid", "uuid"}} {
		changed := proto.CloneOf(node)
		if !guess(changed, types) {
			return nil
		}
		text, err := deparse(changed)
		if err != nil {
			return err
		}
		s.Alternatives = append(s.Alternatives, text)
	}
	return nil
}

// grammar is the version of trees, which the deparser wants to see in them.
var grammar = sync.OnceValue(func() int32 {
	tree, err := parseTree("SELECT 1")
	if err != nil {
		return 0
	}
	return tree.GetVersion()
})

func deparse(node *pg.Node) (string, error) {
	text, err := deparseTree(&pg.ParseResult{Version: grammar(), Stmts: []*pg.RawStmt{{Stmt: node}}})
	if err != nil {
		return "", fmt.Errorf("write it as SQL again: %w", err)
	}
	return text, nil
}

// guess casts parameters whose type nothing else tells: both sides of an
// arithmetic operator, elements of ARRAY[], targets, what a CASE under a function returns, and what functions of
// numbers take.
func guess(node *pg.Node, types [2]string) bool {
	changed := false
	first, second := typeNamed(types[0]), typeNamed(types[1])
	set := func(n *pg.Node, to *pg.TypeName) {
		if isParam(n) {
			castTo(n, to)
			changed = true
		}
	}
	each(node.ProtoReflect(), func(n *pg.Node) bool {
		expr := n.GetAExpr()
		if expr != nil && isParam(expr.GetLexpr()) && isParam(expr.GetRexpr()) && slices.Contains([]string{"+", "-", "*", "/", "%"}, last(expr.GetName())) {
			set(expr.GetLexpr(), first)
			set(expr.GetRexpr(), second)
		}
		if value := n.GetResTarget().GetVal(); value != nil { // 0 AS depth, which a recursive CTE counts on from
			set(value, first)
		}
		for _, element := range n.GetAArrayExpr().GetElements() {
			set(element, first)
		}
		if call := n.GetFuncCall(); call != nil {
			for _, arg := range call.GetArgs() {
				if overloaded[last(call.GetFuncname())] {
					set(arg, first)
				}
				for _, when := range arg.GetCaseExpr().GetArgs() {
					set(when.GetCaseWhen().GetResult(), first)
				}
				set(arg.GetCaseExpr().GetDefresult(), first)
			}
		}
		return true
	})
	return changed
}

// overloaded are functions that several types have, so that parameters alone do
// not tell which is meant.
var overloaded = map[string]bool{
	"generate_series": true, "mod": true, "div": true, "power": true, "abs": true, "round": true, "ceil": true, "floor": true,
}

// token matches what a parameter in SQL text may stand in, and parameters.
var token = regexp.MustCompile(`(?s)\bE'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$\d+`)

// Bind writes SQL values in the place of parameters: values[0] is that of $1.
func Bind(query string, values []string) string {
	return token.ReplaceAllStringFunc(query, func(text string) string {
		number, err := strconv.Atoi(strings.TrimPrefix(text, "$"))
		if !strings.HasPrefix(text, "$") || err != nil || number < 1 || number > len(values) {
			return text
		}
		return values[number-1]
	})
}

// Split takes a text of several statements apart.
func Split(text string) ([]string, error) {
	tree, err := parseTree(text)
	if err != nil {
		return nil, fmt.Errorf("PostgreSQL's parser (of 17) does not read it: %w", err)
	}
	var list []string
	for _, statement := range tree.GetStmts() {
		from, end := int(statement.GetStmtLocation()), len(text)
		if statement.GetStmtLen() > 0 {
			end = from + int(statement.GetStmtLen())
		}
		list = append(list, strings.TrimSpace(text[from:end]))
	}
	return list, nil
}

// HasParams says whether there is a parameter left in SQL.
func HasParams(sql string) bool {
	return slices.ContainsFunc(token.FindAllString(sql, -1), func(text string) bool { return strings.HasPrefix(text, "$") })
}
