package advisor

import (
	"crypto/md5"
	"encoding/hex"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What PostgreSQL 18 built over 50,000 texts, in pages, and what it is thought to be by a hundred of these.
func TestEntriesBytes(t *testing.T) {
	sum := func(n int) string {
		digest := md5.Sum([]byte(fmt.Sprint(n)))
		return hex.EncodeToString(digest[:])
	}
	few, own := Column{Name: "few", Category: "S", BaseType: "text", Width: 64, Distinct: -1}, Column{Name: "own", Category: "S", BaseType: "text", Width: 18, Distinct: -1}
	for n := 1; n <= 50_000; n += 499 {
		few.Histogram = append(few.Histogram, "order "+sum(n/2)+" of "+[]string{"bricks", "tiles", "slates", "panels", "boards", "beams", "gravel"}[n%7]+" and "+[]string{"north", "south", "east", "west"}[n%4]+" depot")
		own.Histogram = append(own.Histogram, sum(n)[:8]+" "+sum(n)[8:16])
	}
	table := &Table{Rows: 50_000, Pages: 727, Columns: []Column{few, own, {Name: "bare", Category: "S", Width: 64, Histogram: few.Histogram[:5]}}}
	for _, test := range []struct {
		key   Key
		pages float64
	}{
		{Key{Expression: "to_tsvector('english'::regconfig, few)"}, 463},
		{Key{Expression: "to_tsvector('english'::regconfig, own)"}, 889},
		{Key{Column: "few", Opclass: "gin_trgm_ops"}, 846},
		{Key{Column: "own", Opclass: "gin_trgm_ops"}, 415},
	} {
		if got := table.ginBytes(test.key) / 8192; got < test.pages/2 || got > test.pages*2 {
			t.Errorf("%v: %.0f pages, built were %.0f", test.key, got, test.pages)
		} else {
			t.Logf("%v: %.0f pages, built were %.0f", test.key, got, test.pages)
		}
	}
	if _, known := table.entriesBytes([]string{"few", "bare"}, words); known {
		t.Error("five texts are enough to tell how often words come again")
	}
	for n := range 100 {
		table.Columns[2].Histogram = append(table.Columns[2].Histogram, word(n, 2, 64))
	}
	table.Columns[2].Histogram = table.Columns[2].Histogram[5:]
	if _, known := table.entriesBytes([]string{"bare"}, words); known {
		t.Error("the stand-ins of a snapshot tell how often words come again")
	}
}

func TestEntries(t *testing.T) {
	if got, want := wordsOf("An order, ORDER-17 of Äpfel"), []string{"order", "order", "17", "äpfel"}; !cmp.Equal(got, want) {
		t.Errorf("words %q, want %q", got, want)
	}
	got := trigramsOf("Cat 1")
	slices.Sort(got)
	if want := []string{"  1", "  c", " 1 ", " ca", "at ", "cat"}; !cmp.Equal(got, want) {
		t.Errorf("trigrams %q, want %q", got, want)
	}
}
