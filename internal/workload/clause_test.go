package workload

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestClauses(t *testing.T) {
	for _, test := range []struct{ condition, want string }{
		{"((o.status = $1) AND (o.created_at > (now() - $2)))", "o.status = [1]; o.created_at > [2]"},
		{"(o.user_id = u.id)", "o.user_id = u; u.id = o"},
		{"(lower(u.email) = lower($1))", "u.(lower(email)) = [1]"},
		{"(5 < o.total)", "o.total > 5"},
		{"((o.status)::text = ANY ('{a,b}'::text[]))", "o.(status::text) = any '{a,b}'::text[]"},
		{"($1 = ANY (o.tags))", ""},
		{"(o.tags @> $1)", "o.tags @> [1]"},
		{"(o.deleted_at IS NULL)", "o.deleted_at IS NULL"},
		{"(o.active AND (NOT o.hidden))", "o.active IS TRUE; o.hidden IS FALSE"},
		{"((o.a = 1) OR (o.b = $1))", "o.a = or 1; o.b = or [1]"},
		{"((o.a = 1) OR (hashed SubPlan 1))", ""},
		{"(($1 IS NULL) OR (o.a = $1))", "o.a = off where 1 is NULL [1]"},
		{"((o.a = $2) OR (($1)::text IS NULL))", "o.a = off where 1 is NULL [2]"},
		{"(($1 IS NULL) OR (o.a = $1) OR (o.b = $1))", "o.a = or off where 1 is NULL [1]; o.b = or off where 1 is NULL [1]"},
		{"(($1 IS NULL) OR (o.a = $1) OR f(o.b))", ""},
		{"((cardinality($1) = 0) OR (o.a = ANY ($1)))", "o.a = any off where 1 is '{}' [1]"},
		{"((cardinality($1) = $2) OR (o.a = ANY ($1)))", "o.a = any off where 1 is '{}' and 2 is 0 [1]"},
		{"((cardinality($1) = 3) OR (o.a = ANY ($1)))", ""},
		{"((cardinality($1) > 0) OR (o.a = ANY ($1)))", ""},
		{"((array_length($1, $2) IS NULL) OR (o.a = ANY ($1)))", "o.a = any off where 1 is '{}' and 2 is 1 [1]"},
		{"((length($1) = 0) OR (o.a = $1))", "o.a = off where 1 is '' [1]"},
		{"((COALESCE($1, $2) = $3) OR (o.a = $1))", "o.a = off where 1 is NULL [1]"},
		{"(($1 IS NOT NULL) OR (o.a = $1))", ""},
		{"(($1 = $2) OR (o.a = $1))", "o.a = off where 2 is 1 [1]"},
		{"(($1 = $2) OR (o.a = $3))", "o.a = off where 2 is 1 [3]"},
		{"((o.a = $1) OR ($2 = $1) OR ($1 IS NULL))", "o.a = off where 2 is 1 [1]"},
		{"((''::text = $1) OR (o.a = $1))", "o.a = off where 1 is '' [1]"},
		{"((NOT $1) OR (o.a = $2))", "o.a = off where 1 is false [2]"},
		{"($1 OR (o.a > $2))", "o.a > off where 1 is true [2]"},
		{"CASE WHEN ($1 <> $2) THEN (o.a = $3) ELSE $4 END", "o.a = off where 2 is 1 [3]"},
		{"CASE WHEN ($1 IS NULL) THEN true ELSE (o.a = $1) END", "o.a = off where 1 is NULL [1]"},
		{"CASE WHEN (o.b = $1) THEN (o.a = $2) ELSE true END", ""},
		{"(o.a = COALESCE($1, o.a))", "o.a = off where 1 is NULL [1]"},
		{"((COALESCE($1, o.a))::text = (o.a)::text)", "o.(a::text) = off where 1 is NULL [1]"},
		{"(COALESCE($1, o.b) = o.a)", ""},
		{"((o.a = (InitPlan 1).col1) AND (o.b = 'the (SubPlan 1)'::text))", "o.a = NULL; o.b = 'the (SubPlan 1)'::text"},
		{"(ROW(o.at, o.id) < ROW($1, $2))", "o.at < [1]"},
		{`("o""x"."Weird name" ~~ $1)`, `o"x.Weird name ~~ [1]`},
		{"(o.a = (o.b + 1))", ""},
		{"(((o.data ->> 'kind'::text)) = $1)", "o.(data ->> 'kind'::text) = [1]"},
	} {
		var parts []string
		for _, c := range Clauses(test.condition) {
			parts = append(parts, describe(c))
		}
		if got := strings.Join(parts, "; "); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.condition, got, test.want)
		}
	}
}

func describe(c Clause) string {
	text := c.Alias + "."
	if c.Column != "" {
		text += c.Column
	} else {
		text += "(" + c.Expression + ")"
	}
	text += " " + c.Operator
	if c.Any {
		text += " any"
	}
	if c.Or {
		text += " or"
	}
	if off := c.Switch; off.Same > 0 {
		text += fmt.Sprintf(" off where %d is %d", off.Param, off.Same)
	} else if off.Param > 0 {
		text += fmt.Sprintf(" off where %d is %s", off.Param, off.Value)
	}
	if off := c.Switch; off.With > 0 {
		text += fmt.Sprintf(" and %d is %s", off.With, off.Its)
	}
	if len(c.Params) > 0 {
		text += fmt.Sprintf(" %v", c.Params)
	}
	if c.Constant != "" {
		text += " " + c.Constant
	}
	if len(c.Others) > 0 {
		text += " " + strings.Join(c.Others, ",")
	}
	return text
}

func TestSupposed(t *testing.T) {
	for condition, want := range map[string]map[int]string{
		"(to_tsvector($1, ((p.title || $2) || p.description)) @@ plainto_tsquery($3, $4))": {1: "english", 2: " "},
		"(COALESCE(p.name, $1) = $2)":                        {1: ""},
		"((p.data ->> $1) = $2)":                             {},
		"(regexp_replace((p.phone)::text, $1, $2, $3) = $4)": {1: "[^0-9]", 2: "", 3: "g"},
		"(ltrim((p.number)::text, $1) = $2)":                 {1: "0"},
		"(daterange(p.a, p.b, $1) && daterange($2, $3))":     {1: "[]"},
		"(shooting_range(p.a, p.b, $1) = $2)":                {},
		"(p.title = ($1 || $2))":                             {},
	} {
		list := Clauses(condition)
		if len(list) != 1 {
			t.Errorf("%s: %d clauses", condition, len(list))
			continue
		}
		if got := list[0].Supposed(Settings{TextSearch: "english", TimeZone: "Europe/Oslo"}); !cmp.Equal(got, want) {
			t.Errorf("%s: got %v", condition, got)
		}
	}
}

func TestTerms(t *testing.T) {
	terms, descending, ok := Terms([]string{"o.created_at DESC NULLS LAST", "o.id"})
	if !ok || len(terms) != 2 || terms[0].Column != "created_at" || !descending[0] || descending[1] {
		t.Errorf("%v %v %v", terms, descending, ok)
	}
	if _, _, ok := Terms([]string{"(count(*)) DESC"}); ok {
		t.Error("an aggregate is no term of a relation")
	}
}

// A text that stands for a value, or for several, is one of a clause's parameters.
func TestWritten(t *testing.T) {
	for condition, want := range map[string][2]int{
		"(o.code = (($1)::text)::uuid)":                             {1, 0},
		"(o.a = ANY ((string_to_array($2, $1))::integer[]))":        {2, 1},
		"(o.a = ANY ((string_to_array($1, ','::text))::integer[]))": {1, 0},
		"(o.d >= to_date($1, $2))":                                  {1, 0},
		"(o.d >= make_date($1, $2, $3))":                            {0, 0},
	} {
		list := Clauses(condition)
		if len(list) != 1 {
			t.Errorf("%s: %d clauses", condition, len(list))
			continue
		}
		if got := [2]int{list[0].Text, list[0].Separator}; got != want {
			t.Errorf("%s: got %v, want %v", condition, got, want)
		}
	}
}

func TestExtremes(t *testing.T) {
	for output, want := range map[string]string{
		"max(amount)":                            "o.amount",
		"(COALESCE(min(o.created_at), $1) + $2)": "o.created_at",
		"(max(b) - min(a))":                      "o.b, o.a",
		"max(lower(a))":                          "lower(o.a)",
		"max(a) FILTER (WHERE (b > 1))":          "",
		"sum(a)":                                 "",
		"count(*)":                               "",
		"greatest(a, b)":                         "",
	} {
		if got := strings.Join(Extremes(output, "o"), ", "); got != want {
			t.Errorf("%s: got %q, want %q", output, got, want)
		}
	}
}

func TestElements(t *testing.T) {
	for condition, want := range map[string]string{
		"(($1 = ANY (o.tags)) AND (o.a = 1))": "o.tags",
		"(o.a = ANY ($1))":                    "",
		"($1 <> ALL (o.tags))":                "",
	} {
		var parts []string
		for _, c := range Elements(condition) {
			parts = append(parts, c.Alias+"."+c.Column)
		}
		if got := strings.Join(parts, "; "); got != want {
			t.Errorf("%s: got %q, want %q", condition, got, want)
		}
	}
}
