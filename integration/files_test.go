package integration

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/golang-migrate/migrate/v4"
	_ "github.com/golang-migrate/migrate/v4/database/pgx/v5" // the database of pgx5:// URLs
	_ "github.com/golang-migrate/migrate/v4/source/file"     // the source of file:// URLs
	"github.com/google/go-cmp/cmp"

	"github.com/pgdoctor/pgdoctor/integration/servers"
)

// What fix --out writes are ordinary migrations: golang-migrate as it comes
// applies them and takes them back, in a database that pgdoctor never wrote to.
func TestCLIFilesAreMigrations(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, sickForFiles)
		before := picture(t, dsn, true)
		folder := t.TempDir()
		// a team's own migration, which those of pgdoctor must come after
		own := filepath.Join(folder, "29991231235959_ours")
		for _, ending := range []string{".up.sql", ".down.sql"} {
			if err := os.WriteFile(own+ending, []byte("SELECT 1;\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		pgdoctor(t, "fix", "--dsn", dsn, "--max-risk", "data", "--out", folder).want(t, 0, "29991231235960_")

		m := openFiles(t, folder, dsn)
		if err := m.Up(); err != nil {
			t.Fatalf("up: %v", err)
		}
		cured := []string{"check", "orphan-rows", "duplicate-emails", "constraint-not-validated", "fk-without-index", "--fail-on", "info", "--dsn", dsn}
		pgdoctor(t, cured...).want(t, 0)
		if got := ask(t, dsn, "SELECT to_regclass('pgdoctor.journal') IS NULL"); got != "true" {
			t.Error("files for others wrote to a journal")
		}
		if err := m.Down(); err != nil {
			t.Fatalf("down: %v", err)
		}
		pgdoctor(t, cured...).want(t, 1)
		s.Exec(t, dsn, "DROP TABLE schema_migrations; DROP SCHEMA IF EXISTS pgdoctor")
		if diff := cmp.Diff(before, picture(t, dsn, true)); diff != "" {
			t.Errorf("up and down leave a difference: %s", diff)
		}

		pgdoctor(t, "fix", "--dsn", dsn, "--out", filepath.Join(folder, "29991231235959_ours.up.sql")).want(t, 3, "make the folder")
	})
}

func openFiles(t *testing.T, folder, dsn string) *migrate.Migrate {
	t.Helper()
	m, err := migrate.New("file://"+folder, strings.Replace(dsn, "postgres://", "pgx5://", 1))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := errors.Join(m.Close()); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return m
}

const sickForFiles = `
CREATE TABLE users (id bigint PRIMARY KEY, email text);
INSERT INTO users VALUES (1, 'a@example.org'), (2, 'b@example.org'), (3, 'b@example.org');
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint NOT NULL, note text);
INSERT INTO orders VALUES (1, 1, NULL), (2, 2, 'x'), (3, 3, 'y'), (4, 77, 'z');
ALTER TABLE orders ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users NOT VALID;
ANALYZE`
