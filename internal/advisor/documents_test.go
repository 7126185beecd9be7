package advisor

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// spareParts is a table of documents: sku differs in each, colour has four values, and each
// customer's name is a field of its own in one document.
func spareParts() *Table {
	column := Column{Name: "data", Type: "jsonb", BaseType: "jsonb", Category: "U", Width: 200, Align: 1, Distinct: -1}
	for i := range 100 {
		column.Histogram = append(column.Histogram, fmt.Sprintf(`{"sku": "S%d", "colour": "c%d", "size": %d, "of": {"x": "x%d"}, "gone": null, "it's %d": 1}`, i, i%4, i%20, i%50, i))
	}
	list := Column{Name: "tags", Type: "text[]", BaseType: "text[]", Category: "A", Width: 40, Align: 1, Distinct: -1, Elements: postgres.Names{"often", "at times", "rare"}}
	return &Table{Schema: "public", Name: "parts", Kind: "r", Rows: 10_000, Pages: 1000, Analyzed: true, Columns: []Column{column, list}}
}

func TestFields(t *testing.T) {
	table := spareParts()
	got := map[string]field{}
	for _, f := range table.fields(&table.Columns[0]) {
		got[strings.Join(f.path, ".")] = f
	}
	if len(got) != 4 {
		t.Fatalf("fields %v, want sku, colour, size and that of another document", got)
	}
	for name, want := range map[string]float64{"sku": 10_000, "colour": 4, "size": 20, "of.x": 50} {
		if f := got[name]; math.Abs(f.distinct-want) > 0.1*want {
			t.Errorf("%s: %.0f values, want %.0f", name, f.distinct, want)
		}
	}
	if width := got["sku"].width; width < 3 || width > 5 {
		t.Errorf("a value is %.1f bytes wide", width)
	}
	if distinct := table.distinctOfExpression("(data ->> 'colour'::text)"); math.Abs(distinct-4) > 1 {
		t.Errorf("an index on the colour has %.0f keys", distinct)
	}
}

// The name of a field is a constant that pg_stat_statements does not keep: how many rows a call
// returned tells which it was.
func TestSupposedField(t *testing.T) {
	table := spareParts()
	query := func(rows float64, tells bool) *Query {
		return &Query{
			Call: Call{Calls: 10, Rows: 10 * rows},
			read: workload.Statement{RowsTell: tells}, seen: observed{query: "SELECT 1 FROM parts p WHERE p.data ->> $1 = $2", types: []string{"text", "text"}},
			refs: []*Reference{reference(table, "((o.data ->> $1) = $2)")},
		}
	}
	for rows, want := range map[float64]string{1: "'sku'::text", 400: "'size'::text", 3000: "'colour'::text"} {
		if got := query(rows, true).supposed(workload.Settings{TextSearch: "english"}); got[1] != want {
			t.Errorf("%.0f rows a call: %v, want %s", rows, got, want)
		}
	}
	if got := query(400, false).supposed(workload.Settings{TextSearch: "english"}); got[1] != "'sku'::text" {
		t.Errorf("of a statement whose rows tell nothing the one field that tells the rows well apart: %v", got)
	}
	bindings := query(1, true).bind(workload.Settings{TextSearch: "english"})
	if got, want := bindings[0].Query, "SELECT 1 FROM parts p WHERE p.data ->> 'sku'::text = 'S54'::text"; got != want {
		t.Errorf("got %s", got)
	}
}

// Of a document in a document each name may be a constant that is not kept.
func TestSupposedPath(t *testing.T) {
	query := &Query{
		Call: Call{Calls: 10, Rows: 2000}, read: workload.Statement{RowsTell: true},
		seen: observed{query: "SELECT 1 FROM parts p WHERE (p.data -> $1) ->> $2 = $3", types: []string{"text", "text", "text"}},
		refs: []*Reference{reference(spareParts(), "(((o.data -> $1) ->> $2) = $3)")},
	}
	if got, want := query.bind(workload.Settings{})[rare].Query, "SELECT 1 FROM parts p WHERE (p.data -> 'of'::text) ->> 'x'::text = 'x9'::text"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A field whose values cannot be cast is neither supposed nor indexed under the cast.
func TestCastFields(t *testing.T) {
	table := spareParts()
	query := &Query{
		Call: Call{Calls: 10, Rows: 10}, read: workload.Statement{RowsTell: true},
		seen: observed{query: "SELECT 1 FROM parts p WHERE (p.data ->> $1)::int > $2", types: []string{"text", "integer"}},
		refs: []*Reference{reference(table, "(((o.data ->> $1))::integer > $2)")},
	}
	if got := query.supposed(workload.Settings{TextSearch: "english"}); got[1] != "'size'::text" {
		t.Errorf("got %v, want the one field of numbers", got)
	}
	if got, want := query.bind(workload.Settings{TextSearch: "english"})[typical].Query, "SELECT 1 FROM parts p WHERE (p.data ->> 'size'::text)::int > '18'::integer"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for expression, want := range map[string]bool{
		"((data ->> 'size'::text))::integer": true, "((data ->> 'sku'::text))::integer": false, "(data ->> 'sku'::text)": true,
		"((data ->> 'size'::text))::date": false, "lower((data ->> 'sku'::text))": true, "((data ->> 'unknown'::text))::integer": true,
	} {
		if got := table.buildable(expression); got != want {
			t.Errorf("%s: %v", expression, got)
		}
	}
}

func TestMembers(t *testing.T) {
	table := spareParts()
	for _, test := range []struct {
		condition, typeName string
		at                  level
		rows                float64
		want                string
	}{
		{"(o.tags @> $1)", "text[]", frequent, -1, "ARRAY['often']::text[]"},
		{"(o.tags && ARRAY[$1])", "text", rare, -1, "'rare'::text"},
		{"(o.data @> $1)", "jsonb", frequent, 500, `'{"size": 0}'::jsonb`},
		{"(o.data @> $1)", "jsonb", frequent, 1, `'{"sku": "S0"}'::jsonb`},
		{"(o.data @> $1)", "jsonb", frequent, -1, `'{"size": 0}'::jsonb`},
		{"(o.data ? $1)", "text", typical, -1, "'size'::text"},
	} {
		clause := workload.Clauses(test.condition)[0]
		column, _ := table.Column(clause.Columns[0])
		if got := literal(test.typeName, []use{{table: table, column: column, clause: clause, rows: test.rows}}, test.at, halfOpen); got != test.want {
			t.Errorf("%s, %v rows: got %s, want %s", test.condition, test.rows, got, test.want)
		}
	}
}

func TestDials(t *testing.T) {
	table := &Table{Columns: []Column{
		{Name: "phone", Histogram: postgres.Names{"+47 22-33 44 55", "030/123 45"}}, {Name: "name", Histogram: postgres.Names{"Ada 3", "Bob"}}, {Name: "number", Common: postgres.Names{"12345"}},
	}}
	for column, want := range map[string]bool{"phone": true, "name": false, "number": false, "gone": false} {
		if got := table.dials(column); got != want {
			t.Errorf("%s: %v", column, got)
		}
	}
}

// Of fields that tell the rows apart alike one of texts is supposed, by its name or its path, and the only list in which
// something is looked for.
func TestSupposedText(t *testing.T) {
	column := Column{Name: "data", Type: "jsonb", BaseType: "jsonb", Distinct: -1}
	for i := range 100 {
		column.Histogram = append(column.Histogram, fmt.Sprintf(`{"ref": {"no": "R%d"}, "serial": %d, "marks": ["m%d"]}`, i, i, i))
	}
	table := &Table{Schema: "public", Name: "parts", Kind: "r", Rows: 10_000, Pages: 1000, Analyzed: true, Columns: []Column{column}}
	supposed := func(condition string, tells bool, types ...string) map[int]string {
		query := &Query{Call: Call{Calls: 10, Rows: 10}, read: workload.Statement{RowsTell: tells}, seen: observed{types: types}, refs: []*Reference{reference(table, condition)}}
		return query.supposed(workload.Settings{})
	}
	for _, tells := range []bool{true, false} {
		if got := supposed("((o.data #>> $1) = $2)", tells, "text[]", "text"); got[1] != "'{ref,no}'::text[]" {
			t.Errorf("rows tell %t: %v", tells, got)
		}
	}
	if got := supposed("((o.data -> $1) ? $2)", true, "text", "text"); got[1] != "'marks'::text" {
		t.Errorf("the only list: %v", got)
	}
	if got := supposed("((o.data -> $1) && $2)", true, "text", "text"); got[1] != "" {
		t.Errorf("what no document is asked: %v", got)
	}
	table.Columns[0].Histogram[0] = `{"ref": {"no": "R0"}, "serial": 0, "marks": ["m0"], "notes": []}`
	if got := supposed("((o.data -> $1) ? $2)", true, "text", "text"); got[1] != "" {
		t.Errorf("one of two lists: %v", got)
	}
}

// A text that is made a query for words is one of the texts' own words.
func TestLexeme(t *testing.T) {
	column := Column{Name: "words", Type: "tsvector", BaseType: "tsvector", Elements: postgres.Names{"the", "flat", "garden", "roof", "larch"}}
	table := &Table{Schema: "public", Name: "ads", Kind: "r", Rows: 10_000, Pages: 1000, Columns: []Column{column}}
	query := &Query{
		Call: Call{Calls: 10, Rows: 10}, read: workload.Statement{RowsTell: true, Searches: []int{1}},
		seen: observed{query: "SELECT 1 FROM ads a, plainto_tsquery($1) q WHERE a.words @@ q", types: []string{"text"}},
		refs: []*Reference{reference(table, "(o.words @@ q.q)")},
	}
	if got, want := query.bind(workload.Settings{})[typical].Query, "SELECT 1 FROM ads a, plainto_tsquery('garden'::text) q WHERE a.words @@ q"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := query.lexeme(rare); got != "larchqzx" {
		t.Errorf("a rare word: %s", got)
	}
	table.Columns[0].Elements = nil
	if got := query.lexeme(rare); got != "" {
		t.Errorf("a word that nobody knows: %s", got)
	}
}

// Of fields that tell the rows equally well, the one named as a key is asked for.
func TestSupposedKey(t *testing.T) {
	column := Column{Name: "meta", Type: "jsonb", BaseType: "jsonb", Category: "U", Width: 100, Align: 1, Distinct: -1}
	for i := range 100 {
		column.Histogram = append(column.Histogram, fmt.Sprintf(`{"cover": "c%d", "supplierRef": "r%d", "valid": "v%d"}`, i, i, i))
	}
	table := &Table{Schema: "public", Name: "parts", Kind: "r", Rows: 10_000, Pages: 1000, Columns: []Column{column}}
	query := &Query{
		Call: Call{Calls: 10, Rows: 10}, read: workload.Statement{RowsTell: true}, seen: observed{types: []string{"text", "text"}},
		refs: []*Reference{reference(table, "((o.meta ->> $1) = $2)")},
	}
	for _, tells := range []bool{true, false} {
		query.read.RowsTell = tells
		if got := query.supposed(workload.Settings{})[1]; got != "'supplierRef'::text" {
			t.Errorf("%s is supposed, rows tell: %t", got, tells)
		}
	}
	for name, want := range map[string]bool{"id": true, "order_id": true, "orderId": true, "trackingNumber": true, "EAN": true, "paid": false, "valid": false, "piano": false, "cover": false} {
		if got := (field{path: []string{"data", name}}).identifies(); got != want {
			t.Errorf("%s is named as a key: %v", name, got)
		}
	}
}

// What the statistics show of a field with many values the planner finds in one of a hundred rows: a rare one is none of these.
func TestSoughtDocument(t *testing.T) {
	table := spareParts()
	sought := func(rows float64, at level) string {
		clause := reference(table, "(o.data @> $1)").Clauses[0]
		text, _ := use{table: table, column: &table.Columns[0], clause: clause, rows: rows}.member("jsonb", at)
		return text
	}
	if got, want := sought(1, rare), `'{"sku": "S99qzx"}'::jsonb`; got != want {
		t.Errorf("a rare part: %s, want %s", got, want)
	}
	if got, want := sought(1, frequent), `'{"sku": "S0"}'::jsonb`; got != want {
		t.Errorf("a frequent part: %s, want %s", got, want)
	}
	if got, want := sought(-1, rare), `'{"sku": "S99qzx"}'::jsonb`; got != want { // nobody knows which
		t.Errorf("rows tell nothing, a rare value: got %s", got)
	}
	if got := sought(-1, frequent); got == "" || strings.Contains(got, "sku") {
		t.Errorf("rows tell nothing, a frequent value: got %s", got)
	}
	if got, want := sought(2500, rare), `'{"colour": "c3"}'::jsonb`; got != want {
		t.Errorf("of four colours the statistics know all: %s, want %s", got, want)
	}
}

// A frequent document counts as often as it was met, not once: how many rows share its values is known.
func TestFrequentDocuments(t *testing.T) {
	column := Column{Name: "data", Type: "jsonb", BaseType: "jsonb", Category: "U", Width: 40, Align: 1, Distinct: 3000}
	for i := range 3 {
		column.Common, column.Frequencies = append(column.Common, fmt.Sprintf(`{"campaign": "c%d"}`, i)), append(column.Frequencies, 0.1)
	}
	for i := range 100 {
		column.Histogram = append(column.Histogram, fmt.Sprintf(`{"partner": "p%d"}`, i))
	}
	table := &Table{Schema: "public", Name: "parts", Kind: "r", Rows: 20_000, Pages: 1000, Columns: []Column{column}}
	if got := likely(table.fields(&table.Columns[0]), 9).path[0]; got != "partner" {
		t.Errorf("for nine rows a call %s is supposed", got)
	}
}
