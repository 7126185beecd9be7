package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// RelationName is the name of one relation.
type RelationName struct {
	Schema string `json:"schema"`
	Table  string `json:"table"`
}

// RelationNames is a list that a query returns as JSON.
type RelationNames []RelationName

// Scan reads a JSON array of objects.
func (r *RelationNames) Scan(src any) error { return postgres.ScanJSON(src, r) }

// namePairs are schemas and names, as JSON arrays of two.
type namePairs [][2]string

// Scan reads a JSON array of arrays.
func (n *namePairs) Scan(src any) error { return postgres.ScanJSON(src, n) }

// UnloggedTable is one table and which of its relations are unlogged.
type UnloggedTable struct {
	Schema      string        `db:"schema_name" json:"schema"`
	Table       string        `db:"table_name" json:"table"`
	Partitioned bool          `db:"partitioned" json:"partitioned"`
	Relations   RelationNames `db:"relations" json:"relations"` // unlogged, with rows
	RefersTo    namePairs     `db:"refers_to" json:"refers_to"` // other unlogged tables
	Rows        int64         `db:"rows" json:"rows" volatile:"true"`
}

// TableUnlogged finds tables whose rows a crash takes away.
var TableUnlogged = define(Spec[UnloggedTable]{
	Doc: Doc{
		ID:       "table-unlogged",
		Title:    "table whose rows are lost in a crash",
		Examines: "tables",
		Why: `An unlogged table writes no WAL, which makes writing faster. After a crash or an immediate shutdown PostgreSQL empties it. No standby has its rows, so it is empty after a failover, and a physical backup restores it empty. For a cache or a staging table that is what one wants; for anything else it is data loss that waits to happen.

Confirm: SELECT oid::regclass FROM pg_class WHERE relpersistence = 'u'. Ask whether the rows could be made again.

Cure: ALTER TABLE t SET LOGGED. It writes the whole table and its indexes anew while readers and writers wait, so pgdoctor fix counts it as disruptive (--max-risk disruptive) and shows the size first; undo makes it unlogged again. A table whose foreign key refers to another unlogged table has to wait for that one.

Prevention: name such tables for what they are, and keep what cannot be made again out of them. Where a table is unlogged on purpose, ignore the finding with that reason.`,
		Category: Tables,
		Severity: Info,
		Runtime:  true,
	},
	Judge: func(row *UnloggedTable, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		if len(row.Relations) == 0 {
			return Verdict{}, false
		}
		message := many(row.Rows, "row is", "rows are") + " gone after a crash or failover: the table is unlogged"
		if row.Partitioned {
			message = many(row.Rows, "row is", "rows are") + " gone after a crash or failover: " +
				many(int64(len(row.Relations)), "partition is", "partitions are") + " unlogged"
		}
		return Verdict{Object: postgres.Name(row.Schema, row.Table), Message: message}, true
	},
})
