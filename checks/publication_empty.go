package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// Publication is one publication and how much it publishes.
type Publication struct {
	Name      string `db:"publication_name" json:"publication"`
	AllTables bool   `db:"all_tables" json:"all_tables"`
	Tables    int64  `db:"tables" json:"tables"`
	Schemas   int64  `db:"schemas" json:"schemas"` // FOR TABLES IN SCHEMA, from 15 on
}

// PublicationEmpty finds publications that publish nothing.
var PublicationEmpty = define(Spec[Publication]{
	Doc: Doc{
		ID:       "publication-empty",
		Title:    "publication without tables",
		Examines: "publications",
		Why: `This publication names no table, no schema and is not FOR ALL TABLES. Who subscribes to it gets nothing, without an error. DROP TABLE takes a table out of its publications silently, so a table that was dropped and made again, as some migration tools do, is not replicated any more.

Confirm: \dRp+ in psql, or SELECT * FROM pg_publication_tables.

Cure: ALTER PUBLICATION … ADD TABLE, and on each subscriber ALTER SUBSCRIPTION … REFRESH PUBLICATION; or DROP PUBLICATION if nobody needs it.

Prevention: FOR ALL TABLES or, from PostgreSQL 15 on, FOR TABLES IN SCHEMA where everything is to be published.`,
		Category: Replication,
		Severity: Info,
	},
	Judge: func(row *Publication, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  postgres.Name(row.Name),
			Message: "it names no table: its subscribers get nothing",
		}, !row.AllTables && row.Tables == 0 && row.Schemas == 0
	},
})
