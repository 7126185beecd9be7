package integration

import (
	"testing"

	"github.com/pgdoctor/pgdoctor/integration/servers"
)

// stuck makes DDL statements of pgdoctor's migrations take long, with their locks held.
const stuck = `
CREATE SCHEMA slow;
CREATE FUNCTION slow.ly() RETURNS event_trigger LANGUAGE plpgsql SET search_path = '' AS $$ BEGIN
	IF current_setting('application_name') = 'pgdoctor' AND current_query() LIKE '-- pgdoctor %' THEN PERFORM pg_sleep(15); END IF;
END $$;
CREATE EVENT TRIGGER slowly ON ddl_command_end EXECUTE FUNCTION slow.ly()`

// A step that was to change only the catalogs, and yet keeps its strong lock for
// long, ends by itself: nobody waits for it, so no watchdog would end it.
func TestFaultStuckStep(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, `
CREATE TABLE orders (id integer PRIMARY KEY, note text);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE orders DISABLE TRIGGER touch`)
		before := picture(t, dsn, false)
		fix := []string{"fix", "trigger-disabled", "--apply", "--yes", "--max-risk", "locking", "--dsn", dsn}
		s.Exec(t, dsn, stuck)
		pgdoctor(t, fix...).want(t, 3, "it took longer than a step may that holds a strong lock (SQLSTATE 57014)")
		pgdoctor(t, "history", "--dsn", dsn).want(t, 0, "failed")
		s.Exec(t, dsn, "DROP EVENT TRIGGER slowly")
		pgdoctor(t, fix...).want(t, 0, "cured")
		s.Exec(t, dsn, "CREATE EVENT TRIGGER slowly ON ddl_command_end EXECUTE FUNCTION slow.ly()")
		pgdoctor(t, "undo", "--all", "--yes", "--dsn", dsn).want(t, 3, "it took longer than a step may that holds a strong lock (SQLSTATE 57014)")
		s.Exec(t, dsn, "DROP EVENT TRIGGER slowly; DROP SCHEMA slow CASCADE")
		pgdoctor(t, "undo", "--all", "--yes", "--dsn", dsn).want(t, 0)
		wantSame(t, "undo", before, picture(t, dsn, false))
	})
}
