package workload

import (
	pg "github.com/pganalyze/pg_query_go/v6"
)

// Reference is a foreign key, seen from the table that it points to.
type Reference struct {
	From    Table    // that has the key
	Columns []string // of the key
	To      []string // the columns that they point to, in the same order
}

// refers adds to the SELECT of a DELETE what the server does for each row: it looks into every table that refers to
// it (manual, 5.5.5: "it is often a good idea to index the referencing columns too"). As a subquery of its own for each
// row, which no planner makes a join of, as none does for the checks of foreign keys. It says whether there are any.
func refers(deletion *pg.DeleteStmt, read *pg.Node, references map[Table][]Reference) bool {
	target := deletion.GetRelation()
	list := references[Table{target.GetSchemaname(), target.GetRelname()}]
	if len(list) == 0 || ctesIn(read)[target.GetRelname()] && target.GetSchemaname() == "" {
		return false
	}
	alias := knownAs(target)
	selected := read.GetSelectStmt()
	for _, reference := range list {
		var where *pg.Node
		for i, column := range reference.Columns {
			where = both(where, compares(field("pgdoctor_referring", column), field(alias, reference.To[i])))
		}
		rows := &pg.SelectStmt{
			TargetList: []*pg.Node{pg.MakeResTargetNodeWithVal(countOfAll(), -1)},
			FromClause: []*pg.Node{{Node: &pg.Node_RangeVar{RangeVar: &pg.RangeVar{
				Schemaname: reference.From.Schema, Relname: reference.From.Name, Inh: true, Relpersistence: "p", Alias: &pg.Alias{Aliasname: "pgdoctor_referring"},
			}}}},
			WhereClause: where,
		}
		link := &pg.SubLink{SubLinkType: pg.SubLinkType_EXPR_SUBLINK, Subselect: selection(rows)}
		selected.TargetList = append(selected.TargetList, pg.MakeResTargetNodeWithVal(&pg.Node{Node: &pg.Node_SubLink{SubLink: link}}, -1))
	}
	return true
}

func field(alias, column string) *pg.Node {
	return pg.MakeColumnRefNode([]*pg.Node{pg.MakeStrNode(alias), pg.MakeStrNode(column)}, -1)
}

func compares(left, right *pg.Node) *pg.Node {
	return pg.MakeAExprNode(pg.A_Expr_Kind_AEXPR_OP, []*pg.Node{pg.MakeStrNode("=")}, left, right, -1)
}

// countOfAll is count(*).
func countOfAll() *pg.Node {
	return &pg.Node{Node: &pg.Node_FuncCall{FuncCall: &pg.FuncCall{
		Funcname: []*pg.Node{pg.MakeStrNode("count")}, AggStar: true, Funcformat: pg.CoercionForm_COERCE_EXPLICIT_CALL,
	}}}
}
