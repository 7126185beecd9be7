package workload

import (
	pg "github.com/pganalyze/pg_query_go/v6"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// firsts are the names by which a statement knows the tables that come first in the range table of
// a query that the planner plans for itself. What it pulls up into the query around it comes after
// (prepjointree.c, is_simple_subquery), and so does all that is behind a view.
func firsts(query *pg.SelectStmt, own bool) []string {
	if query.GetOp() != pg.SetOperation_SETOP_NONE {
		flat := query.GetOp() == pg.SetOperation_SETOP_UNION && query.GetAll()
		return append(firsts(query.GetLarg(), !flat || !simple(query.GetLarg())), firsts(query.GetRarg(), !flat || !simple(query.GetRarg()))...)
	}
	var list []string
	if name := leftmost(query.GetFromClause()); own && name != "" {
		list = append(list, name)
	}
	below(query.ProtoReflect(), func(part protoreflect.Message) {
		each(part, func(n *pg.Node) bool {
			inner, alone := queryIn(n)
			if inner == nil {
				return true
			}
			list = append(list, firsts(inner, alone || !simple(inner))...)
			return false
		})
	})
	return list
}

// queryIn is the query that a node holds, and whether it is planned for itself however simple it is.
func queryIn(n *pg.Node) (inner *pg.SelectStmt, alone bool) {
	switch {
	case n.GetSubLink() != nil:
		kind := n.GetSubLink().GetSubLinkType()
		return n.GetSubLink().GetSubselect().GetSelectStmt(), kind != pg.SubLinkType_EXISTS_SUBLINK && kind != pg.SubLinkType_ANY_SUBLINK
	case n.GetRangeSubselect() != nil:
		return n.GetRangeSubselect().GetSubquery().GetSelectStmt(), false
	case n.GetCommonTableExpr() != nil:
		return n.GetCommonTableExpr().GetCtequery().GetSelectStmt(), n.GetCommonTableExpr().GetCtematerialized() == pg.CTEMaterialize_CTEMaterializeAlways
	}
	return nil, false
}

// simple says whether the planner would make a query part of the one around it.
func simple(s *pg.SelectStmt) bool {
	return s.GetOp() == pg.SetOperation_SETOP_NONE && rowsTell(s) && s.GetLimitCount() == nil && len(s.GetSortClause()) == 0 &&
		len(s.GetWindowClause()) == 0 && len(s.GetLockingClause()) == 0 && s.GetWithClause() == nil
}

// leftmost is the name of the first table in FROM, "" where a subquery or a function comes first.
func leftmost(from []*pg.Node) string {
	if len(from) == 0 {
		return ""
	}
	if join := from[0].GetJoinExpr(); join != nil {
		return leftmost([]*pg.Node{join.GetLarg()})
	}
	return knownAs(from[0].GetRangeVar())
}
