package advisor

import (
	"cmp"
	"encoding/json"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// field is a name at the top of a jsonb column's documents, as far as the statistics of the
// column show some of these.
type field struct {
	name     string
	rows     float64 // that have it
	distinct float64 // values of it
	width    float64 // bytes of one, on average of all rows
	values   []value // scalars, the most frequent first
}

type value struct {
	text   string // as ->> returns it
	json   string
	weight float64
	seen   float64 // documents that have it
}

// fields are those of a column, in the order of their names.
func (t *Table) fields(c *Column) []field {
	if c.BaseType == "jsonb" && c.documents == nil {
		c.documents = t.readDocuments(c)
	}
	return c.documents
}

func (t *Table) readDocuments(c *Column) []field {
	found := map[string][]value{}
	add := func(document string, weight float64) {
		var parsed map[string]json.RawMessage
		if json.Unmarshal([]byte(document), &parsed) != nil {
			return
		}
		for name, raw := range parsed {
			text := string(raw)
			if strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[") || text == "null" || strings.HasPrefix(text, `"`) && json.Unmarshal(raw, &text) != nil {
				continue
			}
			at := slices.IndexFunc(found[name], func(v value) bool { return v.text == text })
			if at < 0 {
				at = len(found[name])
				found[name] = append(found[name], value{text: text, json: string(raw)})
			}
			found[name][at].weight += weight
			found[name][at].seen++
		}
	}
	for i, document := range c.Common {
		if i < len(c.Frequencies) {
			add(document, c.Frequencies[i])
		}
	}
	rest := math.Max(0, 1-c.Nulls-sum(c.Frequencies)) / math.Max(1, float64(len(c.Histogram)))
	for _, document := range c.Histogram {
		add(document, rest)
	}
	list := []field{}
	for name, values := range found {
		// a name that one of many documents has is data itself, not what they are made of
		if seen := countSeen(values); seen >= 2 || len(c.Common)+len(c.Histogram) < 10 {
			list = append(list, t.field(name, values))
		}
	}
	slices.SortFunc(list, func(x, y field) int { return strings.Compare(x.name, y.name) })
	return list
}

func countSeen(values []value) float64 {
	seen := 0.0
	for _, v := range values {
		seen += v.seen
	}
	return seen
}

// field counts a field's values as ANALYZE does those of a column, by how many were seen
// once only (Haas and Stokes, "Estimating the Number of Classes in a Finite Population", 1998).
func (t *Table) field(name string, values []value) field {
	share, seen, once, width := 0.0, countSeen(values), 0.0, 0.0
	for _, v := range values {
		share += v.weight
		width += v.weight * float64(len(v.text)+1)
		if v.seen == 1 {
			once++
		}
	}
	slices.SortFunc(values, func(x, y value) int {
		return cmp.Or(cmp.Compare(y.weight, x.weight), strings.Compare(x.text, y.text))
	})
	f := field{name: name, values: values, width: width, rows: math.Max(1, t.Rows*math.Min(1, share))}
	f.distinct = math.Min(f.rows, seen*float64(len(values))/math.Max(seen-once+once*seen/f.rows, 1e-9))
	return f
}

// each is the number of rows that have the same value.
func (f field) each() float64 { return f.rows / math.Max(1, f.distinct) }

// at is one of the values.
func (f field) at(l level) value {
	return f.values[int(math.Round(l.place()*float64(len(f.values)-1)))]
}

// fieldOf is the field that an expression reads: (data ->> 'kind').
func (t *Table) fieldOf(expression string) (field, bool) {
	for _, clause := range workload.Bare("(" + expression + ") = 'x'") {
		asked, ok := clause.Field()
		column, known := t.Column(clause.Columns[0])
		if !ok || !known || asked.Name == "" {
			continue
		}
		list := t.fields(column)
		if at := slices.IndexFunc(list, func(f field) bool { return f.name == asked.Name }); at >= 0 {
			return list[at], true
		}
	}
	return field{}, false
}

// castable are the types that a field's text can be cast to in an index, and how values look
// that can. Dates are not among them: how they are read is a setting.
var castable = map[string]*regexp.Regexp{
	"": regexp.MustCompile(""), "text": regexp.MustCompile(""), "varchar": regexp.MustCompile(""),
	"int2": integer, "int4": integer, "int8": integer, "numeric": decimal, "float4": decimal, "float8": decimal,
	"bool": regexp.MustCompile(`^(true|false)$`),
	"uuid": regexp.MustCompile(`^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$`),
}

var (
	integer = regexp.MustCompile(`^-?\d{1,9}$`)
	decimal = regexp.MustCompile(`^-?\d+(\.\d+)?$`)
)

// casts says whether all values of a field that are known can be cast to a type.
func (f field) casts(typeName string) bool {
	looks := castable[typeName]
	return looks != nil && !slices.ContainsFunc(f.values, func(v value) bool { return !looks.MatchString(v.text) })
}

// buildable says whether an index can have an expression, as far as the known documents tell:
// a value that cannot be cast ends CREATE INDEX.
func (t *Table) buildable(expression string) bool {
	f, known := t.fieldOf(expression)
	for _, clause := range workload.Bare("(" + expression + ") = 'x'") {
		if asked, ok := clause.Field(); ok && known && !f.casts(asked.Cast) {
			return false
		}
	}
	return true
}

// likely is the field of which a value leaves about as many rows as a call returned: which
// one was asked for, pg_stat_statements does not keep.
func likely(fields []field, rowsPerCall float64) field {
	return slices.MinFunc(fields, func(x, y field) int {
		return cmp.Compare(math.Abs(math.Log((x.each()+1)/(rowsPerCall+1))), math.Abs(math.Log((y.each()+1)/(rowsPerCall+1))))
	})
}

// selective is the share of the rows that a value of a field leaves where the field tells them well apart.
const selective = 0.01

// supposed are the literals of parameters that stand inside expressions, as the
// index on the expression would have them.
func (q *Query) supposed(settings workload.Settings) map[int]string {
	values := map[int]string{}
	suppose := func(param int, text string) {
		if param >= 1 && param <= len(q.seen.types) {
			values[param] = postgres.Literal(text) + "::" + q.seen.types[param-1]
		}
	}
	for _, ref := range q.refs {
		for _, clause := range ref.Clauses {
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
			asked, ok := clause.Field()
			column, known := ref.Table.Column(clause.Columns[0])
			if !ok || asked.Param == 0 || !known {
				continue
			}
			fields := slices.DeleteFunc(slices.Clone(ref.Table.fields(column)), func(f field) bool { return !f.casts(asked.Cast) })
			if !q.read.RowsTell { // where one field alone tells the rows well apart, an index on another would serve nothing
				fields = slices.DeleteFunc(fields, func(f field) bool { return f.each() > selective*ref.Table.Rows })
				if len(fields) != 1 {
					continue
				}
			}
			switch {
			case len(fields) == 0:
			case clause.Operator == "=":
				suppose(asked.Param, likely(fields, q.perCall()).name)
			case isRange(clause.Operator): // the more values, the more there is to choose from
				suppose(asked.Param, slices.MaxFunc(fields, func(x, y field) int { return cmp.Compare(x.distinct, y.distinct) }).name)
			}
		}
	}
	return values
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

// ofField is a value of a field for a parameter that is compared with it.
func (u use) ofField(at level) (string, bool) {
	if u.field == "" || u.clause.Any {
		return "", false
	}
	for _, f := range u.table.fields(u.column) {
		switch {
		case f.name != u.field:
		case u.clause.Operator == "=":
			return f.at(at).text, true
		case isRange(u.clause.Operator) && f.casts("numeric"):
			return f.quantile(u.clause.Operator, at), true
		}
	}
	return "", false
}

// quantile is one end of a range of numbers.
func (f field) quantile(operator string, at level) string {
	numbers := slices.Clone(f.values)
	slices.SortFunc(numbers, func(x, y value) int {
		one, _ := strconv.ParseFloat(x.text, 64)
		other, _ := strconv.ParseFloat(y.text, 64)
		return cmp.Compare(one, other)
	})
	q := lower(at, halfOpen)
	if operator[0] == '<' {
		q = upper(at, halfOpen)
	}
	return numbers[int(math.Round(q*float64(len(numbers)-1)))].text
}

// member is a value for a parameter that is sought in a list, a document or a text: an
// element, a part of a document, the name of a field, a word.
func (u use) member(typeName string, at level) (string, bool) {
	switch u.clause.Operator {
	case "@>", "<@", "&&", "?", "?|", "?&", "@@":
	default:
		return "", false
	}
	element, list := strings.CutSuffix(typeName, "[]")
	cast := func(text string) (string, bool) {
		if list {
			return "ARRAY[" + postgres.Literal(text) + "]::" + element + "[]", true
		}
		return postgres.Literal(text) + "::" + typeName, true
	}
	fields := u.table.fields(u.column)
	switch {
	case u.column.Category == "A" && len(u.column.Elements) > 0:
		text, _ := pick(u.column.Elements, at.place())
		return cast(text)
	case u.column.BaseType == "tsvector" && typeName == "tsquery" && len(u.column.Elements) > 0:
		text, _ := pick(u.column.Elements, at.place())
		return cast(postgres.Literal(text))
	case len(fields) == 0:
		return "", false
	case u.clause.Operator[0] == '?':
		return cast(fields[len(fields)/2].name)
	case u.clause.Operator == "@>" && typeName == "jsonb":
		f := u.sought(fields)
		name, err := json.Marshal(f.name)
		if err != nil {
			return "", false
		}
		return cast("{" + string(name) + ": " + f.at(at).json + "}")
	}
	return "", false
}

// sought is the field that a document is looked for by: where the rows tell nothing, the one
// that tells the documents apart best of those with values that come again.
func (u use) sought(fields []field) field {
	if u.rows >= 0 {
		return likely(fields, u.rows)
	}
	return slices.MaxFunc(fields, func(x, y field) int {
		rank := func(f field) float64 {
			if f.each() < 2 {
				return 0
			}
			return f.distinct
		}
		return cmp.Compare(rank(x), rank(y))
	})
}
