// Package advisor finds the indexes that a workload lacks: it offers candidates
// to a planner and keeps those that make the workload cheaper than they make
// writing dearer.
package advisor

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Index is an index that may be worth having.
type Index struct {
	Schema  string   `json:"schema"`
	Table   string   `json:"table"`  // or the topmost partitioned parent
	Method  string   `json:"method"` // btree, hash, gin
	Keys    []Key    `json:"keys"`
	Include []string `json:"include,omitempty"` // columns
	Where   string   `json:"where,omitempty"`   // predicate over bare column names, "" for none

	bytes float64 // that one which is no b-tree takes, by its table's statistics; 0 is not known
}

// Key is one key of an index: a column, or an expression over bare column names.
type Key struct {
	Column     string `json:"column,omitempty"`
	Expression string `json:"expression,omitempty"` // without the brackets around it
	Opclass    string `json:"opclass,omitempty"`    // as SQL, "" for the type's default
	Descending bool   `json:"descending,omitempty"`
	Nulls      string `json:"nulls,omitempty"` // FIRST or LAST, where it is not the order's default
}

// SQL is the key as CREATE INDEX writes it.
func (k Key) SQL() string {
	text := postgres.Quote(k.Column)
	if k.Expression != "" {
		text = "(" + k.Expression + ")"
	}
	if k.Opclass != "" {
		text += " " + k.Opclass
	}
	if k.Descending {
		text += " DESC"
	}
	if k.Nulls != "" {
		text += " NULLS " + k.Nulls
	}
	return text
}

// Definition is what follows an index's name: ON schema.table USING btree (a, b).
func (i Index) Definition() string {
	return "ON " + postgres.Quote(i.Schema, i.Table) + " " + i.Tail()
}

// Tail is what follows the table in a definition, the same for every partition.
func (i Index) Tail() string {
	keys := make([]string, len(i.Keys))
	for n, key := range i.Keys {
		keys[n] = key.SQL()
	}
	text := fmt.Sprintf("USING %s (%s)", i.Method, strings.Join(keys, ", "))
	if len(i.Include) > 0 {
		text += " INCLUDE (" + postgres.QuoteList(i.Include) + ")"
	}
	if i.Where != "" {
		text += " WHERE " + i.Where
	}
	return text
}
