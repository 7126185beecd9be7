package advisor

import (
	"encoding/binary"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

func TestStatementsOf(t *testing.T) {
	workers := 3
	snapshot := &Snapshot{
		Objects: []CapturedObject{
			{Kind: "schema", Schema: "s", Name: "s", SQL: "CREATE SCHEMA s"},
			{Kind: "function", Schema: "s", Name: "f", SQL: "CREATE FUNCTION f"},
			{Kind: "view", Schema: "s", Name: "v", SQL: "CREATE VIEW v"},
		},
		Tables: []CapturedTable{
			{Schema: "s", Name: `odd"; DROP`, Kind: "p", PartitionBy: "RANGE (at)", Columns: []CapturedColumn{
				{Name: "at", Type: "date", NotNull: true},
				{Name: `x"y`, Type: "text", Collation: `pg_catalog."C"`},
				{Name: "z", Type: "text", Virtual: "lower(x)"},
			}, Constraints: []CapturedConstraint{{"k", "f", "FOREIGN KEY (at) REFERENCES s.u(at)"}}},
			{Schema: "s", Name: "leaf", Parents: [][2]string{{"s", `odd"; DROP`}}, Bound: "DEFAULT", ParallelWorkers: &workers,
				Constraints: []CapturedConstraint{{"c", "c", "CHECK (at > 0)"}}},
			{Schema: "s", Name: "child", Parents: [][2]string{{"s", "u"}}},
		},
		Indexes: []CapturedIndex{
			{Schema: "s", Name: "parent_pkey", Table: `odd"; DROP`, Kind: "I", Definition: "no", Constraint: "PRIMARY KEY (at)"},
			{Schema: "s", Name: "leaf_pkey", Table: "leaf", Kind: "i", Valid: true, Definition: "no", Constraint: "PRIMARY KEY (at)", Parent: &[2]string{"s", "parent_pkey"}},
			{Schema: "s", Name: "plain", Table: "child", Kind: "i", Valid: true, Definition: "CREATE INDEX plain"},
			{Schema: "s", Name: "half_built", Table: "child", Kind: "i", Definition: "CREATE INDEX half_built"},
		},
	}
	var got []string
	for _, made := range statementsOf(snapshot) {
		got = append(got, made.kind+": "+made.sql)
	}
	want := []string{
		"schema: CREATE SCHEMA s",
		`table: CREATE TABLE "s"."odd""; DROP" ("at" date NOT NULL, "x""y" text COLLATE pg_catalog."C", "z" text GENERATED ALWAYS AS (lower(x)) VIRTUAL) PARTITION BY RANGE (at)`,
		`table: CREATE TABLE "s"."leaf" () WITH (parallel_workers = 3)`,
		`table: CREATE TABLE "s"."child" ()`,
		`table: ALTER TABLE "s"."odd""; DROP" ATTACH PARTITION "s"."leaf" DEFAULT`,
		`table: ALTER TABLE "s"."child" INHERIT "s"."u"`,
		"function: CREATE FUNCTION f",
		"view: CREATE VIEW v",
		`index: ALTER TABLE ONLY "s"."odd""; DROP" ADD CONSTRAINT "parent_pkey" PRIMARY KEY (at)`,
		`index: ALTER TABLE ONLY "s"."leaf" ADD CONSTRAINT "leaf_pkey" PRIMARY KEY (at)`,
		"index: CREATE INDEX plain",
		`index: ALTER INDEX "s"."parent_pkey" ATTACH PARTITION "s"."leaf_pkey"`,
		`check: ALTER TABLE "s"."leaf" ADD CONSTRAINT "c" CHECK (at > 0)`,
		`foreign key: ALTER TABLE "s"."odd""; DROP" ADD CONSTRAINT "k" FOREIGN KEY (at) REFERENCES s.u(at)`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// emptyMeta is the metapage of a b-tree without rows.
func emptyMeta(size int) []byte {
	meta := make([]byte, size)
	binary.LittleEndian.PutUint32(meta[24:], 0x053162)
	binary.LittleEndian.PutUint32(meta[28:], 4)
	return meta
}

// TestBtreeShape walks down from the metapage as the server does.
func TestBtreeShape(t *testing.T) {
	little := binary.LittleEndian
	for height := 1; height <= 4; height++ {
		const size = 8192
		pages := btreeShape(emptyMeta(size), height)
		if len(pages) != size*(height+2) {
			t.Fatalf("height %d: %d bytes", height, len(pages))
		}
		if little.Uint32(pages[28:]) != 4 || little.Uint32(pages[36:]) != uint32(height) || little.Uint32(pages[44:]) != uint32(height) {
			t.Errorf("height %d: metapage % x", height, pages[24:48])
		}
		block := int(little.Uint32(pages[40:]))
		for level := height; level >= 0; level-- {
			page := pages[size*block : size*(block+1)]
			special := int(little.Uint16(page[16:]))
			flags := little.Uint16(page[special+12:])
			if got := little.Uint32(page[special+8:]); got != uint32(level) {
				t.Errorf("height %d: block %d is of level %d, want %d", height, block, got, level)
			}
			if (flags&1 == 1) != (level == 0) || (flags&2 == 2) != (level == height) {
				t.Errorf("height %d: block %d has flags %d", height, block, flags)
			}
			if level == 0 {
				if little.Uint16(page[12:]) != 24 {
					t.Errorf("height %d: the leaf is not empty", height)
				}
				break
			}
			item := little.Uint32(page[24:])
			at := int(item & 0x7fff)
			if item>>15&3 != 1 || item>>17 != 8 || at != int(little.Uint16(page[14:])) {
				t.Errorf("height %d: block %d has the item %x", height, block, item)
			}
			block = int(little.Uint16(page[at+2:]))
		}
	}
}

func TestBtreeShapeOfSomethingElse(t *testing.T) {
	big := emptyMeta(8192)
	binary.BigEndian.PutUint32(big[24:], 0x053162)
	filled := emptyMeta(8192)
	binary.LittleEndian.PutUint32(filled[32:], 3)
	for name, meta := range map[string][]byte{"nothing": nil, "zeros": make([]byte, 8192), "the other byte order": big, "rows in it": filled} {
		if btreeShape(meta, 2) != nil {
			t.Errorf("%s was taken for the metapage of an empty btree", name)
		}
	}
}

func TestSoleColumn(t *testing.T) {
	tree := `({FUNCEXPR :funcid 870 :args ({VAR :varno 1 :varattno 2 :vartype 25})} ` +
		`{OPEXPR :args ({VAR :varno 1 :varattno 3} {CONST :constvalue 4 [ 1 0 0 0 ]} {VAR :varno 1 :varattno 3})} ` +
		`{OPEXPR :name a\}b :args ({VAR :varno 1 :varattno 3} {VAR :varno 1 :varattno 4})} {CONST :constvalue 1})`
	for place, want := range map[int]string{1: "2", 2: "3", 3: "", 4: "", 5: ""} {
		if got := soleColumn(tree, place); got != want {
			t.Errorf("expression %d: column %q, want %q", place, got, want)
		}
	}
}

func TestDeriveStatistics(t *testing.T) {
	correlation := 0.8
	source := func(distinct float64) *ColumnStatistics {
		return &ColumnStatistics{NullFrac: 0.1, AvgWidth: 8, Distinct: distinct, Correlation: &correlation}
	}
	a, b, c, d := "a", "b", "c", "d"
	for name, test := range map[string]struct {
		source *ColumnStatistics
		images []image
		limit  float64
		want   ColumnStatistics
	}{
		"nothing known": {source(-1), nil, 0, ColumnStatistics{NullFrac: 0.1, AvgWidth: 8, Distinct: -1}},
		"as the column": {source(-0.5), []image{
			{text: &a, weight: 0.4, bounds: 1, place: 1, width: 4}, {text: &b, weight: 0.5, bounds: 1, place: 2, width: 6},
		}, 0, ColumnStatistics{NullFrac: 0.1, AvgWidth: 5, Distinct: -0.5, Histogram: text(`{"a","b"}`), Correlation: &correlation}},
		"turned around": {source(-0.5), []image{
			{text: &a, weight: 0.4, bounds: 1, place: 2, width: 4}, {text: &b, weight: 0.5, bounds: 1, place: 1, width: 4},
		}, 0, ColumnStatistics{NullFrac: 0.1, AvgWidth: 4, Distinct: -0.5, Histogram: text(`{"a","b"}`), Correlation: ptr(-0.8)}},
		"common values coincide": {source(20), []image{
			{text: &a, weight: 0.2, common: 1, width: 4}, {text: &b, weight: 0.4, common: 2, width: 4},
			{text: &c, weight: 0.1, bounds: 1, place: 4, width: 4}, {text: &d, weight: 0.1, bounds: 1, place: 5, width: 4}, {weight: 0.1},
		}, 0, ColumnStatistics{NullFrac: 0.2, AvgWidth: 4, Distinct: 19, CommonValues: text(`{"b","a"}`), CommonFreqs: []float64{0.4, 0.2},
			Histogram: text(`{"c","d"}`), Correlation: &correlation}},
		"few values of many": {source(-1), []image{
			{text: &a, weight: 0.45, bounds: 50, place: 1, width: 4}, {text: &b, weight: 0.45, bounds: 51, place: 51, width: 4},
		}, 0, ColumnStatistics{NullFrac: 0.1, AvgWidth: 4, Distinct: 2, CommonValues: text(`{"a","b"}`), CommonFreqs: []float64{0.45, 0.45}, Correlation: &correlation}},
		"counted": {source(-1), []image{
			{text: &a, weight: 0.4, bounds: 1, place: 1, width: 4}, {text: &b, weight: 0.5, bounds: 1, place: 2, width: 4},
		}, 365, ColumnStatistics{NullFrac: 0.1, AvgWidth: 4, Distinct: 365, Histogram: text(`{"a","b"}`), Correlation: &correlation}},
	} {
		t.Run(name, func(t *testing.T) {
			got := deriveStatistics(expression{source: test.source, rows: 10_000}, test.images, test.limit)
			near := cmp.Comparer(func(x, y float64) bool { return math.Abs(x-y) < 1e-9 })
			if diff := cmp.Diff(test.want, got, near); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func ptr(n float64) *float64 { return &n }

func TestIndexPages(t *testing.T) {
	columns := []postgres.BtreeColumn{{Width: 8, Align: 8, Distinct: -1, Dedup: true}}
	key := func(opclass string) []Key { return []Key{{Column: "c", Opclass: opclass}} }
	for name, test := range map[string]struct {
		index       Index
		least, most int64
	}{
		"btree":   {Index{Method: "btree", Keys: key("")}, 2700, 2800},
		"hash":    {Index{Method: "hash", Keys: key("")}, 3500, 5500},
		"brin":    {Index{Method: "brin", Keys: key("")}, 3, 10},
		"known":   {Index{Method: "gin", Keys: key("public.gin_trgm_ops"), bytes: 7500 * 8192}, 7500, 7500},
		"unknown": {Index{Method: "gin", Keys: key("")}, 2000, 2000},
		"gist":    {Index{Method: "gist", Keys: key("")}, 3000, 4500},
	} {
		if got := indexPages(test.index, 1_000_000, 10_000, columns); got < test.least || got > test.most {
			t.Errorf("%s: %d pages, want %d to %d", name, got, test.least, test.most)
		}
		test.index.bytes = 0
		if got := indexPages(test.index, 0, 0, columns); got < 1 || got > 5 {
			t.Errorf("%s of an empty table: %d pages", name, got)
		}
	}
}

func TestSearchPath(t *testing.T) {
	snapshot := &Snapshot{Origin: Origin{Role: `o"dd`}, Settings: []CapturedSetting{{"search_path", `"$user", public`}}}
	if got := searchPath(snapshot, nil); got != `"o""dd", public` {
		t.Errorf("the snapshot's: %s", got)
	}
	if got := searchPath(snapshot, []string{"a", `b"c`}); got != `"a", "b""c"` {
		t.Errorf("given: %s", got)
	}
}

func TestOIDs(t *testing.T) {
	if got := oids([]uint32{1, 4_000_000_000}); got != "{1,4000000000}" {
		t.Error(got)
	}
	if got := oids(nil); got != "{}" {
		t.Error(got)
	}
}

func TestBecause(t *testing.T) {
	s := &Scratch{missing: []MissingObject{{"extension", "public", "postgis", "it is not here"}, {"table", "public", "places", `type "geometry" does not exist`}}}
	err := s.because(&pgconn.PgError{Code: "42P01", Message: `relation "places" does not exist`})
	var refusal *pgconn.PgError
	if !errors.As(err, &refusal) || !strings.Contains(err.Error(), `type "geometry" does not exist`) {
		t.Errorf("got %v", err)
	}
	err = s.because(&pgconn.PgError{Code: "42601", Message: `syntax error at or near "places"`})
	if strings.Contains(err.Error(), "geometry") {
		t.Errorf("got %v", err)
	}
}
