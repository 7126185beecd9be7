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

// field is a scalar in a jsonb column's documents, as far as the statistics of the column show some of these.
type field struct {
	path     []string // the names that lead to it, from the top on
	rows     float64  // that have it
	distinct float64  // values of it
	width    float64  // bytes of one, on average of all rows
	values   []value  // scalars, the most frequent first
	blur     float64  // rows of a value below which the documents that are known do not tell how many there are
}

type value struct {
	text   string // as ->> returns it
	json   string
	weight float64
	seen   float64 // documents that have it
	met    float64 // rows that ANALYZE read which have it
}

// sampleRows are those that ANALYZE reads, with the usual target for statistics.
const sampleRows = 30_000

// deepest is how many names may lead to a field.
const deepest = 3

// fields are those of a column, in the order of their names.
func (t *Table) fields(c *Column) []field {
	if c.BaseType == "jsonb" && c.documents == nil {
		c.documents = t.readDocuments(c)
	}
	return c.documents
}

// holding is the one field at the top of a column's documents that is a list, or where there is none and a document
// is looked for in it, the one that is a document itself; "" where there are several, or none.
func (c *Column) holding(operator string) string {
	if !slices.Contains([]string{"@>", "?", "?|", "?&"}, operator) || c.BaseType != "jsonb" {
		return ""
	}
	for _, kind := range []byte{'[', '{'} {
		var names []string
		for _, document := range slices.Concat(c.Common, c.Histogram) {
			var parsed map[string]json.RawMessage
			if json.Unmarshal([]byte(document), &parsed) != nil {
				continue
			}
			for name, raw := range parsed {
				if raw[0] == kind && !slices.Contains(names, name) {
					names = append(names, name)
				}
			}
		}
		switch {
		case len(names) == 1:
			return names[0]
		case len(names) > 1, operator != "@>":
			return ""
		}
	}
	return ""
}

func (t *Table) readDocuments(c *Column) []field {
	found := map[string][]value{}
	add := func(document string, weight, met float64) {
		scalars(json.RawMessage(document), nil, func(path []string, text, raw string) {
			name := strings.Join(path, "\x00") // which no jsonb holds
			at := slices.IndexFunc(found[name], func(v value) bool { return v.text == text })
			if at < 0 {
				at = len(found[name])
				found[name] = append(found[name], value{text: text, json: raw})
			}
			found[name][at].weight += weight
			found[name][at].seen++
			found[name][at].met += met
		})
	}
	for i, document := range c.Common {
		if i < len(c.Frequencies) {
			add(document, c.Frequencies[i], math.Max(1, c.Frequencies[i]*math.Min(t.Rows, sampleRows)))
		}
	}
	rest := math.Max(0, 1-c.Nulls-sum(c.Frequencies)) / math.Max(1, float64(len(c.Histogram)))
	for _, document := range c.Histogram {
		add(document, rest, 1)
	}
	list := []field{}
	for name, values := range found {
		// a name that one of many documents has is data itself, not what they are made of
		if seen := countSeen(values); seen >= 2 || len(c.Common)+len(c.Histogram) < 10 {
			list = append(list, t.field(strings.Split(name, "\x00"), values))
		}
	}
	slices.SortFunc(list, func(x, y field) int { return slices.Compare(x.path, y.path) })
	return list
}

// scalars visits the fields of a document that are no documents or lists themselves.
func scalars(document json.RawMessage, above []string, visit func(path []string, text, raw string)) {
	var parsed map[string]json.RawMessage
	if len(above) == deepest || json.Unmarshal(document, &parsed) != nil {
		return
	}
	for name, raw := range parsed {
		path, text := append(slices.Clone(above), name), string(raw)
		switch {
		case strings.HasPrefix(text, "{"):
			scalars(raw, path, visit)
		case strings.HasPrefix(text, "["), text == "null", strings.HasPrefix(text, `"`) && json.Unmarshal(raw, &text) != nil:
		default:
			visit(path, text, string(raw))
		}
	}
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
func (t *Table) field(path []string, values []value) field {
	share, seen, once, width, met := 0.0, countSeen(values), 0.0, 0.0, 0.0
	for _, v := range values {
		share += v.weight
		met += v.met
		width += v.weight * float64(len(v.text)+1)
		if v.seen == 1 {
			once++
		}
	}
	slices.SortFunc(values, func(x, y value) int {
		return cmp.Or(cmp.Compare(y.weight, x.weight), strings.Compare(x.text, y.text))
	})
	f := field{path: path, values: values, width: width, rows: math.Max(1, t.Rows*math.Min(1, share))}
	f.blur = 8 * f.rows / (met * met) // four values that come twice may be chance
	f.distinct = math.Min(f.rows, seen*float64(len(values))/math.Max(seen-once+once*seen/f.rows, 1e-9))
	return f
}

// is says whether a field may be the one that an expression reads.
func (f field) is(asked workload.Field) bool {
	return asked.Way > 0 && workload.Way(f.path) != "" || slices.EqualFunc(f.path, asked.Path, func(name string, step workload.Step) bool { return step.Param > 0 || step.Name == name })
}

// each is the number of rows that have the same value.
func (f field) each() float64 { return f.rows / math.Max(1, f.distinct) }

// at is one of the values.
func (f field) at(l level) value {
	return f.values[int(math.Round(l.place()*float64(len(f.values)-1)))]
}

// sought is a value that documents are looked for by. Of the rare ones of a field with many values none is known to
// the statistics: what these show, the planner finds in one of a hundred rows at least.
func (f field) sought(l level) value {
	v := f.at(l)
	if l.value() != rare || f.distinct < 2*float64(len(f.values)) {
		return v
	}
	if f.isText() {
		return value{text: v.text + unknownEnd, json: strings.TrimSuffix(v.json, `"`) + unknownEnd + `"`}
	}
	return v
}

// fieldOf is the field that an expression reads: (data ->> 'kind').
func (t *Table) fieldOf(expression string) (field, bool) {
	for _, clause := range workload.Bare("(" + expression + ") = 'x'") {
		asked, ok := clause.Field()
		column, known := t.Column(clause.Columns[0])
		if !ok || !known || asked.Hidden() {
			continue
		}
		list := t.fields(column)
		if at := slices.IndexFunc(list, func(f field) bool { return f.is(asked) }); at >= 0 {
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
// one was asked for, pg_stat_statements does not keep. Of several that do, it is rather one of texts.
func likely(fields []field, rowsPerCall float64) field {
	off := func(f field, blur float64) float64 {
		return math.Abs(math.Log((math.Max(f.each(), blur) + 1) / (math.Max(rowsPerCall, blur) + 1)))
	}
	return slices.MinFunc(fields, func(x, y field) int {
		switch {
		case off(x, x.blur) != off(y, y.blur):
			return cmp.Compare(off(x, x.blur), off(y, y.blur))
		case x.isText() && !y.isText():
			return -1
		case y.isText() && !x.isText():
			return 1
		case x.identifies() && !y.identifies():
			return -1
		case y.identifies() && !x.identifies():
			return 1
		}
		return cmp.Compare(off(x, 0), off(y, 0))
	})
}

// identifying are the words that names of keys end with.
var identifying = regexp.MustCompile(`(^|[_-])(?i:id|uuid|guid|ref|reference|key|code|number|no|token|slug|email|phone|sku|ean|isbn)$|` +
	`[a-z](I[dD]|UUID|Uuid|Ref|Reference|Key|Code|Number|No|Token|Slug|Email|Phone|S[kK][uU])$`)

// identifies says whether a field is named as one by which documents are looked for.
func (f field) identifies() bool {
	return identifying.MatchString(f.path[len(f.path)-1])
}

// isText says whether a field's values are texts, not numbers or truth values, which a text is seldom compared with.
func (f field) isText() bool { return strings.HasPrefix(f.values[0].json, `"`) }

// leading are the names that lead to a field, with those that are supposed; nil where one is not known.
func leading(asked workload.Field, fixed map[int]string) []string {
	if asked.Way > 0 {
		return workload.Names(textOf(fixed[asked.Way]))
	}
	var path []string
	for _, step := range asked.Path {
		path = append(path, cmp.Or(step.Name, textOf(fixed[step.Param])))
	}
	if slices.Contains(path, "") {
		return nil
	}
	return path
}

// ofField is a value of a field for a parameter that is compared with it.
func (u use) ofField(at level) (string, bool) {
	if u.field == nil || u.clause.Any {
		return "", false
	}
	for _, f := range u.table.fields(u.column) {
		switch {
		case !slices.Equal(f.path, u.field):
		case u.clause.Operator == "=" && u.json:
			return f.at(at).json, true
		case u.json:
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
	// documents are looked for by what they have at the top
	fields := slices.DeleteFunc(slices.Clone(u.table.fields(u.column)), func(f field) bool { return len(f.path) > 1 })
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
		return cast(fields[len(fields)/2].path[0])
	case u.clause.Operator == "@>" && typeName == "jsonb":
		f := u.sought(fields, at)
		name, err := json.Marshal(f.path[0])
		if err != nil {
			return "", false
		}
		return cast("{" + string(name) + ": " + f.sought(at).json + "}")
	}
	return "", false
}

// sought is the field that a document is looked for by: where the rows tell nothing, the one
// that tells the documents apart best of those with values that come again, and for a rare value of all.
func (u use) sought(fields []field, at level) field {
	if u.rows >= 0 {
		return likely(fields, u.rows)
	}
	if at.value() == rare {
		return slices.MaxFunc(fields, func(x, y field) int { return cmp.Compare(x.distinct, y.distinct) })
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
