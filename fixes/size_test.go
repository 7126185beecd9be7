package fixes

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
	column := func(width, align, distinct float64) columnFacts {
		return columnFacts{Rows: million, Width: width, Align: align, Distinct: distinct, Dedup: true}
	}
	numeric := column(6, 1, 20_000)
	numeric.Dedup = false
	for name, test := range map[string]struct {
		facts []columnFacts
		want  int64
	}{
		"int":                        {[]columnFacts{column(4, 4, -1)}, 22487040},
		"bigint unique":              {[]columnFacts{column(8, 8, -1)}, 22487040},
		"uuid":                       {[]columnFacts{column(16, 1, -1)}, built([]item{{million, 24}}, 24)},
		"int, uuid":                  {[]columnFacts{column(4, 4, 1000), column(16, 1, -1)}, built([]item{{million, 32}}, 32)},
		"text of 50 bytes":           {[]columnFacts{column(51, 1, -1)}, built([]item{{million, 64}}, 64)},
		"int, timestamptz":           {[]columnFacts{column(4, 4, 1000), column(8, 8, -1)}, built([]item{{million, 24}}, 24)},
		"int, bigint, int: aligned":  {[]columnFacts{column(4, 4, 1000), column(8, 8, -1), column(4, 4, 9)}, built([]item{{million, 32}}, 32)},
		"int, text, timestamptz":     {[]columnFacts{column(4, 4, 1000), column(11, 1, 100), column(8, 8, -1)}, built([]item{{million, 32}}, 32)},
		"int, text in 1000 groups":   {[]columnFacts{column(4, 4, 100), column(8, 1, 10)}, built(posting(million, 1000, 24), 24)},
		"text of five values":        {[]columnFacts{column(7, 1, 5)}, built(posting(million, 5, 16), 16)},
		"int of 20,000 values":       {[]columnFacts{column(4, 4, 20_000)}, built(posting(million, 20_000, 16), 16)},
		"share of rows":              {[]columnFacts{column(4, 4, -0.02)}, built(posting(million, 20_000, 16), 16)},
		"hardly any repeats":         {[]columnFacts{column(4, 4, -0.8)}, 22487040},
		"a type without posting":     {[]columnFacts{numeric}, built([]item{{million, 16}}, 16)},
		"more groups than rows":      {[]columnFacts{column(4, 4, 5000), column(4, 4, 5000)}, 22487040},
		"one of them has no posting": {[]columnFacts{column(4, 4, 100), numeric}, built([]item{{million, 24}}, 24)},
	} {
		t.Run(name, func(t *testing.T) {
			got := btreeBytes(test.facts)
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
		got := btreeBytes([]columnFacts{{Rows: rows, Width: 4, Align: 4, Distinct: -1, Dedup: true}})
		if pages := got / 8192; pages < 2 || pages > most {
			t.Errorf("%v rows: %d pages", rows, pages)
		}
	}
}
