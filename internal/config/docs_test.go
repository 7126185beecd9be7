package config

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// What docs/configuration.md shows can be typed, and it leaves no key out.
func TestDocs(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "configuration.md"))
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllSubmatch(page, -1)
	if len(blocks) == 0 {
		t.Error("there is no YAML on the page")
	}
	for _, block := range blocks {
		if _, err := Parse("docs", block[1]); err != nil {
			t.Errorf("%v in\n%s", err, block[1])
		}
	}
	schema := JSONSchema()
	for pair := schema.Properties.Oldest(); pair != nil; pair = pair.Next() {
		if !strings.Contains(string(page), "`"+pair.Key) {
			t.Errorf("key %s is not explained", pair.Key)
		}
	}
}
