package workload

import pg "github.com/pganalyze/pg_query_go/v6"

// Extremes are what min and max are asked of in one output of an aggregate, each as a term of an order. Of
// a statement over one relation EXPLAIN (VERBOSE) prints outputs without its alias, which is given here.
func Extremes(output, alias string) []string {
	expr, err := expression(output)
	if err != nil {
		return nil
	}
	prefix(expr, alias)
	var terms []string
	each(expr.ProtoReflect(), func(n *pg.Node) bool {
		call := n.GetFuncCall()
		if call == nil {
			return true
		}
		name := last(call.GetFuncname())
		if name != "min" && name != "max" || len(call.GetArgs()) != 1 || call.GetAggFilter() != nil || call.GetOver() != nil {
			return true
		}
		if text, err := sqlOf(call.GetArgs()[0]); err == nil {
			terms = append(terms, text)
		}
		return false
	})
	return terms
}

// prefix puts a relation's alias before the columns that have none.
func prefix(expr *pg.Node, alias string) {
	each(expr.ProtoReflect(), func(n *pg.Node) bool {
		if ref := n.GetColumnRef(); ref != nil && len(ref.GetFields()) == 1 {
			ref.Fields = append([]*pg.Node{pg.MakeStrNode(alias)}, ref.GetFields()...)
		}
		return true
	})
}
