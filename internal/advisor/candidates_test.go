package advisor

import (
	"slices"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// orders is a table large enough to be advised on.
func orders() *Table {
	return &Table{
		Schema: "public", Name: "orders", Kind: "r", Rows: 100_000, Pages: 1000, Analyzed: true,
		Leaves: Names{{"public", "orders"}},
		Columns: []Column{
			{Name: "id", Type: "integer", BaseType: "integer", Category: "N", Width: 4, Align: 4, Distinct: -1},
			{Name: "user_id", Type: "integer", BaseType: "integer", Category: "N", Width: 4, Align: 4, Distinct: 5000, Histogram: postgres.Names{"1", "50", "100"}},
			{Name: "status", Type: "text", BaseType: "text", Category: "S", Width: 6, Align: 1, Distinct: 3, Common: postgres.Names{"done", "open", "lost"}, Frequencies: Floats{0.9, 0.08, 0.02}},
			{Name: "created_at", Type: "timestamp with time zone", BaseType: "timestamp with time zone", Category: "D", Width: 8, Align: 8, Distinct: -1, Histogram: postgres.Names{"2024-01-01", "2024-06-01", "2024-12-31"}},
			{Name: "deleted_at", Type: "timestamp with time zone", BaseType: "timestamp with time zone", Category: "D", Width: 8, Align: 8, Distinct: -0.1, Nulls: 0.9},
			{Name: "note", Type: "text", BaseType: "text", Category: "S", Width: 900, Align: 1, Distinct: -1, Histogram: postgres.Names{"abcdefgh", "hello world", "zebra"}},
			{Name: "data", Type: "jsonb", BaseType: "jsonb", Category: "U", Width: 100, Align: 1, Distinct: -1},
			{Name: "tags", Type: "text[]", BaseType: "text[]", Category: "A", Width: 40, Align: 1, Distinct: -1},
			{Name: "blob", Type: "json", BaseType: "json", Category: "U", Width: 100, Align: 1},
			{Name: "code", Type: "character varying", BaseType: "character varying", Category: "S", Width: 8, Align: 1, Distinct: -1, Histogram: postgres.Names{"ab1", "ab1"}},
			{Name: "active", Type: "boolean", BaseType: "boolean", Category: "B", Width: 1, Align: 1, Distinct: 2, Common: postgres.Names{"t", "f"}, Frequencies: Floats{0.95, 0.05}},
		},
	}
}

func reference(table *Table, condition string, sortKeys ...string) *Reference {
	ref := &Reference{Table: table, Alias: "o", Clauses: table.clauses(condition)}
	if terms, descending, ok := workload.Terms(sortKeys); ok {
		ref.Orders = []Order{{Terms: terms, Descending: descending}}
	}
	return ref
}

func pure() *chooser {
	return &chooser{
		shared:    map[string]int{},
		immutable: func(_ *Table, expression string) bool { return !strings.Contains(expression, "now") },
		trigrams:  map[string]string{"gin": `"public"."gin_trgm_ops"`},
		uncommon:  func(*Table, workload.Clause) string { return "" },
		whole:     func(*Table, workload.Clause) bool { return false },
	}
}

func tails(list []Index) []string {
	var texts []string
	for _, index := range list {
		texts = append(texts, index.Tail())
	}
	return texts
}

func TestCandidates(t *testing.T) {
	for _, test := range []struct {
		name, condition string
		sort            []string
		want            []string // among the candidates
		never           []string // in none of them
	}{
		{"equality, then order", "((o.user_id = $1) AND (o.status = $2))", []string{"o.created_at DESC"},
			[]string{`USING btree ("user_id", "status", "created_at")`, `USING btree ("user_id", "status")`}, []string{`btree ("created_at"`}},
		{"order alone", "(o.status = $1)", []string{"o.created_at DESC"},
			[]string{`USING btree ("status", "created_at")`, `USING btree ("created_at")`}, nil},
		{"a prefix has another order", "(o.note ~~ $1)", []string{"o.note"},
			[]string{`USING btree ("note" text_pattern_ops)`}, []string{`btree ("note")`}},
		{"equality, then one range", "((o.status = $1) AND (o.created_at > $2) AND (o.id < $3))", nil,
			[]string{`USING btree ("status", "created_at")`, `USING btree ("status", "id")`}, []string{`"created_at", "id"`}},
		{"mixed directions", "(o.user_id = $1)", []string{"o.status", "o.created_at DESC"},
			[]string{`USING btree ("user_id", "status", "created_at" DESC)`}, nil},
		{"NULL at the other end", "(o.user_id = $1)", []string{"o.deleted_at DESC NULLS LAST", "o.created_at DESC"},
			[]string{`USING btree ("user_id", "deleted_at" DESC NULLS LAST, "created_at" DESC)`}, nil},
		{"join key", "((o.user_id = u.id) AND (o.status = $1))", nil,
			[]string{`USING btree ("user_id")`, `USING btree ("user_id", "status")`, `USING btree ("status", "user_id")`}, nil},
		{"what is not deleted", "((o.user_id = $1) AND (o.deleted_at IS NULL))", nil,
			[]string{`USING btree ("user_id") WHERE "deleted_at" IS NULL`}, nil},
		{"all tests together", "((o.deleted_at IS NULL) AND (NOT o.active) AND (o.user_id = $1))", []string{"o.created_at"},
			[]string{`USING btree ("user_id", "created_at") WHERE "deleted_at" IS NULL AND NOT "active"`}, nil},
		{"what mostly is NULL", "((o.deleted_at IS NOT NULL) AND (o.user_id = $1))", nil,
			[]string{`USING btree ("user_id") WHERE "deleted_at" IS NOT NULL`}, []string{`"deleted_at")`}},
		{"what mostly is not", "((o.user_id IS NOT NULL) AND (o.created_at > $1))", nil, nil, []string{"WHERE"}},
		{"compared where most is NULL", "(o.deleted_at = $1)", nil,
			[]string{`USING btree ("deleted_at") WHERE "deleted_at" IS NOT NULL`, `USING btree ("deleted_at")`}, nil},
		{"alternatives", "((o.user_id = $1) AND ((o.deleted_at IS NULL) OR (o.code = $2)))", []string{"o.created_at"},
			[]string{`USING btree ("user_id", "created_at")`, `USING btree ("deleted_at")`, `USING btree ("code")`}, []string{"WHERE", `"code", "deleted_at"`, `"deleted_at", "code"`}},
		{"a literal of few values", "((o.status = 'open'::text) AND (o.created_at > $1))", nil,
			[]string{`USING btree ("created_at") WHERE "status" = 'open'::text`}, nil},
		{"a literal of many values", "((o.user_id = '17'::bigint) AND (o.created_at > $1))", nil,
			[]string{`USING btree ("user_id", "created_at")`}, []string{"WHERE"}},
		{"boolean as predicate", "((NOT o.active) AND (o.created_at > $1))", nil,
			[]string{`USING btree ("created_at") WHERE NOT "active"`}, nil},
		{"expression", "(lower(o.code) = $1)", nil, []string{`USING btree ((lower(code)))`}, nil},
		{"expression that changes", "((o.created_at - now()) = $1)", nil, nil, []string{"now"}},
		{"varchar as text", "((o.code)::text = $1)", nil, []string{`USING btree ("code")`}, []string{"::text"}},
		{"LIKE", "(o.status ~~ $1)", nil, []string{`USING btree ("status" text_pattern_ops)`, `USING gin ("status" "public"."gin_trgm_ops")`}, nil},
		{"ILIKE", "(o.status ~~* $1)", nil, []string{`USING gin ("status" "public"."gin_trgm_ops")`}, []string{"btree"}},
		{"documents", "(o.data @> $1)", nil, []string{`USING gin ("data" jsonb_path_ops)`}, nil},
		{"keys of documents", "(o.data ? $1)", nil, []string{`USING gin ("data")`}, []string{"jsonb_path_ops"}},
		{"arrays", "(o.tags && $1)", nil, []string{`USING gin ("tags")`}, nil},
		{"long text", "(o.note = $1)", nil, []string{`USING hash ("note")`}, []string{"btree"}},
		{"a type without order", "(o.blob = $1)", nil, nil, []string{"blob"}},
		{"inequality", "(o.status <> $1)", nil, nil, []string{"status"}},
		{"whole rows", "(o.* IS NULL)", nil, nil, []string{"o"}},
	} {
		got := tails(pure().candidates(reference(orders(), test.condition, test.sort...)))
		for _, want := range test.want {
			if !slices.Contains(got, want) {
				t.Errorf("%s: %s is not among\n%s", test.name, want, strings.Join(got, "\n"))
			}
		}
		for _, never := range test.never {
			if i := slices.IndexFunc(got, func(text string) bool { return strings.Contains(text, never) }); i >= 0 {
				t.Errorf("%s: %s", test.name, got[i])
			}
		}
	}
}

func TestCandidatesPreferShared(t *testing.T) {
	c := pure()
	ref := reference(orders(), "((o.user_id = $1) AND (o.status = $2))")
	if got := tails(c.candidates(ref))[0]; got != `USING btree ("user_id", "status")` {
		t.Errorf("what tells most rows apart comes first: %s", got)
	}
	c.shared[shareKey(ref.Table, ref.Clauses[1])] = 3
	if got := tails(c.candidates(ref))[0]; got != `USING btree ("status", "user_id")` {
		t.Errorf("what more statements ask for comes first: %s", got)
	}
}

func TestNoCandidates(t *testing.T) {
	small, foreign := orders(), orders()
	small.Rows = 300
	foreign.Kind = "f"
	for name, table := range map[string]*Table{"a few rows": small, "a foreign table": foreign} {
		if got := pure().candidates(reference(table, "(o.user_id = $1)")); len(got) > 0 {
			t.Errorf("%s: %v", name, tails(got))
		}
	}
}

func TestCovered(t *testing.T) {
	wanted := Index{Schema: "public", Table: "orders", Method: "btree", Keys: []Key{{Column: "user_id"}}}
	ordered := Index{Method: "btree", Keys: []Key{{Column: "user_id"}, {Column: "created_at", Descending: true}}}
	partial := Index{Method: "btree", Keys: []Key{{Column: "user_id"}}, Where: `"deleted_at" IS NULL`}
	lower := Index{Method: "btree", Keys: []Key{{Expression: "lower(code)"}}}
	plain := Existing{Method: "btree", Keys: postgres.Names{"user_id", "status"}, Options: postgres.Names{"", ""}}
	for _, test := range []struct {
		name     string
		existing Existing
		wanted   Index
		want     bool
	}{
		{"prefix", plain, wanted, true},
		{"second column", Existing{Method: "btree", Keys: postgres.Names{"status", "user_id"}, Options: postgres.Names{"", ""}}, wanted, false},
		{"another method", Existing{Method: "hash", Keys: postgres.Names{"user_id"}, Options: postgres.Names{""}}, wanted, false},
		{"all of a unique key", Existing{Method: "btree", Unique: true, Keys: postgres.Names{"user_id"}, Options: postgres.Names{""}}, ordered, true},
		{"all of a unique key, over some rows", Existing{Method: "btree", Unique: true, Keys: postgres.Names{"user_id"}, Options: postgres.Names{""}}, Index{Method: "btree", Keys: ordered.Keys, Where: partial.Where}, false},
		{"a part of a unique key", Existing{Method: "btree", Unique: true, Keys: postgres.Names{"user_id", "id"}, Options: postgres.Names{"", ""}}, ordered, false},
		{"shorter", Existing{Method: "btree", Keys: postgres.Names{"user_id"}, Options: postgres.Names{""}}, ordered, false},
		{"another direction", Existing{Method: "btree", Keys: postgres.Names{"user_id", "created_at"}, Options: postgres.Names{"", ""}}, ordered, false},
		{"same direction", Existing{Method: "btree", Keys: postgres.Names{"user_id", "created_at"}, Options: postgres.Names{"", "d"}}, ordered, true},
		{"partial", Existing{Method: "btree", Keys: postgres.Names{"user_id"}, Options: postgres.Names{""}, Predicate: "(deleted_at IS NULL)"}, wanted, false},
		{"same predicate", Existing{Method: "btree", Keys: postgres.Names{"user_id"}, Options: postgres.Names{""}, Predicate: "(deleted_at IS NULL)"}, partial, true},
		{"whole for partial", plain, partial, true},
		{"another class", Existing{Method: "btree", Keys: postgres.Names{"user_id"}, Options: postgres.Names{"otext_pattern_ops"}}, wanted, false},
		{"expression", Existing{Method: "btree", Keys: postgres.Names{"lower((code)::text)"}, Options: postgres.Names{""}}, lower, true},
		{"the cast of a column", Existing{Method: "btree", Keys: postgres.Names{"email"}, Options: postgres.Names{""}}, Index{Method: "btree", Keys: []Key{{Expression: "email::text"}}}, false},
		{"an index on the cast", Existing{Method: "btree", Keys: postgres.Names{"((email)::text)"}, Options: postgres.Names{""}}, Index{Method: "btree", Keys: []Key{{Expression: "email::text"}}}, true},
		{"a name in another case", Existing{Method: "btree", Keys: postgres.Names{`"User_Id"`}, Options: postgres.Names{""}}, wanted, false},
	} {
		if got := test.existing.covers(test.wanted); got != test.want {
			t.Errorf("%s: covered is %v", test.name, got)
		}
	}
	if !plain.extendedBy(Index{Method: "btree", Keys: []Key{{Column: "user_id"}, {Column: "status"}, {Column: "id"}}}) {
		t.Error("a longer index makes a shorter one needless")
	}
	plain.Unique = true
	if plain.extendedBy(Index{Method: "btree", Keys: []Key{{Column: "user_id"}, {Column: "status"}, {Column: "id"}}}) {
		t.Error("no index makes a unique one needless")
	}
}

// A domain's cast to its type changes no bytes, another one does.
func TestUncasted(t *testing.T) {
	table := &Table{Columns: []Column{
		{Name: "serial", Type: "serial_code", BaseType: "text", Category: "S"}, {Name: "level", Type: "rank", BaseType: "integer", Category: "N"},
		{Name: "name", Type: "character varying", BaseType: "character varying", Category: "S"}, {Name: "n", Type: "integer", BaseType: "integer", Category: "N"},
	}}
	for condition, want := range map[string]string{
		"((t.serial)::text ~~ $1)": "serial", "((t.level)::integer = $1)": "level", "((t.name)::text = $1)": "name", "((t.n)::bigint = $1)": "", "((t.level)::text = $1)": "",
	} {
		if got := table.clauses(condition); len(got) != 1 || got[0].Column != want {
			t.Errorf("%s: %+v", condition, got)
		}
	}
}

// Of the expressions of partial indexes the planner has no statistics: only what leaves out most rows makes up for it.
// Behind an expression that tells all rows apart no key serves.
func TestCandidatesAreNotBlind(t *testing.T) {
	for condition, want := range map[string]bool{
		"((lower(o.code) = $1) AND o.active)":               false,
		"((lower(o.code) = $1) AND (NOT o.active))":         true,
		"((lower(o.code) = $1) AND (o.deleted_at IS NULL))": false,
	} {
		list := pure().candidates(reference(orders(), condition))
		blind := slices.ContainsFunc(list, func(index Index) bool { return index.blind() })
		sighted := slices.ContainsFunc(list, func(index Index) bool {
			return index.Where == "" && len(index.Keys) == 1 && index.Keys[0].Expression != ""
		})
		longer := slices.ContainsFunc(list, func(index Index) bool { return len(index.Keys) > 1 && index.Keys[0].Expression != "" })
		if blind != want || !sighted || longer {
			t.Errorf("%s: got %v", condition, list)
		}
	}
}

// A truth value alone is no key of an index over all rows; it may be one beside another, and of the rows that a predicate leaves.
func TestFlag(t *testing.T) {
	got := tails(pure().candidates(reference(orders(), "((o.active = $1) AND (o.user_id = $2))")))
	if slices.Contains(got, `USING btree ("active")`) || !slices.ContainsFunc(got, func(tail string) bool { return strings.Contains(tail, `"active"`) }) {
		t.Errorf("candidates %q", got)
	}
	table := orders()
	for want, index := range map[bool]Index{true: {Keys: []Key{{Column: "active"}}}, false: {Keys: []Key{{Column: "active"}}, Where: `"deleted_at" IS NULL`}} {
		if got := table.flag(index); got != want {
			t.Errorf("%v is a flag alone: %v", index, got)
		}
	}
}
