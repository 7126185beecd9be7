package checks

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// RemoteSessions is how many sessions of a database came over the network, and how.
type RemoteSessions struct {
	Database    string         `db:"database_name" json:"database"`
	Remote      int            `db:"remote" json:"remote"`
	Unencrypted int            `db:"unencrypted" json:"unencrypted"`
	Users       postgres.Names `db:"users" json:"users"` // of the unencrypted ones
}

// ConnectionUnencrypted finds databases that are used over the network without TLS.
var ConnectionUnencrypted = define(Spec[RemoteSessions]{
	Doc: Doc{
		ID:       "connection-unencrypted",
		Title:    "sessions over the network without encryption",
		Examines: "databases",
		Why: `Without TLS everybody on the way between the client and the server reads the statements and the rows, and can change them. The password is safe with SCRAM, the data is not. Clients that say sslmode=prefer, the default of libpq, take what they get and say nothing.

Confirm: SELECT a.usename, a.client_addr, s.ssl FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid).

Cure: ssl = on with a certificate, sslmode=verify-full in the clients, then hostssl in place of host in pg_hba.conf, after which the others are refused. Each of them can break clients, so there is no automatic fix.

Prevention: hostssl from the beginning. A pooler or a proxy on the way that encrypts by itself, and a network between containers of one machine, look unencrypted from here: ignore the finding there.`,
		Category: Security,
		Severity: Info,
		Runtime:  true,
		Needs:    []Need{{Role: "pg_read_all_stats"}},
	},
	Judge: func(row *RemoteSessions, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object: postgres.Name(row.Database),
			Message: fmt.Sprintf("%d of %d sessions over the network are not encrypted, of %s",
				row.Unencrypted, row.Remote, strings.Join(row.Users, ", ")),
		}, row.Unencrypted > 0
	},
})
