package workload

import (
	"strings"
	"testing"
)

// A DELETE looks for the rows that refer to those it takes, for each by itself.
func TestReadReferences(t *testing.T) {
	beside := Beside{References: map[Table][]Reference{
		{"", "trips"}: {{Table{"s", "alerts"}, []string{"trip_id"}, []string{"id"}}, {Table{"s", "Stops"}, []string{"a", "b"}, []string{"c", "d"}}},
	}}
	looks := func(trips string) string {
		return "(SELECT count(*) FROM s.alerts pgdoctor_referring WHERE pgdoctor_referring.trip_id = " + trips + ".id), " +
			`(SELECT count(*) FROM s."Stops" pgdoctor_referring WHERE pgdoctor_referring.a = ` + trips + ".c AND pgdoctor_referring.b = " + trips + ".d)"
	}
	for text, want := range map[string]string{
		"DELETE FROM trips WHERE at < $1":                           "SELECT 1, " + looks("trips") + " FROM trips WHERE at < $1",
		"DELETE FROM trips AS x USING u WHERE u.id = x.u":           "SELECT 1, " + looks("x") + " FROM trips x, u WHERE u.id = x.u",
		"DELETE FROM other WHERE at < $1":                           "SELECT 1 FROM other WHERE at < $1",
		"UPDATE trips SET at = $1 WHERE id = $2":                    "SELECT 1 FROM trips WHERE id = $1",
		"WITH trips AS (SELECT 1 AS id) DELETE FROM s.trips":        "WITH trips AS (SELECT 1 AS id) SELECT 1 FROM s.trips",
		"DELETE FROM trips WHERE id IN (SELECT trip FROM old) /**/": "SELECT 1, " + looks("trips") + " FROM trips WHERE id IN (SELECT trip FROM old)",
	} {
		statement, err := Read(text, beside)
		if err != nil || statement.Query != want || statement.Refers != strings.Contains(want, "referring") {
			t.Errorf("%s\n got %s (%v)\nwant %s", text, statement.Query, err, want)
		}
	}
}
