package checks

import (
	"strings"
	"unicode/utf8"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// statementsVersion is the version of pg_stat_statements that came with
// PostgreSQL 13: the first whose columns are named as they are now.
const statementsVersion = "1.8"

// needStatements is what it takes to read the statements of everybody.
var needStatements = Need{Extension: "pg_stat_statements", Version: statementsVersion, Role: "pg_read_all_stats"}

// shownText is how many characters of a statement are kept as evidence.
const shownText = 2000

// shorten cuts a text to n characters.
func shorten(text string, n int) string {
	if utf8.RuneCountInString(text) <= n {
		return text
	}
	return string([]rune(text)[:n-1]) + "…"
}

// excerpt is the beginning of a statement on one line, for messages.
func excerpt(text string) string {
	return shorten(strings.Join(strings.Fields(text), " "), 80)
}

// onlyCatalog says whether a statement reads nothing but system catalogs and
// views, or what pgdoctor keeps: monitoring, psql and ORMs looking at the schema. Users can give it no
// index. A statement that cannot be parsed is taken for one of the workload.
func onlyCatalog(text string) bool {
	tables, err := workload.Tables(text)
	if err != nil || len(tables) == 0 {
		return false
	}
	for _, table := range tables {
		system := table.Schema == "pg_catalog" || table.Schema == "information_schema" || table.Schema == "pgdoctor" ||
			strings.HasPrefix(table.Name, "pg_")
		if !system {
			return false
		}
	}
	return true
}
