package workload

import "slices"

// Field is a field of a document that an expression reads: data ->> 'kind', data -> 'client' ->> 'email'.
type Field struct {
	Path []Step // from the top of the document on
	Cast string // type that the text is cast to, "" for none
}

// Step is one name on the way to a field.
type Step struct {
	Name  string // "" where a parameter stands in its place
	Param int    // its number
}

// Reads says whether a parameter stands for a name on the way to a field.
func (f Field) Reads(param int) bool {
	return slices.ContainsFunc(f.Path, func(s Step) bool { return s.Param == param })
}

// Hidden says whether some name on the way to a field is a parameter.
func (f Field) Hidden() bool {
	return slices.ContainsFunc(f.Path, func(s Step) bool { return s.Param > 0 })
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
	expr, operator := uncasted(c.node), "->>"
	for expr.GetColumnRef() == nil {
		read := expr.GetAExpr()
		key := read.GetRexpr()
		step := Step{Name: uncasted(key).GetAConst().GetSval().GetSval(), Param: numberOf(key)}
		if last(read.GetName()) != operator || step == (Step{}) {
			return Field{}, false
		}
		field.Path = append(field.Path, step)
		expr, operator = read.GetLexpr(), "->"
	}
	slices.Reverse(field.Path)
	return field, len(field.Path) > 0
}
