package workload

import (
	"slices"

	pg "github.com/pganalyze/pg_query_go/v6"
	"google.golang.org/protobuf/reflect/protoreflect"
)

var nodeName = (&pg.Node{}).ProtoReflect().Descriptor().FullName()

// sole is the one statement of a text, false where there is none that parses, or several.
func sole(text string) (*pg.Node, bool) {
	tree, err := parseTree(text)
	if err != nil || len(tree.GetStmts()) != 1 {
		return nil, false
	}
	return tree.GetStmts()[0].GetStmt(), true
}

// each calls f for every node below a message, outermost first. f may change
// the node in place; false keeps it from being entered.
func each(message protoreflect.Message, f func(*pg.Node) bool) {
	if message.Descriptor().FullName() == nodeName {
		if node, ok := message.Interface().(*pg.Node); ok && !f(node) {
			return
		}
	}
	below(message, func(child protoreflect.Message) { each(child, f) })
}

// eachSelect calls f for every SELECT in a message, also for the sides of UNION, which are no
// nodes of their own.
func eachSelect(message protoreflect.Message, f func(*pg.SelectStmt)) {
	if selected, ok := message.Interface().(*pg.SelectStmt); ok {
		f(selected)
	}
	below(message, func(child protoreflect.Message) { eachSelect(child, f) })
}

// below calls f for the messages that one has in its fields, in the order in which its type declares them: Range has
// an order of its own in each build of a program (internal/detrand), and advice must not depend on that.
func below(message protoreflect.Message, f func(protoreflect.Message)) {
	var fields []protoreflect.FieldDescriptor
	message.Range(func(field protoreflect.FieldDescriptor, _ protoreflect.Value) bool {
		if field.Message() != nil {
			fields = append(fields, field)
		}
		return true
	})
	slices.SortFunc(fields, func(a, b protoreflect.FieldDescriptor) int { return a.Index() - b.Index() })
	for _, field := range fields {
		if !field.IsList() {
			f(message.Get(field).Message())
			continue
		}
		list := message.Get(field).List()
		for i := range list.Len() {
			f(list.Get(i).Message())
		}
	}
}

// typeNamed is a type by its name in pg_catalog, or by what SQL calls it.
func typeNamed(name string) *pg.TypeName {
	if typed, err := expression("NULL::" + name); err == nil && len(typed.GetTypeCast().GetTypeName().GetNames()) > 1 {
		return typed.GetTypeCast().GetTypeName()
	}
	return &pg.TypeName{Names: []*pg.Node{pg.MakeStrNode("pg_catalog"), pg.MakeStrNode(name)}, Typemod: -1}
}

// castTo puts a cast in the place of a node.
func castTo(n *pg.Node, to *pg.TypeName) {
	n.Node = &pg.Node_TypeCast{TypeCast: &pg.TypeCast{Arg: &pg.Node{Node: n.GetNode()}, TypeName: to}}
}

// names reads a list of names, as of a function or an operator.
func names(list []*pg.Node) []string {
	var parts []string
	for _, item := range list {
		if item.GetString_() != nil {
			parts = append(parts, item.GetString_().GetSval())
		}
	}
	return parts
}

// last is the name without its schema.
func last(list []*pg.Node) string {
	parts := names(list)
	if len(parts) == 0 {
		return ""
	}
	return parts[len(parts)-1]
}
