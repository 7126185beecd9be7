package servers

import (
	"testing"
)

// newest is a server in a container, to give companions to.
func newest(t *testing.T) *Server {
	if testing.Short() {
		t.Skip("needs servers")
	}
	return all[len(all)-1]
}

func TestServerComesBackWithItsDataOnItsPort(t *testing.T) {
	s := StartOne(t, newest(t).Major, WithSetting("work_mem", "7MB"))
	dsn := s.DSN("postgres")
	s.Exec(t, dsn, "CREATE TABLE kept AS SELECT 1 AS id")
	for verb, do := range map[string]func(){
		"restart": func() { s.Restart(t) },
		"stop":    func() { s.Stop(t); s.Start(t) },
		"kill":    func() { s.Kill(t); s.Start(t) },
		"pause":   func() { s.Pause(t); s.Unpause(t) },
	} {
		do()
		if got := ask(t, dsn, "SELECT count(*) || ' ' || current_setting('work_mem') FROM kept"); got != "1 7MB" {
			t.Errorf("after %s: %s, want 1 7MB", verb, got)
		}
	}
	s.Kill(t)
	if _, err := tryAsk(dsn, "SELECT 'x'"); err == nil {
		t.Error("a killed server answers")
	}
}

func TestDiskCanBeFilled(t *testing.T) {
	s := StartOne(t, newest(t).Major, WithDisk(80))
	_, err := tryAsk(s.DSN("postgres"), "CREATE TABLE big AS SELECT repeat('x', 1000) AS x FROM generate_series(1, 200000)")
	if err == nil {
		t.Fatal("200 MB on a disk of 80")
	}
	t.Log(err)
}

func TestStandbyFollowsAlsoARestartedPrimary(t *testing.T) {
	primary := StartOne(t, newest(t).Major, WithSetting("max_connections", "300"))
	standby := primary.Standby(t)
	if got := ask(t, standby.DSN("postgres"), "SELECT pg_is_in_recovery()::text"); got != "true" {
		t.Fatalf("in recovery: %s", got)
	}
	primary.Exec(t, primary.DSN("postgres"), "CREATE TABLE followed AS SELECT 1 AS id")
	eventually(t, standby.DSN("postgres"), "SELECT count(*) || '' FROM followed", "1")
	primary.Restart(t)
	primary.Exec(t, primary.DSN("postgres"), "INSERT INTO followed VALUES (2)")
	eventually(t, standby.DSN("postgres"), "SELECT count(*) || '' FROM followed", "2")
}

func TestSharedServerTakesAStandbyForOneTest(t *testing.T) {
	s := newest(t)
	t.Run("once", func(t *testing.T) { s.Standby(t) })
	t.Run("and again", func(t *testing.T) {
		standby := s.Standby(t)
		dsn := s.Database(t)
		eventually(t, standby.DSN("postgres"), "SELECT count(*) || '' FROM pg_database WHERE datname = '"+
			ask(t, dsn, "SELECT current_database()")+"'", "1")
	})
}

func TestPoolerLetsEveryRoleIn(t *testing.T) {
	onEach(t, func(t *testing.T, s *Server) {
		dsn := s.Database(t)
		role, password := s.Role(t, "pooled", "")
		pooler := s.PgBouncer(t)
		database := ask(t, dsn, "SELECT current_database()")
		if got := ask(t, pooler.DSN(database), "SELECT current_user"); got != superuser {
			t.Errorf("user %s through the pooler", got)
		}
		if got := ask(t, pooler.DSNFor(database, role, password), "SELECT current_user"); got != role {
			t.Errorf("user %s through the pooler, want %s", got, role)
		}
		if _, err := tryAsk(pooler.DSNFor(database, role, "wrong"), "SELECT 'x'"); err == nil {
			t.Error("the pooler takes a wrong password")
		}
	})
}
