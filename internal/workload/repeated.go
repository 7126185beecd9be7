package workload

import (
	"strings"

	pg "github.com/pganalyze/pg_query_go/v6"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// unify gives an expression of GROUP BY or DISTINCT the same constants wherever it stands
// again in its SELECT. pg_stat_statements numbers each, or leaves one of them as it was, and
// date_trunc($1, at) is not what GROUP BY date_trunc($2, at) groups by: 42803, 42P10.
func unify(read *pg.Node) {
	eachSelect(read.ProtoReflect(), func(selected *pg.SelectStmt) {
		for _, node := range tellingApart(selected) {
			if !isParam(uncasted(node)) {
				repeat(selected, node)
			}
		}
	})
}

// tellingApart are the expressions that a SELECT tells rows apart by.
func tellingApart(s *pg.SelectStmt) []*pg.Node {
	var list []*pg.Node
	for _, group := range grouped(s.GetGroupClause()) {
		if at := int(group.GetAConst().GetIval().GetIval()); at >= 1 && at <= len(s.GetTargetList()) {
			group = s.GetTargetList()[at-1].GetResTarget().GetVal()
		}
		if name := names(group.GetColumnRef().GetFields()); len(name) == 1 { // of an output, where no table has such a column
			for _, target := range s.GetTargetList() {
				if target.GetResTarget().GetName() == name[0] {
					list = append(list, target.GetResTarget().GetVal())
				}
			}
		}
		list = append(list, group)
	}
	if len(s.GetDistinctClause()) == 1 && s.GetDistinctClause()[0].GetNode() == nil { // not DISTINCT ON
		for _, target := range s.GetTargetList() {
			list = append(list, target.GetResTarget().GetVal())
		}
		return list
	}
	return append(list, s.GetDistinctClause()...)
}

// grouped are the expressions of GROUP BY, also those inside GROUPING SETS, ROLLUP and CUBE.
func grouped(clause []*pg.Node) []*pg.Node {
	var list []*pg.Node
	for _, group := range clause {
		switch {
		case group.GetGroupingSet() != nil:
			list = append(list, grouped(group.GetGroupingSet().GetContent())...)
		case group.GetRowExpr() != nil:
			list = append(list, grouped(group.GetRowExpr().GetArgs())...)
		default:
			list = append(list, group)
		}
	}
	return list
}

// repeat makes what equals an expression but for its constants the same as it. One that is
// there in one of them is put in the place of the parameter in the other.
func repeat(selected *pg.SelectStmt, like *pg.Node) {
	each(selected.ProtoReflect(), func(n *pg.Node) bool {
		if n == like || n.GetSelectStmt() != nil {
			return false // what stands in a subquery has its own groups
		}
		var pairs [][2]*pg.Node
		if !alike(like.ProtoReflect(), n.ProtoReflect(), &pairs) {
			return true
		}
		for _, pair := range pairs {
			if isParam(pair[0]) && !isParam(pair[1]) {
				pair[0].Node = proto.CloneOf(pair[1]).GetNode()
			} else {
				pair[1].Node = proto.CloneOf(pair[0]).GetNode()
			}
		}
		return false
	})
}

// alike says whether two trees are the same but for constants, of which it collects the pairs.
// Where neither is a parameter they have to be equal.
func alike(x, y protoreflect.Message, pairs *[][2]*pg.Node) bool {
	if x.Descriptor() != y.Descriptor() {
		return false
	}
	if one, ok := x.Interface().(*pg.Node); ok {
		other, _ := y.Interface().(*pg.Node)
		if isConstant(one) && isConstant(other) && (isParam(one) || isParam(other)) {
			*pairs = append(*pairs, [2]*pg.Node{one, other})
			return true
		}
	}
	fields := x.Descriptor().Fields()
	for i := range fields.Len() {
		field := fields.Get(i)
		switch {
		case strings.HasSuffix(string(field.Name()), "location"):
		case x.Has(field) != y.Has(field):
			return false
		case !x.Has(field):
		case field.IsList():
			if !alikeLists(x.Get(field).List(), y.Get(field).List(), field, pairs) {
				return false
			}
		case field.Message() != nil:
			if !alike(x.Get(field).Message(), y.Get(field).Message(), pairs) {
				return false
			}
		case !x.Get(field).Equal(y.Get(field)):
			return false
		}
	}
	return true
}

func alikeLists(x, y protoreflect.List, field protoreflect.FieldDescriptor, pairs *[][2]*pg.Node) bool {
	if x.Len() != y.Len() {
		return false
	}
	for i := range x.Len() {
		if field.Message() == nil {
			if !x.Get(i).Equal(y.Get(i)) {
				return false
			}
		} else if !alike(x.Get(i).Message(), y.Get(i).Message(), pairs) {
			return false
		}
	}
	return true
}

func isConstant(n *pg.Node) bool { return n.GetParamRef() != nil || n.GetAConst() != nil }
