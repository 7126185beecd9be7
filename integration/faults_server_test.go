package integration

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pgdoctor/pgdoctor/integration/servers"
)

// The primary dies during a build and its standby takes over: the next apply there
// settles what the standby knows of it.
func TestFaultPromotedStandby(t *testing.T) {
	t.Parallel()
	s := servers.StartOne(t, middle().Major)
	standby := s.Standby(t)
	dsn, applying, _ := stalledBuild(t, s)
	standby.CatchUp(t, s)
	s.Kill(t)
	applying.wait(t).want(t, 3)
	if got := ask(t, standby.DSN("postgres"), "SELECT pg_promote(true, 60)"); got != "true" {
		t.Fatalf("the standby was not promoted: %s", got)
	}
	name, _, _ := strings.Cut(dsn[strings.LastIndex(dsn, "/")+1:], "?")
	wantBuilt(t, standby.DSN(name), "healing migration")
	s.Start(t) // its database is dropped when the test ends
}

// smallDisk gives a database in a tablespace of its own, on the container's shared
// memory, and a way to fill that until so many kilobytes are left, and to empty it.
func smallDisk(t *testing.T, s *servers.Server) (dsn string, fill func(left int), empty func()) {
	t.Helper()
	const mount, filler = "/dev/shm/small", "/dev/shm/filler"
	s.Run(t, "mkdir", mount)
	s.Exec(t, s.DSN("postgres"), "CREATE TABLESPACE small LOCATION '"+mount+"'")
	fill = func(left int) {
		t.Helper()
		free := strings.Fields(s.Run(t, "df", "--output=avail", "/dev/shm"))
		var kilobytes int
		if _, err := fmt.Sscan(free[len(free)-1], &kilobytes); err != nil {
			t.Fatal(err)
		}
		s.Run(t, "dd", "if=/dev/zero", "of="+filler, "bs=1k", fmt.Sprintf("count=%d", kilobytes-left), "status=none")
	}
	return s.DatabaseWith(t, "TABLESPACE small"), fill, func() { s.Run(t, "rm", filler) }
}

// A full disk ends a build, which leaves nothing; with room it succeeds.
func TestFaultDiskFullBuild(t *testing.T) {
	t.Parallel()
	s := servers.StartOne(t, middle().Major)
	dsn, fill, empty := smallDisk(t, s)
	s.Exec(t, dsn, unindexed)
	s.Exec(t, dsn, "INSERT INTO orders SELECT n, n % 100 + 1 FROM generate_series(2001, 1000000) AS n")
	s.Exec(t, dsn, "ANALYZE")
	fill(3000)
	got := pgdoctor(t, "fix", "fk-without-index", "--apply", "--yes", "--dsn", dsn)
	got.want(t, 3, "SQLSTATE 53100")
	if got := ask(t, dsn, invalid); got != "0" {
		t.Errorf("%s invalid indexes left", got)
	}
	wantFailed(t, dsn)
	empty()
	wantBuilt(t, dsn)
}

// A full disk ends a move of rows between two batches; with room it goes on, and
// undo brings everything back.
func TestFaultDiskFullMove(t *testing.T) {
	t.Parallel()
	s := servers.StartOne(t, middle().Major)
	dsn, fill, empty := smallDisk(t, s)
	s.Exec(t, dsn, orphaned)
	s.Exec(t, dsn, "DROP TRIGGER slow ON orders; ALTER TABLE orders ALTER COLUMN note SET STORAGE PLAIN")
	s.Exec(t, dsn, "UPDATE orders SET note = repeat(note, 60)")
	before := picture(t, dsn, false)
	fill(6000)
	got := pgdoctor(t, "fix", "orphan-rows", "--apply", "--yes", "--max-risk", "data", "--dsn", dsn)
	got.want(t, 3, "SQLSTATE 53100")
	if kept(t, dsn) == "0" {
		t.Error("the disk was full before the first batch was through")
	}
	empty()
	pgdoctor(t, "fix", "orphan-rows", "--apply", "--yes", "--max-risk", "data", "--dsn", dsn).want(t, 0)
	pgdoctor(t, "undo", "--all", "--yes", "--dsn", dsn).want(t, 0)
	if diff := cmp.Diff(before, picture(t, dsn, false)); diff != "" {
		t.Errorf("undo did not bring everything back: %.2000s", diff)
	}
}
