package main

import (
	"slices"
	"strings"

	"github.com/xrash/smetrics"
)

// suggestion is ", did you mean X?" or "" where nothing known is near.
func suggestion(word string, known []string) string {
	best, distance := "", max(2, len(word)/3)+1
	for _, candidate := range known {
		if d := apart(word, candidate); d < distance {
			best, distance = candidate, d
		}
	}
	if best == "" {
		return ""
	}
	return ", did you mean " + best + "?"
}

// apart counts the letters to change. Words of a name in another order cost
// nothing: unused-index means index-unused.
func apart(a, b string) int {
	return min(levenshtein(a, b), levenshtein(inOrder(a), inOrder(b)))
}

func levenshtein(a, b string) int {
	if a == "" || b == "" {
		return max(len(a), len(b))
	}
	return smetrics.WagnerFischer(strings.ToLower(a), strings.ToLower(b), 1, 1, 1)
}

func inOrder(name string) string {
	words := strings.Split(name, "-")
	slices.Sort(words)
	return strings.Join(words, "-")
}
