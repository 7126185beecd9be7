package advisor

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func small() *Snapshot {
	return &Snapshot{
		Kind: snapshotKind, Format: SnapshotFormat, Tool: "test",
		Origin:     Origin{VersionNum: 170004, BlockSize: 8192},
		Tables:     []CapturedTable{{Schema: "public", Name: `odd "name"`, Pages: 10, Tuples: 1000, Parents: [][2]string{{"a", "b"}}}},
		Indexes:    []CapturedIndex{{Schema: "public", Name: "i", Table: `odd "name"`, Definition: "CREATE INDEX", Parent: &[2]string{"a", "c"}}},
		Statements: []CapturedStatement{{Query: "SELECT a < b && c FROM t /* ü */", Calls: 3}},
	}
}

func TestSnapshotFile(t *testing.T) {
	for _, name := range []string{"plain.json", "zipped.json.gz"} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), name)
			if err := os.WriteFile(file, []byte("old"), 0o644); err != nil {
				t.Fatal(err)
			}
			if err := small().WriteFile(file); err != nil {
				t.Fatal(err)
			}
			info, err := os.Stat(file)
			if err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("mode %v, error %v, want 0600", info.Mode(), err)
			}
			left, _ := os.ReadDir(filepath.Dir(file))
			if len(left) != 1 {
				t.Errorf("%d files are there, want the snapshot alone", len(left))
			}
			text, _ := os.ReadFile(file)
			if zipped := bytes.HasPrefix(text, []byte{0x1f, 0x8b}); zipped != strings.HasSuffix(name, ".gz") {
				t.Errorf("compressed: %v", zipped)
			}
			got, err := ReadSnapshotFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(small(), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWriteFileNowhere(t *testing.T) {
	err := small().WriteFile(filepath.Join(t.TempDir(), "no", "file"))
	if err == nil || !strings.Contains(err.Error(), "write snapshot") {
		t.Errorf("got error %v", err)
	}
}

func TestReadSnapshotRefuses(t *testing.T) {
	var whole, zipped bytes.Buffer
	if err := small().encode(&whole, false); err != nil {
		t.Fatal(err)
	}
	if err := small().encode(&zipped, true); err != nil {
		t.Fatal(err)
	}
	plain := whole.String()
	for name, test := range map[string]struct{ text, want string }{
		"nothing":            {"", "not a snapshot"},
		"no JSON":            {"CREATE TABLE", "not a snapshot"},
		"a report":           {`{"format": 1, "tool": {"name": "pgdoctor"}}`, "not a snapshot"},
		"a list":             {`[1]`, "not a snapshot"},
		"compressed rubbish": {"\x1f\x8brubbish and more of it", "not a snapshot"},
		"newer":              {strings.Replace(plain, `"format": 1`, `"format": 7`, 1), "its format is 7"},
		"cut":                {plain[:len(plain)/2], "cut short"},
		"cut at the end":     {strings.TrimSpace(plain)[:len(strings.TrimSpace(plain))-1], "cut short"},
		"compressed and cut": {zipped.String()[:zipped.Len()/2], "cut short"},
		"another type":       {strings.Replace(plain, `"pages": 10`, `"pages": "ten"`, 1), "damaged"},
		"too few pages":      {strings.Replace(plain, `"pages": 10`, `"pages": -10`, 1), "damaged"},
		"no version":         {strings.Replace(plain, `"version_num": 170004`, `"version_num": 4`, 1), "damaged"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := ReadSnapshot(strings.NewReader(test.text))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got error %v, want one with %q", err, test.want)
			}
		})
	}
}

func TestReadSnapshotTornArchive(t *testing.T) {
	var zipped bytes.Buffer
	w := gzip.NewWriter(&zipped)
	_, _ = w.Write([]byte("no snapshot either"))
	_ = w.Close()
	if _, err := ReadSnapshot(&zipped); err == nil || !strings.Contains(err.Error(), "not a snapshot") {
		t.Errorf("got error %v", err)
	}
}

func text(s string) *string { return &s }

func TestRedact(t *testing.T) {
	kinds := map[string]string{
		"name": "text", "code": "character varying(2)", "mail": "public.citext", "age": "integer", "price": "numeric(10,2)",
		"born": "timestamp(3) with time zone", "mood": "public.mood", "doc": "jsonb", "tags": "text[]", "ip": "inet",
	}
	s := &Snapshot{
		Objects: []CapturedObject{{Kind: "type", Schema: "public", Name: "mood", SQL: "CREATE TYPE public.mood AS ENUM ('a')"}},
		Tables:  []CapturedTable{{Schema: "public", Name: "t"}},
	}
	for column, kind := range kinds {
		s.Tables[0].Columns = append(s.Tables[0].Columns, CapturedColumn{Name: column, Type: kind})
		s.Statistics = append(s.Statistics, ColumnStatistics{
			Schema: "public", Table: "t", Column: column, Distinct: 5,
			CommonValues: text(`{secret-m,secret-b}`), CommonFreqs: []float64{0.2, 0.1}, Histogram: text(`{secret-a,"secret \"c","secret-zz"}`),
			CommonElems: text(`{secret}`), ElemFreqs: []float64{1, 1, 1}, ElementCounts: []float64{1, 2},
		})
	}
	s.Statistics = append(s.Statistics, ColumnStatistics{Schema: "public", Table: "t_lower_idx", Column: "lower", CommonValues: text(`{secret}`), CommonFreqs: []float64{1}})
	s.Redact()
	if !s.Redacted {
		t.Error("it does not say that it is redacted")
	}
	stays := []string{"age", "price", "born", "mood"}
	for _, column := range s.Statistics {
		values := []*string{column.CommonValues, column.Histogram, column.CommonElems}
		shown := 0
		for _, v := range values {
			if v != nil && strings.Contains(*v, "secret") {
				shown++
			}
		}
		if (shown > 0) != slices.Contains(stays, column.Column) {
			t.Errorf("%s: %d lists show a secret", column.Column, shown)
		}
		if (column.CommonValues == nil) != (column.CommonFreqs == nil) || (column.CommonElems == nil) != (column.ElemFreqs == nil) {
			t.Errorf("%s: values without frequencies or the reverse", column.Column)
		}
		if column.Table == "t" && column.Distinct != 5 {
			t.Errorf("%s: the number of values is gone", column.Column)
		}
		if column.Column == "name" {
			checkStandIns(t, column)
		}
	}
}

func checkStandIns(t *testing.T, column ColumnStatistics) {
	t.Helper()
	common, bounds := parseArray(column.CommonValues), parseArray(column.Histogram)
	sorted := []string{bounds[0], common[1], common[0], bounds[1], bounds[2]} // a, b, m; `secret "c` sorts by a collation
	if want := []int{8, 8, 8, 9, 9}; !slices.IsSorted(bounds) || len(slices.Compact(slices.Sorted(slices.Values(sorted)))) != 5 {
		t.Errorf("stand-ins %q and %q", common, bounds)
	} else {
		for i, value := range sorted {
			if len(value) != want[i] {
				t.Errorf("%q has %d letters, want %d", value, len(value), want[i])
			}
		}
	}
}

func TestStandInsOfShortValues(t *testing.T) {
	values := make([]string, 0, 60)
	for c := '!'; c < '!'+60; c++ {
		values = append(values, string(c))
	}
	column := ColumnStatistics{Histogram: text(formatArray(values))}
	column.replaceValues()
	got := parseArray(column.Histogram)
	if !slices.IsSorted(got) || len(slices.Compact(slices.Clone(got))) != 60 {
		t.Errorf("60 values became %q", got)
	}
}

func TestArrays(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{`{}`, []string{}},
		{`{a}`, []string{"a"}},
		{`{a,b c,"d,e","",NULL}`, []string{"a", "b c", "d,e", "", "NULL"}},
		{`{"a\"b","c\\d","{1,2}"}`, []string{`a"b`, `c\d`, `{1,2}`}},
	} {
		got := parseArray(&test.text)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: %s", test.text, diff)
		}
		again := formatArray(got)
		if diff := cmp.Diff(got, parseArray(&again)); diff != "" {
			t.Errorf("%s written and read again: %s", test.text, diff)
		}
	}
	if parseArray(nil) != nil {
		t.Error("no array became one")
	}
}
