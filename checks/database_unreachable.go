package checks

import (
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// ReachedDatabase is one database, and whether anybody can connect to it.
type ReachedDatabase struct {
	Database string `db:"database_name" json:"database"`
	Invalid  bool   `db:"invalid" json:"invalid"` // dropped by half
	Open     bool   `db:"open" json:"open"`       // ALLOW_CONNECTIONS
}

// DatabaseUnreachable finds what an interrupted DROP DATABASE left, and databases that let nobody in.
var DatabaseUnreachable = define(Spec[ReachedDatabase]{
	Doc: Doc{
		ID:       "database-unreachable",
		Title:    "database that nobody can connect to",
		Examines: "databases",
		Why: `A database can be unreachable for two reasons. Its DROP DATABASE was interrupted (cancelled, a timeout, a crash) when part of the files were gone already. The server marks it as invalid, and what is left of its files takes up space. Autovacuum cannot enter it, so its rows are never frozen, and it leads the whole server towards the wraparound of transaction IDs. Or somebody closed it, ALLOW_CONNECTIONS false, and it was forgotten: dumps of the server leave it out without a word; that is info. pg_upgrade refuses the whole server while either of them is there.

Confirm: SELECT datname, datconnlimit = -2 AS invalid, datallowconn FROM pg_database.

Cure: an invalid one: DROP DATABASE name, again, to the end, from another database, as its owner or a superuser. Nothing in it can be saved: what it held is in a backup or nowhere. A closed one: ALTER DATABASE name ALLOW_CONNECTIONS true, then look what it holds. Either is a decision, so there is no automatic fix.

Prevention: no statement_timeout for DROP DATABASE; WITH (FORCE) ends the sessions that it would wait for. To keep people out, REVOKE CONNECT or CONNECTION LIMIT 0, which pg_upgrade and pg_dumpall live with.`,
		Category: Upgrade,
		Severity: Warning,
	},
	Judge: func(row *ReachedDatabase, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		verdict := Verdict{Object: postgres.Name(row.Database)}
		switch {
		case row.Invalid:
			verdict.Message = "its DROP DATABASE was interrupted: nothing in it can be saved, and pg_upgrade refuses the server"
		case !row.Open:
			verdict.Severity = Info
			verdict.Message = "it allows no connections: dumps leave it out, and pg_upgrade refuses the server"
		}
		return verdict, verdict.Message != ""
	},
})
