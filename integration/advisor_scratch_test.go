package integration

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/advisor"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// whatIf is a statement and an index that could help it, as a real one on the
// server it comes from and as a candidate on the scratch server.
type whatIf struct {
	statement string
	index     *advisor.Index
	analyze   bool // an expression has no statistics before
	hypopg    bool // it can imagine the index as well
}

func keyOn(name string) advisor.Key { return advisor.Key{Column: name} }

func shopIndex(table, method string, keys ...advisor.Key) *advisor.Index {
	return &advisor.Index{Schema: "Shop", Table: table, Method: method, Keys: keys}
}

// fidelity are the statements that must cost the same on both servers.
func fidelity() []whatIf {
	orders, customers, events := `"Shop".orders`, `"Shop".customers`, `"Shop".events`
	partial := shopIndex("orders", "btree", keyOn("created_at"))
	partial.Where = "cancelled_at IS NULL"
	covering := shopIndex("orders", "btree", keyOn("created_at"))
	covering.Include = []string{"total"}
	return []whatIf{
		{statement: "SELECT * FROM " + orders + " WHERE id = 4711"},
		{statement: "SELECT * FROM " + orders + " WHERE customer_id = 77"},
		{statement: "SELECT * FROM " + orders + " WHERE state = 'new'", index: shopIndex("orders", "btree", keyOn("state")), hypopg: true},
		{statement: "SELECT count(*) FROM " + orders + " WHERE state = 'done'", index: shopIndex("orders", "btree", keyOn("state")), hypopg: true},
		{statement: "SELECT * FROM " + orders + " WHERE created_at > '2026-10-01'", index: shopIndex("orders", "btree", keyOn("created_at")), hypopg: true},
		{statement: "SELECT * FROM " + orders + " ORDER BY created_at DESC LIMIT 20", index: shopIndex("orders", "btree", keyOn("created_at")), hypopg: true},
		{statement: "SELECT * FROM " + orders + " WHERE cancelled_at IS NULL AND created_at BETWEEN '2026-03-01' AND '2026-03-02'", index: partial, hypopg: true},
		{statement: "SELECT sum(total) FROM " + orders + " WHERE created_at BETWEEN '2026-03-01' AND '2026-03-05'", index: covering},
		{statement: "SELECT * FROM " + orders + " WHERE state = 'sent' AND created_at > '2026-09-25' ORDER BY created_at", index: shopIndex("orders", "btree", keyOn("state"), keyOn("created_at")), hypopg: true},
		{statement: "SELECT * FROM " + orders + " WHERE total > 970", index: shopIndex("orders", "btree", keyOn("total")), hypopg: true},
		{statement: "SELECT * FROM " + orders + " WHERE note = 'x'", index: shopIndex("orders", "hash", keyOn("note"))},
		{statement: "SELECT * FROM " + orders + " WHERE note ILIKE '%abcd%'", index: shopIndex("orders", "gin", advisor.Key{Column: "note", Opclass: "public.gin_trgm_ops"})},
		{statement: "SELECT c.country, count(*) FROM " + orders + " o JOIN " + customers + " c ON c.id = o.customer_id WHERE o.state = 'lost' GROUP BY 1"},
		{statement: "SELECT * FROM " + orders + " o JOIN " + customers + " c ON c.id = o.customer_id WHERE o.id < 200"},
		{statement: "SELECT * FROM " + customers + " c JOIN " + orders + " o ON o.customer_id = c.id WHERE c.email = 'Customer5@example.net'", index: shopIndex("customers", "btree", keyOn("email")), hypopg: true},
		{statement: "SELECT * FROM " + customers + " WHERE lower(email) = 'customer9@example.com'", index: shopIndex("customers", "btree", advisor.Key{Expression: "lower(email)"}), analyze: true},
		{statement: "SELECT * FROM " + customers + ` WHERE "Shop".bare(email) = 'customer9@example.com'`},
		{statement: "SELECT * FROM " + customers + " WHERE country = 'DE' AND plan = 6", index: shopIndex("customers", "btree", keyOn("plan"), keyOn("country")), hypopg: true},
		{statement: "SELECT * FROM " + customers + " WHERE country IS NULL", index: shopIndex("customers", "btree", keyOn("country")), hypopg: true},
		{statement: "SELECT * FROM " + customers + " WHERE country < 'B'", index: shopIndex("customers", "btree", keyOn("country")), hypopg: true},
		{statement: "SELECT * FROM " + customers + " WHERE NOT active", index: shopIndex("customers", "btree", keyOn("active"))},
		{statement: "SELECT * FROM " + customers + " WHERE tags @> ARRAY['t3']", index: shopIndex("customers", "gin", keyOn("tags"))},
		{statement: "SELECT * FROM " + customers + ` WHERE profile @> '{"level": 3}'`, index: shopIndex("customers", "gin", advisor.Key{Column: "profile", Opclass: "jsonb_path_ops"})},
		{statement: "SELECT * FROM " + customers + ` WHERE profile ->> 'level' = '3'`, index: shopIndex("customers", "btree", advisor.Key{Expression: "profile ->> 'level'"}), analyze: true},
		{statement: "SELECT * FROM " + orders + " WHERE (created_at AT TIME ZONE 'UTC')::date = '2026-03-03'", index: shopIndex("orders", "btree", advisor.Key{Expression: "(created_at AT TIME ZONE 'UTC')::date"}), analyze: true},
		{statement: "SELECT customer_id, max(created_at) FROM " + orders + " WHERE customer_id BETWEEN 100 AND 120 GROUP BY 1", index: shopIndex("orders", "btree", keyOn("customer_id"), advisor.Key{Column: "created_at", Descending: true}), hypopg: true},
		{statement: "SELECT * FROM " + events + " WHERE at > '2026-05-01' AND at < '2026-05-02'", index: shopIndex("events", "btree", keyOn("at"))},
		{statement: "SELECT * FROM " + events + " WHERE kind = 'kind-1'", index: shopIndex("events", "btree", keyOn("kind"))},
		{statement: "SELECT * FROM " + events + " WHERE customer_id = 12"},
		{statement: "SELECT kind, count(*) FROM " + events + " GROUP BY kind"},
		{statement: "SELECT c.id, count(*) FROM " + customers + " c JOIN " + events + " e ON e.customer_id = c.id WHERE c.plan = 2 GROUP BY c.id"},
		{statement: `SELECT * FROM "Shop".open_orders WHERE email IS NOT NULL AND customer_id = 5`},
		{statement: `SELECT * FROM "Shop".daily WHERE day > '2026-09-01'`},
		{statement: "SELECT DISTINCT customer_id FROM " + orders},
		{statement: "UPDATE " + orders + " SET total = total + 1 WHERE customer_id = 8"},
	}
}

// TestScratch compares costs on a scratch server, which has no rows, with those
// of the server that the snapshot came from.
func TestScratch(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		script, err := os.ReadFile(filepath.Join("testdata", "advisor", "fidelity.sql"))
		if err != nil {
			t.Fatal(err)
		}
		s.Exec(t, dsn, string(script))
		s.Exec(t, dsn, `CREATE EXTENSION hypopg`)
		s.Exec(t, dsn, `VACUUM ANALYZE`)
		snapshot := snapshotByReader(t, s, dsn)
		started := time.Now()
		scratch, err := advisor.NewScratch(t.Context(), snapshot, advisor.ScratchOptions{
			Image: servers.Image(s.Major), Progress: t.Output(), Settings: map[string]string{"max_parallel_workers_per_gather": "2"},
		})
		if err != nil {
			t.Fatal(err)
		}
		defer scratch.Close()
		t.Logf("loaded in %s", time.Since(started))
		for _, missing := range scratch.Missing() {
			// this machine's programs may come without HypoPG and the image's locale
			if missing.Name != "hypopg" && missing.Kind != "locale" {
				t.Errorf("missing: %+v", missing)
			}
		}
		compareCosts(t, connect(t, dsn), scratch)
	})
}

// snapshotByReader takes a snapshot as a role that may read the tables and
// nothing else, and sends it through a file.
func snapshotByReader(t *testing.T, s *servers.Server, dsn string) *advisor.Snapshot {
	t.Helper()
	user, password := s.Role(t, "reader", "")
	s.Exec(t, dsn, fmt.Sprintf(`GRANT USAGE ON SCHEMA "Shop" TO %[1]s; GRANT SELECT ON ALL TABLES IN SCHEMA "Shop" TO %[1]s`, postgres.Quote(user)))
	parsed, err := url.Parse(dsn)
	if err != nil {
		t.Fatal(err)
	}
	snapshot := capture(t, s.DSNFor(strings.TrimPrefix(parsed.Path, "/"), user, password))
	file := filepath.Join(t.TempDir(), "snapshot.json.gz")
	if err := snapshot.WriteFile(file); err != nil {
		t.Fatal(err)
	}
	if snapshot, err = advisor.ReadSnapshotFile(file); err != nil {
		t.Fatal(err)
	}
	return snapshot
}

func capture(t *testing.T, dsn string) *advisor.Snapshot {
	t.Helper()
	db, _ := open(t, dsn)
	var snapshot *advisor.Snapshot
	err := postgres.Snapshot(t.Context(), db, time.Minute, func(tx *sqlx.Tx) (err error) {
		snapshot, err = advisor.TakeSnapshot(t.Context(), tx, "test")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return snapshot
}

// tally counts how many of the costs came close.
type tally struct {
	close, all int
	deviation  float64
}

func (c *tally) add(t *testing.T, what string, got, want float64) {
	t.Helper()
	c.all++
	c.deviation += math.Abs(math.Log(got / want))
	// Of what reads several pages, one more or less (random_page_cost is 4) is rounding.
	if math.Abs(got/want-1) <= 0.05 || want > 20 && math.Abs(got-want) < 4.5 {
		c.close++
	} else {
		t.Logf("%s: cost %.2f, on the real server %.2f (%+.1f %%)", what, got, want, 100*(got/want-1))
	}
}

func compareCosts(t *testing.T, conn *pgx.Conn, scratch *advisor.Scratch) {
	var plain, built, ours, hypothetical tally
	for _, c := range fidelity() {
		plan, err := scratch.Plan(t.Context(), c.statement, nil)
		if err != nil {
			t.Errorf("%s: %v", c.statement, err)
			continue
		}
		plain.add(t, c.statement, plan.Cost, realCost(t, conn, c.statement))
		if c.index == nil {
			continue
		}
		name := c.statement + " with " + c.index.Definition()
		with, err := scratch.Plan(t.Context(), c.statement, []advisor.Index{*c.index})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		cost, uses := costWithReal(t, conn, c)
		if uses != (len(with.Uses) == 1) {
			t.Errorf("%s: used %v, on the real server %v", name, with.Uses, uses)
		}
		built.add(t, name, with.Cost, cost)
		if c.hypopg {
			ours.deviation += math.Abs(math.Log(with.Cost / cost))
			hypothetical.add(t, name+" that is hypothetical", costWithHypothetical(t, conn, c), cost)
		}
		again, err := scratch.Plan(t.Context(), c.statement, nil)
		if err != nil || again.Cost != plan.Cost {
			t.Errorf("%s: cost %v after the index was taken away, %v before (error %v)", c.statement, again.Cost, plan.Cost, err)
		}
	}
	for name, c := range map[string]tally{"without indexes": plain, "with a real index": built} {
		t.Logf("%s: %d of %d within 5 %%", name, c.close, c.all)
		if c.all < 20 || float64(c.close) < 0.95*float64(c.all) {
			t.Errorf("%s: only %d of %d costs are within 5 %%", name, c.close, c.all)
		}
	}
	// HypoPG, on the server that has the rows, is the measure of what can be had.
	t.Logf("hypothetical indexes of the server itself: %d of %d within 5 %%", hypothetical.close, hypothetical.all)
	if ours.deviation > hypothetical.deviation {
		t.Errorf("deviation %.3f, HypoPG on the real server has %.3f", ours.deviation, hypothetical.deviation)
	}
}

// realCost is what the planner of the real server says.
func realCost(t *testing.T, conn interface {
	QueryRow(context.Context, string, ...any) pgx.Row
}, statement string) float64 {
	t.Helper()
	cost, _ := realPlan(t, conn, statement)
	return cost
}

func realPlan(t *testing.T, conn interface {
	QueryRow(context.Context, string, ...any) pgx.Row
}, statement string) (cost float64, text string) {
	t.Helper()
	if err := conn.QueryRow(t.Context(), "EXPLAIN (FORMAT JSON) "+statement).Scan(&text); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	var plans []struct {
		Plan struct {
			Cost float64 `json:"Total Cost"`
		}
	}
	if err := json.Unmarshal([]byte(text), &plans); err != nil {
		t.Fatal(err)
	}
	return plans[0].Plan.Cost, text
}

// costWithReal builds the index, and takes it back.
func costWithReal(t *testing.T, conn *pgx.Conn, c whatIf) (cost float64, uses bool) {
	t.Helper()
	tx, err := conn.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback(t.Context()) //nolint:errcheck // it only takes the index back
	name := "really_built"
	if _, err := tx.Exec(t.Context(), "CREATE INDEX "+name+" "+c.index.Definition()); err != nil {
		t.Fatalf("%s: %v", c.index.Definition(), err)
	}
	if c.analyze {
		if _, err := tx.Exec(t.Context(), "ANALYZE "+postgres.Quote(c.index.Schema, c.index.Table)); err != nil {
			t.Fatal(err)
		}
	}
	if c.index.Table == "events" { // the partitions' have names of their own
		name = "events_"
	}
	cost, text := realPlan(t, tx, c.statement)
	if c.index.Table == "events" {
		return cost, strings.Contains(text, `"Index Name"`) && !strings.Contains(text, "_pkey")
	}
	return cost, strings.Contains(text, name)
}

func costWithHypothetical(t *testing.T, conn *pgx.Conn, c whatIf) float64 {
	t.Helper()
	if _, err := conn.Exec(t.Context(), "SELECT hypopg_create_index($1)", "CREATE INDEX "+c.index.Definition()); err != nil {
		t.Fatalf("%s: %v", c.index.Definition(), err)
	}
	cost := realCost(t, conn, c.statement)
	if _, err := conn.Exec(t.Context(), "SELECT hypopg_reset()"); err != nil {
		t.Fatal(err)
	}
	return cost
}
