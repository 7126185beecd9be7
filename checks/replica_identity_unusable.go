package checks

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Unidentified is one table that has no replica identity.
type Unidentified struct {
	Schema   string  `json:"schema"`
	Table    string  `json:"table"`
	Identity string  `json:"identity"` // d: the primary key, n: nothing, i: an index that is gone
	Index    *string `json:"index"`    // a unique one over NOT NULL columns, which would do
	// Narrowed is a publication with a column list or a row filter for the table, to
	// which the replica identity must be suited as well.
	Narrowed *string `json:"narrowed,omitempty"`
}

// UnidentifiedTables are several of them.
type UnidentifiedTables []Unidentified

// Scan reads a JSON array.
func (u *UnidentifiedTables) Scan(src any) error { return postgres.ScanJSON(src, u) }

// Unsuited is one table whose replica identity does not suit what a publication leaves out.
type Unsuited struct {
	Schema      string   `json:"schema"`
	Table       string   `json:"table"`
	Identity    string   `json:"identity"` // d: the primary key, i: an index, f: the whole row
	Publication string   `json:"publication"`
	Updates     bool     `json:"updates"`
	Deletes     bool     `json:"deletes"`
	By          string   `json:"by"`      // column list, row filter, generated columns
	Columns     []string `json:"columns"` // of the identity and not published; of a row filter those that are not in the identity
}

// UnsuitedTables are several of them.
type UnsuitedTables []Unsuited

// Scan reads a JSON array.
func (u *UnsuitedTables) Scan(src any) error { return postgres.ScanJSON(src, u) }

// PublishedTable is one published table, with its partitions, and those of
// them whose rows a subscriber could not find.
type PublishedTable struct {
	Schema      string             `db:"schema_name" json:"schema"`
	Table       string             `db:"table_name" json:"table"`
	Publication string             `db:"publication" json:"publication"`
	Updates     bool               `db:"updates" json:"updates"`
	Deletes     bool               `db:"deletes" json:"deletes"`
	Members     int                `db:"members" json:"members"`
	Without     UnidentifiedTables `db:"without" json:"without"`
	Unsuited    UnsuitedTables     `db:"unsuited" json:"unsuited,omitempty"`
}

// ReplicaIdentityUnusable finds published tables that refuse UPDATE or DELETE.
var ReplicaIdentityUnusable = define(Spec[PublishedTable]{
	Doc: Doc{
		ID:       "replica-identity-unusable",
		Title:    "published table without a usable replica identity: UPDATE and DELETE fail",
		Examines: "published tables",
		Why: `A subscriber finds the row to change by the table's replica identity, its primary key unless something else was set. A primary key that is DEFERRABLE does not count. Where a table that publishes UPDATE or DELETE has none, the publisher refuses the statement: "cannot update table … because it does not have a replica identity and publishes updates". A publication FOR ALL TABLES does that to every table without a primary key, also to those that are created later.

The same happens where a publication leaves out what the replica identity needs. From PostgreSQL 15 on a column list must hold all columns of the identity (and goes with FULL not at all), and a row filter may read no others. From 18 on the identity may hold no generated column that is not published.

Confirm: pg_publication_tables beside pg_class.relreplident (d: primary key, i: an index, f: the whole row, n: nothing). Publications of INSERT alone need none. Partitions each have an identity of their own. pg_publication_tables.attnames and rowfilter show what is left out.

Cure: a primary key is best. Else REPLICA IDENTITY USING INDEX with a unique index over NOT NULL columns, or FULL, which writes the whole old row into the WAL and lets the subscriber search for it. pgdoctor fix sets the index where there is one, else FULL; undo sets what was there. Where a column list or a row filter is in the way, ALTER PUBLICATION: add the columns to the list, or filter by columns of the identity; for a row filter, REPLICA IDENTITY FULL does as well; for generated columns, publish_generated_columns = stored. What subscribers get is yours to decide, so pgdoctor fix leaves that alone.

Prevention: a primary key in every CREATE TABLE, and publications that name their tables.`,
		Category: Constraints,
		Severity: Warning,
	},
	Judge: func(row *PublishedTable, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		if len(row.Without) == 0 && len(row.Unsuited) > 0 {
			return row.unsuited(), true
		}
		fails := failing(row.Updates, row.Deletes)
		verdict := Verdict{
			Object:  postgres.Name(row.Schema, row.Table),
			Message: fmt.Sprintf("is published by %s but has no replica identity: %s", postgres.Name(row.Publication), fails),
		}
		if row.Members > 1 {
			verdict.Message = fmt.Sprintf("is published by %s but %d of its %d partitions have no replica identity: %s there",
				postgres.Name(row.Publication), len(row.Without), row.Members, fails)
		}
		return verdict, len(row.Without) > 0
	},
})

// failing says which statements a publication makes fail.
func failing(updates, deletes bool) string {
	switch {
	case !updates:
		return "DELETE fails"
	case !deletes:
		return "UPDATE fails"
	}
	return "UPDATE and DELETE fail"
}

// unsuited is the verdict on a table that has an identity, by the first publication
// that it does not suit.
func (t *PublishedTable) unsuited() Verdict {
	first := t.Unsuited[0]
	names := make([]string, len(first.Columns))
	for i, column := range first.Columns {
		names[i] = postgres.Name(column)
	}
	columns := strings.Join(names, ", ")
	wrong := fmt.Sprintf("whose %s leaves out %s of its replica identity", first.By, columns)
	switch {
	case first.By == "row filter":
		wrong = fmt.Sprintf("whose row filter reads %s outside its replica identity", columns)
	case first.By == "generated columns":
		wrong = fmt.Sprintf("which does not publish the generated column %s of its replica identity", columns)
	case first.Identity == "f":
		wrong = "whose column list does not go with REPLICA IDENTITY FULL"
	}
	verdict := Verdict{
		Object:  postgres.Name(t.Schema, t.Table),
		Message: fmt.Sprintf("is published by %s, %s: %s", postgres.Name(first.Publication), wrong, failing(first.Updates, first.Deletes)),
	}
	if t.Members > 1 {
		verdict.Message += " in its partition " + postgres.Name(first.Schema, first.Table)
	}
	if more := int64(len(t.Unsuited) - 1); more > 0 {
		verdict.Message += fmt.Sprintf("; and %s", many(more, "more such case", "more such cases"))
	}
	return verdict
}
