package integration

import (
	"encoding/json"
	"testing"

	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/integration/servers"
)

const roomy = `
CREATE TABLE users (id bigint PRIMARY KEY);
INSERT INTO users SELECT generate_series(1, 1000);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users, note text);
INSERT INTO orders SELECT n, n % 1000 + 1, repeat('x', 100) FROM generate_series(1, 300000) AS n;
CREATE TABLE leases (id bigint PRIMARY KEY, tenant bigint, note text);
INSERT INTO leases SELECT n, CASE WHEN n <= 20000 THEN -n ELSE n % 1000 + 1 END, repeat('x', 100) FROM generate_series(1, 40000) AS n;
ALTER TABLE leases ADD FOREIGN KEY (tenant) REFERENCES users NOT VALID;
CREATE INDEX ON leases (tenant);
ANALYZE`

// proofs reads the proofs of a plan, by kind of step.
func proofs(t *testing.T, got ran) map[string]fixes.Proof {
	t.Helper()
	got.want(t, 0)
	var plan struct {
		Steps []struct {
			Kind  string
			Proof fixes.Proof
		}
	}
	if err := json.Unmarshal([]byte(got.stdout), &plan); err != nil {
		t.Fatal(err)
	}
	byKind := map[string]fixes.Proof{}
	for _, step := range plan.Steps {
		byKind[step.Kind] = step.Proof
	}
	return byKind
}

// A dry run says what disk and what time a step takes; what has no room is not planned.
func TestFreeDisk(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, roomy)
		args := []string{"fix", "fk-without-index", "orphan-rows", "--max-risk", "data", "--dsn", dsn}
		shown := proofs(t, pgdoctor(t, append(args, "--format", "json")...))
		index, rows := shown["create-index"], shown["quarantine-orphans"]
		if !index.Timed || len(index.Seconds) != 2 || index.Seconds[1] <= 0 || index.Seconds[1] > 60 {
			t.Errorf("the build is said to take %v seconds, timed: %t", index.Seconds, index.Timed)
		}
		if index.Disk < 3*index.Bytes || index.Bytes < 1<<20 {
			t.Errorf("index of %d bytes, %d of disk", index.Bytes, index.Disk)
		}
		// 20,000 rows of about 140 bytes, three times
		if rows.Kept < 20_000*120 || rows.Kept > 20_000*200 || rows.Disk != 3*rows.Kept {
			t.Errorf("rows of %d bytes, %d of disk", rows.Kept, rows.Disk)
		}
		pgdoctor(t, append(args, "--free-disk", "10GB")...).want(t, 0, "takes about", "of it for the rows that are kept", "3 steps for 2 findings")
		got := pgdoctor(t, append(args, "--free-disk", "10MB")...)
		got.want(t, 0, "NOT FIXED (1)", "orphan-rows:public.leases.tenant -> public.users.id", "MiB of disk while it runs, and", "(--free-disk) is left by then", "1 step for 1 finding")
		before := picture(t, dsn, true)
		pgdoctor(t, append(args, "--free-disk", "100kB", "--apply", "--yes")...).want(t, 0, "NOT FIXED (2)", "nothing to apply")
		wantSame(t, "no room and yet changed", before, picture(t, dsn, true))
		for _, size := range []string{"much", "0", "-1GB", ""} {
			pgdoctor(t, append(args, "--free-disk", size)...).want(t, 2, "wants a size above zero")
		}
	})
}

// Who may not read the table learns what is usual.
func TestBuildTimeUnread(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, roomy)
		user, password := s.Role(t, "monitor", "IN ROLE pg_monitor")
		as := s.DSNFor(ask(t, dsn, "SELECT current_database()"), user, password)
		index := proofs(t, pgdoctor(t, "fix", "fk-without-index", "--format", "json", "--dsn", as))["create-index"]
		if index.Timed || len(index.Seconds) != 2 || index.Seconds[1] != 0.9 {
			t.Errorf("the build is said to take %v seconds, timed: %t", index.Seconds, index.Timed)
		}
	})
}
