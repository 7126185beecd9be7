package integration

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/internal/advisor"
)

// PeerVariable names the SQL script of index_advisor (github.com/supabase/index_advisor,
// index_advisor--0.2.0.sql or newer), which is no part of this project: where it is at
// hand its indexes are measured beside ours.
const PeerVariable = "PGDOCTOR_TEST_INDEX_ADVISOR"

// indexAdvisor is the union of what index_advisor proposes for each statement, nil where
// it is not at hand. It is asked for one statement at a time, and knows nothing of calls.
func indexAdvisor(t *testing.T, conn *pgx.Conn, calls []advisor.Call) *indexSet {
	file := os.Getenv(PeerVariable)
	if file == "" {
		return nil
	}
	script, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := conn.PgConn().Exec(t.Context(), string(script)).ReadAll(); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	set := &indexSet{name: "index_advisor", needed: -1}
	began := time.Now()
	for _, call := range calls {
		var statements, errors []string
		err := conn.QueryRow(t.Context(), "SELECT coalesce(index_statements, '{}'), coalesce(errors, '{}') FROM index_advisor($1)", call.Text).Scan(&statements, &errors)
		if err != nil || len(errors) > 0 {
			t.Logf("index_advisor on %s: %v %v", call.ID, err, errors)
		}
		for _, create := range statements {
			if create = strings.TrimPrefix(create, "CREATE INDEX "); !slices.Contains(set.create, create) {
				set.create = append(set.create, create)
			}
		}
	}
	set.took = time.Since(began)
	if _, err := conn.Exec(t.Context(), "DROP FUNCTION index_advisor(text)"); err != nil {
		t.Fatal(err)
	}
	return set
}
