package integration

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/advisor"
)

// adviseTables is the size of the advisor's benchmark: for each table there are five statements.
const adviseTables = 200

// ordinaryStatements are what is asked of each of many tables, the one of number %[1]d, which refers to
// number %[2]d.
var ordinaryStatements = []string{
	"SELECT * FROM t%[1]d WHERE parent_id = $1",
	"SELECT id, status FROM t%[1]d WHERE status = $1 AND created_at > $2 ORDER BY created_at DESC LIMIT $3",
	"SELECT c.id, p.email FROM t%[1]d AS c JOIN t%[2]d AS p ON p.id = c.parent_id WHERE c.owner_id = $1 AND p.status = $2",
	"SELECT * FROM t%[1]d WHERE lower(email) = $1",
	"UPDATE t%[1]d SET status = $1 WHERE owner_id = $2 AND status = $3",
}

// BenchmarkAdvise runs the program on 1,000 statements about 200 tables, and reports the
// memory that it took at most.
func BenchmarkAdvise(b *testing.B) {
	s := all[len(all)-1]
	dsn := s.Database(b)
	s.Exec(b, dsn, "CREATE EXTENSION pg_stat_statements; CREATE EXTENSION hypopg; CREATE TABLE t0 (id bigint PRIMARY KEY, email text, status text)")
	var calls []advisor.Call
	for n := 1; n <= adviseTables; n++ {
		s.Exec(b, dsn, fmt.Sprintf(`CREATE TABLE t%d (id bigint PRIMARY KEY, parent_id bigint, owner_id bigint, email text, status text, created_at timestamptz);
			INSERT INTO t%d SELECT n, n %% 500, n %% 300, n || '@example.com', 's' || n %% 7, '2026-01-01'::timestamptz + n * interval '1 minute'
			FROM generate_series(1, 5000) AS n`, n, n))
		for i, text := range ordinaryStatements {
			calls = append(calls, advisor.Call{
				ID: fmt.Sprintf("%d-%d", n, i), Text: fmt.Sprintf(text, n, n-1), Calls: float64(1000 + n*i), TotalMS: float64(5000 + 10*n + i), Rows: float64(2000 + n), Blocks: 60000,
			})
		}
	}
	s.Exec(b, dsn, "ANALYZE")
	text, err := json.Marshal(calls)
	if err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(b.TempDir(), "statements.json")
	if err := os.WriteFile(path, text, 0o600); err != nil {
		b.Fatal(err)
	}
	least, most := time.Hour, int64(0)
	for b.Loop() {
		command := exec.Command(binary(), "advise", "--statements", path, "--format", "json", "--dsn", dsn)
		command.Env = append(ownEnvironment(), "HOME="+b.TempDir())
		started := time.Now()
		out, err := command.Output()
		if err != nil {
			b.Fatalf("%v: %.500s", err, out)
		}
		least = min(least, time.Since(started))
		most = max(most, command.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
		var document struct {
			Advice struct{ Proposals []json.RawMessage }
		}
		if err := json.Unmarshal(out, &document); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(document.Advice.Proposals)), "proposals")
	}
	b.ReportMetric(float64(most)/1024, "MiB") // Linux counts kilobytes
	fmt.Printf("\nadvise on %d statements about %d tables: %.1f s, %d MiB\n", len(calls), adviseTables, least.Seconds(), most/1024)
}
