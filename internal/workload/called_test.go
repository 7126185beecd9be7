package workload

import (
	"reflect"
	"testing"
)

// Functions that are given nothing but constants and parameters, by these.
func TestCalled(t *testing.T) {
	statement, err := Read("SELECT a FROM t WHERE f(a) = s.f($1) AND g(a, $2) = 1 AND h(lower($3), 'x') > b AND c = $4 AND d = k((SELECT $5::text))", Beside{})
	want := map[int][]string{1: {"f"}, 3: {"h", "lower"}}
	if err != nil || !reflect.DeepEqual(statement.Called, want) {
		t.Errorf("got %v (%v), want %v", statement.Called, err, want)
	}
}
