package workload

import pg "github.com/pganalyze/pg_query_go/v6"

// Elements are the columns of arrays in which a condition looks for an element by $1 = ANY (column), each
// with its alias: no access method of PostgreSQL serves that, where GIN serves column @> ARRAY[$1].
func Elements(condition string) []Clause {
	expr, err := expression(condition)
	if err != nil {
		return nil
	}
	var list []Clause
	each(expr.ProtoReflect(), func(n *pg.Node) bool {
		search := n.GetAExpr()
		if search.GetKind() != pg.A_Expr_Kind_AEXPR_OP_ANY || last(search.GetName()) != "=" || search.GetRexpr().GetColumnRef() == nil {
			return true
		}
		if clause, ok := side(search.GetRexpr()); ok {
			list = append(list, clause)
		}
		return true
	})
	return list
}
