package postgres

import (
	"math"
	"testing"
)

// item is so many index tuples of so many bytes, aligned, without line pointer.
type item struct{ n, size int }

// built is the size of a btree as nbtsort.c builds it, page by page: a second
// way to the number, which for a million integers is the known 2745 pages.
func built(items []item, pivot int) int64 {
	const usable = 8192 - 24 - 16 - 4 // header, special space, line pointer of the high key
	pages := 0
	fill := func(items []item, reserve int) (n int) {
		free := 0
		for _, it := range items {
			for range it.n {
				if n == 0 || free < it.size+4 || free-4 < reserve {
					// the last one of a full page moves on, and its place takes the high key
					moved := 0
					if n > 0 {
						moved = it.size + 4
					}
					n++
					free = usable - moved
				}
				free -= it.size + 4
			}
		}
		return n
	}
	leaves := fill(items, 8192*10/100)
	pages = leaves
	for level := leaves; level > 1; {
		level = fill([]item{{level, pivot}}, 8192*30/100)
		pages += level
	}
	return int64(pages+1) * 8192
}

// posting is rows of so many distinct keys as posting lists (nbtdedup.c): at
// most 812 bytes each, six a row.
func posting(rows, keys, tuple int) []item {
	perKey, most := rows/keys, (812-tuple)/6
	full, rest := perKey/most, perKey%most
	items := []item{{keys * full, int(align8(float64(tuple + 6*most)))}}
	if rest > 0 {
		items = append(items, item{keys, int(align8(float64(tuple + 6*rest)))})
	}
	return items
}

const million = 1_000_000

func TestBuilt(t *testing.T) {
	// pgbench_accounts_pkey at scale 10, known the world over
	if got := built([]item{{million, 16}}, 16); got != 22487040 {
		t.Errorf("a million integers: %d bytes, %d pages", got, got/8192)
	}
}

// TestBtreeBytes holds the estimate to within a tenth.
func TestBtreeBytes(t *testing.T) {
	column := func(width, align, distinct float64) BtreeColumn {
		return BtreeColumn{Width: width, Align: align, Distinct: distinct, Dedup: true}
	}
	numeric := column(6, 1, 20_000)
	numeric.Dedup = false
	for name, test := range map[string]struct {
		columns []BtreeColumn
		want    int64
	}{
		"int":                        {[]BtreeColumn{column(4, 4, -1)}, 22487040},
		"bigint unique":              {[]BtreeColumn{column(8, 8, -1)}, 22487040},
		"uuid":                       {[]BtreeColumn{column(16, 1, -1)}, built([]item{{million, 24}}, 24)},
		"int, uuid":                  {[]BtreeColumn{column(4, 4, 1000), column(16, 1, -1)}, built([]item{{million, 32}}, 32)},
		"text of 50 bytes":           {[]BtreeColumn{column(51, 1, -1)}, built([]item{{million, 64}}, 64)},
		"int, timestamptz":           {[]BtreeColumn{column(4, 4, 1000), column(8, 8, -1)}, built([]item{{million, 24}}, 24)},
		"int, bigint, int: aligned":  {[]BtreeColumn{column(4, 4, 1000), column(8, 8, -1), column(4, 4, 9)}, built([]item{{million, 32}}, 32)},
		"int, text, timestamptz":     {[]BtreeColumn{column(4, 4, 1000), column(11, 1, 100), column(8, 8, -1)}, built([]item{{million, 32}}, 32)},
		"int, text in 1000 groups":   {[]BtreeColumn{column(4, 4, 100), column(8, 1, 10)}, built(posting(million, 1000, 24), 24)},
		"text of five values":        {[]BtreeColumn{column(7, 1, 5)}, built(posting(million, 5, 16), 16)},
		"int of 20,000 values":       {[]BtreeColumn{column(4, 4, 20_000)}, built(posting(million, 20_000, 16), 16)},
		"share of rows":              {[]BtreeColumn{column(4, 4, -0.02)}, built(posting(million, 20_000, 16), 16)},
		"hardly any repeats":         {[]BtreeColumn{column(4, 4, -0.8)}, 22487040},
		"a type without posting":     {[]BtreeColumn{numeric}, built([]item{{million, 16}}, 16)},
		"more groups than rows":      {[]BtreeColumn{column(4, 4, 5000), column(4, 4, 5000)}, 22487040},
		"one of them has no posting": {[]BtreeColumn{column(4, 4, 100), numeric}, built([]item{{million, 24}}, 24)},
	} {
		t.Run(name, func(t *testing.T) {
			got := BtreeBytes(million, test.columns)
			if ratio := float64(got) / float64(test.want); math.Abs(ratio-1) > 0.1 {
				t.Errorf("got %d, want about %d: %.3f of it", got, test.want, ratio)
			}
			if got%8192 != 0 {
				t.Errorf("%d is no number of pages", got)
			}
		})
	}
}

func TestBtreeBytesSmall(t *testing.T) {
	for rows, most := range map[float64]int64{1: 2, 100: 2, 1000: 5} {
		got := BtreeBytes(rows, []BtreeColumn{{Width: 4, Align: 4, Distinct: -1, Dedup: true}})
		if pages := got / 8192; pages < 2 || pages > most {
			t.Errorf("%v rows: %d pages", rows, pages)
		}
	}
}

func TestBtreeHeight(t *testing.T) {
	integer := []BtreeColumn{{Width: 4, Align: 4, Distinct: -1, Dedup: true}}
	text := []BtreeColumn{{Width: 33, Align: 1, Distinct: -1, Dedup: true}}
	for name, test := range map[string]struct {
		pages   float64
		columns []BtreeColumn
		want    int
	}{
		"empty":             {1, integer, 0},
		"one leaf":          {2, integer, 0},
		"two leaves":        {4, integer, 1},
		"100,000 integers":  {276, integer, 1},
		"a million":         {2745, integer, 2},
		"a million of text": {7246, text, 2},
	} {
		if got := BtreeHeight(test.pages, test.columns); got != test.want {
			t.Errorf("%s: height %d, want %d", name, got, test.want)
		}
	}
}
