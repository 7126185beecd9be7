package advisor

import (
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"
)

// fewSamples are texts of a column that say too little about how often words come again.
const fewSamples = 20

// Bytes of a GIN index: an entry beside its key and its list, and the part of its pages that is filled.
const (
	ginTuple = 32.0
	ginFill  = 0.6
	halfFull = 1.3 // times the bytes where many lists grow at once, and leave pages half full
)

// entriesBytes estimates a GIN index over the words or trigrams of texts by those texts that the statistics show: how many rows
// have an entry that several of them have, and how many more entries the rows have of which each was seen once. These
// grow with the root of the rows (GEE: Charikar and others, "Towards Estimation Error Guarantees for Distinct Values",
// 2000), as the words of a language do (Heaps' law). Words with digits are rather codes that each row has its own of.
// false where the statistics show too few texts, or a snapshot's stand-ins for them, and of what is neither.
func (t *Table) entriesBytes(columns []string, kind ginKind) (bytes float64, known bool) {
	if kind != words && kind != trigrams {
		return 0, false
	}
	for _, name := range columns {
		column, ok := t.Column(name)
		if !ok || column.Category != "S" || len(column.Histogram) < fewSamples && sum(column.Frequencies) < nearlyAll ||
			!slices.ContainsFunc(slices.Concat(column.Histogram, column.Common), func(text string) bool { return !standsIn(text) }) {
			return 0, false
		}
		if _, ok := column.entries[kind]; !ok {
			if column.entries == nil {
				column.entries = map[ginKind]float64{}
			}
			column.entries[kind] = t.entriesOf(column, kind)
		}
		bytes += column.entries[kind]
	}
	return bytes, len(columns) > 0
}

// entriesOf are the bytes of one column's texts.
func (t *Table) entriesOf(column *Column, kind ginKind) float64 {
	split, room := wordsOf, 1.0
	if kind == trigrams {
		split, room = trigramsOf, halfFull
	}
	rows, texts := map[string]float64{}, map[string]int{} // that have an entry
	note := func(text string, share float64) {
		list := split(text)
		slices.Sort(list)
		for _, entry := range slices.Compact(list) {
			rows[entry] += share * t.Rows
			texts[entry]++
		}
	}
	for i, text := range column.Common[:min(len(column.Common), len(column.Frequencies))] {
		note(text, column.Frequencies[i])
	}
	rest := math.Max(0, 1-column.Nulls-sum(column.Frequencies)) / math.Max(1, float64(len(column.Histogram)))
	for _, text := range column.Histogram {
		note(text, rest)
	}
	bytes := 0.0
	for _, entry := range slices.Sorted(maps.Keys(rows)) { // a sum of floats hangs on the order
		found, tuples := rows[entry], 1.0
		if texts[entry] == 1 && found <= rest*t.Rows {
			tuples = entriesLike(entry, math.Max(1, rest*t.Rows))
		}
		bytes += tuples*(ginTuple+float64(len(entry)))/ginFill + found*t.postingBytes(found/tuples)
	}
	return room * bytes
}

// entriesLike is how many entries there are for one that a single text of so many has.
func entriesLike(entry string, texts float64) float64 {
	if len(entry) <= 3 || !strings.ContainsAny(entry, "0123456789") {
		return math.Sqrt(texts)
	}
	if digits.MatchString(entry) {
		return min(texts, math.Pow10(len(entry)))
	}
	return texts
}

// postingBytes is what one row takes in the list of an entry that so many rows have: the distance to the one before, seven bits to
// a byte (ginpostinglist.c).
func (t *Table) postingBytes(rows float64) float64 {
	const offsets = 2048 // places of a page, as these lists count
	distance := math.Max(1, t.Pages*offsets/math.Max(1, rows))
	return math.Min(6, math.Max(1, math.Log2(distance)/7+0.5))
}

// tokensOf are the runs of letters and digits of a text.
func tokensOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// wordsOf are the words of a text, without the shortest, most of which no dictionary keeps.
func wordsOf(text string) []string {
	return slices.DeleteFunc(tokensOf(text), func(word string) bool { return len(word) < 3 && !unicode.IsDigit(rune(word[0])) })
}

// trigramsOf are the trigrams of a text: of each word with two spaces before it and one behind (pg_trgm).
func trigramsOf(text string) []string {
	var list []string
	for _, word := range tokensOf(text) {
		letters := []rune("  " + word + " ")
		for i := range len(letters) - 2 {
			list = append(list, string(letters[i:i+3]))
		}
	}
	return list
}
