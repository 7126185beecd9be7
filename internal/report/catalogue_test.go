package report

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pgdoctor/pgdoctor/checks"
)

var shelf = []Entry{
	{
		Doc: checks.Doc{
			ID: "slow-statement", Title: "statement that takes long | on average", Category: checks.Statements, Severity: checks.Warning,
			Examines: "statements", Runtime: true,
			Why:        "SELECT * FROM t_1 WHERE a <b>.\n\nConfirm: look [there].",
			Needs:      []checks.Need{{Extension: "pg_stat_statements", Version: "1.8"}, {Role: "pg_read_all_stats"}, {Statistics: time.Hour}},
			Thresholds: []checks.Threshold{{Name: "min-ms", Default: 0.5, Unit: "ms", Why: "a | b"}},
			Aliases:    []string{"slow-query"},
		},
		Queries: []string{"slow_statement.sql", "slow_statement.pg17.sql"},
		Fix:     "create-index",
	},
	{Doc: checks.Doc{ID: "lock-wait", Title: "session that waits", Category: checks.Connections, Severity: checks.Critical, Examines: "locks", Why: "w",
		Since: 14, Needs: []checks.Need{{Primary: true}, {Statistics: 7 * 24 * time.Hour}}}},
}

func TestCatalogueGolden(t *testing.T) {
	var table, markdown bytes.Buffer
	if err := CatalogueTable(&table, shelf); err != nil {
		t.Fatal(err)
	}
	golden(t, "catalogue.txt", table.Bytes())
	if err := CatalogueMarkdown(&markdown, shelf); err != nil {
		t.Fatal(err)
	}
	golden(t, "catalogue.md", markdown.Bytes())
}

func TestCatalogueJSON(t *testing.T) {
	var out bytes.Buffer
	if err := CatalogueJSON(&out, shelf, Tool{Name: "pgdoctor"}); err != nil {
		t.Fatal(err)
	}
	var got struct{ Checks []map[string]any }
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	want := []any{map[string]any{"name": "min-ms", "default": 0.5, "unit": "ms", "why": "a | b"}}
	if diff := cmp.Diff(want, got.Checks[0]["thresholds"]); diff != "" {
		t.Errorf("thresholds (-want +got):\n%s", diff)
	}
	if strings.Contains(out.String(), "null") {
		t.Errorf("an empty list is null:\n%s", out.String())
	}
}
