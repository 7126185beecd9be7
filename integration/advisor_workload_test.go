package integration

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// benchStatement is a statement of a workload that advice is judged by.
type benchStatement struct {
	name  string
	calls int
	args  string // a query for the parameters of some calls, "" for none
	sql   string
}

// readWorkload reads a workload: blocks between empty lines, each with its name, its
// calls and its arguments in comments. A block without a name is prose.
func readWorkload(t testing.TB, file string) []benchStatement {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var list []benchStatement
	for block := range strings.SplitSeq(string(text), "\n\n") {
		var s benchStatement
		var sql []string
		for line := range strings.Lines(block) {
			line = strings.TrimRight(line, "\n")
			if name, ok := strings.CutPrefix(line, "-- name: "); ok {
				s.name = name
			} else if calls, ok := strings.CutPrefix(line, "-- calls: "); ok {
				if s.calls, err = strconv.Atoi(calls); err != nil {
					t.Fatalf("%s: %s: %v", file, s.name, err)
				}
			} else if args, ok := strings.CutPrefix(line, "-- args:"); ok {
				s.args = strings.TrimSpace(args)
			} else if !strings.HasPrefix(line, "--") {
				sql = append(sql, line)
			}
		}
		if s.sql = strings.Join(sql, "\n"); s.name != "" {
			list = append(list, s)
		}
	}
	return list
}

// loadBench fills a database from the files of a workload.
func loadBench(t *testing.T, s *servers.Server, name string, scale float64) (dsn string) {
	t.Helper()
	dsn = s.Database(t)
	script := fmt.Sprintf("SET bench.scale = '%g';\n", scale)
	for _, file := range []string{"schema.sql", "rows.sql"} {
		text, err := os.ReadFile(filepath.Join("testdata", "advisor", name, file))
		if err != nil {
			t.Fatal(err)
		}
		script += string(text)
	}
	s.Exec(t, dsn, script)
	s.Exec(t, dsn, "VACUUM ANALYZE")
	return dsn
}

// TestBackoffice runs the workload of the backoffice once, on little data: every
// statement with its arguments, and the indexes of the expert.
func TestBackoffice(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := loadBench(t, s, "saas", 0.01)
		list := readWorkload(t, filepath.Join("testdata", "advisor", "saas", "workload.sql"))
		if len(list) < 60 {
			t.Errorf("%d statements, want 60", len(list))
		}
		conn := connect(t, dsn)
		seen := map[string]bool{}
		for _, statement := range list {
			if seen[statement.name] || statement.calls < 1 {
				t.Errorf("%s: twice, or never called", statement.name)
			}
			seen[statement.name] = true
			if err := runOnce(t.Context(), conn, statement); err != nil {
				t.Errorf("%s: %v", statement.name, err)
			}
		}
		checkExpert(t, s, dsn)
	})
}

// runOnce runs a statement with the first of its arguments, and takes it back.
func runOnce(ctx context.Context, conn *pgx.Conn, s benchStatement) error {
	raw := conn.PgConn()
	var args [][]byte
	if s.args != "" {
		result := raw.ExecParams(ctx, s.args, nil, nil, nil, nil).Read()
		if result.Err != nil {
			return fmt.Errorf("its arguments: %w", result.Err)
		}
		if len(result.Rows) == 0 {
			return fmt.Errorf("it has no arguments")
		}
		args = result.Rows[0]
	}
	if _, err := raw.Exec(ctx, "BEGIN").ReadAll(); err != nil {
		return err
	}
	err := raw.ExecParams(ctx, s.sql, args, nil, nil, nil).Read().Err
	if _, rollback := raw.Exec(ctx, "ROLLBACK").ReadAll(); err == nil {
		err = rollback
	}
	return err
}

// checkExpert builds the expert's indexes, and looks whether the traps are there.
func checkExpert(t *testing.T, s *servers.Server, dsn string) {
	t.Helper()
	expert, err := os.ReadFile(filepath.Join("testdata", "advisor", "saas", "expert.sql"))
	if err != nil {
		t.Fatal(err)
	}
	s.Exec(t, dsn, string(expert))
	text, err := os.ReadFile(filepath.Join("testdata", "advisor", "saas", "traps.json"))
	if err != nil {
		t.Fatal(err)
	}
	var traps []struct {
		Table, Column, Why string
		Columns            []string
	}
	if err := json.Unmarshal(text, &traps); err != nil {
		t.Fatal(err)
	}
	if len(traps) < 10 {
		t.Errorf("%d traps are too few", len(traps))
	}
	for _, trap := range traps {
		columns := trap.Columns
		if trap.Column != "" {
			columns = append(columns, trap.Column)
		}
		if len(columns) == 0 {
			columns = []string{"tableoid"} // any index on it
		}
		ask(t, dsn, "SELECT count("+postgres.QuoteList(columns[:1])+") FROM "+postgres.Quote(trap.Table))
		if trap.Why == "" {
			t.Errorf("nobody knows why %s is a trap", trap.Table)
		}
	}
}
