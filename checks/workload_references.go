package checks

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// joinColumn is a column that can stand on a side of a join.
type joinColumn struct {
	Schema       string `db:"schema_name"`
	Table        string `db:"table_name"`
	Column       string `db:"column_name"`
	Kind         string `db:"table_kind"`
	Family       string `db:"family"` // types that are compared alike
	Key          bool   `db:"is_key"`
	Primary      bool   `db:"is_primary"`
	InForeignKey bool   `db:"in_foreign_key"`
	Polymorphic  bool   `db:"polymorphic"`
}

type statementText struct {
	Query string `db:"query"`
	Calls int64  `db:"calls"`
}

// workloadReferences infers references from the statements that the database
// runs: a column that they join to another table's key refers to it. Without
// pg_stat_statements there are none, which is no error.
func workloadReferences(ctx context.Context, p *Prober, known []OrphanedReference) ([]OrphanedReference, error) {
	if needStatements.unmet(p.Server()) != "" {
		return nil, nil
	}
	var statements []statementText
	var columns []joinColumn
	if err := p.query(ctx, &statements, "statement-texts"); err != nil {
		return nil, err
	}
	statements = slices.DeleteFunc(statements, func(s statementText) bool { return !joinsColumns.MatchString(s.Query) })
	if len(statements) == 0 {
		return nil, nil
	}
	if err := p.query(ctx, &columns, "join-columns"); err != nil {
		return nil, err
	}
	catalog := newJoinCatalog(columns, known)
	for started, i := time.Now(), 0; i < len(statements) && time.Since(started) < parseTime; i++ {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		statement := statements[i]
		joins, err := workload.Joins(statement.Query)
		if err != nil {
			continue // cut off, or of a newer grammar: one statement less to learn from
		}
		for _, join := range joins {
			catalog.learn(join.Left, join.Right)
			catalog.learn(join.Right, join.Left)
		}
	}
	return catalog.references(), nil
}

// parseTime bounds the reading of statements, the most called first.
const parseTime = 20 * time.Second

// joinsColumns matches what may hold a join of qualified columns. The parser
// takes seconds to start: it is left alone where no statement needs it.
var joinsColumns = regexp.MustCompile(`(?i)["\w]\."?\w[^=]*=\s*"?\w[^=]*\."?\w|\busing\s*\(`)

// query reads one of the queries that belong to no check.
func (p *Prober) query(ctx context.Context, dest any, id string) error {
	text, err := SQL(id, p.Server())
	if err != nil {
		return err
	}
	return p.In(ctx, func(tx *sqlx.Tx) error { return tx.SelectContext(ctx, dest, text) })
}

// joinCatalog finds the columns that statements name.
type joinCatalog struct {
	columns map[workload.Column]joinColumn
	schemas map[string][]string // of each table name
	taken   map[workload.Column]bool
	parents map[workload.Column]map[workload.Column]bool // child -> keys that it is joined to
}

func newJoinCatalog(columns []joinColumn, known []OrphanedReference) *joinCatalog {
	c := &joinCatalog{
		columns: map[workload.Column]joinColumn{},
		schemas: map[string][]string{},
		taken:   map[workload.Column]bool{},
		parents: map[workload.Column]map[workload.Column]bool{},
	}
	for _, column := range columns {
		c.columns[column.name()] = column
		if schemas := c.schemas[column.Table]; !slices.Contains(schemas, column.Schema) {
			c.schemas[column.Table] = append(schemas, column.Schema)
		}
	}
	for _, reference := range known {
		for _, column := range reference.Columns {
			c.taken[name(reference.Schema, reference.Table, column)] = true
		}
	}
	return c
}

func name(schema, table, column string) workload.Column {
	return workload.Column{Table: workload.Table{Schema: schema, Name: table}, Column: column}
}

func (j joinColumn) name() workload.Column { return name(j.Schema, j.Table, j.Column) }

// find looks a column up. A table without a schema is the one of public, or
// else the only one of that name.
func (c *joinCatalog) find(column workload.Column) (joinColumn, bool) {
	if column.Schema == "" {
		schemas := c.schemas[column.Name]
		switch {
		case slices.Contains(schemas, "public"):
			column.Schema = "public"
		case len(schemas) == 1:
			column.Schema = schemas[0]
		default:
			return joinColumn{}, false
		}
	}
	found, ok := c.columns[column]
	return found, ok
}

// learn takes in that child was joined to parent, if parent is a key and child
// can refer to it.
func (c *joinCatalog) learn(child, parent workload.Column) {
	from, fromFound := c.find(child)
	to, toFound := c.find(parent)
	switch {
	case !fromFound || !toFound,
		!to.Key || from.Key,
		from.Family != to.Family,
		from.InForeignKey || from.Polymorphic || c.taken[from.name()],
		// a key that refers to something else is a stop on the way there
		to.InForeignKey || c.taken[to.name()],
		// invitations joined to users by email: a value that both know, no reference
		!to.Primary && from.Column == to.Column:
		return
	}
	if c.parents[from.name()] == nil {
		c.parents[from.name()] = map[workload.Column]bool{}
	}
	c.parents[from.name()][to.name()] = true
}

// references lists what was learnt, by name. A column that is joined to keys of
// two tables refers to neither for certain.
func (c *joinCatalog) references() []OrphanedReference {
	var found []OrphanedReference
	for child, parents := range c.parents {
		if len(parents) != 1 {
			continue
		}
		for parent := range parents {
			from, to := c.columns[child], c.columns[parent]
			found = append(found, OrphanedReference{Reference: Reference{
				Schema: from.Schema, Table: from.Table, Columns: postgres.Names{from.Column}, ChildKind: from.Kind,
				ParentSchema: to.Schema, ParentTable: to.Table, ParentColumns: postgres.Names{to.Column}, ParentKind: to.Kind,
				Operators: postgres.Names{"="}, Origin: FromWorkload,
			}})
		}
	}
	slices.SortFunc(found, func(a, b OrphanedReference) int { return strings.Compare(a.Object(), b.Object()) })
	return found
}
