package workload

import (
	"slices"

	pg "github.com/pganalyze/pg_query_go/v6"
)

// Kinds of calls.
const (
	Function = "function"
	Operator = "operator"
	Cast     = "cast"
	Changing = "changing" // current_date and the like, or a subquery: never the same
)

// Call is one computation in an expression over bare column names.
type Call struct {
	Kind string
	Name string   // of the function or operator, without its schema
	Args []string // as SQL; of a cast, what is cast and the whole
}

// Calls lists what an expression computes, so that a catalog can say whether the
// same row always gives the same result.
func Calls(text string) ([]Call, error) {
	expr, err := expression(text)
	if err != nil {
		return nil, err
	}
	var calls []Call
	each(expr.ProtoReflect(), func(n *pg.Node) bool {
		var call Call
		if call, err = callOf(n); err != nil {
			return false
		}
		if call.Kind != "" {
			calls = append(calls, call)
		}
		return true
	})
	return calls, err
}

func callOf(n *pg.Node) (Call, error) {
	switch {
	case n.GetFuncCall() != nil:
		args, err := sqlOfAll(n.GetFuncCall().GetArgs())
		return Call{Function, last(n.GetFuncCall().GetFuncname()), args}, err
	case n.GetAExpr() != nil:
		var sides []*pg.Node
		for _, side := range []*pg.Node{n.GetAExpr().GetLexpr(), n.GetAExpr().GetRexpr()} {
			if side != nil {
				sides = append(sides, side)
			}
		}
		args, err := sqlOfAll(sides)
		return Call{Operator, last(n.GetAExpr().GetName()), args}, err
	case n.GetTypeCast() != nil:
		if n.GetTypeCast().GetArg().GetAConst() != nil {
			return Call{}, nil // a literal of a type
		}
		args, err := sqlOfAll([]*pg.Node{n.GetTypeCast().GetArg(), n})
		return Call{Cast, "", args}, err
	case n.GetSqlvalueFunction() != nil, n.GetSubLink() != nil:
		return Call{Kind: Changing}, nil
	}
	return Call{}, nil
}

func sqlOfAll(nodes []*pg.Node) ([]string, error) {
	var texts []string
	for _, node := range nodes {
		text, err := sqlOf(node)
		if err != nil {
			return nil, err
		}
		texts = append(texts, text)
	}
	return texts, nil
}

// ColumnsOf lists the columns of an expression over bare column names, each once.
func ColumnsOf(text string) []string {
	expr, err := expression(text)
	if err != nil {
		return nil
	}
	var columns []string
	each(expr.ProtoReflect(), func(n *pg.Node) bool {
		if fields := names(n.GetColumnRef().GetFields()); len(fields) == 1 && !slices.Contains(columns, fields[0]) {
			columns = append(columns, fields[0])
		}
		return true
	})
	return columns
}
