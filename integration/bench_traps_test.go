package integration

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// trap is an index that does harm or nothing.
type trap struct{ table, key string }

// trapsOf reads traps.txt, which says how a key is written.
func trapsOf(t *testing.T, workload string) []trap {
	t.Helper()
	var list []trap
	for _, line := range strings.Split(advisorFile(t, workload, "traps.txt"), "\n") {
		if fields := strings.Fields(line); len(fields) > 2 && fields[0] != "#" {
			list = append(list, trap{fields[0], fields[1]})
		}
	}
	if len(list) < 10 {
		t.Fatalf("%d traps", len(list))
	}
	return list
}

// caught says whether an index is what the trap is for.
func (p trap) caught(index built) bool {
	if p.table != index.Table {
		return false
	}
	bare := func(key string) string { return strings.Trim(strings.Fields(key)[0], `"`) }
	names := func(text, column string) bool {
		found, err := regexp.MatchString(fmt.Sprintf(`(^|[^A-Za-z_])%s([^A-Za-z_]|$)`, regexp.QuoteMeta(column)), text)
		return err == nil && found
	}
	first, second, two := strings.Cut(p.key, ",")
	switch {
	case p.key == "*":
		return true
	case p.key[0] == '+':
		_, after, _ := strings.Cut(index.Definition, " USING ")
		return names(after, p.key[1:])
	case second == "=":
		return len(index.Keys) == 1 && bare(index.Keys[0]) == first
	case two:
		return len(index.Keys) > 1 && slices.Equal([]string{bare(index.Keys[0]), bare(index.Keys[1])}, []string{first, second})
	}
	return names(index.Keys[0], p.key)
}
