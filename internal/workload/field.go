package workload

import (
	"regexp"
	"slices"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v6"
)

// Field is a field of a document that an expression reads: data ->> 'kind', data -> 'client' ->> 'email',
// data #>> '{client,email}', data #> ARRAY['client', 'email'].
type Field struct {
	Path []Step // from the top of the document on
	Way  int    // number of a parameter that is all of the path, 0 for none
	Cast string // type that the text is cast to, "" for none
	JSON bool   // whether it is read as a document, not as a text: data -> 'kind'
}

// Step is one name on the way to a field.
type Step struct {
	Name  string // "" where a parameter stands in its place
	Param int    // its number
}

// Reads says whether a parameter stands for a name on the way to a field, or for all of them.
func (f Field) Reads(param int) bool {
	return f.Way == param || slices.ContainsFunc(f.Path, func(s Step) bool { return s.Param == param })
}

// Hidden says whether some name on the way to a field is a parameter.
func (f Field) Hidden() bool {
	return f.Way > 0 || slices.ContainsFunc(f.Path, func(s Step) bool { return s.Param > 0 })
}

// Field says which field of a document an expression reads, if it does nothing else but cast it.
func (c Clause) Field() (Field, bool) {
	if c.Expression == "" || len(c.Columns) != 1 {
		return Field{}, false
	}
	var field Field
	if typed := c.node.GetTypeCast(); typed != nil {
		field.Cast = last(typed.GetTypeName().GetNames())
	}
	expr := uncasted(c.node)
	read := expr.GetAExpr()
	operator := last(read.GetName())
	if field.JSON = operator == "->" || operator == "#>"; field.JSON && field.Cast == "jsonb" {
		field.Cast = ""
	}
	field.JSON = field.JSON && field.Cast == ""
	switch {
	case !strings.HasPrefix(operator, "#>"):
		field.Path = path(expr, operator)
	case read.GetLexpr().GetColumnRef() != nil:
		field.Way, field.Path = numberOf(read.GetRexpr()), wayOf(read.GetRexpr())
	}
	return field, field.Way > 0 || len(field.Path) > 0
}

// Part says by which names an expression reads a part of a document that is a list or a document itself.
func (c Clause) Part() (Field, bool) {
	if c.Expression == "" || len(c.Columns) != 1 {
		return Field{}, false
	}
	names := path(c.node, "->")
	return Field{Path: names}, len(names) > 0
}

// path are the names that an expression follows from a column on, the last by an operator; nil of
// another expression.
func path(expr *pg.Node, operator string) []Step {
	var steps []Step
	for expr.GetColumnRef() == nil {
		read := expr.GetAExpr()
		key := read.GetRexpr()
		step := Step{Name: uncasted(key).GetAConst().GetSval().GetSval(), Param: numberOf(key)}
		if last(read.GetName()) != operator || !strings.HasPrefix(operator, "->") || step == (Step{}) {
			return nil
		}
		steps = append(steps, step)
		expr, operator = read.GetLexpr(), "->"
	}
	slices.Reverse(steps)
	return steps
}

// way is a path as an array of texts that need no quotes.
var way = regexp.MustCompile(`^\{(\w+(?:,\w+)*)\}$`)

// Way writes names as the path of #>>, "" where one of them needs quotes.
func Way(names []string) string {
	text := "{" + strings.Join(names, ",") + "}"
	if !way.MatchString(text) {
		return ""
	}
	return text
}

var listed = regexp.MustCompile(`ARRAY\['\w+'::text(?:, '\w+'::text)*\]`)

// Folded writes lists of names in an expression as the constants that the planner makes of them: HypoPG compares an
// expression as it is written.
func Folded(expression string) string {
	return listed.ReplaceAllStringFunc(expression, func(list string) string {
		var names []string
		for _, literal := range token.FindAllString(list, -1) {
			names = append(names, strings.Trim(literal, "'"))
		}
		return "'" + Way(names) + "'::text[]"
	})
}

// Names are the names of a path, nil where some have quotes.
func Names(text string) []string {
	if found := way.FindStringSubmatch(text); found != nil {
		return strings.Split(found[1], ",")
	}
	return nil
}

func wayOf(n *pg.Node) []Step {
	var steps []Step
	for _, element := range uncasted(n).GetAArrayExpr().GetElements() {
		steps = append(steps, Step{Name: uncasted(element).GetAConst().GetSval().GetSval(), Param: numberOf(element)})
	}
	for _, name := range Names(uncasted(n).GetAConst().GetSval().GetSval()) {
		steps = append(steps, Step{Name: name})
	}
	return steps
}
