package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// DatabaseEncoding is one database and its encoding.
type DatabaseEncoding struct {
	Database string `db:"database_name" json:"database"`
	Encoding string `db:"encoding" json:"encoding"`
}

// DatabaseEncodingSQLASCII finds databases that do not know what their bytes mean.
var DatabaseEncodingSQLASCII = define(Spec[DatabaseEncoding]{
	Doc: Doc{
		ID:       "database-encoding-sql-ascii",
		Title:    "database with the encoding SQL_ASCII",
		Examines: "databases",
		Why: `SQL_ASCII means that the server takes bytes as they come: it neither checks nor converts them. Two clients with different encodings write different bytes for the same letter, lower() and length() are wrong for everything beyond ASCII, and sooner or later a client that expects UTF-8 gets a text that it cannot read, in the middle of a dump or an export.

Confirm: SHOW server_encoding.

Cure: dump it (pg_dump --encoding with what the texts truly are), create a new database with ENCODING 'UTF8' TEMPLATE template0, and restore; what is no valid UTF-8 fails there and has to be corrected, by iconv or by hand. An encoding cannot be changed in place.

Prevention: initdb with a UTF-8 locale: the encoding SQL_ASCII comes from initdb under LANG=C.`,
		Category: Schemas,
		Severity: Warning,
	},
	Judge: func(row *DatabaseEncoding, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  postgres.Name(row.Database),
			Message: "its encoding is SQL_ASCII: texts are neither checked nor converted",
		}, row.Encoding == "SQL_ASCII"
	},
})
