package integration

import (
	"context"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/integration/servers"
)

// oldSnapshot keeps CREATE INDEX CONCURRENTLY from ending without a lock on any table.
const oldSnapshot = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; SELECT FROM pg_class"

// worstWait is how long a client may have to wait for a fix.
const worstWait = 1500 * time.Millisecond

// A build that makes others wait steps back, lets them through, and is tried
// again until it is done.
func TestWatchdogStepsBack(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, unindexed)
		release := holding(t, dsn, oldSnapshot)
		applying := begin(t, "fix", "fk-without-index", "--apply", "--yes", "--dsn", dsn)
		if err := until(dsn, building, "1"); err != nil {
			t.Fatalf("%v; pgdoctor says %s", err, applying.stderr.String())
		}
		conn, err := pgx.Connect(t.Context(), dsn)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close(context.Background())
		asked := time.Now()
		if _, err := conn.Exec(t.Context(), "ALTER TABLE orders ADD COLUMN note text"); err != nil {
			t.Errorf("the application's ALTER TABLE: %v", err)
		}
		if waited := time.Since(asked); waited > 2*worstWait { // how long exactly TestLoad measures, on a machine that does nothing else
			t.Errorf("the application's ALTER TABLE waited %s", waited)
		}
		applying.says(t, "it made others wait (pid ")
		applying.says(t, "trying again in ")
		release()
		applying.wait(t).want(t, 0)
		wantBuilt(t, dsn)
	})
}

// What waits for longer than it may is given up, with the name of whoever is in
// the way, and leaves nothing behind.
func TestWatchdogMaxWait(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, unindexed)
		release := holding(t, dsn, oldSnapshot)
		got := pgdoctor(t, "fix", "fk-without-index", "--apply", "--yes", "--max-wait", "6s", "--dsn", dsn)
		got.want(t, 3, "waiting for pid ", "it waited longer than 6s (--max-wait) for pid ", ", in a transaction for 00:00:")
		if got := ask(t, dsn, invalid); got != "0" {
			t.Errorf("%s invalid indexes left", got)
		}
		wantFailed(t, dsn)
		release()
		wantBuilt(t, dsn)
	})
}
