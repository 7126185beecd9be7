package procedures

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

func TestCompare(t *testing.T) {
	table := func(name string, rows int64, last string, sum string) VerifiedTable {
		return VerifiedTable{Schema: "public", Table: name, Rows: rows, Key: postgres.Names{"id"}, First: postgres.Names{"1"}, Last: postgres.Names{last}, Checksum: sum}
	}
	unread := VerifiedTable{Schema: "public", Table: "a", Unread: "no right"}
	empty := VerifiedTable{Schema: "public", Table: "a", Key: postgres.Names{"id"}, First: postgres.Names{}, Last: postgres.Names{}}
	rekeyed := table("a", 9, "9", "")
	rekeyed.Key = postgres.Names{"id", "n"}
	long := table("a", 9, strings.Repeat("ü", 50), "")
	for name, test := range map[string]struct {
		before, now []VerifiedTable
		want        []Difference
	}{
		"same":           {[]VerifiedTable{table("a", 9, "9", "5")}, []VerifiedTable{table("a", 9, "9", "5")}, []Difference{}},
		"nothing":        {nil, nil, []Difference{}},
		"fewer rows":     {[]VerifiedTable{table("a", 9, "9", "5")}, []VerifiedTable{table("a", 7, "7", "4")}, []Difference{{Table: "public.a", What: "7 rows instead of 9: 2 are missing; last key (7) instead of (9)"}}},
		"more rows":      {[]VerifiedTable{table("a", 9, "9", "")}, []VerifiedTable{table("a", 10, "9", "")}, []Difference{{Table: "public.a", What: "10 rows instead of 9: 1 more"}}},
		"emptied":        {[]VerifiedTable{table("a", 1, "1", "")}, []VerifiedTable{empty}, []Difference{{Table: "public.a", What: "0 rows instead of 1: 1 are missing; first key none instead of (1); last key none instead of (1)"}}},
		"other contents": {[]VerifiedTable{table("a", 9, "9", "5")}, []VerifiedTable{table("a", 9, "9", "6")}, []Difference{{Table: "public.a", What: "as many rows, but their contents differ"}}},
		"no sum then":    {[]VerifiedTable{table("a", 9, "9", "")}, []VerifiedTable{table("a", 9, "9", "6")}, []Difference{}},
		"other key":      {[]VerifiedTable{table("a", 9, "9", "")}, []VerifiedTable{rekeyed}, []Difference{{Table: "public.a", What: "its primary key is (id, n) instead of (id)"}}},
		"a long key":     {[]VerifiedTable{table("a", 9, "9", "")}, []VerifiedTable{long}, []Difference{{Table: "public.a", What: "last key (" + strings.Repeat("ü", 39) + "…) instead of (9)"}}},
		"gone and new": {[]VerifiedTable{table("a", 9, "9", "")}, []VerifiedTable{table("A", 3, "9", "")}, []Difference{
			{Table: "public.A", What: "a table that was not there (3 rows)"}, {Table: "public.a", What: "the table is gone"}}},
		"unread then":    {[]VerifiedTable{unread}, []VerifiedTable{table("a", 9, "9", "")}, []Difference{{"public.a", "not compared: it was not counted when the file was saved: no right", true}}},
		"unread now":     {[]VerifiedTable{table("a", 9, "9", "")}, []VerifiedTable{unread}, []Difference{{"public.a", "not compared: it cannot be counted now: no right", true}}},
		"unread and new": {nil, []VerifiedTable{unread}, []Difference{{Table: "public.a", What: "a table that was not there (not counted: no right)"}}},
	} {
		t.Run(name, func(t *testing.T) {
			got := Compare(Verification{Tables: test.before}, Verification{Tables: test.now})
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Names that look alike in words are told apart.
func TestCompareQuotesNames(t *testing.T) {
	before := Verification{Tables: []VerifiedTable{{Schema: "a.b", Table: "c"}, {Schema: "a", Table: "b.c", Rows: 1}}}
	now := Verification{Tables: []VerifiedTable{{Schema: "a", Table: "b.c", Rows: 1}, {Schema: "a.b", Table: "c"}}}
	if got := Compare(before, now); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}

func TestReadVerification(t *testing.T) {
	for text, want := range map[string]string{
		"":                     "not JSON of that kind",
		"{":                    "not JSON of that kind",
		"[]":                   "not JSON of that kind",
		"{}":                   "not a file that",
		`{"kind": "evidence"}`: "not a file that",
		`{"kind": "verify-data", "format": 2, "tool": "v9"}`: "the version that wrote it (v9)",
	} {
		if _, err := ReadVerification(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v", text, err)
		}
	}
	if _, err := ReadVerification(strings.NewReader(`{"kind": "verify-data", "format": 1, "tables": []}`)); err != nil {
		t.Error(err)
	}
}

func TestCountingQuotes(t *testing.T) {
	table := countedTable{Schema: `s"`, Table: nasty, Only: true, Key: keyColumns{{Name: `k"; --`, Bytewise: true}, {Name: "n"}}}
	const from = `FROM ONLY "s"""."we""ird'; DROP TABLE x; -- \" AS t`
	for name, query := range map[string]string{"count": table.counting(true), "first": table.end("ASC")} {
		if !strings.Contains(query, from) {
			t.Errorf("%s: no %s in %s", name, from, query)
		}
	}
	if order := `ORDER BY "t"."k""; --" COLLATE pg_catalog."C" DESC, "t"."n" DESC LIMIT 1`; !strings.Contains(table.end("DESC"), order) {
		t.Errorf("no %s in %s", order, table.end("DESC"))
	}
	table.Only = false
	if strings.Contains(table.counting(false), "ONLY") || strings.Contains(table.counting(false), "hash") {
		t.Errorf("got %s", table.counting(false))
	}
}
