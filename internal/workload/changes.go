package workload

import (
	pg "github.com/pganalyze/pg_query_go/v6"
)

// Change is one kind of rows that a statement writes.
type Change struct {
	Verb   string // INSERT, UPDATE, DELETE or MERGE
	Target Table
	Set    []string // columns that UPDATE changes, also that of ON CONFLICT and MERGE
}

func (s *Statement) changes(verb string, target *pg.RangeVar, set []*pg.Node) {
	change := Change{Verb: verb, Target: Table{target.GetSchemaname(), target.GetRelname()}}
	for _, column := range set {
		change.Set = append(change.Set, column.GetResTarget().GetName())
	}
	s.Changes = append(s.Changes, change)
}

// reading turns a statement into what it reads: one without targets where it reads
// nothing. nil is a utility statement.
func (s *Statement) reading(node *pg.Node) *pg.Node {
	switch {
	case node.GetSelectStmt() != nil:
		return node
	case wrapped(node) != nil:
		return s.reading(wrapped(node))
	case node.GetInsertStmt() != nil:
		return s.readOfInsert(node.GetInsertStmt())
	case node.GetUpdateStmt() != nil:
		update := node.GetUpdateStmt()
		s.changes("UPDATE", update.GetRelation(), update.GetTargetList())
		return selecting(update.GetRelation(), update.GetFromClause(), update.GetWhereClause(), update.GetWithClause(), asked(update.GetTargetList()))
	case node.GetDeleteStmt() != nil:
		deletion := node.GetDeleteStmt()
		s.changes("DELETE", deletion.GetRelation(), nil)
		return selecting(deletion.GetRelation(), deletion.GetUsingClause(), deletion.GetWhereClause(), deletion.GetWithClause(), nil)
	case node.GetCopyStmt() != nil && node.GetCopyStmt().GetIsFrom():
		s.changes("INSERT", node.GetCopyStmt().GetRelation(), nil)
		return selection(&pg.SelectStmt{})
	case node.GetMergeStmt() != nil:
		merge := node.GetMergeStmt()
		var set []*pg.Node
		for _, when := range merge.GetMergeWhenClauses() {
			if when.GetMergeWhenClause().GetCommandType() == pg.CmdType_CMD_UPDATE {
				set = append(set, when.GetMergeWhenClause().GetTargetList()...)
			}
		}
		s.changes("MERGE", merge.GetRelation(), set)
		return selecting(merge.GetRelation(), []*pg.Node{merge.GetSourceRelation()}, merge.GetJoinCondition(), merge.GetWithClause(), nil)
	}
	return nil
}

// wrapped is the statement that a utility statement carries out: COPY (SELECT ...) TO, CREATE TABLE ... AS, DECLARE ...
// CURSOR FOR, PREPARE ... AS.
func wrapped(node *pg.Node) *pg.Node {
	for _, query := range []*pg.Node{
		node.GetPrepareStmt().GetQuery(), node.GetCopyStmt().GetQuery(), node.GetCreateTableAsStmt().GetQuery(), node.GetDeclareCursorStmt().GetQuery(),
	} {
		if query != nil {
			return query
		}
	}
	return nil
}

// readOfInsert is the SELECT of INSERT ... SELECT. Of VALUES the subqueries are left.
func (s *Statement) readOfInsert(insert *pg.InsertStmt) *pg.Node {
	s.changes("INSERT", insert.GetRelation(), insert.GetOnConflictClause().GetTargetList())
	source := insert.GetSelectStmt().GetSelectStmt()
	if source == nil {
		source = &pg.SelectStmt{}
	}
	if len(source.GetValuesLists()) > 0 {
		source = &pg.SelectStmt{TargetList: asked(source.GetValuesLists()), WithClause: source.GetWithClause()}
	}
	if source.WithClause == nil {
		source.WithClause = insert.GetWithClause()
	}
	return selection(source)
}

// selecting is SELECT 1, and some more targets, of the rows that a writing statement finds.
func selecting(target *pg.RangeVar, from []*pg.Node, where *pg.Node, with *pg.WithClause, more []*pg.Node) *pg.Node {
	return selection(&pg.SelectStmt{
		TargetList:  append([]*pg.Node{one()}, more...),
		FromClause:  append([]*pg.Node{{Node: &pg.Node_RangeVar{RangeVar: target}}}, from...),
		WhereClause: where,
		WithClause:  with,
	})
}

func selection(s *pg.SelectStmt) *pg.Node {
	if s.LimitOption == pg.LimitOption_LIMIT_OPTION_UNDEFINED {
		s.LimitOption = pg.LimitOption_LIMIT_OPTION_DEFAULT
	}
	if s.Op == pg.SetOperation_SET_OPERATION_UNDEFINED {
		s.Op = pg.SetOperation_SETOP_NONE
	}
	return &pg.Node{Node: &pg.Node_SelectStmt{SelectStmt: s}}
}

func one() *pg.Node { return pg.MakeResTargetNodeWithVal(pg.MakeAConstIntNode(1, -1), -1) }

// asked are the subqueries of what is written, as targets of a SELECT.
func asked(written []*pg.Node) []*pg.Node {
	var targets []*pg.Node
	for _, node := range written {
		each(node.ProtoReflect(), func(n *pg.Node) bool {
			if n.GetMultiAssignRef().GetColno() > 1 { // SET (a, b) = (SELECT ...) has the same subquery for each
				return false
			}
			if n.GetSubLink() == nil {
				return true
			}
			if n.GetSubLink().GetSubLinkType() == pg.SubLinkType_EXPR_SUBLINK {
				inRow(n.GetSubLink().GetSubselect().GetSelectStmt())
			}
			targets = append(targets, pg.MakeResTargetNodeWithVal(n, -1))
			return false
		})
	}
	return targets
}

// inRow makes one column of several, as a scalar subquery must have: SET (a, b) = (SELECT c, d ...).
func inRow(s *pg.SelectStmt) {
	if len(s.GetTargetList()) < 2 || s.GetOp() != pg.SetOperation_SETOP_NONE {
		return
	}
	var args []*pg.Node
	for _, target := range s.GetTargetList() {
		args = append(args, target.GetResTarget().GetVal())
	}
	s.TargetList = []*pg.Node{pg.MakeResTargetNodeWithVal(&pg.Node{Node: &pg.Node_RowExpr{RowExpr: &pg.RowExpr{
		Args: args, RowFormat: pg.CoercionForm_COERCE_EXPLICIT_CALL,
	}}}, -1)}
}

// readCTEs turns the CTEs that write into SELECTs of what they return, which PostgreSQL
// too works out by themselves, and drops the locks of rows everywhere: both want rights
// that a role that only reads has not.
func (s *Statement) readCTEs(read *pg.Node) {
	var unread []string
	each(read.ProtoReflect(), func(n *pg.Node) bool {
		cte := n.GetCommonTableExpr()
		if cte == nil {
			return true
		}
		returning, writes := returningOf(cte.GetCtequery())
		if writes {
			cte.Ctequery = s.returned(cte.GetCtequery(), returning)
			if !mentioned(read, cte.GetCtename()) {
				unread = append(unread, cte.GetCtename())
			}
		}
		if writes || len(cte.GetCtequery().GetSelectStmt().GetLockingClause()) > 0 {
			cte.Ctematerialized = pg.CTEMaterialize_CTEMaterializeAlways
		}
		return true
	})
	eachSelect(read.ProtoReflect(), func(selected *pg.SelectStmt) {
		if len(selected.GetLockingClause()) > 0 {
			s.Locks, selected.LockingClause = true, nil
		}
	})
	if selected := read.GetSelectStmt(); selected.GetOp() == pg.SetOperation_SETOP_NONE && len(selected.GetValuesLists()) == 0 {
		for _, name := range unread { // it is carried out all the same
			selected.FromClause = append(selected.FromClause, counting(name))
		}
		if len(selected.FromClause) > 0 && len(selected.TargetList) == 0 {
			selected.TargetList = []*pg.Node{one()}
		}
	}
}

func returningOf(node *pg.Node) (list []*pg.Node, writes bool) {
	switch {
	case node.GetInsertStmt() != nil:
		return node.GetInsertStmt().GetReturningList(), true
	case node.GetUpdateStmt() != nil:
		return node.GetUpdateStmt().GetReturningList(), true
	case node.GetDeleteStmt() != nil:
		return node.GetDeleteStmt().GetReturningList(), true
	case node.GetMergeStmt() != nil:
		return node.GetMergeStmt().GetReturningList(), true
	}
	return nil, false
}

// returned is the SELECT of what a writing statement returns. What INSERT returns has the
// columns of its table, of which one row stands in for the new ones.
func (s *Statement) returned(node *pg.Node, returning []*pg.Node) *pg.Node {
	selected := s.reading(node).GetSelectStmt()
	if insert := node.GetInsertStmt(); insert != nil {
		relation := insert.GetRelation()
		name := relation.GetAlias().GetAliasname()
		if name == "" {
			name = relation.GetRelname()
		}
		row := &pg.SelectStmt{TargetList: []*pg.Node{star()}, FromClause: []*pg.Node{{Node: &pg.Node_RangeVar{RangeVar: relation}}}, LimitCount: pg.MakeAConstIntNode(1, -1), LimitOption: pg.LimitOption_LIMIT_OPTION_COUNT}
		from := []*pg.Node{subquery(selection(row), name)}
		with := selected.GetWithClause()
		if selected.WithClause = nil; len(selected.GetTargetList()) > 0 {
			from = append(from, subquery(selection(&pg.SelectStmt{TargetList: []*pg.Node{one()}, FromClause: []*pg.Node{subquery(selection(selected), "source")}}), "pgdoctor_source"))
		}
		selected = &pg.SelectStmt{FromClause: from, WithClause: with}
	}
	if selected.TargetList = append(selected.TargetList, returning...); len(returning) > 0 && node.GetInsertStmt() == nil {
		selected.TargetList = selected.TargetList[1:] // the 1 that selecting begins with
	}
	if len(selected.TargetList) == 0 {
		selected.TargetList = []*pg.Node{one()}
	}
	return selection(selected)
}

func star() *pg.Node {
	return pg.MakeResTargetNodeWithVal(&pg.Node{Node: &pg.Node_ColumnRef{ColumnRef: &pg.ColumnRef{
		Fields: []*pg.Node{{Node: &pg.Node_AStar{AStar: &pg.A_Star{}}}},
	}}}, -1)
}

func subquery(node *pg.Node, alias string) *pg.Node {
	return &pg.Node{Node: &pg.Node_RangeSubselect{RangeSubselect: &pg.RangeSubselect{Subquery: node, Alias: &pg.Alias{Aliasname: alias}}}}
}

// counting is (SELECT count(*) FROM a CTE), so that it is planned.
func counting(name string) *pg.Node {
	table := &pg.Node{Node: &pg.Node_RangeVar{RangeVar: &pg.RangeVar{Relname: name, Inh: true, Relpersistence: "p"}}}
	return subquery(selection(&pg.SelectStmt{TargetList: []*pg.Node{pg.MakeResTargetNodeWithVal(countOfAll(), -1)}, FromClause: []*pg.Node{table}}), "pgdoctor_"+name)
}

func mentioned(read *pg.Node, name string) bool {
	found := false
	each(read.ProtoReflect(), func(n *pg.Node) bool {
		found = found || n.GetRangeVar().GetSchemaname() == "" && n.GetRangeVar().GetRelname() == name
		return !found
	})
	return found
}
