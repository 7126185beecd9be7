package workload

import (
	"reflect"
	"testing"
)

func TestField(t *testing.T) {
	for condition, want := range map[string]Field{
		"((p.data ->> 'kind'::text) = $1)":                          {Path: []Step{{Name: "kind"}}},
		"((p.data ->> $1) = $2)":                                    {Path: []Step{{Param: 1}}},
		"(((p.data ->> 'n'::text))::integer > $1)":                  {Path: []Step{{Name: "n"}}, Cast: "int4"},
		"((p.data ->> 'a'::text) ~~ $1)":                            {Path: []Step{{Name: "a"}}},
		"((((p.data -> 'of'::text) -> $1) ->> 'x'::text) = $2)":     {Path: []Step{{Name: "of"}, {Param: 1}, {Name: "x"}}},
		"((p.data -> 'kind'::text) = $1)":                           {Path: []Step{{Name: "kind"}}, JSON: true},
		"((((p.data #> ARRAY[$1, 'x'::text])::jsonb)::jsonb) = $2)": {Path: []Step{{Param: 1}, {Name: "x"}}, JSON: true},
		"((p.data #> '{a,b}'::text[]) = $1)":                        {Path: []Step{{Name: "a"}, {Name: "b"}}, JSON: true},
		"((p.data #>> ARRAY[$1]) = $2)":                             {Path: []Step{{Param: 1}}},
		"(((p.data -> 'n'::text))::integer > $1)":                   {Path: []Step{{Name: "n"}}, Cast: "int4"},
	} {
		got, ok := Clauses(condition)[0].Field()
		if !ok || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, %v", condition, got, ok)
		}
	}
	for _, condition := range []string{"(lower((p.data ->> 'kind'::text)) = $1)", "((p.data @> 'kind'::text) = $1)", "(((p.data ->> 'a'::text) ->> 'b'::text) = $1)", "((p.data ->> 3) = $1)"} {
		if got, ok := Clauses(condition)[0].Field(); ok {
			t.Errorf("%s is taken for a field: %+v", condition, got)
		}
	}
}

func TestFolded(t *testing.T) {
	for expression, want := range map[string]string{
		"data #> ARRAY['a'::text, 'b_c'::text]": "data #> '{a,b_c}'::text[]", "data #> ARRAY['a b'::text]": "data #> ARRAY['a b'::text]",
		"f(ARRAY['a'::text], $1)": "f('{a}'::text[], $1)", "data #>> ARRAY[$1]": "data #>> ARRAY[$1]",
	} {
		if got := Folded(expression); got != want {
			t.Errorf("%s: got %s", expression, got)
		}
	}
}
