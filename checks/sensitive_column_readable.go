package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// SensitiveColumn is one column with the name of a secret.
type SensitiveColumn struct {
	Schema      string `db:"schema_name" json:"schema"`
	Table       string `db:"table_name" json:"table"`
	Column      string `db:"column_name" json:"column"`
	RowSecurity bool   `db:"row_security" json:"row_security"`
	Readable    bool   `db:"readable" json:"-"` // by PUBLIC
}

// SensitiveColumnReadable finds secrets that every role may read.
var SensitiveColumnReadable = define(Spec[SensitiveColumn]{
	Doc: Doc{
		ID:       "sensitive-column-readable",
		Title:    "every role may read a column that by its name holds a secret",
		Examines: "columns with the name of a secret",
		Why: `SELECT was granted to PUBLIC on a table, or on a column, that by its name holds password hashes, tokens, keys or numbers of cards. Every role that can connect reads them: those of reports and monitoring, and everybody who gets hold of one of their passwords.

Confirm: \dp table shows =r/owner, with no role before the equals sign.

Cure: REVOKE SELECT ON the table FROM PUBLIC and GRANT it to the roles that read; where others need the rest of the table, GRANT SELECT (column, column) on the harmless columns, or a view of them. What PUBLIC lived on is not to be seen in the database, so there is no automatic fix. Change the secrets if the database was reachable by people who should not have them.

Prevention: keep secrets in a table of their own. Only exact names are looked at (password, ssn, card_number, api_key, refresh_token and the like, with and without underscores), no booleans; a table with row-level security is only worth knowing.`,
		Category: Security,
		Severity: Warning,
	},
	Judge: func(row *SensitiveColumn, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		verdict := Verdict{
			Object:  postgres.Name(row.Schema, row.Table, row.Column),
			Message: "PUBLIC may read it, and by its name it holds a secret",
		}
		if row.RowSecurity {
			verdict.Severity = Info
			verdict.Message = "PUBLIC may read it within what row-level security allows, and by its name it holds a secret"
		}
		return verdict, row.Readable
	},
})
