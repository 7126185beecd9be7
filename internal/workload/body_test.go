package workload

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBodyOf(t *testing.T) {
	for definition, want := range map[string]Body{
		`CREATE OR REPLACE FUNCTION public.f(p_id uuid, list integer[], n integer DEFAULT 3) RETURNS SETOF numeric LANGUAGE plpgsql AS $function$
		DECLARE r record; v_open public.state := 'x'; c CURSOR FOR SELECT a FROM held WHERE b = p_id; q lines%ROWTYPE;
		BEGIN
			SELECT sum(amount) INTO n FROM payments WHERE invoice_id = p_id;
			IF EXISTS (SELECT 1 FROM locks l WHERE l.id = p_id) THEN
				UPDATE bills SET a = n WHERE id = p_id RETURNING b INTO v_open;
			ELSIF n > 5 THEN RAISE NOTICE '%', n;
			END IF;
			FOR r IN SELECT * FROM lines WHERE inv = p_id AND k > n LOOP
				PERFORM other(r.id);
				n := (SELECT max(z) FROM notes WHERE zid = r.id);
			END LOOP;
			EXECUTE format('select 1 from %I', (SELECT name FROM shards WHERE id = n)) INTO n USING p_id;
			OPEN c;
			RETURN QUERY SELECT g FROM sums WHERE h = p_id;
		EXCEPTION WHEN others THEN DELETE FROM faults WHERE e = p_id;
		END $function$`: {
			Texts: []string{
				"SELECT sum(amount)        FROM payments WHERE invoice_id = p_id",
				"SELECT EXISTS (SELECT 1 FROM locks l WHERE l.id = p_id)", "UPDATE bills SET a = n WHERE id = p_id RETURNING b",
				"SELECT other(r.id)", "SELECT (SELECT max(z) FROM notes WHERE zid = r.id)", "SELECT * FROM lines WHERE inv = p_id AND k > n", "SELECT g FROM sums WHERE h = p_id",
				"DELETE FROM faults WHERE e = p_id", "SELECT a FROM held WHERE b = p_id",
			},
			Types: map[string]string{
				"p_id": "uuid", "list": "int[]", "n": "int", "v_open": "public.state", "c": "pg_catalog.refcursor", "found": `pg_catalog."boolean"`,
				"sqlerrm": "pg_catalog.text", "sqlstate": "pg_catalog.text",
			},
			Dynamic: true,
		},
		"CREATE FUNCTION s.g(a int) RETURNS int LANGUAGE sql AS $$ INSERT INTO t VALUES (a, $1); SELECT b FROM t AS x WHERE x.c = a; SELECT 1 $$": {
			Texts: []string{"INSERT INTO t VALUES (a, $1)", "SELECT b FROM t x WHERE x.c = a"}, Types: map[string]string{"a": "int"},
		},
		"CREATE FUNCTION s.h(a s.kind) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT b FROM t WHERE c = a; UPDATE t SET d = 1; END": {
			Texts: []string{"SELECT b FROM t WHERE c = a", "UPDATE t SET d = 1"}, Types: map[string]string{"a": "s.kind"},
		},
		"CREATE FUNCTION s.h() RETURNS int LANGUAGE sql RETURN (SELECT max(b) FROM t)":      {Texts: []string{"SELECT (SELECT max(b) FROM t)"}, Types: map[string]string{}},
		"CREATE PROCEDURE s.p() LANGUAGE plpgsql AS $$ BEGIN DELETE FROM t; COMMIT; END $$": {Texts: []string{"DELETE FROM t"}, Types: map[string]string{"found": `pg_catalog."boolean"`}},
	} {
		got, err := BodyOf(definition)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", definition, err, diff)
		}
	}
	for _, definition := range []string{"SELECT 1", "", "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN nonsense IF END $$", "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELEC $$"} {
		if body, err := BodyOf(definition); err == nil {
			t.Errorf("%s was read: %v", definition, body)
		}
	}
}

func TestAsks(t *testing.T) {
	got, err := Asks("WITH w AS (UPDATE s.t SET a = f($1) WHERE b = 1 RETURNING c) INSERT INTO u SELECT x.g(c, d) FROM w, LATERAL h(c)")
	want := Asked{Tables: true, Functions: []Invoked{{"x", "g", 2}, {"", "h", 1}, {"", "f", 1}}, Changes: []Change{{Verb: "INSERT", Target: Table{"", "u"}}, {Verb: "UPDATE", Target: Table{"s", "t"}, Set: []string{"a"}}}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(err, diff)
	}
	for text, want := range map[string]bool{
		"WITH w AS (SELECT 1 AS n) SELECT n FROM w": false, "WITH w AS (SELECT n FROM t) SELECT n FROM w": true, "WITH w AS (SELECT 1) SELECT 1 FROM s.w": true,
		"SELECT f(1)": false, "DELETE FROM t": true, "SELECT EXISTS (SELECT FROM t)": true,
	} {
		if got, err := Asks(text); err != nil || got.Tables != want {
			t.Errorf("%s: %t, %v", text, got.Tables, err)
		}
	}
	for text, want := range map[string]string{
		"call p('secret', 7)": "call p($1, $2)", "CALL p('secret": "CALL", "SELECT p('x')": "SELECT p('x')", " CALL p($1)": " CALL p($1)",
	} {
		if got := Hide(text); got != want {
			t.Errorf("%s: got %s", text, got)
		}
	}
	if got, err := Asks("CALL p(1, 2, 3)"); err != nil || !cmp.Equal(got.Functions, []Invoked{{"", "p", 3}}) {
		t.Error(got, err)
	}
}

func TestGiven(t *testing.T) {
	tables := map[string]Table{"booked": {"s", "entries"}}
	for text, want := range map[string]string{
		"UPDATE l SET a = b.n FROM (SELECT id, sum(n) AS n FROM booked GROUP BY id) b WHERE l.id = b.id": "UPDATE l SET a = b.n FROM (SELECT id, sum(n) AS n FROM (SELECT * FROM s.entries LIMIT 1) booked GROUP BY id) b WHERE l.id = b.id",
		"SELECT 1 FROM x  JOIN booked k ON k.id = x.id":                                                  "SELECT 1 FROM x JOIN (SELECT * FROM s.entries LIMIT 1) k ON k.id = x.id",
		"SELECT 1   FROM o.booked": "SELECT 1   FROM o.booked",
	} {
		if got := Given(text, tables); got != want {
			t.Errorf("%s:\n got %s\nwant %s", text, got, want)
		}
	}
}
