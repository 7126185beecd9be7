package workload

import pg "github.com/pganalyze/pg_query_go/v6"

// fromNothing says whether a SELECT has no FROM and no VALUES.
func fromNothing(s *pg.SelectStmt) bool {
	return s.GetOp() == pg.SetOperation_SETOP_NONE && len(s.GetFromClause())+len(s.GetValuesLists()) == 0
}

// readsNothing says whether a SELECT has no rows to find: its values are computed from nothing.
func readsNothing(s *pg.SelectStmt) bool {
	if !fromNothing(s) || s.GetWithClause() != nil {
		return false
	}
	asks := false
	each(s.ProtoReflect(), func(n *pg.Node) bool {
		asks = asks || n.GetSubLink() != nil
		return !asks
	})
	return !asks
}

// computes says whether a tree names no table and calls a function.
func computes(node *pg.Node) bool {
	calls, reads := false, false
	each(node.ProtoReflect(), func(n *pg.Node) bool {
		calls, reads = calls || n.GetFuncCall() != nil, reads || n.GetRangeVar() != nil
		return true
	})
	return calls && !reads
}

// rowsTell says whether a SELECT returns a row for each that its conditions leave, LIMIT aside.
func rowsTell(s *pg.SelectStmt) bool {
	if s.GetOp() != pg.SetOperation_SETOP_NONE || len(s.GetGroupClause()) > 0 || len(s.GetDistinctClause()) > 0 ||
		s.GetHavingClause() != nil {
		return false
	}
	tells := true
	for _, target := range s.GetTargetList() {
		each(target.ProtoReflect(), func(n *pg.Node) bool {
			if call := n.GetFuncCall(); call != nil && call.GetOver() == nil && aggregates[last(call.GetFuncname())] {
				tells = false
			}
			return n.GetSubLink() == nil
		})
	}
	return tells
}

var aggregates = map[string]bool{
	"count": true, "sum": true, "avg": true, "min": true, "max": true, "array_agg": true, "string_agg": true, "json_agg": true,
	"jsonb_agg": true, "json_object_agg": true, "jsonb_object_agg": true, "bool_and": true, "bool_or": true, "every": true,
	"stddev": true, "variance": true, "percentile_cont": true, "percentile_disc": true, "mode": true,
}

// askingOnly leaves of a SELECT from nothing the subqueries that its values ask: beside what functions know
// (TG_OP = 'UPDATE' AND EXISTS (SELECT ...)) the planner would leave them out for most values of the parameters.
func askingOnly(s *pg.SelectStmt) {
	if !fromNothing(s) || s.GetWhereClause() != nil {
		return
	}
	var asks []*pg.Node
	for _, target := range s.GetTargetList() {
		each(target.ProtoReflect(), func(n *pg.Node) bool {
			if n.GetSubLink() == nil {
				return true
			}
			asks = append(asks, &pg.Node{Node: &pg.Node_ResTarget{ResTarget: &pg.ResTarget{Val: n}}})
			return false
		})
	}
	if len(asks) > 0 {
		s.TargetList = asks
	}
}
