package checks

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Schema is the shape of the users' tables and what refers to what: plain data
// that fixes plan by. Views, foreign tables and system relations are not in it.
type Schema struct {
	Tables     []Table
	References []Reference
}

// Table is one ordinary or partitioned table.
type Table struct {
	Schema      string        `db:"schema_name"`
	Name        string        `db:"table_name"`
	Kind        string        `db:"kind"` // relkind: r, p
	IsPartition bool          `db:"is_partition"`
	Columns     tableColumns  `db:"columns"`
	Uniques     uniqueIndexes `db:"uniques"`
	Triggers    triggers      `db:"triggers"` // users' enabled ones
	HasRules    bool          `db:"has_rules"`
	Inherits    ancestors     `db:"inherits"` // plain tables whose columns it has
	Partitions  partitions    `db:"partitions"`
}

// TableColumn is one column, in the table's order.
type TableColumn struct {
	Name      string `json:"name"`
	Type      string `json:"type"`
	Generated bool   `json:"generated"`
	Identity  string `json:"identity"` // a: always, d: by default, "": none
	NotNull   bool   `json:"notnull"`
}

// UniqueIndex is one unique index that rejects rows, valid or not.
type UniqueIndex struct {
	Name       string   `json:"name"`
	Primary    bool     `json:"primary"`
	Valid      bool     `json:"valid"`
	Columns    []string `json:"columns"` // "" where the key is an expression
	Reads      []string `json:"reads"`   // columns of key, expressions and predicate
	Keys       []string `json:"keys"`    // as SQL
	Predicate  *string  `json:"predicate"`
	NullsEqual bool     `json:"nulls_equal"`
}

// Trigger is one trigger and what it fires on.
type Trigger struct {
	Name     string `json:"name"`
	OnDelete bool   `json:"on_delete"`
	OnUpdate bool   `json:"on_update"`
}

// Partition is one partition of a partitioned table, at any level, parents first.
type Partition struct {
	Schema       string `json:"schema"`
	Name         string `json:"name"`
	ParentSchema string `json:"parent_schema"`
	Parent       string `json:"parent"`
	Leaf         bool   `json:"leaf"`
	Kind         string `json:"kind"` // relkind: r, p, f
}

type (
	tableColumns  []TableColumn
	uniqueIndexes []UniqueIndex
	triggers      []Trigger
	partitions    []Partition
	ancestors     [][2]string // schema and name
)

func (c *tableColumns) Scan(src any) error  { return postgres.ScanJSON(src, c) }
func (u *uniqueIndexes) Scan(src any) error { return postgres.ScanJSON(src, u) }
func (t *triggers) Scan(src any) error      { return postgres.ScanJSON(src, t) }
func (p *partitions) Scan(src any) error    { return postgres.ScanJSON(src, p) }
func (a *ancestors) Scan(src any) error     { return postgres.ScanJSON(src, a) }

// LoadSchema reads the shape of the database: no rows of users, only catalogs,
// and from the statements that it runs which columns they join to keys.
func LoadSchema(ctx context.Context, db *sqlx.DB, server postgres.Server, timeout time.Duration) (Schema, error) {
	var schema Schema
	p := &Prober{runner: &runner{db: db, server: server, timeout: timeout}}
	if err := p.query(ctx, &schema.Tables, "tables"); err != nil {
		return schema, fmt.Errorf("read the tables: %w", err)
	}
	var known []OrphanedReference
	if err := p.query(ctx, &known, OrphanRows.ID); err != nil {
		return schema, fmt.Errorf("read the references between tables: %w", err)
	}
	inferred, err := workloadReferences(ctx, p, known)
	if err != nil {
		return schema, fmt.Errorf("read which columns statements join: %w", err)
	}
	for _, reference := range append(known, inferred...) {
		schema.References = append(schema.References, reference.Reference)
	}
	schema.inherit()
	return schema, nil
}

// Table finds a table by name.
func (s Schema) Table(schema, name string) (Table, bool) {
	for _, table := range s.Tables {
		if table.Schema == schema && table.Name == name {
			return table, true
		}
	}
	return Table{}, false
}

// Key is the columns that identify a row: the primary key, else a unique index
// over columns that are all NOT NULL, else nil.
func (t Table) Key() []string {
	for _, unique := range t.Uniques {
		if !unique.Valid || unique.Predicate != nil || slices.Contains(unique.Columns, "") {
			continue
		}
		if unique.Primary || !slices.ContainsFunc(unique.Columns, t.Nullable) {
			return unique.Columns
		}
	}
	return nil
}

// Nullable says whether a column can be NULL.
func (t Table) Nullable(column string) bool {
	for _, c := range t.Columns {
		if c.Name == column {
			return !c.NotNull
		}
	}
	return true
}

// Writable lists the columns that can be written: all but generated ones.
func (t Table) Writable() []string {
	var names []string
	for _, column := range t.Columns {
		if !column.Generated {
			names = append(names, column.Name)
		}
	}
	return names
}

// Updatable lists the columns that an UPDATE can set to a value: the writable
// ones but GENERATED ALWAYS AS IDENTITY.
func (t Table) Updatable() []string {
	var names []string
	for _, column := range t.Columns {
		if !column.Generated && column.Identity != "a" {
			names = append(names, column.Name)
		}
	}
	return names
}

// String is the table's name for people.
func (t Table) String() string { return postgres.Name(t.Schema, t.Name) }

// SQL is the table's name as SQL.
func (t Table) SQL() string { return postgres.Quote(t.Schema, t.Name) }
