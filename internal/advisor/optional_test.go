package advisor

import (
	"reflect"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// Of a form's optional filters none are left out, all, or all but one; what another condition asks
// for as well is always there.
func TestBindOptional(t *testing.T) {
	seen := observed{
		query: "SELECT id FROM orders WHERE ($1 IS NULL OR status = $2) AND ($3 IS NULL OR user_id = $3) AND ($4 IS NULL OR code = $5) AND note <> $5",
		types: []string{"text", "text", "integer", "text", "text"},
	}
	refs := []*Reference{reference(orders(), "((($1 IS NULL) OR (o.status = $2)) AND (($3 IS NULL) OR (o.user_id = $3)) AND (($4 IS NULL) OR ((o.code)::text = $5)) AND (o.note <> $5))")}
	query := &Query{Call: Call{Calls: 2, Rows: 21}, read: workload.Statement{RowsTell: true}, seen: seen, refs: refs}
	var left [][]int
	for _, set := range query.left() {
		var params []int
		for _, off := range set {
			params = append(params, off.Param)
		}
		left = append(left, params)
	}
	if want := [][]int{nil, {1, 2, 3, 4}, {3, 4}, {1, 2, 4}, {1, 2, 3}}; !reflect.DeepEqual(left, want) {
		t.Fatalf("left out are %v, want %v", left, want)
	}
	var texts []string
	for _, binding := range query.bind(workload.Settings{}) {
		texts = append(texts, binding.Query)
	}
	all := strings.Join(texts, "\n")
	for _, want := range []string{"(NULL::text IS NULL OR status = NULL::text) AND ('50'::integer IS NULL OR user_id = '50'::integer)", "OR user_id = NULL::integer) AND (NULL::text IS NULL"} {
		if !strings.Contains(all, want) {
			t.Errorf("%s is not in\n%s", want, all)
		}
	}
	if strings.Contains(all, "note <> NULL") {
		t.Errorf("what is always asked for is left out:\n%s", all)
	}
}

// A filter that a constant, a flag or CASE leaves out is on and off in turn as well.
func TestBindSwitches(t *testing.T) {
	for _, test := range []struct {
		query, condition string
		types            []string
		on, off          string
	}{
		{
			"SELECT id FROM orders WHERE $1 = $2 OR user_id = $1", "(($1 = $2) OR (o.user_id = $1))", []string{"integer", "integer"},
			"WHERE '50'::integer = '-1'::integer OR user_id = '50'::integer", "WHERE '50'::integer = '50'::integer::integer OR",
		},
		{
			"SELECT id FROM orders WHERE NOT $1 OR user_id = $2", "((NOT $1) OR (o.user_id = $2))", []string{"boolean", "integer"},
			"WHERE NOT true OR user_id = '50'::integer", "WHERE NOT false::boolean OR",
		},
		{
			"SELECT id FROM orders WHERE CASE WHEN $1 <> $2 THEN user_id = $1 ELSE $3 END", "CASE WHEN ($1 <> $2) THEN (o.user_id = $1) ELSE $3 END", []string{"integer", "integer", "boolean"},
			"WHERE CASE WHEN '50'::integer <> '-1'::integer THEN", "WHERE CASE WHEN '50'::integer <> '50'::integer::integer THEN",
		},
		{
			"SELECT id FROM orders WHERE user_id = coalesce($1, user_id)", "(o.user_id = COALESCE($1, o.user_id))", []string{"integer"},
			"user_id = coalesce('50'::integer, user_id)", "user_id = coalesce(NULL::integer, user_id)",
		},
		{
			"SELECT id FROM orders WHERE cardinality($1) = $2 OR user_id = ANY ($1)", "((cardinality($1) = $2) OR (o.user_id = ANY ($1)))", []string{"integer[]", "integer"},
			"WHERE cardinality(ARRAY['50'", "WHERE cardinality('{}'::integer[]) = 0 OR user_id",
		},
		{
			"SELECT id FROM orders WHERE array_length($1, $2) IS NULL OR user_id = ANY ($1)", "((array_length($1, $2) IS NULL) OR (o.user_id = ANY ($1)))", []string{"integer[]", "integer"},
			", 1) IS NULL OR user_id", "WHERE array_length('{}'::integer[], 1) IS NULL OR user_id",
		},
		{
			"SELECT id FROM orders WHERE $1 IS NULL OR user_id = $1 OR id = $1", "(($1 IS NULL) OR (o.user_id = $1) OR (o.id = $1))", []string{"integer"},
			"'50'::integer IS NULL OR user_id = '50'::integer OR id = '50'::integer", "NULL::integer IS NULL OR user_id = NULL::integer OR id = NULL::integer",
		},
		{ // each is the other's constant
			"SELECT id FROM orders WHERE ($1 = $2 OR user_id = $1) AND ($2 = $1 OR id = $2)", "((($1 = $2) OR (o.user_id = $1)) AND (($2 = $1) OR (o.id = $2)))", []string{"integer", "integer"},
			"SELECT id FROM orders WHERE", "OR user_id =",
		},
	} {
		seen := observed{query: test.query, types: test.types}
		query := &Query{Call: Call{Calls: 2, Rows: 21}, read: workload.Statement{RowsTell: true}, seen: seen, refs: []*Reference{reference(orders(), test.condition)}}
		var texts []string
		for _, binding := range query.bind(workload.Settings{}) {
			texts = append(texts, binding.Query)
		}
		all := strings.Join(texts, "\n")
		for _, want := range []string{test.on, test.off} {
			if !strings.Contains(all, want) {
				t.Errorf("%s is not in\n%s", want, all)
			}
		}
	}
}
