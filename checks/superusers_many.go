package checks

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Superusers are the superusers of a server besides its first.
type Superusers struct {
	Superusers postgres.Names `db:"superusers" json:"superusers"`
}

var superusersMax = Threshold{
	Name: "max", Default: 3, Unit: "superusers",
	Why: "besides the first: a backup, a deployment and an administrator at most",
}

// SuperusersMany finds servers with more superusers than anybody needs.
var SuperusersMany = define(Spec[Superusers]{
	Doc: Doc{
		ID:       "superusers-many",
		Title:    "more superusers than anybody needs",
		Examines: "servers",
		Why: `A superuser passes every check of rights, reads every row, reads and writes files of the server and runs programs on its machine. Each one that can log in is a password that, once leaked, gives all of that away; applications that connect as one turn an SQL injection into the loss of the machine.

Confirm: \du lists them.

Cure: find out what each needs, and ALTER ROLE … NOSUPERUSER: pg_monitor for monitoring, pg_read_all_data and pg_write_all_data (PostgreSQL 14) for reading and writing everything, REPLICATION for backups, ownership of the schema for migrations, CREATEROLE and CREATEDB for administration. Taking it away breaks what relied on it, so there is no automatic fix.

Prevention: one superuser that people reach by SET ROLE from their own, and none for applications.`,
		Category:   Security,
		Severity:   Info,
		Thresholds: []Threshold{superusersMax},
	},
	Judge: func(row *Superusers, _ postgres.Server, t Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  "server",
			Message: fmt.Sprintf("%d superusers besides the first can log in: %s", len(row.Superusers), strings.Join(row.Superusers, ", ")),
		}, float64(len(row.Superusers)) > t.Of(superusersMax)
	},
})
