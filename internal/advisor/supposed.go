package advisor

import (
	"cmp"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// selective is the share of the rows that a value of a field leaves where the field tells them well apart.
const selective = 0.01

// supposed are the literals of parameters that stand inside expressions, as the
// index on the expression would have them, and of constants in the tests of switches and in lists.
func (q *Query) supposed(settings workload.Settings) map[int]string {
	values := map[int]string{}
	suppose := func(param int, text string) {
		if param >= 1 && param <= len(q.seen.types) {
			values[param] = postgres.Literal(text) + "::" + q.seen.types[param-1]
		}
	}
	for param, word := range q.read.Words {
		suppose(param, word)
	}
	for _, param := range q.read.Zones {
		suppose(param, settings.TimeZone)
	}
	for _, ref := range q.refs {
		for _, clause := range ref.Clauses {
			if clause.Separator > 0 {
				values[clause.Separator] = "','"
			}
			if clause.Switch.With > 0 {
				values[clause.Switch.With] = clause.Switch.Its
			}
			for param, text := range clause.Supposed(settings) {
				if param > len(q.seen.types) || strings.Contains(clause.Expression, "regexp_replace(") && !ref.Table.dials(clause.Columns[0]) ||
					strings.Contains(clause.Expression, "ltrim(") && !ref.Table.padded(clause.Columns[0]) {
					continue
				}
				if text != "" {
					suppose(param, text)
				} else if text, ok := neutral(q.seen.types[param-1]); ok {
					suppose(param, text)
				}
			}
			for param, name := range q.names(ref.Table, clause) {
				suppose(param, name)
			}
		}
	}
	return values
}

// names are the likely names of fields that parameters stand for, as in data ->> $1: each with its
// parameter, or all of a path.
func (q *Query) names(table *Table, clause workload.Clause) map[int]string {
	column, known := table.Column(clause.Columns[0])
	if !known {
		return nil
	}
	if part, ok := clause.Part(); ok && len(part.Path) == 1 && part.Hidden() && clause.Operator != "=" {
		if name := column.holding(clause.Operator); name != "" {
			return map[int]string{part.Path[0].Param: name}
		}
		return nil
	}
	asked, ok := clause.Field()
	if !ok || !asked.Hidden() {
		return nil
	}
	path := q.pathOf(asked, table.fields(column), clause.Operator, table.Rows)
	if asked.Way > 0 && len(path) > 0 {
		return map[int]string{asked.Way: workload.Way(path)}
	}
	names := map[int]string{}
	for i, name := range path {
		names[asked.Path[i].Param] = name
	}
	return names
}

// pathOf are the names that lead to the field which was most likely asked for, of those that there are; nil
// where none is likelier.
func (q *Query) pathOf(asked workload.Field, fields []field, operator string, rows float64) []string {
	fields = slices.DeleteFunc(slices.Clone(fields), func(f field) bool { return !f.is(asked) || !f.casts(asked.Cast) })
	if !q.read.RowsTell { // where one field alone tells the rows well apart, an index on another would serve nothing
		fields = slices.DeleteFunc(fields, func(f field) bool { return f.each() > selective*rows })
		if len(fields) > 1 && asked.Cast == "" { // of texts, if there is one alone
			fields = slices.DeleteFunc(fields, func(f field) bool { return !f.isText() })
		}
		if keys := slices.DeleteFunc(slices.Clone(fields), func(f field) bool { return !f.identifies() }); len(keys) == 1 {
			fields = keys
		}
		if len(fields) != 1 {
			return nil
		}
	}
	switch {
	case len(fields) == 0:
	case operator == "=":
		return likely(fields, q.perCall()).path
	case isRange(operator): // the more values, the more there is to choose from
		return slices.MaxFunc(fields, func(x, y field) int { return cmp.Compare(x.distinct, y.distinct) }).path
	}
	return nil
}

// dials says whether a column's values are digits with signs between them, as telephone numbers and
// such are written: of those all that is no digit is taken out.
func (t *Table) dials(name string) bool {
	column, ok := t.Column(name)
	if !ok {
		return false
	}
	digits, signs := 0, 0
	for _, text := range slices.Concat(column.Histogram, column.Common) {
		for _, r := range text {
			if r >= '0' && r <= '9' {
				digits++
			} else {
				signs++
			}
		}
	}
	return signs > 0 && digits >= 2*signs
}

// padded says whether most of a column's values begin with a zero, as numbers of one length do.
func (t *Table) padded(name string) bool {
	column, ok := t.Column(name)
	if !ok {
		return false
	}
	zeros, values := 0, slices.Concat(column.Histogram, column.Common)
	for _, text := range values {
		if strings.HasPrefix(text, "0") {
			zeros++
		}
	}
	return 2*zeros > len(values)
}

// neutral is what coalesce most likely has in the place of NULL: no text, zero, false. Of a date none
// is likelier than others.
func neutral(typeName string) (text string, known bool) {
	switch typeName {
	case "text", "character varying", "bpchar", "citext":
		return "", true
	case "smallint", "integer", "bigint", "numeric", "real", "double precision":
		return "0", true
	case "boolean":
		return "false", true
	}
	return "", false
}

// textOf is the text of a literal with a type, 'text'::type.
func textOf(literal string) string {
	text, _, _ := strings.Cut(literal, "::")
	return strings.ReplaceAll(strings.Trim(text, "'"), "''", "'")
}
