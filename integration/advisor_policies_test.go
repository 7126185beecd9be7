package integration

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/integration/servers"
)

// TestAdvisorPolicies wants indexes for what row-level security asks of the role that sends the statements, from
// the superuser, to whom no policy applies: from the server and from a snapshot.
func TestAdvisorPolicies(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		user, password := s.Role(t, "app", "NOSUPERUSER")
		s.Exec(t, dsn, `CREATE EXTENSION hypopg; CREATE EXTENSION pg_stat_statements;
			CREATE SCHEMA auth;
			CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('request.sub', true), '')::uuid $$;
			CREATE FUNCTION auth.tenant() RETURNS int LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN current_setting('request.tenant')::int; END $$;
			CREATE TABLE posts (id int PRIMARY KEY, author uuid NOT NULL, body text NOT NULL);
			INSERT INTO posts SELECT n, md5((n % 5000)::text)::uuid, repeat(md5(n::text), 5) FROM generate_series(1, 40000) AS n;
			CREATE TABLE notes (id int PRIMARY KEY, tenant int NOT NULL, post int NOT NULL, body text NOT NULL);
			INSERT INTO notes SELECT n, n % 4000, n / 2, repeat(md5(n::text), 5) FROM generate_series(1, 40000) AS n;
			CREATE TABLE members (id int PRIMARY KEY, team int NOT NULL, person uuid NOT NULL);
			INSERT INTO members SELECT n, n % 3000, md5((n % 7000)::text)::uuid FROM generate_series(1, 40000) AS n;
			CREATE TABLE files (id int PRIMARY KEY, team int NOT NULL, name text NOT NULL);
			INSERT INTO files SELECT n, n % 3000, repeat(md5(n::text), 5) FROM generate_series(1, 40000) AS n;
			ALTER TABLE posts ENABLE ROW LEVEL SECURITY;
			ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
			ALTER TABLE files ENABLE ROW LEVEL SECURITY;
			CREATE POLICY own ON posts USING (author = auth.uid());
			CREATE POLICY tenants ON notes FOR SELECT USING (true);
			CREATE POLICY only_own ON notes AS RESTRICTIVE USING (tenant = auth.tenant());
			CREATE POLICY everything ON notes TO pg_monitor USING (true);
			CREATE POLICY of_team ON files USING (team IN (SELECT m.team FROM members AS m WHERE m.person = (SELECT auth.uid())));
			GRANT USAGE ON SCHEMA public, auth TO `+user+`;
			GRANT SELECT ON ALL TABLES IN SCHEMA public TO `+user)
		s.Exec(t, dsn, "VACUUM ANALYZE")
		conn := connect(t, dsn+"&default_query_exec_mode=simple_protocol")
		s.Exec(t, dsn, forget)
		app := connect(t, s.DSNFor(nameOf(t, dsn), user, password)+"&default_query_exec_mode=simple_protocol")
		for _, statement := range []string{"SELECT id, body FROM posts", "SELECT n.id, n.body FROM notes AS n", "SELECT f.id, count(*), f.name FROM files AS f GROUP BY f.id"} {
			repeated(t, app, "SET request.sub = 'c4ca4238-a0b9-2382-0dcc-509a6f75849b'; SET request.tenant = 77;"+statement)
		}
		file := filepath.Join(t.TempDir(), "snapshot.gz")
		pgdoctor(t, "snapshot", "--dsn", dsn, "--output", file).want(t, 0)
		list := []wanted{
			{`ON "public"."posts" USING btree ("author")`, "SELECT id FROM posts WHERE author = 'c4ca4238-a0b9-2382-0dcc-509a6f75849b'"},
			{`ON "public"."notes" USING btree ("tenant")`, "SELECT id FROM notes WHERE tenant = 7"},
			{`ON "public"."files" USING btree ("team", "id")`, "SELECT id FROM files WHERE team = 7"},
			{`ON "public"."members" USING btree ("person", "team")`, "SELECT id FROM members WHERE person = 'c4ca4238-a0b9-2382-0dcc-509a6f75849b'"},
		}
		wantRead(t, conn, "hypopg", adviceOf(t, "hypopg", "--dsn", dsn, "--engine", "hypopg", "--index-budget", "100"), list)
		wantRead(t, conn, "snapshot", adviceOf(t, "snapshot", "--snapshot", file, "--engine", "scratch", "--scratch-image", servers.Image(s.Major), "--index-budget", "100"), list)
		var id string
		if err := conn.QueryRow(t.Context(), "SELECT queryid::text FROM pg_stat_statements WHERE query LIKE 'SELECT n.id%' AND dbid = (SELECT oid FROM pg_database WHERE datname = current_database())").Scan(&id); err != nil {
			t.Fatal(err)
		}
		got := pgdoctor(t, "advise", "--dsn", dsn, "--engine", "hypopg", "--statement", id)
		got.want(t, 0)
		if !strings.Contains(got.stdout, "with what row-level security asks of role "+user) || !strings.Contains(got.stdout, "n.tenant = (SELECT auth.tenant())") {
			t.Errorf("the statement's report does not say that policies are in it:\n%s", got.stdout)
		}
	})
}
