package advisor

import (
	"cmp"
	"slices"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// uncasted is a clause without a cast that changes no bytes: (name)::text of a varchar
// column, or the cast of a domain to its type, which an index on the column serves.
func (t *Table) uncasted(clause workload.Clause) workload.Clause {
	name, typeName := clause.Uncast()
	column, ok := t.Column(name)
	if ok && (typeName == "text" && slices.Contains([]string{"character varying", "text"}, column.BaseType) ||
		column.Type != column.BaseType && typeName == column.baseName()) {
		clause.Column, clause.Expression = name, ""
	}
	return clause
}

// baseName is a column's type, under a domain, as the parser names it.
func (c *Column) baseName() string {
	names := map[string]string{
		"smallint": "int2", "integer": "int4", "bigint": "int8", "character varying": "varchar", "character": "bpchar", "boolean": "bool",
		"timestamp with time zone": "timestamptz", "timestamp without time zone": "timestamp", "real": "float4", "double precision": "float8",
	}
	return cmp.Or(names[c.BaseType], c.BaseType)
}

// clauses are those of a condition on the table alone.
func (t *Table) clauses(condition string) []workload.Clause {
	list := workload.Clauses(condition)
	for i := range list {
		list[i] = t.uncasted(list[i])
	}
	return list
}
