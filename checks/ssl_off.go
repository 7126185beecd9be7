package checks

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Encryption is the setting ssl, and who is out there.
type Encryption struct {
	ServerSetting
	Listens        string `db:"listens" json:"listens"`
	PublicSessions int    `db:"public_sessions" json:"public_sessions" volatile:"true"`
}

// SSLOff finds servers that talk in the clear.
var SSLOff = define(Spec[Encryption]{
	Doc: Doc{
		ID:       "ssl-off",
		Title:    "connections cannot be encrypted",
		Examines: "settings",
		Why: `With ssl = off everything between clients and the server goes over the network as it is: rows, statements, passwords with the method password, and with md5 a hash by which weak passwords are guessed. Whoever sits on the way reads it or changes it. Clients with the usual sslmode=prefer do not complain: they fall back silently.

Confirm: SHOW ssl; SHOW listen_addresses; SELECT client_addr FROM pg_stat_activity. It is a warning if there are sessions from public addresses.

Cure: a certificate and its key (server.crt, server.key of mode 0600), ALTER SYSTEM SET ssl = on, and reload: that disturbs nobody. Then hostssl instead of host in pg_hba.conf, and sslmode=verify-full at the clients.

Prevention: listen only where clients are; a server that only poolers on the same machine use needs no more than localhost.`,
		Category: Configuration,
		Severity: Info,
	},
	Judge: func(row *Encryption, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		verdict := Verdict{
			Object:  row.Name,
			Message: fmt.Sprintf("ssl is off, and the server listens on %s: passwords and rows go over the network unencrypted", row.Listens),
		}
		if row.PublicSessions > 0 {
			verdict.Severity = Warning
			verdict.Message = fmt.Sprintf("ssl is off, and sessions come from public addresses (%d now): passwords and rows can be read on the way", row.PublicSessions)
		}
		return verdict, row.Off() && row.remote()
	},
})

// remote says whether anybody but this machine can connect.
func (e Encryption) remote() bool {
	for address := range strings.SplitSeq(e.Listens, ",") {
		if !slices.Contains([]string{"", "localhost", "127.0.0.1", "::1"}, strings.TrimSpace(address)) {
			return true
		}
	}
	return false
}
