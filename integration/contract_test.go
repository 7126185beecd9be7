package integration

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/queries"
)

const queryTime = 30 * time.Second

// Every query returns exactly the columns that its row has, on every major, on
// an empty database and on one with all kinds of tables. sqlx makes only half
// of that sure: a column that a query forgets stays zero without a word.
func TestContractColumns(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *servers.Server) {
		for name, script := range map[string]string{"empty": "CREATE EXTENSION pg_stat_statements", "filled": mixedTables} {
			t.Run(name, func(t *testing.T) {
				dsn := s.Database(t)
				s.Exec(t, dsn, script)
				db, server := open(t, dsn)
				for _, id := range queryIDs(t) {
					if _, err := checks.SQL(id, server); errors.Is(err, queries.ErrUnsupported) {
						continue // of a later major
					}
					got := columnsOf(t, db, server, id)
					want, known := wantedColumns(id)
					if diff := cmp.Diff(want, got); known && diff != "" {
						t.Errorf("columns of %s, row against query: %s", id, diff)
					}
				}
			})
		}
	})
}

// wantedColumns are those of the row that a query is read into, sorted; of some
// queries it is not exported.
func wantedColumns(id string) ([]string, bool) {
	if check, ok := checks.Find(strings.ReplaceAll(id, "_", "-")); ok {
		return check.Columns(), true
	}
	if id != "tables" {
		return nil, false
	}
	var names []string
	for _, field := range reflect.VisibleFields(reflect.TypeFor[checks.Table]()) {
		names = append(names, field.Tag.Get("db"))
	}
	slices.Sort(names)
	return names, true
}

// queryIDs are the queries that stand for themselves: parts that others include
// do not.
func queryIDs(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("..", "queries", "*.sql"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no queries: %v", err)
	}
	var ids []string
	included := map[string]bool{}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range includeLine.FindAllStringSubmatch(string(text), -1) {
			included[match[1]] = true
		}
		id, _, _ := strings.Cut(filepath.Base(path), ".")
		ids = append(ids, id)
	}
	ids = slices.Compact(ids)
	return slices.DeleteFunc(ids, func(id string) bool { return included[id] })
}

var includeLine = regexp.MustCompile(`(?m)^\s*-- include: (\w+)\.sql$`)

// columnsOf runs a query to its end and returns the names of its columns, sorted.
func columnsOf(t *testing.T, db *sqlx.DB, server postgres.Server, id string) []string {
	t.Helper()
	query, err := checks.SQL(id, server)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	err = postgres.ReadOnly(t.Context(), db, queryTime, func(tx *sqlx.Tx) error {
		rows, err := tx.QueryxContext(t.Context(), query)
		if err != nil {
			return err
		}
		defer rows.Close()
		if names, err = rows.Columns(); err != nil {
			return err
		}
		for rows.Next() { // an error may come with the last row
		}
		return rows.Err()
	})
	if err != nil {
		t.Errorf("run %s: %v", id, err)
	}
	slices.Sort(names)
	return names
}

// A variant that no server here runs is a variant that nobody tried.
func TestContractVariantsAreAllRun(t *testing.T) {
	t.Parallel()
	if os.Getenv(servers.MajorsVariable) != "" || os.Getenv(servers.DSNVariable) != "" {
		t.Skip("the environment names fewer servers than pgdoctor supports")
	}
	for _, id := range queryIDs(t) {
		run := map[int]bool{} // by the major that a variant begins with
		for _, s := range all {
			since := -1
			for _, variant := range queries.Variants(id) {
				if variant.Since <= s.Major {
					since = variant.Since
				}
			}
			run[since] = true
		}
		for _, variant := range queries.Variants(id) {
			if !run[variant.Since] {
				t.Errorf("%s runs on none of the servers", variant.File)
			}
		}
	}
}

// Every check has a scenario and every scenario a check.
func TestContractEveryCheckHasAScenario(t *testing.T) {
	t.Parallel()
	var want, got []string
	for _, check := range checks.All() {
		want = append(want, strings.ReplaceAll(check.Describe().ID, "-", "_")+".txtar")
	}
	files, err := os.ReadDir(filepath.Join("testdata", "checks"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		got = append(got, file.Name())
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("checks (-) against testdata/checks (+): %s", diff)
	}
}

// The shape of the database is read whole: what fixes plan by.
func TestContractSchema(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, mixedTables)
		db, server := open(t, dsn)
		schema, err := checks.LoadSchema(t.Context(), db, server, queryTime)
		if err != nil {
			t.Fatal(err)
		}
		users, found := schema.Table("public", "users")
		if !found || len(users.Columns) != 3 || !users.Columns[2].Generated || users.Columns[0].Identity != "a" ||
			!slices.Equal(users.Key(), []string{"id"}) || len(users.Triggers) != 1 || users.Triggers[0].Name != "touch" {
			t.Errorf("table users is read as %+v", users)
		}
		if len(schema.Referring(users)) != 4 { // two by foreign key, notes and what inherits from it by name
			t.Errorf("%d references to users, want 4", len(schema.Referring(users)))
		}
		events, found := schema.Table("public", "events")
		if !found || events.Kind != "p" || len(events.Partitions) != 2 || !events.Partitions[0].Leaf {
			t.Errorf("partitioned table events is read as %+v", events)
		}
		if _, found := schema.Table("Odd Schema", `Odd "Table"`); !found {
			t.Error("a table with an odd name is not found")
		}
	})
}

// open connects and probes as pgdoctor does.
func open(t *testing.T, dsn string) (*sqlx.DB, postgres.Server) {
	t.Helper()
	config, err := postgres.ParseDSN(dsn)
	if err != nil {
		t.Fatal(err)
	}
	db, err := postgres.Open(t.Context(), config, 2)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	server, err := postgres.Probe(context.Background(), db, queryTime)
	if err != nil {
		t.Fatal(err)
	}
	return db, server
}

// mixedTables has every kind of relation that a catalog query can trip over, and
// a few illnesses.
const mixedTables = `
CREATE EXTENSION pg_stat_statements;
CREATE TABLE users (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email text,
    folded text GENERATED ALWAYS AS (lower(email)) STORED
);
INSERT INTO users (email) VALUES ('a@example.org'), ('b@example.org'), ('b@example.org');
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TABLE orders (id bigint, user_id bigint NOT NULL, total numeric CHECK (total >= 0));
INSERT INTO orders VALUES (1, 1, 10), (2, 99, NULL);
ALTER TABLE orders ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users NOT VALID;
ALTER TABLE orders ADD CONSTRAINT paid CHECK (total IS NOT NULL) NOT VALID;
CREATE TABLE notes (id bigint PRIMARY KEY, user_id bigint);
CREATE TABLE more_notes () INHERITS (notes);
CREATE UNLOGGED TABLE caches (key text PRIMARY KEY, value bytea);
CREATE TABLE events (id bigint, day date) PARTITION BY RANGE (day);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE events_later PARTITION OF events DEFAULT;
CREATE INDEX ON events (day);
CREATE TABLE nothing ();
CREATE SCHEMA "Odd Schema";
CREATE TABLE "Odd Schema"."Odd ""Table""" ("The id" uuid PRIMARY KEY, "E-Mail" varchar(100));
CREATE INDEX ON "Odd Schema"."Odd ""Table""" (lower("E-Mail")) WHERE "E-Mail" <> '';
CREATE VIEW paid AS SELECT * FROM orders WHERE total > 0;
CREATE MATERIALIZED VIEW totals AS SELECT user_id, sum(total) FROM orders GROUP BY 1;
CREATE TABLE guarded (id bigint PRIMARY KEY, user_id bigint REFERENCES users);
ALTER TABLE guarded ENABLE ROW LEVEL SECURITY;
CREATE POLICY nobody ON guarded USING (false);
SELECT count(*) FROM notes JOIN users ON users.id = notes.user_id;
SELECT count(*) FROM orders WHERE total > 5;
`
