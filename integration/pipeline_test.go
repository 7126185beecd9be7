package integration

import (
	"slices"
	"testing"
	"time"

	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// TestPipeline sends several statements at once, among them one that fails: what was before it is
// answered, what comes after it is not carried out, and a savepoint brings the transaction back.
func TestPipeline(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		db, _ := open(t, s.Database(t))
		err := postgres.Pipelined(t.Context(), db, time.Minute, func(tx *postgres.Pipeline) error {
			got, err := tx.Values(t.Context(), []string{"SAVEPOINT here", "SELECT 1", "SELECT 'two' WHERE false", "SELECT 3"})
			if err != nil || !slices.Equal(got, []string{"", "1", "", "3"}) {
				t.Errorf("got %q, %v", got, err)
			}
			got, err = tx.Values(t.Context(), []string{"SELECT 1", "SELECT 1/0", "SELECT pg_catalog.set_config('work_mem', '8MB', true)"})
			if postgres.SQLState(err) != "22012" || got[0] != "1" || got[2] != "" {
				t.Errorf("got %q, %v", got, err)
			}
			if _, err := tx.ExecContext(t.Context(), "ROLLBACK TO SAVEPOINT here"); err != nil {
				t.Fatal(err)
			}
			got, err = tx.Values(t.Context(), []string{"SELECT pg_catalog.current_setting('transaction_read_only')", "CREATE TABLE t (a int)"})
			if postgres.SQLState(err) != "25006" || got[0] != "on" {
				t.Errorf("got %q, %v: it can write", got, err)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
