package integration

import (
	"testing"
	"time"

	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// What a standby is for a moment only, behind by a record or without a receiver, is
// no illness; what it still is a moment later is one.
func TestStandbyMoment(t *testing.T) {
	t.Parallel()
	primary, standby := middle().Own(t, servers.Setup{Standby: true})
	standby.CatchUp(t, primary)
	dsn := standby.DSN("postgres")
	run := func(statements ...string) {
		for _, statement := range statements {
			standby.Exec(t, dsn, statement)
		}
	}
	looksAgain := func() {
		t.Helper()
		if err := until(dsn, "SELECT count(*) > 0 FROM pg_stat_activity WHERE application_name LIKE 'pgdoctor%'", "true"); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Second) // it has looked once by then, and goes on for two seconds at least
	}

	// the last commit is older than any threshold, and one record has come since
	lag := []string{"check", "standby-lag", "--threshold", "standby-lag.warn-seconds=0", "--threshold", "standby-lag.critical-seconds=0", "--dsn", dsn}
	primary.Exec(t, primary.DSN("postgres"), "SELECT pg_logical_emit_message(true, 'older', 'x')")
	standby.CatchUp(t, primary)
	run("SELECT pg_wal_replay_pause()")
	t.Cleanup(func() { run("SELECT pg_wal_replay_resume()") })
	primary.Exec(t, primary.DSN("postgres"), "SELECT pg_logical_emit_message(true, 'newer', 'x')")
	if err := until(dsn, "SELECT pg_last_wal_receive_lsn() > pg_last_wal_replay_lsn()", "true"); err != nil {
		t.Fatal(err)
	}
	pgdoctor(t, lag...).want(t, 1, "received and not replayed")
	looking := begin(t, lag...)
	looksAgain()
	run("SELECT pg_wal_replay_resume()")
	looking.wait(t).want(t, 0, "nothing sick")

	conninfo := "ALTER SYSTEM SET primary_conninfo = " + postgres.Literal(ask(t, dsn, "SELECT current_setting('primary_conninfo')"))
	const reload = "SELECT pg_reload_conf()"
	t.Cleanup(func() { run(conninfo, "ALTER SYSTEM RESET wal_retrieve_retry_interval", reload) })
	run("ALTER SYSTEM SET wal_retrieve_retry_interval = '200ms'", "ALTER SYSTEM SET primary_conninfo = 'host=127.0.0.1 port=1'", reload)
	if err := until(dsn, "SELECT count(*) FROM pg_stat_wal_receiver", "0"); err != nil {
		t.Fatal(err)
	}
	looking = begin(t, "check", "wal-receiver-down", "--dsn", dsn)
	looksAgain()
	run(conninfo, reload)
	looking.wait(t).want(t, 0, "nothing sick")
}
