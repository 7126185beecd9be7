package advisor

import (
	"slices"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// special are indexes of other access methods: what no b-tree can search.
func (c *chooser) special(ref *Reference, clause workload.Clause) []Index {
	table := ref.Table
	make := func(method, class string) []Index {
		key := Key{Column: clause.Column, Opclass: class}
		if clause.Column == "" {
			var ok bool
			if key, ok = c.key(table, clause); !ok {
				return nil
			}
			key.Opclass = class
		}
		return []Index{{Schema: table.Schema, Table: table.Name, Method: method, Keys: []Key{key}}}
	}
	column, _ := table.Column(clause.Column)
	base := ""
	if column != nil {
		base = column.BaseType
	}
	switch {
	case column.spatial() && slices.Contains(gistOperators, clause.Operator):
		return []Index{table.gist(column)}
	case spans(clause) && slices.Contains(gistOperators, clause.Operator):
		return make("gist", "")
	}
	if base == "integer[]" && c.integers != "" && slices.Contains([]string{"@>", "<@", "&&", "@@"}, clause.Operator) {
		return make("gin", c.integers)
	}
	if slices.Contains(workload.Trigrams, clause.Operator) && c.trigrams["gin"] != "" && !c.whole(table, clause) {
		return make("gin", c.trigrams["gin"])
	}
	switch clause.Operator {
	case "@>":
		if base == "jsonb" {
			return make("gin", "jsonb_path_ops")
		}
		if column == nil || column.Category == "A" || base == "hstore" {
			return make("gin", "")
		}
	case "?", "?|", "?&", "@?":
		return make("gin", "")
	case "&&", "<@":
		if column != nil && column.Category == "A" {
			return make("gin", "")
		}
	case "@@":
		if column == nil || slices.Contains([]string{"tsvector", "jsonb"}, base) {
			return make("gin", "")
		}
	case "=":
		if len(clause.Others) == 0 && table.hashed(clause) {
			return make("hash", "")
		}
	}
	return nil
}

// hashed says whether a column is so wide that only a hash index serves equality.
func (t *Table) hashed(clause workload.Clause) bool {
	column, ok := t.Column(clause.Column)
	return ok && column.Width > maxWide && column.Category == "S"
}

// patternClass is the operator class that serves LIKE 'abc%': "" where the
// collation's own order does, none where nothing does.
func patternClass(table *Table, clause workload.Clause) string {
	column, ok := table.Column(clause.Column)
	switch {
	case !ok:
		return "text_pattern_ops" // an expression; its type is the planner's to refuse
	case column.C:
		return ""
	}
	switch column.BaseType {
	case "text":
		return "text_pattern_ops"
	case "character varying":
		return "varchar_pattern_ops"
	case "character":
		return "bpchar_pattern_ops"
	}
	return "none"
}
