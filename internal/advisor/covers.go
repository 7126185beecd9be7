package advisor

import (
	"regexp"
	"slices"
	"strings"
)

// covers says whether an index that is there already does what a new one would: the same keys
// first, in the same order, over all rows that the new one has. After all keys of a unique index there
// is nothing left to tell apart or to sort.
func (t *Table) covers(wanted Index) bool {
	return slices.ContainsFunc(t.Indexes, func(e Existing) bool { return e.covers(wanted) })
}

func (e Existing) covers(wanted Index) bool {
	keys := wanted.Keys
	if e.Unique && e.Predicate == "" && wanted.Where == "" {
		keys = keys[:min(len(keys), len(e.Keys))]
	}
	if e.Method != wanted.Method || len(e.Keys) < len(keys) {
		return false
	}
	if e.Predicate != "" && plain(e.Predicate) != plain(wanted.Where) {
		return false
	}
	if e.Method != "btree" && len(e.Keys) != len(keys) {
		return false
	}
	for i, key := range keys {
		if !e.keyIs(i, key) {
			return false
		}
	}
	return !slices.ContainsFunc(wanted.Include, func(column string) bool {
		return !slices.ContainsFunc(slices.Concat(e.Include, e.Keys), func(has string) bool { return unquoted(has) == column })
	})
}

// extendedBy says whether a new index would make this one superfluous: it begins
// with the same keys, over the same rows.
func (e Existing) extendedBy(wanted Index) bool {
	if e.Method != "btree" || wanted.Method != "btree" || e.Unique || e.Owned || len(e.Include) > 0 ||
		len(e.Keys) >= len(wanted.Keys) || plain(e.Predicate) != plain(wanted.Where) {
		return false
	}
	for i := range e.Keys {
		if !e.keyIs(i, wanted.Keys[i]) {
			return false
		}
	}
	return true
}

func (e Existing) keyIs(i int, key Key) bool {
	options := e.Options[i]
	class := ""
	if at := strings.IndexByte(options, 'o'); at >= 0 {
		options, class = options[:at], options[at+1:]
	}
	same := isExpression(e.Keys[i], key.Expression)
	if key.Column != "" {
		same = unquoted(e.Keys[i]) == key.Column
	}
	wantedClass := key.Opclass
	if dot := strings.LastIndexByte(wantedClass, '.'); dot >= 0 {
		wantedClass = strings.Trim(wantedClass[dot+1:], `"`)
	}
	return same && class == wantedClass &&
		strings.Contains(options, "d") == key.Descending && strings.Contains(options, "n") == (key.Nulls != "")
}

// bareName is how pg_get_indexdef writes a column, where it writes an expression with brackets.
var bareName = regexp.MustCompile(`^([a-z_][a-z_0-9$]*|"([^"]|"")*")$`)

// isExpression says whether a key that pg_get_indexdef wrote is an expression: a column is not its own cast, as of citext to
// text, though plain takes off those of literals.
func isExpression(sql, expression string) bool {
	return !bareName.MatchString(sql) && plain(sql) == plain(expression)
}

// unquoted is the name of a column that pg_get_indexdef wrote.
func unquoted(sql string) string {
	if inner, ok := strings.CutPrefix(sql, `"`); ok {
		return strings.ReplaceAll(strings.TrimSuffix(inner, `"`), `""`, `"`)
	}
	return sql
}

// plain takes off what the server and the parser write differently: brackets, spaces, the casts of literals to text, and
// the long names of types.
func plain(sql string) string {
	return strings.NewReplacer("character varying", "varchar", " without time zone", "", "integer", "int", "character(", "char",
		"(", "", ")", "", " ", "", "::text", "", "pg_catalog.", "", `"`, "").Replace(strings.ToLower(sql))
}
