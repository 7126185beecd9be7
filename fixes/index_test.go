package fixes

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pgdoctor/pgdoctor/checks"
)

func TestDefinitionOf(t *testing.T) {
	for name, test := range map[string]struct{ index, definition, want string }{
		"plain":           {"a_idx", "CREATE INDEX a_idx ON public.a USING btree (b)", "ON public.a USING btree (b)"},
		"unique":          {"a_idx", "CREATE UNIQUE INDEX a_idx ON public.a USING btree (b) WHERE (c > 1)", "ON public.a USING btree (b) WHERE (c > 1)"},
		"quoted":          {"A idx", `CREATE INDEX "A idx" ON public."A" USING gin (b)`, `ON public."A" USING gin (b)`},
		"quotes":          {`a"b`, `CREATE INDEX "a""b" ON public.a USING btree (b)`, "ON public.a USING btree (b)"},
		"ON in it":        {"x ON y", `CREATE INDEX "x ON y" ON public.a USING btree (b)`, "ON public.a USING btree (b)"},
		"all of it in it": {`i" ON s.t USING`, `CREATE INDEX "i"" ON s.t USING" ON public.a USING btree (b)`, "ON public.a USING btree (b)"},
		"ON in the table": {"i", `CREATE INDEX i ON public."x ON y" USING btree (b)`, `ON public."x ON y" USING btree (b)`},
		"name twice":      {"i", `CREATE INDEX i ON public."z i ON y" USING btree (b)`, `ON public."z i ON y" USING btree (b)`},
		"key word":        {"user", `CREATE INDEX "user" ON public.a USING btree (b)`, "ON public.a USING btree (b)"},
		"digit first":     {"1st", `CREATE INDEX "1st" ON public.a USING btree (b)`, "ON public.a USING btree (b)"},
		"unicode":         {"größe", `CREATE INDEX "größe" ON public.a USING btree (b)`, "ON public.a USING btree (b)"},
		"storage":         {"i", "CREATE INDEX i ON public.a USING btree (b) WITH (fillfactor='70')", "ON public.a USING btree (b) WITH (fillfactor='70')"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := definitionOf(checks.InvalidIndex{Index: test.index, Definition: test.definition}); got != test.want {
				t.Errorf("got %s", got)
			}
		})
	}
}

func TestMinimalQuote(t *testing.T) {
	for name, want := range map[string]string{
		"email": "email", "e_mail_2": "e_mail_2", "_x": "_x", "Email": `"Email"`, "e mail": `"e mail"`, `e"`: `"e"""`,
		"é": `"é"`, "a.b": `"a.b"`, "a$b": `"a$b"`, "a-b": `"a-b"`,
	} {
		if got := minimalQuote(name); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}

func TestRebuildIndex(t *testing.T) {
	n := newNames("")
	key, predicate := "orders_pkey", "code > 1"
	for name, test := range map[string]struct {
		change func(*checks.InvalidIndex)
		ups    []string
		stops  string // a part of what the first step requires
	}{
		"plain": {ups: []string{
			`DROP INDEX CONCURRENTLY IF EXISTS "ph_schema"."ph_i";`,
			`CREATE INDEX CONCURRENTLY "ph_i" ON "ph_schema"."ph_orders" USING btree ("ph_code");`,
		}},
		"a leftover": {
			change: func(i *checks.InvalidIndex) { i.Leftover = "ccold" },
			ups:    []string{`DROP INDEX CONCURRENTLY IF EXISTS "ph_schema"."ph_i";`},
		},
		"of a constraint": {
			change: func(i *checks.InvalidIndex) { i.Constraint = &key },
			ups:    []string{`REINDEX INDEX CONCURRENTLY "ph_schema"."ph_i";`},
		},
		"a leftover of a constraint's": {
			change: func(i *checks.InvalidIndex) { i.Constraint, i.Leftover = &key, "ccnew" },
			ups:    []string{`DROP INDEX CONCURRENTLY IF EXISTS "ph_schema"."ph_i";`},
		},
		"unique": {
			change: func(i *checks.InvalidIndex) { i.Unique = true },
			ups:    []string{`DROP INDEX CONCURRENTLY IF EXISTS "ph_schema"."ph_i";`, `CREATE UNIQUE INDEX CONCURRENTLY "ph_i" ON "ph_schema"."ph_orders" USING btree ("ph_code");`},
			stops:  `WHERE true) AS g WHERE g.k1 IS NOT NULL AND g.k2 IS NOT NULL AND true GROUP BY g.k1, g.k2 HAVING pg_catalog.count(*) > 1)`,
		},
		"unique, NULLs are equal, partial": {
			change: func(i *checks.InvalidIndex) { i.Unique, i.NullsNotDistinct, i.Predicate = true, true, &predicate },
			ups:    []string{`DROP INDEX CONCURRENTLY IF EXISTS "ph_schema"."ph_i";`, `CREATE UNIQUE INDEX CONCURRENTLY "ph_i" ON "ph_schema"."ph_orders" USING btree ("ph_code");`},
			stops:  `WHERE code > 1) AS g WHERE true GROUP BY g.k1, g.k2 HAVING`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			row := n.invalid("i", false)
			if test.change != nil {
				test.change(&row)
			}
			row.Definition = `CREATE INDEX ph_i ON "ph_schema"."ph_orders" USING btree ("ph_code")`
			var ups []string
			list := steps(t, Options{}, "rebuild-index", find(t, checks.IndexInvalid, row))
			for _, step := range list {
				ups = append(ups, step.Up)
				if !step.Alone || !step.Waits || step.Done == "" {
					t.Errorf("%s: alone %v, waits %v, done %q", step.Slug, step.Alone, step.Waits, step.Done)
				}
			}
			if diff := cmp.Diff(test.ups, ups); diff != "" {
				t.Error(diff)
			}
			stops := ""
			for _, requirement := range list[0].Requires {
				stops += requirement.SQL + "\n"
			}
			if !strings.Contains(stops, test.stops) || test.stops == "" && strings.Contains(stops, "GROUP BY") {
				t.Errorf("it requires\n%s", stops)
			}
		})
	}
}

func TestReindexLeftover(t *testing.T) {
	key := "k"
	row := newNames("").invalid("x", false)
	row.Index, row.Constraint = strings.Repeat("é", 31), &key // 62 bytes
	step := steps(t, Options{}, "rebuild-index", find(t, checks.IndexInvalid, row))[0]
	if want := `"` + strings.Repeat("é", 28) + `_ccnew"`; !strings.HasSuffix(step.Clean, want) {
		t.Errorf("got %s, want …%s", step.Clean, want)
	}
}

func TestPartitionedIndex(t *testing.T) {
	schema := newNames("").schema()
	row := checks.UnindexedFK{Schema: "ph_schema", Table: "ph_events", Constraint: "k", Columns: []string{"ph_user"}, Rows: 1e6}
	list := steps(t, Options{Schema: schema}, "create-index", find(t, checks.FKWithoutIndex, row))
	hash := list[0].Up[strings.Index(list[0].Up, "_idx_")+5:][:6]
	var got []string
	for _, step := range list {
		got = append(got, strings.TrimSpace(strings.ReplaceAll(step.Up, hash, "HASH")), "-- down: "+strings.TrimSpace(strings.ReplaceAll(step.Down, hash, "HASH")))
	}
	want := []string{
		`CREATE INDEX "ph_events_ph_user_idx_HASH" ON ONLY "ph_schema"."ph_events" ("ph_user");
CREATE INDEX "ph_events_1_p1_HASH" ON ONLY "ph_parts"."ph_events_1" ("ph_user");`,
		`-- down: DROP INDEX IF EXISTS "ph_parts"."ph_events_1_p1_HASH";
DROP INDEX IF EXISTS "ph_schema"."ph_events_ph_user_idx_HASH";`,
		`CREATE INDEX CONCURRENTLY "ph_events_2_p2_HASH" ON "ph_parts"."ph_events_2" ("ph_user");`,
		`-- down: DROP INDEX CONCURRENTLY IF EXISTS "ph_parts"."ph_events_2_p2_HASH";`,
		`CREATE INDEX CONCURRENTLY "ph_events_11_p3_HASH" ON "ph_parts"."ph_events_11" ("ph_user");`,
		`-- down: DROP INDEX CONCURRENTLY IF EXISTS "ph_parts"."ph_events_11_p3_HASH";`,
		// a partition's own index must be whole before it is attached itself
		`ALTER INDEX "ph_parts"."ph_events_1_p1_HASH" ATTACH PARTITION "ph_parts"."ph_events_11_p3_HASH";
ALTER INDEX "ph_schema"."ph_events_ph_user_idx_HASH" ATTACH PARTITION "ph_parts"."ph_events_2_p2_HASH";
ALTER INDEX "ph_schema"."ph_events_ph_user_idx_HASH" ATTACH PARTITION "ph_parts"."ph_events_1_p1_HASH";`,
		`-- down: DROP INDEX IF EXISTS "ph_schema"."ph_events_ph_user_idx_HASH";`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	foreign := schema.Tables[2].Partitions
	foreign[1].Kind = "f"
	if got := refused(t, planned(t, Options{Schema: schema}, find(t, checks.FKWithoutIndex, row))); got != "partition ph_parts.ph_events_2 is a foreign table, which cannot carry an index" {
		t.Errorf("got %q", got)
	}
}

// TestPartitionIndexNames: long names of partitions that begin alike are told apart.
func TestPartitionIndexNames(t *testing.T) {
	table := checks.Table{Schema: "s", Name: strings.Repeat("e", 63), Kind: "p"}
	for _, end := range []string{"1", "2", "3"} {
		table.Partitions = append(table.Partitions, checks.Partition{
			Schema: "s", Name: strings.Repeat("é", 31) + end, ParentSchema: "s", Parent: table.Name, Leaf: true, Kind: "r",
		})
	}
	row := checks.UnindexedFK{Schema: "s", Table: table.Name, Columns: []string{"c"}, Rows: 1e6}
	seen := map[string]bool{}
	for _, step := range steps(t, Options{Schema: checks.Schema{Tables: []checks.Table{table}}}, "create-index", find(t, checks.FKWithoutIndex, row)) {
		if name, _, built := strings.Cut(strings.TrimPrefix(step.Up, `CREATE INDEX CONCURRENTLY "`), `"`); built && step.Alone {
			if seen[name] || len(name) > maxName {
				t.Errorf("%q again, or of %d bytes", name, len(name))
			}
			seen[name] = true
		}
	}
	if len(seen) != 3 {
		t.Errorf("%d indexes", len(seen))
	}
}
