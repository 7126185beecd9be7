package integration

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/integration/servers"
)

// busy is a database with more than one batch of everything: 1,600 pairs of
// users, 9,000 orphans with payments, and notes that refer by name only.
const busy = `
CREATE TABLE users (id integer PRIMARY KEY, email text);
INSERT INTO users SELECT n, 'u' || CASE WHEN n <= 3200 THEN n % 1600 ELSE n END FROM generate_series(1, 10000) AS n;
CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, user_id integer NOT NULL REFERENCES users ON DELETE CASCADE, note text);
INSERT INTO orders (user_id, note) SELECT n % 10000 + 1, 'x' FROM generate_series(1, 20000) AS n;
CREATE TABLE notes (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, user_id integer);
INSERT INTO notes (user_id) SELECT n % 10000 + 1 FROM generate_series(1, 10000) AS n;
CREATE TABLE contracts (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, owner integer, note text);
INSERT INTO contracts (owner) SELECT n FROM generate_series(1, 19000) AS n;
ALTER TABLE contracts ADD FOREIGN KEY (owner) REFERENCES users NOT VALID;
CREATE TABLE payments (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, contract bigint NOT NULL REFERENCES contracts ON DELETE CASCADE);
INSERT INTO payments (contract) SELECT n FROM generate_series(1, 19000) AS n;
CREATE INDEX ON contracts (owner);
CREATE INDEX ON payments (contract);
CREATE INDEX ON orders (user_id)`

// writes is what one writer does, and how the counts of rows then differ.
var writes = []struct {
	sql   string
	table string
	adds  int64
}{
	{"INSERT INTO orders (user_id, note) VALUES ($1 % 10000 + 1, 'new')", "orders", 1},
	{"DELETE FROM orders WHERE id = $1", "orders", -1},
	{"UPDATE orders SET note = 'changed' WHERE id = $1", "orders", 0},
	{"INSERT INTO notes (user_id) SELECT id FROM users WHERE id = $1 % 10000 + 1", "notes", 1},
	{"INSERT INTO contracts (owner, note) SELECT id, 'new' FROM users WHERE id = $1 % 10000 + 1", "contracts", 1},
	{"UPDATE contracts SET note = 'changed' WHERE id = $1", "contracts", 0},
	{"WITH p AS (DELETE FROM payments WHERE contract = $1) DELETE FROM contracts WHERE id = $1 AND NOT EXISTS (SELECT FROM payments WHERE contract = $1)", "contracts", -1},
	{"INSERT INTO payments (contract) VALUES ($1)", "payments", 1},
	{"INSERT INTO users VALUES (100000 + $1, 'new ' || $1)", "users", 1},
	{"UPDATE users SET email = 'moved ' || id WHERE id = $1 % 10000 + 1", "users", 0},
}

// Nothing is lost while others write, whatever is moved or changed meanwhile.
func TestDataFixesUnderWrites(t *testing.T) {
	t.Parallel()
	for _, strategy := range []string{"quarantine", "set-null", "reassign:5000"} {
		t.Run(strategy, func(t *testing.T) { underWrites(t, "orphan-rows="+strategy) })
	}
}

func underWrites(t *testing.T, strategy string) {
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, busy)
		stop := make(chan struct{})
		var added [10]atomic.Int64
		var group sync.WaitGroup
		for range 3 {
			group.Go(func() { write(t, dsn, stop, added[:]) })
		}
		got := cure(t, dsn, "--strategy", strategy)
		time.Sleep(200 * time.Millisecond)
		close(stop)
		group.Wait()
		if got.code != 0 && got.code != 1 { // duplicates written meanwhile are duplicates
			t.Errorf("exit code %d: %s%s", got.code, got.stdout, got.stderr)
		}
		want := map[string]int64{"users": 10000, "orders": 20000, "notes": 10000, "contracts": 19000, "payments": 19000}
		for i, w := range writes {
			want[w.table] += w.adds * added[i].Load()
		}
		delete(want, "payments") // deletions of contracts take some along, which is not counted
		for table, count := range want {
			if there := ask(t, dsn, "SELECT count(*) FROM "+table); table == "orders" || table == "notes" {
				if there != fmt.Sprint(count) {
					t.Errorf("%s has %s rows, want %d", table, there, count)
				}
			} else if kept := ask(t, dsn, keptCount(t, dsn, table)); ask(t, dsn, "SELECT "+there+" + "+kept) != fmt.Sprint(count) {
				t.Errorf("%s has %s rows and the quarantine %s, want %d together", table, there, kept, count)
			}
		}
		for _, orphans := range []string{
			"SELECT count(*) FROM notes WHERE user_id NOT IN (SELECT id FROM users)",
			"SELECT count(*) FROM orders WHERE user_id NOT IN (SELECT id FROM users)",
			"SELECT count(*) FROM payments WHERE contract NOT IN (SELECT id FROM contracts)",
		} {
			if n := ask(t, dsn, orphans); n != "0" {
				t.Errorf("%s: %s", orphans, n)
			}
		}
		takeBack(t, dsn).want(t, 0)
		for table, count := range want {
			if there := ask(t, dsn, "SELECT count(*) FROM "+table); there != fmt.Sprint(count) {
				t.Errorf("after undo %s has %s rows, want %d", table, there, count)
			}
		}
	})
}

func write(t *testing.T, dsn string, stop chan struct{}, added []atomic.Int64) {
	conn, err := pgx.Connect(context.Background(), dsn)
	if err != nil {
		t.Error(err)
		return
	}
	defer conn.Close(context.Background())
	for {
		select {
		case <-stop:
			return
		default:
		}
		i := rand.IntN(len(writes))
		tag, err := conn.Exec(context.Background(), writes[i].sql, rand.IntN(19000)+1)
		if err == nil {
			added[i].Add(tag.RowsAffected())
		} else if !strings.Contains(err.Error(), "SQLSTATE 23") && !strings.Contains(err.Error(), "40P01") {
			t.Errorf("a writer failed: %v", err)
			return
		}
		time.Sleep(time.Millisecond)
	}
}

// keptCount is a query of how many removed rows of a table the quarantine holds:
// not those that were only changed, nor the pairs of rows that were merged.
func keptCount(t *testing.T, dsn, table string) string {
	t.Helper()
	list := ask(t, dsn, `SELECT string_agg(format('SELECT count(*) AS n FROM pgdoctor.%I', c.relname), ' UNION ALL ')
		FROM pg_class AS c WHERE c.relnamespace = 'pgdoctor'::regnamespace AND c.relkind = 'r' AND c.relname ~ '^q\d+_\d+_`+table+`$'
		AND NOT EXISTS (SELECT FROM pg_attribute AS a WHERE a.attrelid = c.oid AND a.attname IN ('pgdoctor_old_1', 'pgdoctor_new_1'))`)
	if list == "NULL" {
		return "SELECT 0"
	}
	return "SELECT sum(n) FROM (" + list + ") AS q"
}

// A row that somebody holds for long: the step fails, what it moved so far is
// kept, and a second run goes on from there. One held for a while only delays.
func TestDataFixesLockedRow(t *testing.T) {
	t.Parallel()
	s := middle()
	for name, held := range map[string]string{
		"duplicate": "SELECT FROM users WHERE id = 1500 FOR UPDATE",
		"child":     "SELECT FROM orders WHERE user_id = 1500 FOR UPDATE",
		"orphan":    "SELECT FROM contracts WHERE id = 18000 FOR UPDATE",
		"table":     "UPDATE notes SET user_id = user_id WHERE id = 1",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dsn := s.Database(t)
			s.Exec(t, dsn, busy)
			before := dataCase{}.rows(t, dsn)
			release := holding(t, dsn, held)
			got := cure(t, dsn, "--max-wait", "8s")
			got.want(t, 3, "SQLSTATE 55P03", "; it waited for pid ", "given up after")
			if strings.Contains(got.stderr, "file does not exist") {
				t.Errorf("the retry went wrong: %s", got.stderr)
			}
			release()
			cure(t, dsn).want(t, 0)
			takeBack(t, dsn).want(t, 0)
			wantSame(t, "undo after two runs", before, dataCase{}.rows(t, dsn))

			release = holding(t, dsn, held)
			delayed := begin(t, slices.Concat([]string{"fix", "--apply", "--yes", "--max-risk", "data", "--dsn", dsn}, movesRows)...)
			delayed.says(t, "trying again")
			release()
			delayed.wait(t).want(t, 0)
			takeBack(t, dsn).want(t, 0)
			wantSame(t, "undo after a delay", before, dataCase{}.rows(t, dsn))
		})
	}
}
