package fixes

import (
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/checks"
)

// TestSampleIsRedacted: of a column that may hold something personal no value is
// selected, whatever it is called.
func TestSampleIsRedacted(t *testing.T) {
	for kind, redacted := range map[string]bool{
		"bigint": false, "uuid": false, "timestamp with time zone": false,
		"text": true, "character varying(50)": true, "jsonb": true, "inet": true, "numeric": true, "citext": true,
	} {
		table := checks.Table{Schema: "public", Name: "t", Kind: "r", Columns: []checks.TableColumn{{Name: "it's", Type: kind}}}
		got := sampleRows(table, "true", "it's")
		if strings.Contains(got, "pg_catalog.length(") != redacted {
			t.Errorf("%s: %s", kind, got)
		}
	}
}
