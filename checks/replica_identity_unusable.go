package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Unidentified is one table that has no replica identity.
type Unidentified struct {
	Schema   string  `json:"schema"`
	Table    string  `json:"table"`
	Identity string  `json:"identity"` // d: the primary key, n: nothing, i: an index that is gone
	Index    *string `json:"index"`    // a unique one over NOT NULL columns, which would do
}

// UnidentifiedTables are several of them.
type UnidentifiedTables []Unidentified

// Scan reads a JSON array.
func (u *UnidentifiedTables) Scan(src any) error { return postgres.ScanJSON(src, u) }

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
}

// ReplicaIdentityUnusable finds published tables that refuse UPDATE or DELETE.
var ReplicaIdentityUnusable = define(Spec[PublishedTable]{
	Doc: Doc{
		ID:       "replica-identity-unusable",
		Title:    "published table without a replica identity: UPDATE and DELETE fail",
		Examines: "published tables",
		Why: `A subscriber finds the row to change by the table's replica identity, its primary key unless something else was set. A primary key that is DEFERRABLE does not count. Where a table that publishes UPDATE or DELETE has none, the publisher refuses the statement: "cannot update table … because it does not have a replica identity and publishes updates". A publication FOR ALL TABLES does that to every table without a primary key, also to those that are created later.

Confirm: pg_publication_tables beside pg_class.relreplident (d: primary key, i: an index, f: the whole row, n: nothing). Publications of INSERT alone need none. Partitions each have an identity of their own.

Cure: a primary key is best. Else REPLICA IDENTITY USING INDEX with a unique index over NOT NULL columns, or FULL, which writes the whole old row into the WAL and lets the subscriber search for it. pgdoctor fix sets the index where there is one, else FULL; undo sets what was there.

Prevention: a primary key in every CREATE TABLE, and publications that name their tables.`,
		Category: Constraints,
		Severity: Warning,
	},
	Judge: func(row *PublishedTable, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		fails := "UPDATE and DELETE fail"
		switch {
		case !row.Updates:
			fails = "DELETE fails"
		case !row.Deletes:
			fails = "UPDATE fails"
		}
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
