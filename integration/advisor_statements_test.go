package integration

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/advisor"
)

// asked is a statement of a workload file, and how often its application sends it.
type asked struct {
	id    string
	calls float64
	gin   bool   // no b-tree helps
	text  string // with {tables} and {1..9} for what differs from call to call
}

// reads says whether the statement changes nothing.
func (a asked) reads() bool { return !changing.MatchString(a.text) }

var changing = regexp.MustCompile(`(?i)\b(CALL\s+\w+\s*\(|INSERT\s+INTO|DELETE\s+FROM|UPDATE\s+(ONLY\s+)?[\w".]+(\s+AS)?(\s+[\w"]+)?\s+SET)\b`)

// inserts says whether no index can help it to find its rows.
func (a asked) inserts() bool { return strings.HasPrefix(strings.ToUpper(a.text), "INSERT") }

// procedure says whether it calls one, which EXPLAIN does not take.
func (a asked) procedure() bool { return strings.HasPrefix(strings.ToUpper(a.text), "CALL") }

func advisorFile(t testing.TB, set, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "advisor", set, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

var askedAs = regexp.MustCompile(`(?m)^-- ([a-z][a-z0-9_]*) (\d+)( gin)?$`)

// statementsOf reads the statements of a workload: before each stands a line with
// its name and its number of calls.
func statementsOf(t testing.TB, set string) []asked {
	t.Helper()
	text := advisorFile(t, set, "statements.sql")
	var list []asked
	heads := askedAs.FindAllStringSubmatchIndex(text, -1)
	for i, head := range heads {
		end := len(text)
		if i+1 < len(heads) {
			end = heads[i+1][0]
		}
		calls, err := strconv.ParseFloat(text[head[4]:head[5]], 64)
		if err != nil {
			t.Fatal(err)
		}
		body := strings.TrimSuffix(strings.TrimSpace(text[head[1]:end]), ";")
		list = append(list, asked{id: text[head[2]:head[3]], calls: calls, gin: head[6] >= 0, text: body})
	}
	if len(list) == 0 {
		t.Fatalf("%s: no statements", set)
	}
	return list
}

// buildWorkload makes a workload's database at a scale.
func buildWorkload(t testing.TB, s *servers.Server, dsn, set string, scale float64) {
	t.Helper()
	setting := fmt.Sprintf("SET bench.scale = '%g'; SET work_mem = '64MB';\n", scale)
	s.Exec(t, dsn, "CREATE EXTENSION pg_stat_statements; CREATE EXTENSION hypopg;")
	s.Exec(t, dsn, setting+advisorFile(t, set, "schema.sql")+advisorFile(t, set, "data.sql"))
	s.Exec(t, dsn, "VACUUM ANALYZE")
}

const (
	forget = `SELECT pg_stat_statements_reset(0, (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database()), 0)`
	noted  = `SELECT query, calls, total_exec_time, rows, shared_blks_hit + shared_blks_read
FROM pg_catalog.pg_database AS d
JOIN pg_stat_statements AS s ON s.dbid = d.oid
WHERE d.datname = current_database() AND s.query !~ 'pg_stat_statements|^(BEGIN|ROLLBACK)'`
)

// record runs one statement with each of its texts, and returns what
// pg_stat_statements keeps of it, as if it had been called as often as it is.
func record(t testing.TB, conn *pgx.Conn, a asked, texts []string) advisor.Call {
	t.Helper()
	script := forget + ";BEGIN;" + strings.Join(texts, ";") + ";ROLLBACK"
	if _, err := conn.PgConn().Exec(t.Context(), script).ReadAll(); err != nil {
		t.Fatalf("%s: %v", a.id, err)
	}
	call := advisor.Call{ID: a.id}
	if err := conn.QueryRow(t.Context(), noted, pgx.QueryExecModeSimpleProtocol).Scan(&call.Text, &call.Calls, &call.TotalMS, &call.Rows, &call.Blocks); err != nil {
		t.Fatalf("%s: read what pg_stat_statements kept: %v", a.id, err)
	}
	times := a.calls / call.Calls
	call.Calls, call.TotalMS, call.Rows, call.Blocks = a.calls, call.TotalMS*times, call.Rows*times, call.Blocks*times
	return call
}
