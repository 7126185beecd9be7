package fixes

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// TestPlansFromSavedEvidence: a report keeps all of the evidence that a fix
// plans by, and one that was cut does not make it panic.
func TestPlansFromSavedEvidence(t *testing.T) {
	for id, evidence := range examples {
		t.Run(id, func(t *testing.T) {
			check, ok := checks.Find(id)
			if !ok {
				t.Fatal("no such check")
			}
			text, err := json.Marshal(evidence)
			if err != nil {
				t.Fatal(err)
			}
			saved, err := check.Decode(text)
			if err != nil {
				t.Fatal(err)
			}
			plan := func(evidence any) (Plan, error) {
				return NewPlan([]checks.Finding{{Key: id + ":an example", Check: id, Evidence: evidence}}, Options{
					Server: postgres.Server{VersionNum: 180001, Superuser: true, Database: "shop"}, Schema: exampleSchema,
					MaxRisk: Disruptive, FirstVersion: 1,
				})
			}
			want, err := plan(evidence)
			if err != nil {
				t.Fatal(err)
			}
			got, err := plan(saved)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("planned from a saved report (-at once +from it):\n%s", diff)
			}
			empty, err := check.Decode([]byte("{}"))
			if err != nil {
				t.Fatal(err)
			}
			plan(empty) //nolint:errcheck // that it returns is what counts
		})
	}
}
