package integration

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/integration/servers"
)

// Whoever connects, and however: no check fails, and what could not be examined
// says why.
func TestContractRights(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, mixedTables)
		s.Exec(t, dsn, "ANALYZE") // of a known size, small tables are counted by one statement
		database := ask(t, dsn, "SELECT current_database()")

		t.Run("superuser", func(t *testing.T) {
			results := runAll(t, dsn)
			wantSick(t, results)
			for _, result := range results {
				if len(result.Unknown) > 0 {
					t.Errorf("%s: a superuser was kept from examining: %s", result.Doc.ID, result.Reason)
				}
			}
		})
		t.Run("pg_monitor", func(t *testing.T) {
			user, password := s.Role(t, "monitor", "IN ROLE pg_monitor")
			for _, result := range runAll(t, s.DSNFor(database, user, password)) {
				if strings.HasPrefix(result.Reason, "needs pg_") && result.Status == checks.Skipped {
					t.Errorf("%s is refused to a monitoring role: %s", result.Doc.ID, result.Reason)
				}
			}
		})
		t.Run("nothing", func(t *testing.T) {
			user, password := s.Role(t, "nobody", "")
			wantRightsNamed(t, user, runAll(t, s.DSNFor(database, user, password)))
		})
		t.Run("row security", func(t *testing.T) {
			user, password := s.Role(t, "reader", "IN ROLE pg_monitor")
			s.Exec(t, dsn, "GRANT SELECT ON ALL TABLES IN SCHEMA public, \"Odd Schema\" TO "+user+"; GRANT USAGE ON SCHEMA \"Odd Schema\" TO "+user)
			results := runAll(t, s.DSNFor(database, user, password))
			wantSick(t, results)
			// a policy hides the rows of guarded: no count of them may pass for one
			if unknown := byID(t, results, "orphan-rows").Unknown; len(unknown) != 1 || !strings.Contains(unknown[0].Reason, "row-level security") {
				t.Errorf("not examined: %v, want the reference of guarded", unknown)
			}
		})
		t.Run("pooler", func(t *testing.T) {
			wantSick(t, runAll(t, s.PgBouncer(t).DSN(database)))
		})
		t.Run("standby", func(t *testing.T) {
			standby := s.Standby(t)
			replayed := "SELECT pg_last_wal_replay_lsn() >= '" + ask(t, dsn, "SELECT pg_current_wal_lsn()") + "'"
			if err := until(standby.DSN("postgres"), replayed, "true"); err != nil {
				t.Fatal(err)
			}
			wantSick(t, runAll(t, standby.DSN(database)))
		})
	})
}

// runAll runs every check, and holds what is true of every result.
func runAll(t *testing.T, dsn string) []checks.Result {
	t.Helper()
	db, server := open(t, dsn)
	results := checks.Run(t.Context(), db, server, checks.All(), checks.Options{Jobs: 2})
	for _, result := range results {
		switch {
		case result.Status == checks.Failed:
			t.Errorf("%s failed: %s", result.Doc.ID, result.Reason)
		case result.Status == checks.Skipped && result.Reason == "":
			t.Errorf("%s is skipped without a reason", result.Doc.ID)
		case result.Status == checks.Findings != (len(result.Findings) > 0):
			t.Errorf("%s is %s with %d findings", result.Doc.ID, result.Status, len(result.Findings))
		}
	}
	return results
}

func byID(t *testing.T, results []checks.Result, id string) checks.Result {
	t.Helper()
	i := slices.IndexFunc(results, func(r checks.Result) bool { return r.Doc.ID == id })
	if i < 0 {
		t.Fatalf("no result of %s", id)
	}
	return results[i]
}

// wantSick: the illnesses of mixedTables are seen, so the run looked at all.
func wantSick(t *testing.T, results []checks.Result) {
	t.Helper()
	for _, key := range []string{
		"orphan-rows:public.orders.user_id -> public.users.id",
		"duplicate-emails:public.users.email",
		"constraint-not-validated:public.orders.paid",
		"fk-without-index:public.guarded.guarded_user_id_fkey",
	} {
		id, _, _ := strings.Cut(key, ":")
		result := byID(t, results, id)
		if !slices.ContainsFunc(result.Findings, func(f checks.Finding) bool { return f.Key == key }) {
			t.Errorf("%s is not found: %s %s", key, result.Status, result.Reason)
		}
	}
}

var namesRight = regexp.MustCompile(`GRANT pg_\w+ TO "\w+"|GRANT pg_read_all_data, or SELECT|CREATE EXTENSION|permission denied for (table|schema|view|sequence) \S|row-level security policy for table \S`)

// wantRightsNamed: a role without rights learns from every skipped check which
// right it lacks, or what rights do not change: the statistics are young, the major is old.
func wantRightsNamed(t *testing.T, user string, results []checks.Result) {
	t.Helper()
	for _, result := range results {
		if result.Status == checks.Skipped && !namesRight.MatchString(result.Reason) && !strings.Contains(result.Reason, "too young") && !strings.HasPrefix(result.Reason, "does not exist on PostgreSQL") {
			t.Errorf("%s is skipped, and no right is named: %s", result.Doc.ID, result.Reason)
		}
	}
	for id, want := range map[string]string{
		"idle-sessions":    `needs pg_read_all_stats: GRANT pg_monitor TO "` + user + `"`,
		"slow-statement":   `needs pg_read_all_stats: GRANT pg_monitor TO "` + user + `"`,
		"orphan-rows":      "4 of 4 references not examined: ",
		"duplicate-emails": "permission denied for table users",
	} {
		result := byID(t, results, id)
		if result.Status != checks.Skipped || !strings.Contains(result.Reason, want) {
			t.Errorf("%s is %s, want skipped because %q: %s", id, result.Status, want, result.Reason)
		}
	}
	for _, unknown := range byID(t, results, "orphan-rows").Unknown {
		if !unknown.Denied || !namesRight.MatchString(unknown.Reason) {
			t.Errorf("%s is not examined, and no right is named: %s", unknown.Object, unknown.Reason)
		}
	}
	// the catalogs are everybody's
	if result := byID(t, results, "fk-without-index"); result.Status != checks.Findings {
		t.Errorf("fk-without-index is %s without rights: %s", result.Status, result.Reason)
	}
}
