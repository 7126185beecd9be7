package workload

import pg "github.com/pganalyze/pg_query_go/v6"

// Alternatives reads the ORs of a condition as EXPLAIN (VERBOSE) prints it: of each the clauses of
// every side.
func Alternatives(condition string) [][][]Clause {
	expr, err := expression(condition)
	if err != nil {
		return nil
	}
	all := []*pg.Node{expr}
	if both := expr.GetBoolExpr(); both.GetBoolop() == pg.BoolExprType_AND_EXPR {
		all = both.GetArgs()
	}
	var list [][][]Clause
	for _, one := range all {
		if either := one.GetBoolExpr(); either.GetBoolop() == pg.BoolExprType_OR_EXPR {
			var sides [][]Clause
			for _, side := range either.GetArgs() {
				sides = append(sides, clauses(side, nil))
			}
			list = append(list, sides)
		}
	}
	return list
}
