package integration

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// documented is the SQL of a page of docs: the block in which a text stands.
func documented(t *testing.T, page, containing string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "docs", page))
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range strings.Split(string(text), "```sql\n")[1:] {
		block, _, _ = strings.Cut(block, "```")
		if strings.Contains(block, containing) {
			return block
		}
	}
	t.Fatalf("%s has no SQL with %q", page, containing)
	return ""
}
