package integration

import (
	"testing"

	"github.com/pgdoctor/pgdoctor/integration/servers"
)

// decorated is a database in which everything that a fix takes away and undo brings
// back has what people hang on things: comments, privileges, owners, statistics
// targets, storage, options, and triggers that are switched in each way.
const decorated = `
CREATE TABLE users (id integer CONSTRAINT users_key PRIMARY KEY, email text, name text);
INSERT INTO users VALUES (1, 'a', 'x'), (2, 'a', 'y'), (3, 'b', 'z');
ALTER TABLE users ALTER name SET STATISTICS 250, ALTER name SET STORAGE EXTERNAL, ALTER name SET (n_distinct = 3), SET (fillfactor = 80);
COMMENT ON TABLE users IS 'it''s them';
COMMENT ON COLUMN users.email IS 'where to';
COMMENT ON CONSTRAINT users_key ON users IS 'the key';
CREATE TABLE orders (id serial, user_id integer, amount integer, note text);
INSERT INTO orders (user_id, amount, note) SELECT n % 3 + 1, n, 'n' FROM generate_series(1, 2000) AS n;
INSERT INTO orders (user_id, amount, note) VALUES (99, 1, 'o'), (98, 2, 'p');
CREATE UNIQUE INDEX orders_number ON orders (id) WITH (fillfactor = 70);
COMMENT ON INDEX orders_number IS 'to become the key';
CREATE INDEX orders_amount ON orders ((amount + 1));
CREATE INDEX orders_amount_again ON orders ((amount + 1)) WITH (fillfactor = 60);
COMMENT ON INDEX orders_amount_again IS 'why twice?';
ALTER INDEX orders_amount_again ALTER COLUMN 1 SET STATISTICS 77;
ALTER TABLE orders ADD CONSTRAINT one FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE NOT VALID,
    ADD CONSTRAINT positive CHECK (amount > 0) NOT VALID;
COMMENT ON CONSTRAINT one ON orders IS 'of a user';
COMMENT ON CONSTRAINT positive ON orders IS 'no gifts';
COMMENT ON SEQUENCE orders_id_seq IS 'numbers';
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN coalesce(NEW, OLD); END';
CREATE TRIGGER t_always BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER t_replica BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER t_off BEFORE DELETE ON orders FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER t_on BEFORE DELETE ON users FOR EACH ROW EXECUTE FUNCTION touch();
COMMENT ON TRIGGER t_off ON orders IS 'for a while';
ALTER TABLE orders ENABLE ALWAYS TRIGGER t_always, ENABLE REPLICA TRIGGER t_replica, DISABLE TRIGGER t_off, CLUSTER ON orders_amount, REPLICA IDENTITY FULL;
CREATE STATISTICS orders_together ON amount, note FROM orders;
ALTER STATISTICS orders_together SET STATISTICS 50;
COMMENT ON STATISTICS orders_together IS 'both';
ANALYZE`

// Undo leaves the catalogs as they were, whatever hangs on what it brings back.
func TestUndoDecorated(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		owner, _ := s.Role(t, "owner", "")
		reader, _ := s.Role(t, "reader", "")
		s.Exec(t, dsn, decorated+`;
			GRANT SELECT ON users, orders TO "`+reader+`"; GRANT UPDATE (note) ON orders TO "`+reader+`" WITH GRANT OPTION;
			GRANT USAGE ON SEQUENCE orders_id_seq TO "`+reader+`"; GRANT CREATE ON SCHEMA public TO "`+owner+`";
			ALTER TABLE orders OWNER TO "`+owner+`"; ALTER TABLE users OWNER TO "`+owner+`"`)
		before := picture(t, dsn, false)
		for _, round := range []string{"first", "again"} {
			got := pgdoctor(t, "fix", "serial-not-identity", "index-duplicate", "no-primary-key", "trigger-disabled", "orphan-rows", "duplicate-emails",
				"fk-without-index", "constraint-not-validated", "--apply", "--yes", "--max-risk", "disruptive", "--dsn", dsn)
			if got.code > 1 {
				t.Fatalf("%s: exit code %d: %s%s", round, got.code, got.stdout, got.stderr)
			}
			for _, slug := range []string{"identity_orders_id", "drop_index_orders_amount_again", "add_primary_key_orders", "enable_orders_t_off", "quarantine_orphans_orders_user_id", "merge_duplicates_users_email"} {
				if ask(t, dsn, "SELECT count(*) > 0 FROM pgdoctor.journal WHERE state = 'applied' AND slug = '"+slug+"'") != "true" {
					t.Errorf("%s: %s was not applied: %s", round, slug, got.stdout)
				}
			}
			takeBack(t, dsn).want(t, 0)
			wantSame(t, round, before, picture(t, dsn, false))
		}
	})
}
