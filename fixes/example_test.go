package fixes

import (
	"testing"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Every fix shows itself on its check's explain page, on every major.
func TestExamples(t *testing.T) {
	for _, check := range checks.All() {
		id := check.Describe().ID
		_, curable := CureOf(checks.Doc{ID: id})
		for major := postgres.OldestMajor; major <= postgres.NewestMajor; major++ {
			steps, err := Example(id, postgres.Server{VersionNum: major * 10000})
			if err != nil {
				t.Errorf("%s on %d: %v", id, major, err)
			}
			if curable != (len(steps) > 0) {
				t.Errorf("%s on %d: %d steps in the example", id, major, len(steps))
			}
		}
	}
}
