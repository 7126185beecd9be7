package workload

import (
	"regexp"
	"slices"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v6"
	"google.golang.org/protobuf/proto"
)

// Clause is one condition that a plan puts on one relation: an expression of
// it, an operator, and what it is compared with.
type Clause struct {
	Alias      string   // of the relation, as in the plan
	Column     string   // "" where it is an expression
	Expression string   // over bare column names, "" where it is a column
	Columns    []string // that the expression is made of
	Operator   string   // without its schema; or one of the tests below
	Any        bool     // compared with each element of an array: IN, = ANY
	Or         bool     // one of the alternatives of an OR
	Params     []int    // parameters that it is compared with
	Text       int      // of these the one that is a value as text: under casts, or in string_to_array($1, ','), to_date($1, 'YYYY'); 0 for none
	Separator  int      // and the one that stands between the values of such a list
	Epoch      int      // or the one that is a moment in seconds since 1970: to_timestamp($1)
	Switch     Switch   // when it is nothing: $1 IS NULL OR a = $1
	Constant   string   // or the constant, as SQL
	Others     []string // or other relations: it is a join
	Nulls      string   // of a sort key FIRST or LAST, where that is not the order's default
	node       *pg.Node
}

// Tests that are no operators.
const (
	IsNull    = "IS NULL"
	IsNotNull = "IS NOT NULL"
	IsTrue    = "IS TRUE" // a boolean column on its own
	IsFalse   = "IS FALSE"
)

// StartsWith is the operator of the function starts_with, which a b-tree serves from 15 on.
const StartsWith = "^@"

// Clauses reads a condition as EXPLAIN (VERBOSE) prints it, where every column
// bears its relation's alias. What cannot serve an index is left out, such as
// conditions over two relations that are no comparison, and subplans.
func Clauses(condition string) []Clause {
	expr, err := expression(condition)
	if err != nil {
		return nil
	}
	return clauses(expr, nil)
}

// Terms reads the columns or expressions of a Sort Key or Group Key: clauses
// without an operator. The second value says for each whether it descends.
func Terms(keys []string) (terms []Clause, descending []bool, ok bool) {
	for _, key := range keys {
		text, desc, nulls := key, false, ""
		for _, place := range []string{"LAST", "FIRST"} {
			if cut, found := strings.CutSuffix(text, " NULLS "+place); found {
				text, nulls = cut, place
			}
		}
		if cut, found := strings.CutSuffix(text, " DESC"); found {
			text, desc = cut, true
		}
		expr, err := expression(text)
		if err != nil {
			return nil, nil, false
		}
		term, ok := side(expr)
		if !ok {
			return nil, nil, false
		}
		term.Nulls = nulls
		terms, descending = append(terms, term), append(descending, desc)
	}
	return terms, descending, len(keys) > 0
}

// unparsable is what EXPLAIN writes for the results of subplans: (InitPlan 1).col1
// from 17 on, $0 before; (hashed SubPlan 1).col1, (SubPlan 2).
var unparsable = regexp.MustCompile(`\((?:hashed )?(?:InitPlan|SubPlan) \d+(?: \(returns [^)]*\))?\)(?:\.col\d+)?`)

func expression(text string) (*pg.Node, error) {
	quoted := token.FindAllStringIndex(text, -1)
	text = replaceOutside(text, quoted)
	tree, err := parseTree("SELECT " + text)
	if err != nil || len(tree.GetStmts()) != 1 || len(tree.GetStmts()[0].GetStmt().GetSelectStmt().GetTargetList()) != 1 {
		return nil, ErrSeveral
	}
	return tree.GetStmts()[0].GetStmt().GetSelectStmt().GetTargetList()[0].GetResTarget().GetVal(), nil
}

// replaceOutside puts NULL in the place of subplans' results, except where the
// words stand in a literal or a name.
func replaceOutside(text string, quoted [][]int) string {
	var out strings.Builder
	from := 0
	for _, span := range append(quoted, []int{len(text), len(text)}) {
		out.WriteString(unparsable.ReplaceAllString(text[from:span[0]], "NULL"))
		out.WriteString(text[span[0]:span[1]])
		from = span[1]
	}
	return out.String()
}

func clauses(expr *pg.Node, into []Clause) []Clause {
	switch {
	case expr.GetBoolExpr() != nil:
		return boolean(expr.GetBoolExpr(), into)
	case expr.GetNullTest() != nil:
		operator := IsNull
		if expr.GetNullTest().GetNulltesttype() == pg.NullTestType_IS_NOT_NULL {
			operator = IsNotNull
		}
		return test(expr.GetNullTest().GetArg(), operator, into)
	case expr.GetBooleanTest() != nil:
		switch expr.GetBooleanTest().GetBooltesttype() {
		case pg.BoolTestType_IS_TRUE:
			return test(expr.GetBooleanTest().GetArg(), IsTrue, into)
		case pg.BoolTestType_IS_FALSE:
			return test(expr.GetBooleanTest().GetArg(), IsFalse, into)
		}
	case expr.GetColumnRef() != nil:
		return test(expr, IsTrue, into)
	case expr.GetAExpr() != nil:
		return comparison(expr.GetAExpr(), into)
	case last(expr.GetFuncCall().GetFuncname()) == "starts_with" && len(expr.GetFuncCall().GetArgs()) == 2:
		args := expr.GetFuncCall().GetArgs()
		return comparison(&pg.A_Expr{Kind: pg.A_Expr_Kind_AEXPR_OP, Name: []*pg.Node{pg.MakeStrNode(StartsWith)}, Lexpr: args[0], Rexpr: args[1]}, into)
	case expr.GetCaseExpr() != nil:
		return append(into, cased(expr.GetCaseExpr())...)
	}
	return into
}

func boolean(expr *pg.BoolExpr, into []Clause) []Clause {
	switch expr.GetBoolop() {
	case pg.BoolExprType_AND_EXPR:
		for _, arg := range expr.GetArgs() {
			into = clauses(arg, into)
		}
	case pg.BoolExprType_OR_EXPR:
		if optional := switched(expr.GetArgs()); len(optional) > 0 {
			return append(into, optional...)
		}
		// An index helps an OR only if every alternative has one.
		var all []Clause
		for _, arg := range expr.GetArgs() {
			branch := clauses(arg, nil)
			if len(branch) == 0 {
				return into
			}
			all = append(all, branch...)
		}
		for i := range all {
			all[i].Or = true
		}
		into = append(into, all...)
	case pg.BoolExprType_NOT_EXPR:
		if arg := expr.GetArgs()[0]; arg.GetColumnRef() != nil {
			into = test(arg, IsFalse, into)
		}
	}
	return into
}

func test(arg *pg.Node, operator string, into []Clause) []Clause {
	clause, ok := side(arg)
	if !ok {
		return into
	}
	clause.Operator = operator
	return append(into, clause)
}

// commuted are the operators whose sides can be swapped.
var commuted = map[string]string{
	"=": "=", "<": ">", ">": "<", "<=": ">=", ">=": "<=", "@>": "<@", "<@": "@>", "&&": "&&", "@@": "@@", "%": "%", "<%": "%>", "<<%": "%>>",
}

func comparison(expr *pg.A_Expr, into []Clause) []Clause {
	operator := last(expr.GetName())
	left, right := first(expr.GetLexpr()), first(expr.GetRexpr())
	switch expr.GetKind() {
	case pg.A_Expr_Kind_AEXPR_OP, pg.A_Expr_Kind_AEXPR_OP_ANY:
	case pg.A_Expr_Kind_AEXPR_OP_ALL: // NOT IN
		if clause, ok := compared(left, right); ok && operator == "<>" && len(clause.Params) > 0 {
			clause.Operator = operator
			into = append(into, clause)
		}
		return into
	default:
		return into
	}
	for _, sides := range [][2]*pg.Node{{left, right}, {right, left}} {
		if clause, ok := filled(sides[0], sides[1]); ok && operator == "=" {
			clause.Operator = operator
			return append(into, clause)
		}
	}
	if clause, ok := compared(left, right); ok {
		clause.Operator, clause.Any = operator, expr.GetKind() == pg.A_Expr_Kind_AEXPR_OP_ANY
		into = append(into, clause)
	}
	back, swaps := commuted[operator]
	if clause, ok := compared(right, left); ok && swaps {
		// $1 = ANY (tags) is a search in an array column, which no b-tree serves.
		if clause.Operator = back; expr.GetKind() == pg.A_Expr_Kind_AEXPR_OP_ANY {
			return into
		}
		into = append(into, clause)
	}
	return into
}

// first is the first element of a row: ROW(a, b) < ROW($1, $2) is by a first of all.
func first(node *pg.Node) *pg.Node {
	if row := node.GetRowExpr(); row != nil && len(row.GetArgs()) > 0 {
		return row.GetArgs()[0]
	}
	return node
}

// compared is the clause on the relation of one side, if it stands there alone.
func compared(mine, other *pg.Node) (Clause, bool) {
	clause, ok := side(mine)
	if !ok {
		return clause, false
	}
	others, _ := relations(other)
	if slices.Contains(others, clause.Alias) {
		return clause, false
	}
	clause.Others, clause.Params = others, paramsIn(other)
	clause.written(other)
	if len(others) == 0 && len(clause.Params) == 0 {
		text, err := sqlOf(other)
		if err != nil {
			return clause, false
		}
		clause.Constant = text
	}
	return clause, true
}

// side reads an expression over the columns of one relation, and no parameter
// that may differ from call to call.
func side(expr *pg.Node) (Clause, bool) {
	aliases, columns := relations(expr)
	if len(aliases) != 1 || len(columns) == 0 {
		return Clause{}, false
	}
	clause := Clause{Alias: aliases[0], Columns: columns, node: expr}
	if expr.GetColumnRef() != nil {
		clause.Column = columns[0]
		return clause, true
	}
	if len(paramsIn(expr)) > 0 || expr.GetSubLink() != nil {
		clause.Params = paramsIn(expr)
	}
	text, err := sqlOf(bare(expr))
	if err != nil {
		return Clause{}, false
	}
	clause.Expression = text
	return clause, true
}

// relations lists the aliases and the columns of an expression, each once. A
// whole row, o.*, makes it no expression that an index could have.
func relations(expr *pg.Node) (aliases, columns []string) {
	whole := false
	if expr == nil {
		return nil, nil
	}
	each(expr.ProtoReflect(), func(n *pg.Node) bool {
		ref := n.GetColumnRef()
		if ref == nil {
			return true
		}
		fields := names(ref.GetFields())
		if len(fields) != 2 {
			whole = true
			return false
		}
		if !slices.Contains(aliases, fields[0]) {
			aliases = append(aliases, fields[0])
		}
		if !slices.Contains(columns, fields[1]) {
			columns = append(columns, fields[1])
		}
		return false
	})
	if whole {
		return aliases, nil
	}
	return aliases, columns
}

// bare takes the aliases off the columns.
func bare(expr *pg.Node) *pg.Node {
	copied := proto.CloneOf(expr)
	each(copied.ProtoReflect(), func(n *pg.Node) bool {
		if ref := n.GetColumnRef(); ref != nil && len(ref.GetFields()) == 2 {
			ref.Fields = ref.GetFields()[1:]
		}
		return true
	})
	return copied
}

func sqlOf(expr *pg.Node) (string, error) {
	text, err := deparse(&pg.Node{Node: &pg.Node_SelectStmt{SelectStmt: &pg.SelectStmt{
		TargetList:  []*pg.Node{pg.MakeResTargetNodeWithVal(expr, -1)},
		LimitOption: pg.LimitOption_LIMIT_OPTION_DEFAULT,
		Op:          pg.SetOperation_SETOP_NONE,
	}}})
	return strings.TrimPrefix(text, "SELECT "), err
}

// Uncast is the column under a cast to a type, as (name)::text of a varchar
// column, which an index on the column serves; "" if the clause is no such cast.
func (c Clause) Uncast() (column, typeName string) {
	typed := c.node.GetTypeCast()
	if typed == nil || typed.GetArg().GetColumnRef() == nil {
		return "", ""
	}
	return c.Columns[0], last(typed.GetTypeName().GetNames())
}

// Compares says whether a clause holds for no row that has NULL there, as far as the planner can prove
// it (predtest.c, clause_is_strict_for: it does not look into NOT).
func (c Clause) Compares() bool {
	return c.Operator != IsNull && c.Operator != IsFalse && c.Column != ""
}

// Open says whether rows that a statement wants may not satisfy a clause: it is one of several
// alternatives, or turned off.
func (c Clause) Open() bool { return c.Or || c.Switch.Param > 0 }

// Trigrams are the operators that the operator classes of pg_trgm serve: patterns, and what is alike.
var Trigrams = []string{"~~", "~~*", "~", "~*", "%", "%>", "%>>"}

// Searches says whether a clause looks for a part of a value: a pattern, an element, a word.
func (c Clause) Searches() bool {
	return slices.Contains(Trigrams, c.Operator) || slices.Contains([]string{"@>", "&&", "@@", StartsWith}, c.Operator)
}

// distances are the operators that say how far two values are apart: points, and by pg_trgm texts and words of them.
var distances = []string{"<->", "<<->", "<->>", "<<<->", "<->>>"}

// DistanceFrom is the column that rows are sorted by the distance from, as in location <-> $1 or $1 <<-> name; "" if
// that is not what a term says.
func (c Clause) DistanceFrom() string {
	expr := c.node.GetAExpr()
	if expr == nil || !slices.Contains(distances, last(expr.GetName())) || expr.GetLexpr().GetColumnRef() == nil && expr.GetRexpr().GetColumnRef() == nil {
		return ""
	}
	return c.Columns[0]
}

func uncasted(n *pg.Node) *pg.Node {
	for n.GetTypeCast() != nil {
		n = n.GetTypeCast().GetArg()
	}
	return n
}

// Bare reads a condition over one relation's bare column names, as an index's
// predicate is.
func Bare(condition string) []Clause {
	expr, err := expression(condition)
	if err != nil {
		return nil
	}
	prefix(expr, "t")
	return clauses(expr, nil)
}
