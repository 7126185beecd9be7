package fixes

import (
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/checks"
)

// A partitioned index whose partition b is begun and attached, c has a loose
// index, and a, partitioned itself, has nothing.
func TestAttachIndex(t *testing.T) {
	part := func(name, parent string, leaf bool) checks.IndexedPartition {
		kind := "p"
		if leaf {
			kind = "r"
		}
		return checks.IndexedPartition{Partition: checks.Partition{Schema: "s", Name: name, ParentSchema: "s", Parent: parent, Leaf: leaf, Kind: kind}}
	}
	with := func(p checks.IndexedPartition, index, attachedTo, definition string) checks.IndexedPartition {
		valid := p.Leaf
		p.Index, p.Valid, p.Definition = &index, &valid, &definition
		if attachedTo != "" {
			p.AttachedTo, p.Attached = &attachedTo, true
		}
		return p
	}
	row := checks.PartitionedIndex{
		Schema: "s", Index: "i", Table: "t", Definition: "CREATE INDEX i ON ONLY s.t USING btree (x)",
		Partitions: checks.IndexedPartitions{
			part("a", "t", false),
			with(part("b", "t", false), "ib", "i", "CREATE INDEX ib ON ONLY s.b USING btree (x)"),
			with(part("c", "t", true), "ic", "", "CREATE INDEX ic ON s.c USING btree (x)"),
			part("a1", "a", true),
			with(part("b1", "b", true), "ib1", "ib", "CREATE INDEX ib1 ON s.b1 USING btree (x)"),
			part("b2", "b", true),
		},
	}
	steps, err := attachIndex(row, Context{})
	if err != nil {
		t.Fatal(err)
	}
	name := map[string]string{}
	for _, table := range []string{"a", "a1", "b2"} {
		name[table] = derivedName("part", table, "i")
	}
	fill := strings.NewReplacer("<a>", name["a"], "<a1>", name["a1"], "<b2>", name["b2"])
	want := []struct{ up, down string }{
		{"-- nothing to do yet: undoing attaches again what was attached before",
			`ALTER INDEX "s"."i" ATTACH PARTITION "s"."ib";` + "\n" + `ALTER INDEX "s"."ib" ATTACH PARTITION "s"."ib1";` + "\n"},
		{"-- nothing to do yet: undoing drops this index with the others, and builds it again", "CREATE INDEX CONCURRENTLY ic ON s.c USING btree (x);"},
		{"-- nothing to do yet: undoing drops this index with the others, and builds it again", "CREATE INDEX CONCURRENTLY ib1 ON s.b1 USING btree (x);"},
		{`CREATE INDEX "<a>" ON ONLY "s"."a" USING btree (x);` + "\n", `DROP INDEX IF EXISTS "s"."<a>";` + "\n"},
		{`CREATE INDEX CONCURRENTLY "<a1>" ON "s"."a1" USING btree (x);`, `DROP INDEX CONCURRENTLY IF EXISTS "s"."<a1>";`},
		{`CREATE INDEX CONCURRENTLY "<b2>" ON "s"."b2" USING btree (x);`, `DROP INDEX CONCURRENTLY IF EXISTS "s"."<b2>";`},
		{`ALTER INDEX "s"."ib" ATTACH PARTITION "s"."<b2>";` + "\n" + `ALTER INDEX "s"."<a>" ATTACH PARTITION "s"."<a1>";` + "\n" +
			`ALTER INDEX "s"."i" ATTACH PARTITION "s"."ic";` + "\n" + `ALTER INDEX "s"."i" ATTACH PARTITION "s"."<a>";` + "\n",
			`DROP INDEX "s"."i";` + "\nCREATE INDEX i ON ONLY s.t USING btree (x);\nCREATE INDEX ib ON ONLY s.b USING btree (x);\n"},
	}
	if len(steps) != len(want) {
		t.Fatalf("%d steps, want %d", len(steps), len(want))
	}
	for i, step := range steps {
		if step.Up != fill.Replace(want[i].up) || step.Down != fill.Replace(want[i].down) {
			t.Errorf("step %d:\n%s\n-- down\n%s", i+1, step.Up, step.Down)
		}
	}
}
