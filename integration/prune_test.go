package integration

import (
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/integration/servers"
)

// version of the migration that begins with a slug.
func versionOf(t *testing.T, dsn, slug string) string {
	t.Helper()
	return ask(t, dsn, "SELECT max(version) FROM pgdoctor.journal WHERE slug LIKE '"+slug+"%'")
}

// What is kept is listed, dropped only when named, and an undo that needs it is
// refused before it starts; what does not need it can be taken back.
func TestPrune(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, small)
		pgdoctor(t, "record", "prune", "--dsn", dsn).want(t, 0, "no rows are kept here")
		cure(t, dsn).want(t, 0)
		merge, quarantine := versionOf(t, dsn, "merge_duplicates_users_quarantine"), versionOf(t, dsn, "quarantine_orphans_leases_quarantine")
		for _, args := range [][]string{{"history", "--dsn", dsn}, {"record", "prune", "--dsn", dsn}} {
			pgdoctor(t, args...).want(t, 0, "KEPT IN", "pgdoctor.q"+quarantine+"_1_leases", "pgdoctor.q"+merge+"_1_users", quarantine+"  applied")
		}
		got := pgdoctor(t, "record", "prune", "--format", "json", "--dsn", dsn)
		got.want(t, 0, `"table": "q`+quarantine+`_1_leases"`, `"rows": 1`)
		pgdoctor(t, "history", "--format", "json", "--dsn", dsn).want(t, 0, `"quarantine": [`, `"rows": 1`)

		before := picture(t, dsn, true)
		for _, args := range [][]string{{quarantine}, {"--yes"}, {"nosuch", "--yes"}, {"--older-than", "soon", "--yes"}, {"--older-than", "0d", "--yes"}, {quarantine, "--older-than", "1d", "--yes"}} {
			pgdoctor(t, append([]string{"record", "prune", "--dsn", dsn}, args...)...).want(t, 2)
		}
		pgdoctor(t, "record", "--dsn", dsn).want(t, 2, "record is followed by prune")
		pgdoctor(t, "record", "prune", "--older-than", "1d", "--yes", "--dsn", dsn).want(t, 0, "nothing has been kept for longer than 1d")
		onTerminal(t, "n\n", "record", "prune", quarantine, "--dsn", dsn).want(t, 2, "nothing was dropped")
		wantSame(t, "nothing was to be dropped", before, picture(t, dsn, true))

		pgdoctor(t, "record", "prune", merge, "--yes", "--dsn", dsn).want(t, 0, "undo of what "+merge+" kept rows for becomes impossible", "dropped pgdoctor.q"+merge+"_1_users")
		if left := ask(t, dsn, "SELECT string_agg(relname, ' ') FROM pg_class WHERE relkind = 'r' AND relname ~ '^q[0-9]+_'"); !strings.HasPrefix(left, "q"+quarantine) {
			t.Errorf("left are %s", left)
		}
		pgdoctor(t, "history", "--dsn", dsn).want(t, 0, merge+" was pruned on")
		before = picture(t, dsn, true)
		moved := versionOf(t, dsn, "merge_duplicates_users_email")
		for _, how := range []string{"--yes", "--dry-run"} {
			pgdoctor(t, "undo", "--all", how, "--dsn", dsn).want(t, 3, "migration "+moved+" (merge_duplicates_users_email) cannot be undone", "was pruned by postgres on", "--to "+moved+" takes back what is newer")
		}
		wantSame(t, "refused and yet changed", before, picture(t, dsn, true))
		pgdoctor(t, "undo", "--to", moved, "--yes", "--dsn", dsn).want(t, 0, "undone  "+quarantine)
		pgdoctor(t, "undo", "--yes", "--dsn", dsn).want(t, 3, "cannot be undone")
		pgdoctor(t, "undo", "--all", "--leave-lost", "--yes", "--dsn", dsn).want(t, 0, moved+" (merge_duplicates_users_email) stays as it is for good", "undone  "+merge)
		if rows := ask(t, dsn, "SELECT (SELECT count(*) FROM users) || ' ' || (SELECT count(*) FROM leases)"); rows != "2 2" {
			t.Errorf("%s users and leases, want 2 2", rows)
		}
		// the rest goes on as ever
		before = dataCase{}.rows(t, dsn)
		cure(t, dsn).want(t, 0)
		takeBack(t, dsn).want(t, 0)
		wantSame(t, "fix and undo behind one that stays", before, dataCase{}.rows(t, dsn))
		pgdoctor(t, "undo", "--all", "--yes", "--dsn", dsn).want(t, 0, "nothing to undo")
	})
}

// By age, and what no journal knows.
func TestPruneOld(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, small)
		cure(t, dsn).want(t, 0)
		merge := versionOf(t, dsn, "merge_duplicates_users_quarantine")
		s.Exec(t, dsn, "UPDATE pgdoctor.journal SET applied_at = now() - interval '91 days' WHERE version = "+merge+"; CREATE TABLE pgdoctor.q20200101000000_1_lost AS SELECT 1 AS n")
		pgdoctor(t, "record", "prune", "--dsn", dsn).want(t, 0, "91 d", "no migration of this record")
		onTerminal(t, "y\n", "record", "prune", "--older-than", "90d", "--dsn", dsn).want(t, 0, "Drop 5 tables of", "dropped pgdoctor.q20200101000000_1_lost", "dropped pgdoctor.q"+merge+"_1_users")
		takeBack(t, dsn).want(t, 3, "cannot be undone")
		pgdoctor(t, "undo", "--last", "--yes", "--dsn", dsn).want(t, 0)
	})
}

// Dropped by hand: undo says so before it starts.
func TestPruneByHand(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, small)
		cure(t, dsn).want(t, 0)
		table := "q" + versionOf(t, dsn, "quarantine_orphans_leases_quarantine") + "_1_leases"
		s.Exec(t, dsn, "DROP TABLE pgdoctor."+table)
		before := picture(t, dsn, true)
		takeBack(t, dsn).want(t, 3, "pgdoctor."+table+", which kept its rows, was dropped; nothing was changed")
		wantSame(t, "refused and yet changed", before, picture(t, dsn, true))
		pgdoctor(t, "history", "--dsn", dsn).want(t, 0, "GONE")
		pgdoctor(t, "undo", "--all", "--leave-lost", "--yes", "--dsn", dsn).want(t, 0)
		if rows := ask(t, dsn, "SELECT (SELECT count(*) FROM users) || ' ' || (SELECT count(*) FROM leases)"); rows != "3 1" {
			t.Errorf("%s users and leases, want 3 1", rows)
		}
	})
}

// What is kept holds personal data: nobody reads it whom its owner did not let,
// even where new tables are open to all.
func TestQuarantineClosed(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		user, password := s.Role(t, "nosy", "")
		s.Exec(t, dsn, small+"; ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC")
		for _, strategy := range []string{"quarantine", "set-null"} {
			cure(t, dsn, "--strategy", "orphan-rows="+strategy).want(t, 0)
			s.Exec(t, dsn, `GRANT USAGE ON SCHEMA pgdoctor TO "`+user+`"`)
			open := ask(t, dsn, `SELECT string_agg(c.relname, ' ') FROM pg_class AS c
				WHERE c.relnamespace = 'pgdoctor'::regnamespace AND c.relkind = 'r' AND c.relname ~ '^q[0-9]' AND has_table_privilege('`+user+`', c.oid, 'SELECT, INSERT, UPDATE, DELETE')`)
			if open != "NULL" {
				t.Errorf("%s: open to all: %s", strategy, open)
			}
			table := ask(t, dsn, "SELECT relname FROM pg_class WHERE relname ~ '^q[0-9]+_1_leases$'")
			if _, err := tryAsk(s.DSNFor(ask(t, dsn, "SELECT current_database()"), user, password), "SELECT count(*) FROM pgdoctor."+table); err == nil || !strings.Contains(err.Error(), "42501") {
				t.Errorf("%s: read by anybody: %v", strategy, err)
			}
			takeBack(t, dsn).want(t, 0)
		}
	})
}

// A record of a newer pgdoctor is refused, one of an older is brought forward.
func TestRecordVersions(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, small)
		before := dataCase{}.rows(t, dsn)
		cure(t, dsn).want(t, 0)
		version := ask(t, dsn, "SELECT version FROM pgdoctor.record_version")
		s.Exec(t, dsn, "UPDATE pgdoctor.record_version SET version = 99")
		cured := picture(t, dsn, true)
		for _, args := range [][]string{{"undo", "--all", "--yes"}, {"undo", "--dry-run"}, {"history"}, {"fix", "--apply", "--yes"}, {"fix"}, {"record", "prune"}} {
			oneLine(t, pgdoctor(t, append(args, "--dsn", dsn)...), `was made by a newer pgdoctor \(its version is 99, this one knows `+version+`\)`)
		}
		wantSame(t, "refused and yet changed", cured, picture(t, dsn, true))
		// as version 1 made it
		s.Exec(t, dsn, `UPDATE pgdoctor.record_version SET version = 1;
			ALTER TABLE pgdoctor.journal DROP COLUMN rights, DROP COLUMN pruned_at, DROP COLUMN pruned_by, DROP CONSTRAINT journal_state_check,
				ADD CONSTRAINT journal_state_check CHECK (state IN ('applying', 'applied', 'failed', 'undoing', 'undone'))`)
		pgdoctor(t, "history", "--dsn", dsn).want(t, 0, "KEPT IN")
		pgdoctor(t, "undo", "--all", "--dry-run", "--dsn", dsn).want(t, 0, "would be taken back")
		takeBack(t, dsn).want(t, 0)
		wantSame(t, "undo of an older record", before, dataCase{}.rows(t, dsn))
		if got := ask(t, dsn, "SELECT version FROM pgdoctor.record_version"); got != version {
			t.Errorf("the record's version is %s, want %s", got, version)
		}
	})
}

// Another role is told whose the record is, and what to GRANT; granted it, it undoes.
func TestUndoByAnother(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		database := ask(t, dsn, "SELECT current_database()")
		owner, ownerPassword := s.Role(t, "owner", "")
		other, password := s.Role(t, "other", "")
		as, asOther := s.DSNFor(database, owner, ownerPassword), s.DSNFor(database, other, password)
		s.Exec(t, dsn, `CREATE SCHEMA app AUTHORIZATION "`+owner+`"; GRANT CREATE ON DATABASE "`+database+`" TO "`+owner+`"`)
		s.Exec(t, as, "SET search_path = app;"+small)
		before := dataCase{}.rows(t, dsn)
		cure(t, as).want(t, 0)
		cured := picture(t, dsn, true)
		pgdoctor(t, "undo", "--all", "--yes", "--dsn", asOther).want(t, 3, `pgdoctor.record_version belong to `+owner+`: connect as that role, or GRANT "`+owner+`" TO "`+other+`"`)
		s.Exec(t, as, `GRANT USAGE ON SCHEMA pgdoctor TO "`+other+`"; GRANT ALL ON ALL TABLES IN SCHEMA pgdoctor TO "`+other+`"`)
		pgdoctor(t, "undo", "--all", "--yes", "--dsn", asOther).want(t, 3, `belong to `+owner+`: connect as that role, or GRANT "`+owner+`" TO "`+other+`"`)
		pgdoctor(t, "record", "prune", versionOf(t, dsn, "quarantine_orphans_leases_quarantine"), "--yes", "--dsn", asOther).want(t, 3, `GRANT "`+owner+`" TO "`+other+`"`)
		s.Exec(t, as, `REVOKE ALL ON SCHEMA pgdoctor FROM "`+other+`"; REVOKE ALL ON ALL TABLES IN SCHEMA pgdoctor FROM "`+other+`"`)
		wantSame(t, "refused and yet changed", cured, picture(t, dsn, true))
		s.Exec(t, dsn, `GRANT "`+owner+`" TO "`+other+`"`)
		takeBack(t, asOther).want(t, 0)
		wantSame(t, "undo by another", before, dataCase{}.rows(t, dsn))
	})
}
