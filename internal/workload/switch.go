package workload

import (
	"slices"

	pg "github.com/pganalyze/pg_query_go/v6"
)

// Switch says when a condition is nothing, as search forms send a filter that was left empty.
type Switch struct {
	Param int    // parameter that turns it off, 0 for none
	Value string // where it has this value, as SQL
	Same  int    // or where it is the same as this other parameter, which stands for a constant
	With  int    // another parameter of the test, which is a constant of it as well: 0 in cardinality($1) = 0
	Its   string // value of that one, as SQL, in all calls
}

// switched are the clauses of an OR whose other alternatives only ask for the values of parameters:
// $1 IS NULL OR a = $1; $1 = $2 OR a = $1; NOT $1 OR a = $2; $1 IS NULL OR a = $1 OR b = $1. For one
// call they hold, or are nothing.
func switched(args []*pg.Node) []Clause {
	var conditions []*pg.Node
	var off Switch
	for _, arg := range args {
		one := switchOf(arg, false)
		switch {
		case one.Param > 0 && off.Param == 0:
			off = one
		case one.Param > 0:
		default:
			conditions = append(conditions, arg)
		}
	}
	return optional(either(conditions), off)
}

// either is the condition that one of some holds, nil of none.
func either(conditions []*pg.Node) *pg.Node {
	switch len(conditions) {
	case 0:
		return nil
	case 1:
		return conditions[0]
	}
	return &pg.Node{Node: &pg.Node_BoolExpr{BoolExpr: &pg.BoolExpr{Boolop: pg.BoolExprType_OR_EXPR, Args: conditions}}}
}

// cased are the clauses of CASE WHEN test THEN condition ELSE true END, and of the same the other way
// round, where the test only asks for the values of parameters.
func cased(expr *pg.CaseExpr) []Clause {
	if expr.GetArg() != nil || len(expr.GetArgs()) != 1 {
		return nil
	}
	when := expr.GetArgs()[0].GetCaseWhen()
	if aliases, _ := relations(expr.GetDefresult()); len(aliases) == 0 && expr.GetDefresult() != nil {
		return optional(when.GetResult(), switchOf(when.GetExpr(), true))
	}
	if aliases, _ := relations(when.GetResult()); len(aliases) == 0 {
		return optional(expr.GetDefresult(), switchOf(when.GetExpr(), false))
	}
	return nil
}

// filled is the clause of a = coalesce($1, a).
func filled(column, other *pg.Node) (Clause, bool) {
	args := uncasted(other).GetCoalesceExpr().GetArgs()
	if len(args) != 2 {
		return Clause{}, false
	}
	mine, same, param := uncasted(column).GetColumnRef(), uncasted(args[1]).GetColumnRef(), uncasted(args[0]).GetParamRef()
	if mine == nil || same == nil || param == nil || !slices.Equal(names(mine.GetFields()), names(same.GetFields())) {
		return Clause{}, false
	}
	clause, ok := side(column)
	clause.Params = []int{int(param.GetNumber())}
	clause.Switch = Switch{Param: clause.Params[0], Value: "NULL"}
	return clause, ok
}

// optional are the clauses of a condition that a switch turns off.
func optional(condition *pg.Node, off Switch) []Clause {
	if condition == nil || off.Param == 0 {
		return nil
	}
	list := clauses(condition, nil)
	for at := range list {
		if slices.Contains(list[at].Params, off.Param) && off.Same > 0 { // the other is the constant
			off.Param, off.Same = off.Same, off.Param
		}
	}
	for at := range list {
		list[at].Switch = off
	}
	return list
}

// switchOf says which value of a parameter makes a test true, or false; no parameter where it is another test.
func switchOf(test *pg.Node, negated bool) Switch {
	if not := test.GetBoolExpr(); not.GetBoolop() == pg.BoolExprType_NOT_EXPR {
		return switchOf(not.GetArgs()[0], !negated)
	}
	value, operator := "true", "="
	if negated {
		value, operator = "false", "<>"
	}
	if param := numberOf(test); param > 0 {
		return Switch{Param: param, Value: value}
	}
	if null := test.GetNullTest(); null != nil {
		if (null.GetNulltesttype() == pg.NullTestType_IS_NULL) == negated {
			return Switch{}
		}
		if param := numberOf(null.GetArg()); param > 0 {
			return Switch{Param: param, Value: "NULL"}
		}
		return counted(uncasted(null.GetArg()).GetFuncCall(), nil)
	}
	expr := test.GetAExpr()
	if expr.GetKind() != pg.A_Expr_Kind_AEXPR_OP || last(expr.GetName()) != operator {
		return Switch{}
	}
	left, right := uncasted(expr.GetLexpr()), uncasted(expr.GetRexpr())
	switch {
	case left.GetFuncCall() != nil:
		return counted(left.GetFuncCall(), right)
	case left.GetCoalesceExpr() != nil: // coalesce($1, '') = ''
		if param := numberOf(left.GetCoalesceExpr().GetArgs()[0]); param > 0 {
			return Switch{Param: param, Value: "NULL"}
		}
		return Switch{}
	}
	return equal(left, right)
}

// empty are the values of which functions count no elements, or no characters.
var empty = map[string]string{"cardinality": "'{}'", "array_length": "'{}'", "length": "''", "char_length": "''"}

// counted is the switch of a parameter of which something is counted: cardinality($1) = 0,
// array_length($1, 1) IS NULL, which is without a count.
func counted(call *pg.FuncCall, count *pg.Node) Switch {
	args := call.GetArgs()
	if len(args) == 0 {
		return Switch{}
	}
	name := last(call.GetFuncname())
	off := Switch{Param: numberOf(args[0]), Value: empty[name]}
	switch {
	case off.Param == 0, off.Value == "" || (name == "array_length") != (count == nil):
		return Switch{}
	case count == nil && len(args) == 2:
		off.With, off.Its = numberOf(args[1]), "1"
	case numberOf(count) > 0:
		off.With, off.Its = numberOf(count), "0"
	case count.GetAConst() == nil || count.GetAConst().GetIval().GetIval() != 0:
		return Switch{}
	}
	return off
}

// equal is the switch of a parameter that is compared with another, or with a constant.
func equal(left, right *pg.Node) Switch {
	one, two := left.GetParamRef(), right.GetParamRef()
	switch {
	case one != nil && two != nil:
		return Switch{Param: int(two.GetNumber()), Same: int(one.GetNumber())}
	case one != nil && right.GetAConst() != nil:
		return valued(one, right)
	case two != nil && left.GetAConst() != nil:
		return valued(two, left)
	}
	return Switch{}
}

func valued(param *pg.ParamRef, constant *pg.Node) Switch {
	text, err := sqlOf(constant)
	if err != nil {
		return Switch{}
	}
	return Switch{Param: int(param.GetNumber()), Value: text}
}
