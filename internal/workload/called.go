package workload

import (
	"slices"

	pg "github.com/pganalyze/pg_query_go/v6"
)

// called are the functions, without their schemas, to which parameters are given along with nothing but constants: the planner
// can run these.
func called(node *pg.Node) map[int][]string {
	functions := map[int][]string{}
	each(node.ProtoReflect(), func(n *pg.Node) bool {
		call := n.GetFuncCall()
		if call == nil {
			return true
		}
		var params []int
		constant := true
		each(n.ProtoReflect(), func(arg *pg.Node) bool {
			constant = constant && arg.GetColumnRef() == nil && arg.GetSubLink() == nil
			if param := arg.GetParamRef(); param != nil {
				params = append(params, int(param.GetNumber()))
			}
			return constant
		})
		for _, param := range params {
			if name := last(call.GetFuncname()); constant && !slices.Contains(functions[param], name) {
				functions[param] = append(functions[param], name)
			}
		}
		return true
	})
	return functions
}
