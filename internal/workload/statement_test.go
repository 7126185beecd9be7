package workload

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestRead(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"SELECT a FROM t WHERE d > date $1 AND e < date $2 + interval $3 year", "SELECT a FROM t WHERE d > $1::date AND e < ($2::date + $3::interval year)"},
		{"SELECT extract($1 FROM d), $2::numeric($3,$4) FROM t", "SELECT extract ('year' FROM d), $1::numeric FROM t"},
		{"SELECT a FROM t WHERE b IN ($1 /*, ... */) FOR UPDATE", "SELECT a FROM t WHERE b IN ($1)"},
		{"UPDATE t SET a = $1, b = $2 WHERE c = $3 RETURNING a", "SELECT 1 FROM t WHERE c = $1"},
		{"UPDATE s.t AS x SET a = $1 FROM u WHERE u.id = x.id AND u.k = $2", "SELECT 1 FROM s.t x, u WHERE u.id = x.id AND u.k = $1"},
		{"DELETE FROM t USING u WHERE t.id = u.id AND u.at < $1", "SELECT 1 FROM t, u WHERE t.id = u.id AND u.at < $1"},
		{"INSERT INTO t (a) VALUES ($1)", ""},
		{"COPY t FROM stdin", ""},
		{"INSERT INTO t SELECT ('a' || lpad($1, $2, $3))::uuid, now() ON CONFLICT DO NOTHING", ""},
		{"SELECT pg_advisory_lock($1)", ""},
		{"SELECT (SELECT max(a) FROM t)", "SELECT (SELECT max(a) FROM t)"},
		{"SELECT $1 = $2 AND (EXISTS (SELECT FROM t WHERE a = $3) OR $4 > (SELECT max(b) FROM u))", "SELECT EXISTS (SELECT FROM t WHERE a = $1), (SELECT max(b) FROM u)"},
		{"SELECT $1, EXISTS (SELECT FROM t) FROM u", "SELECT $1, EXISTS (SELECT FROM t) FROM u"},
		{"INSERT INTO t SELECT x FROM u WHERE y = $1", "SELECT x FROM u WHERE y = $1"},
		{"MERGE INTO t USING u ON t.id = u.id WHEN MATCHED THEN DELETE", "SELECT 1 FROM t, u WHERE t.id = u.id"},
		{"UPDATE t SET a = (SELECT max(b) FROM u WHERE u.t = t.id), (c, d) = (SELECT e, f FROM v) WHERE id = $1",
			"SELECT 1, (SELECT max(b) FROM u WHERE u.t = t.id), (SELECT ROW(e, f) FROM v) FROM t WHERE id = $1"},
		{"UPDATE jobs SET s = $1 WHERE id = (SELECT id FROM jobs WHERE s = $2 ORDER BY at LIMIT 1 FOR UPDATE SKIP LOCKED)",
			"SELECT 1 FROM jobs WHERE id = (SELECT id FROM jobs WHERE s = $1 ORDER BY at LIMIT 1)"},
		{"WITH n AS (SELECT id FROM jobs WHERE s = $1 FOR UPDATE) UPDATE jobs SET s = $2 FROM n WHERE jobs.id = n.id",
			"WITH n AS MATERIALIZED (SELECT id FROM jobs WHERE s = $1) SELECT 1 FROM jobs, n WHERE jobs.id = n.id"},
		{"WITH gone AS (DELETE FROM t WHERE a = $1 RETURNING *) INSERT INTO old SELECT * FROM gone",
			"WITH gone AS MATERIALIZED (SELECT * FROM t WHERE a = $1) SELECT * FROM gone"},
		{"WITH up AS (UPDATE t SET a = $1 WHERE b = $2) SELECT c FROM u WHERE d = $3",
			"WITH up AS MATERIALIZED (SELECT 1 FROM t WHERE b = $1) SELECT c FROM u, (SELECT count(*) FROM up) pgdoctor_up WHERE d = $2"},
		{"WITH up AS (UPDATE t SET a = $1 WHERE b = $2) INSERT INTO u VALUES ($3)",
			"WITH up AS MATERIALIZED (SELECT 1 FROM t WHERE b = $1) SELECT 1 FROM (SELECT count(*) FROM up) pgdoctor_up"},
		{"WITH new AS (INSERT INTO t AS x (a) SELECT b FROM u WHERE c = $1 RETURNING x.id) INSERT INTO v SELECT id, $2 FROM new",
			"WITH new AS MATERIALIZED (SELECT x.id FROM (SELECT * FROM t x LIMIT 1) x, (SELECT 1 FROM (SELECT b FROM u WHERE c = $1) source) pgdoctor_source) SELECT id, $2 FROM new"},
		{"WITH new AS (INSERT INTO t (a) VALUES ($1) RETURNING id) SELECT id FROM new",
			"WITH new AS MATERIALIZED (SELECT id FROM (SELECT * FROM t LIMIT 1) t) SELECT id FROM new"},
		{"INSERT INTO t (a, b) VALUES ((SELECT id FROM u WHERE k = $1), $2), (DEFAULT, (SELECT max(id) FROM u))",
			"SELECT (SELECT id FROM u WHERE k = $1), (SELECT max(id) FROM u)"},
		{"SELECT date_trunc($1, at) AS d, sum(n), sum(sum(n)) OVER (ORDER BY date_trunc($2, at)) FROM t WHERE at > $3 GROUP BY date_trunc($4, at) HAVING count(*) > $5 ORDER BY date_trunc($6, at)",
			"SELECT date_trunc($2, at) AS d, sum(n), sum(sum(n)) OVER (ORDER BY date_trunc($2, at)) FROM t WHERE at > $1 GROUP BY date_trunc($2, at) HAVING count(*) > $3 ORDER BY date_trunc($2, at)"},
		{"SELECT at / $1 AS hour, sum(sum(n)) OVER (ORDER BY at / $2) FROM t GROUP BY hour", "SELECT at / $1 AS hour, sum(sum(n)) OVER (ORDER BY at / $1) FROM t GROUP BY hour"},
		{"SELECT date_trunc($1, at), k, sum(n) FROM t WHERE b = $2 GROUP BY GROUPING SETS ((k, date_trunc($3, at)), ROLLUP (date_trunc($4, at)), ())",
			"SELECT date_trunc($2, at), k, sum(n) FROM t WHERE b = $1 GROUP BY GROUPING SETS ((k, date_trunc($2, at)), ROLLUP (date_trunc($2, at)), ())"},
		{"SELECT date_trunc($1, at), sum(n) FROM t GROUP BY GROUPING SETS ((date_trunc('month', at)), ())",
			"SELECT date_trunc('month', at), sum(n) FROM t GROUP BY GROUPING SETS (date_trunc('month', at), ())"},
		{"SELECT date_trunc($1, at) AS d, sum(sum(n)) OVER (ORDER BY date_trunc('month', at)) FROM t WHERE b = $2 GROUP BY 1 ORDER BY 1",
			"SELECT date_trunc('month', at) AS d, sum(sum(n)) OVER (ORDER BY date_trunc('month', at)) FROM t WHERE b = $1 GROUP BY 1 ORDER BY 1"},
		{"SELECT a + 1, a + 2, a + $1 FROM t GROUP BY a + 1, a + 2, a + $2", "SELECT a + 1, a + 2, a + 1 FROM t GROUP BY a + 1, a + 2, a + 1"},
		{"SELECT a + $1 FROM t GROUP BY a + $2 UNION ALL (SELECT b + $3 FROM u GROUP BY b + $4 UNION SELECT c + $5 FROM v GROUP BY c + $6)",
			"SELECT a + $1 FROM t GROUP BY a + $1 UNION ALL (SELECT b + $2 FROM u GROUP BY b + $2 UNION SELECT c + $3 FROM v GROUP BY c + $3)"},
		{"SELECT DISTINCT lower(a || $1) FROM t ORDER BY lower(a || $2)", "SELECT DISTINCT lower(a || $1) FROM t ORDER BY lower(a || $1)"},
		{"SELECT DISTINCT ON (a + $1) b FROM t ORDER BY a + $2, c", "SELECT DISTINCT ON (a + $1) b FROM t ORDER BY a + $1, c"},
		{"SELECT a + $1, (SELECT max(b + $2) FROM u WHERE c = a + $3) FROM t GROUP BY a + $4", "SELECT a + $3, (SELECT max(b + $1) FROM u WHERE c = (a + $2)) FROM t GROUP BY a + $3"},
		{"SELECT lag(a + $1) OVER w FROM t GROUP BY a + $2 WINDOW w AS (ORDER BY a + $3)", "SELECT lag(a + $1) OVER w FROM t GROUP BY a + $1 WINDOW w AS (ORDER BY a + $1)"},
		{"PREPARE q AS SELECT a FROM t WHERE b = $1", "SELECT a FROM t WHERE b = $1"},
		{"COPY (SELECT a FROM t WHERE b = $1) TO STDOUT", "SELECT a FROM t WHERE b = $1"},
		{"DECLARE c CURSOR FOR SELECT a FROM t WHERE b = $1", "SELECT a FROM t WHERE b = $1"},
		{"CREATE TEMP TABLE x AS SELECT a FROM t WHERE b = $1", "SELECT a FROM t WHERE b = $1"},
	} {
		statement, err := Read(test.text, Beside{})
		if err != nil {
			t.Errorf("%s: %v", test.text, err)
			continue
		}
		if statement.Query != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.text, statement.Query, test.want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for text, want := range map[string]error{
		"VACUUM t":           ErrUtility,
		"COPY t TO stdout":   ErrUtility,
		"SELECT 1; SELECT 2": ErrSeveral,
	} {
		if _, err := Read(text, Beside{}); !errors.Is(err, want) {
			t.Errorf("%s: got %v", text, err)
		}
	}
	if _, err := Read("SELECT a FROM t WHERE b = 'cut of", Beside{}); err == nil {
		t.Error("a text that was cut off is read")
	}
}

func TestReadDetails(t *testing.T) {
	statement, err := Read("UPDATE s.t SET hits = hits + $1, at = now() WHERE id = $2", Beside{})
	if err != nil {
		t.Fatal(err)
	}
	if want := []Change{{"UPDATE", Table{"s", "t"}, []string{"hits", "at"}}}; !cmp.Equal(statement.Changes, want) {
		t.Errorf("%+v", statement)
	}
	statement, err = Read("WITH gone AS (DELETE FROM q RETURNING id) INSERT INTO s.t (id, n) SELECT id, 1 FROM gone ON CONFLICT (id) DO UPDATE SET n = t.n + 1", Beside{})
	if want := []Change{{"INSERT", Table{"s", "t"}, []string{"n"}}, {"DELETE", Table{"", "q"}, nil}}; err != nil || !cmp.Equal(statement.Changes, want) {
		t.Errorf("%+v, %v", statement.Changes, err)
	}
	statement, err = Read("MERGE INTO t USING u ON t.id = u.id WHEN MATCHED THEN UPDATE SET a = u.a WHEN NOT MATCHED THEN INSERT VALUES (u.id, u.a)", Beside{})
	if want := []Change{{"MERGE", Table{"", "t"}, []string{"a"}}}; err != nil || !cmp.Equal(statement.Changes, want) {
		t.Errorf("%+v, %v", statement.Changes, err)
	}
	statement, err = Read("SELECT a FROM t WHERE b = $1 ORDER BY c LIMIT $2 OFFSET $3", Beside{})
	if err != nil {
		t.Fatal(err)
	}
	if !statement.RowsTell || !cmp.Equal(statement.Limits, []int{2}) || !cmp.Equal(statement.Offsets, []int{3}) {
		t.Errorf("%+v", statement)
	}
	if want := []Mention{{"", "a"}, {"", "b"}, {"", "c"}}; !cmp.Equal(statement.Columns, want) {
		t.Errorf("columns %q, want %q", statement.Columns, want)
	}
	statement, err = Read("SELECT x.a, s.t.b FROM t AS x JOIN s.t ON x.a = t.b", Beside{})
	if want := []Mention{{"x", "a"}, {"t", "b"}}; err != nil || !cmp.Equal(statement.Columns, want) {
		t.Errorf("columns %q, want %q, %v", statement.Columns, want, err)
	}
	for _, text := range []string{"SELECT * FROM t WHERE b = $1", "SELECT x.* FROM t AS x WHERE x.b = $1", "SELECT b FROM t WHERE b = $1 FOR UPDATE", "DELETE FROM t WHERE b = $1"} {
		if statement, err = Read(text, Beside{}); err != nil || statement.Columns != nil {
			t.Errorf("%s: columns %q, %v, want none: it reads whole rows", text, statement.Columns, err)
		}
	}
	statement, err = Read("SELECT a FROM t WHERE b LIKE $1 ESCAPE $2 AND c = $3", Beside{})
	if want := "SELECT a FROM t WHERE b LIKE $1 AND c = $2"; err != nil || statement.Query != want {
		t.Errorf("got %s, %v, want %s", statement.Query, err, want)
	}
	own := "SELECT a FROM t WHERE b = like_escape($1)"
	if statement, err = Read(own, Beside{}); err != nil || statement.Query != own {
		t.Errorf("a function of one's own of that name: got %s, %v", statement.Query, err)
	}
	statement, err = Read("SELECT sum(CASE WHEN a = $1 THEN $2 ELSE $3 END) FROM t WHERE d BETWEEN $4 - $5 AND $4 + $5", Beside{})
	if err != nil {
		t.Fatal(err)
	}
	want := "SELECT sum(CASE WHEN a = $1 THEN $2::int ELSE $3::int END) FROM t WHERE d BETWEEN $4::int - $5::int AND $4::int + $5::int"
	if len(statement.Alternatives) != 6 || statement.Alternatives[0] != want || statement.RowsTell {
		t.Errorf("got %q, %v", statement.Alternatives, statement.RowsTell)
	}
}

func TestArraysOfOtherTypes(t *testing.T) {
	statement, err := Read("SELECT a FROM t WHERE codes @> ARRAY[$1]", Beside{})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"SELECT a FROM t WHERE codes @> ARRAY[$1::int]", "SELECT a FROM t WHERE codes @> ARRAY[$1::bigint]", "SELECT a FROM t WHERE codes @> ARRAY[$1::pg_catalog.uuid]"} {
		if !slices.Contains(statement.Alternatives, want) {
			t.Errorf("%q does not have %s", statement.Alternatives, want)
		}
	}
}

func TestCountersOfRecursion(t *testing.T) {
	statement, err := Read("WITH RECURSIVE r AS (SELECT id, $1 AS depth FROM t WHERE id = $2 UNION ALL SELECT t.id, r.depth + $3 FROM t JOIN r ON t.parent = r.id) SELECT * FROM r", Beside{})
	if err != nil {
		t.Fatal(err)
	}
	if len(statement.Alternatives) == 0 || !strings.Contains(statement.Alternatives[0], "SELECT id, $1::int AS depth") {
		t.Errorf("got %q", statement.Alternatives)
	}
}

func TestLimitsOfUnion(t *testing.T) {
	statement, err := Read("(SELECT a FROM t ORDER BY a LIMIT $1) UNION ALL (SELECT a FROM u ORDER BY a LIMIT $2 OFFSET $3)", Beside{})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(statement.Limits)
	if !slices.Equal(statement.Limits, []int{1, 2}) || !slices.Equal(statement.Offsets, []int{3}) {
		t.Errorf("limits %v, offsets %v", statement.Limits, statement.Offsets)
	}
}

func TestLocksAndStops(t *testing.T) {
	for text, want := range map[string][2]bool{
		"SELECT id FROM orders WHERE user_id = $1":                      {false, false},
		"SELECT id FROM orders WHERE user_id = $1 LIMIT 10":             {false, true},
		"SELECT id FROM orders ORDER BY id LIMIT $1 FOR UPDATE":         {true, true},
		"SELECT id FROM (SELECT id FROM orders LIMIT 10) AS o":          {false, false},
		"UPDATE orders SET status = $1 WHERE user_id = $2":              {true, false},
		"DELETE FROM orders WHERE user_id = $1":                         {true, false},
		"INSERT INTO orders SELECT * FROM old_orders WHERE user_id = 1": {true, false},
	} {
		statement, err := Read(text, Beside{})
		if err != nil {
			t.Fatal(err)
		}
		if got := [2]bool{statement.Locks, statement.Stops}; got != want {
			t.Errorf("%s: locks, stops: %v", text, got)
		}
	}
}

func TestReadQualifies(t *testing.T) {
	statement, err := Read("WITH b AS (SELECT 1) UPDATE a SET x = $1 FROM b, c JOIN s.a ON true WHERE c.y = $2", Beside{Schemas: map[string]string{"a": "one", "b": "two", "c": "Three"}})
	if err != nil {
		t.Fatal(err)
	}
	if want := `WITH b AS (SELECT 1) SELECT 1 FROM one.a, b, "Three".c JOIN s.a ON true WHERE c.y = $1`; statement.Query != want {
		t.Errorf("got %s", statement.Query)
	}
}

func TestFingerprint(t *testing.T) {
	print := func(text string) string {
		found, err := Fingerprint(text)
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	first := print("SELECT a FROM orders_1 WHERE b IN (1, 2)")
	if first != print("select a from orders_1 where b in ($1)") {
		t.Error("constants make a difference")
	}
	if first == print("SELECT a FROM orders_2 WHERE b IN (1, 2)") {
		t.Error("two tables are taken for one")
	}
}

func TestBind(t *testing.T) {
	got := Bind(`SELECT '$1', "$2", E'\'$1', $2 FROM t WHERE a = $1 AND b = $12`, []string{"'x'::text", "5"})
	if want := `SELECT '$1', "$2", E'\'$1', 5 FROM t WHERE a = 'x'::text AND b = $12`; got != want {
		t.Errorf("got %s", got)
	}
}

func TestMend(t *testing.T) {
	for _, test := range []struct {
		query, at, typeName, want string
	}{
		{"SELECT 1 FROM t WHERE day <= (started + $1)", "+", "int4", "SELECT 1 FROM t WHERE day <= (started + $1::int)"},
		{"SELECT 'é' FROM t WHERE due >= $1::date - $2", ">=", "int4", "SELECT 'é' FROM t WHERE due >= ($1::date - $2::int)"},
		{"SELECT 1 FROM t WHERE (at AT TIME ZONE $1)::date = (current_date - $2)", "=", "int4", "SELECT 1 FROM t WHERE (at AT TIME ZONE $1)::date = (current_date - $2::int)"},
		{"SELECT 1 FROM t WHERE a = abs($1)", "=", "int4", "SELECT 1 FROM t WHERE a = abs($1::int)"},
		{"SELECT f($1, a, $2)", "f(", "text", "SELECT f($1::pg_catalog.text, a, $2::pg_catalog.text)"},
		{"SELECT 1 FROM t WHERE a = b", "=", "int4", ""},
		{"SELECT 1 FROM t WHERE a = (SELECT b + $1)", "=", "int4", ""},
		{"SELECT 1 FROM t WHERE a = b + $1", "nowhere", "int4", ""},
	} {
		position := 0
		if before, _, found := strings.Cut(test.query, test.at); found {
			position = utf8.RuneCountInString(before) + 1
		}
		got, _, ok := Mend(test.query, position, test.typeName)
		if ok != (test.want != "") || ok && got != test.want {
			t.Errorf("%s: got %s", test.query, got)
		}
	}
}

// From 18 on a list is squashed to its first constant.
func TestLists(t *testing.T) {
	for text, want := range map[string][]int{
		"SELECT a FROM t WHERE b IN ($1 /*, ... */) AND c = $2 LIMIT $3":      {1},
		"UPDATE t SET a = $1 WHERE c = $2 AND b = ANY (ARRAY[$3 /*, ... */])": {2},
		"SELECT a FROM t WHERE b IN ($1, $2)":                                 nil,
	} {
		statement, err := Read(text, Beside{})
		if err != nil || !slices.Equal(statement.Lists, want) {
			t.Errorf("%s: %v %v, in %s", text, statement.Lists, err, statement.Query)
		}
	}
}

func TestDetermine(t *testing.T) {
	for query, want := range map[string]string{
		"SELECT count($1), a FROM t WHERE b = $2":                 "SELECT count($1::pg_catalog.text), a FROM t WHERE b = $2",
		"SELECT concat($1, a) FROM t WHERE b = $2 GROUP BY f($1)": "SELECT concat($1::pg_catalog.text, a) FROM t WHERE b = $2 GROUP BY f($1::pg_catalog.text)",
		"SELECT count($1::int) FROM t":                            "",
		"SELECT count($2) FROM t":                                 "",
	} {
		if got, ok := Determine(query, 1, "text"); got != want || ok != (want != "") {
			t.Errorf("%s: got %s", query, got)
		}
	}
}

func TestFirsts(t *testing.T) {
	for query, want := range map[string][]string{
		"SELECT 1 FROM a JOIN b ON true WHERE EXISTS (SELECT 1 FROM c)":                         {"a"},
		"SELECT (SELECT 1 FROM c) FROM a x, b":                                                  {"x", "c"},
		"SELECT 1 FROM (SELECT 1 FROM a) s, b":                                                  nil,
		"SELECT 1 FROM (SELECT DISTINCT n FROM a) s, b":                                         {"a"},
		"WITH w AS (SELECT n FROM a) SELECT 1 FROM b, w":                                        {"b"},
		"WITH w AS MATERIALIZED (SELECT n FROM a) SELECT 1 FROM b, w":                           {"b", "a"},
		"SELECT n FROM a UNION SELECT n FROM b":                                                 {"a", "b"},
		"SELECT n FROM a UNION ALL SELECT n FROM b LIMIT 5":                                     nil,
		"SELECT n FROM a WHERE n IN (SELECT n FROM b) AND n = (SELECT max(n) FROM c, d)":        {"a", "c"},
		"UPDATE a SET n = 1 FROM b WHERE b.id = a.id":                                           {"a"},
		"SELECT 1 FROM a LEFT JOIN LATERAL (SELECT 1 FROM b WHERE b.n = a.n LIMIT 1) x ON true": {"a", "b"},
	} {
		statement, err := Read(query, Beside{})
		if err != nil {
			t.Errorf("%s: %v", query, err)
			continue
		}
		slices.Sort(statement.Firsts)
		slices.Sort(want)
		if !slices.Equal(statement.Firsts, want) {
			t.Errorf("%s: got %v", query, statement.Firsts)
		}
	}
}

func TestReadWords(t *testing.T) {
	statement, err := Read("SELECT a FROM t WHERE b >= date_trunc($1, $2::timestamp) AT TIME ZONE $3 AND c = decode($4, $5) AND d[$6] = $7 AND e = to_date($8, $9)", Beside{})
	if err != nil {
		t.Fatal(err)
	}
	want := map[int]string{1: "day", 5: "hex", 6: "1", 9: "YYYY-MM-DD HH24:MI:SS"}
	if !cmp.Equal(statement.Words, want) || !cmp.Equal(statement.Zones, []int{3}) {
		t.Errorf("words %v, zones %v", statement.Words, statement.Zones)
	}
	statement, err = Read("SELECT a FROM t, websearch_to_tsquery($1, $2) q WHERE b @@ q AND c @@ plainto_tsquery($3) AND d @@ to_tsquery('simple', lower($4))", Beside{})
	if err != nil || !cmp.Equal(statement.Searches, []int{2, 3}) {
		t.Errorf("searches %v, %v", statement.Searches, err)
	}
	for _, text := range []string{"CREATE TABLE x AS SELECT a FROM t", "DECLARE c CURSOR FOR SELECT a FROM t"} {
		if statement, err = Read(text, Beside{}); err != nil || statement.RowsTell {
			t.Errorf("%s: its rows are counted, %v", text, err)
		}
	}
}

// Parameters in lists of VALUES have no type of their own.
func TestMendLists(t *testing.T) {
	for query, want := range map[string]string{
		"SELECT a FROM t WHERE b IN (VALUES ($1), ($2))":                       "SELECT a FROM t WHERE b IN (VALUES ($1::bigint), ($2::bigint))",
		"SELECT a FROM t JOIN (VALUES ($1, $2), ($3, $4)) v (c, d) ON b = v.d": "SELECT a FROM t JOIN (VALUES ($1, $2::bigint), ($3, $4::bigint)) v(c, d) ON b = v.d",
	} {
		position := strings.Index(query, " IN ") + 2
		if position == 1 {
			position = strings.Index(query, " = ") + 2
		}
		if got, _, ok := Mend(query, position, "bigint"); !ok || got != want {
			t.Errorf("%s:\n got %s\nwant %s", query, got, want)
		}
	}
	if got, _, ok := Mend("SELECT a FROM t JOIN (VALUES ($1)) v (c) ON b = u.c", len("SELECT a FROM t JOIN (VALUES ($1)) v (c) ON b ")+1, "bigint"); ok {
		t.Errorf("a list of another name is mended: %s", got)
	}
}
