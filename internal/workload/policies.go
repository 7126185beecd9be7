package workload

import (
	"errors"
	"slices"

	pg "github.com/pganalyze/pg_query_go/v6"
)

// restrict adds to the queries of a tree what row-level security asks of the rows of their tables: conditions in SQL,
// with bare names of columns, as pg_get_expr writes a policy. What a policy itself reads is left as it stands. It says
// whether there was any.
func restrict(read *pg.Node, policies map[Table]string) (bool, error) {
	r := restricting{policies: policies, hidden: ctesIn(read)}
	var queries []*pg.SelectStmt // of the statement alone, not those that policies bring along
	eachSelect(read.ProtoReflect(), func(s *pg.SelectStmt) { queries = append(queries, s) })
	for _, query := range queries {
		for _, item := range query.GetFromClause() {
			if err := r.item(query, item, false); err != nil {
				return false, err
			}
		}
	}
	return r.any, nil
}

type restricting struct {
	policies map[Table]string
	hidden   map[string]bool // names of CTEs
	any      bool
}

// item restricts what a query's FROM names: a table by WHERE, so that GROUP BY its primary key still tells its columns,
// but one that an outer join fills with NULLs before it is joined.
func (r *restricting) item(query *pg.SelectStmt, item *pg.Node, filled bool) error {
	if join := item.GetJoinExpr(); join != nil {
		left := slices.Contains([]pg.JoinType{pg.JoinType_JOIN_FULL, pg.JoinType_JOIN_RIGHT}, join.GetJointype())
		right := slices.Contains([]pg.JoinType{pg.JoinType_JOIN_FULL, pg.JoinType_JOIN_LEFT}, join.GetJointype())
		return errors.Join(r.item(query, join.GetLarg(), filled || left), r.item(query, join.GetRarg(), filled || right))
	}
	table := item.GetRangeVar()
	condition := r.policies[Table{table.GetSchemaname(), table.GetRelname()}]
	if condition == "" || table.GetSchemaname() == "" && r.hidden[table.GetRelname()] {
		return nil
	}
	alias := knownAs(table)
	own, err := conditionOn(condition, table.GetRelname(), alias)
	if err != nil {
		return err
	}
	r.any = true
	if !filled {
		query.WhereClause = both(query.GetWhereClause(), own)
		return nil
	}
	outside := &pg.Alias{Aliasname: alias, Colnames: table.GetAlias().GetColnames()}
	table.Alias = &pg.Alias{Aliasname: alias}
	rows := selection(&pg.SelectStmt{
		TargetList:  []*pg.Node{pg.MakeResTargetNodeWithVal(pg.MakeColumnRefNode([]*pg.Node{pg.MakeAStarNode()}, -1), -1)},
		FromClause:  []*pg.Node{{Node: &pg.Node_RangeVar{RangeVar: table}}},
		WhereClause: own,
	})
	item.Node = &pg.Node_RangeSubselect{RangeSubselect: &pg.RangeSubselect{Subquery: rows, Alias: outside}}
	return nil
}

func both(one, other *pg.Node) *pg.Node {
	if one == nil {
		return other
	}
	return pg.MakeBoolExprNode(pg.BoolExprType_AND_EXPR, []*pg.Node{one, other}, -1)
}

// knownAs is the name by which a query knows a table.
func knownAs(table *pg.RangeVar) string {
	if table.GetAlias() != nil {
		return table.GetAlias().GetAliasname()
	}
	return table.GetRelname()
}

// conditionOn is a policy's condition where its table goes by an alias. Bare columns are the table's, but in subqueries,
// where pg_get_expr writes its name before them.
func conditionOn(condition, table, alias string) (*pg.Node, error) {
	tree, err := expression(condition)
	if err != nil {
		return nil, err
	}
	attribute(tree, table, alias, true)
	each(tree.ProtoReflect(), func(n *pg.Node) bool {
		if expr := n.GetAExpr(); expr.GetKind() == pg.A_Expr_Kind_AEXPR_OP && last(expr.GetName()) == "=" {
			untold(expr.GetLexpr())
			untold(expr.GetRexpr())
		}
		return n.GetSubLink() == nil
	})
	return tree, nil
}

// untold makes a subquery of what a policy compares with where a function says it: auth.uid() is nobody for the session that
// plans, and an estimate for nobody is none.
func untold(side *pg.Node) {
	calls, told := false, true
	each(side.ProtoReflect(), func(n *pg.Node) bool {
		calls = calls || n.GetFuncCall() != nil
		told = told && n.GetColumnRef() == nil && n.GetSubLink() == nil
		return true
	})
	if calls && told {
		value := selection(&pg.SelectStmt{TargetList: []*pg.Node{pg.MakeResTargetNodeWithVal(&pg.Node{Node: side.GetNode()}, -1)}})
		side.Node = &pg.Node_SubLink{SubLink: &pg.SubLink{SubLinkType: pg.SubLinkType_EXPR_SUBLINK, Subselect: value}}
	}
}

// attribute writes the alias before the columns of the table that a policy is of. own says that bare names are its columns.
func attribute(tree *pg.Node, table, alias string, own bool) {
	each(tree.ProtoReflect(), func(n *pg.Node) bool {
		if link := n.GetSubLink(); link != nil && own {
			if link.GetTestexpr() != nil {
				attribute(link.GetTestexpr(), table, alias, true)
			}
			if !slices.Contains(sources(link.GetSubselect()), table) {
				attribute(link.GetSubselect(), table, alias, false)
			}
			return false
		}
		column := n.GetColumnRef()
		if column == nil {
			return true
		}
		parts := names(column.GetFields())
		switch {
		case len(parts) > 1 && parts[0] == table:
			column.Fields[0] = pg.MakeStrNode(alias)
		case own && len(column.GetFields()) == 1 && len(parts) == 1:
			column.Fields = []*pg.Node{pg.MakeStrNode(alias), column.GetFields()[0]}
		}
		return true
	})
}

// sources are the names by which a query knows what it reads from.
func sources(query *pg.Node) []string {
	var list []string
	each(query.ProtoReflect(), func(n *pg.Node) bool {
		if table := n.GetRangeVar(); table != nil {
			list = append(list, knownAs(table))
		}
		return true
	})
	return list
}
