package checks

import (
	"fmt"
	"net/netip"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// HBARule is one line of pg_hba.conf.
type HBARule struct {
	Line      int    `db:"line" json:"line" volatile:"true"`
	Place     int    `db:"place" json:"-"`
	Type      string `db:"type" json:"type"` // local, host, hostssl, hostnossl, hostgssenc, hostnogssenc; "" where it cannot be read
	Databases string `db:"databases" json:"databases"`
	Users     string `db:"users" json:"users"`
	Address   string `db:"address" json:"address"`
	Netmask   string `db:"netmask" json:"netmask"`
	Method    string `db:"method" json:"method"`
	Options   string `db:"options" json:"options,omitempty"`
	Error     string `db:"error" json:"error,omitempty"`
	Repeated  bool   `db:"repeated" json:"-"` // an earlier line says the same
}

// Object is the line as it stands in the file, less its options, which may hold secrets.
func (r HBARule) Object() string {
	fields := []string{r.Type, r.Databases, r.Users, r.Address, r.Netmask, r.Method}
	return strings.Join(slices.DeleteFunc(fields, func(s string) bool { return s == "" }), " ")
}

// everywhere says that the line is for clients at any address.
func (r HBARule) everywhere() bool {
	return r.Address == "all" || r.Netmask == "0.0.0.0" || r.Netmask == "::"
}

// thisMachine says that only clients on the server's own machine meet the line.
func (r HBARule) thisMachine() bool {
	address, err := netip.ParseAddr(r.Address)
	return r.Type == "local" || r.Address == "samehost" || r.Address == "localhost" || err == nil && address.IsLoopback()
}

// HBATrust finds lines that let clients in without a password.
var HBATrust = define(Spec[HBARule]{
	Doc: Doc{
		ID:       "hba-trust",
		Title:    "pg_hba.conf lets clients in without any proof of who they are",
		Examines: "lines of pg_hba.conf",
		Why: `The method trust asks for nothing: who reaches the server says "I am postgres" and is the superuser, who can run programs on the machine. Over the network that is an open door to everybody in the address range, and to all addresses it is found by scanners within hours. From the machine itself, every process and every user of the machine is superuser, which is common on a developer's computer and in the standard container image.

Confirm: SELECT * FROM pg_hba_file_rules WHERE auth_method = 'trust'.

Cure: write scram-sha-256 in its place (peer for local, cert for machines), set passwords for the roles that connect that way first, then SELECT pg_reload_conf(). Open connections stay. The first line that fits a client decides, so a stricter one behind it changes nothing. pgdoctor does not edit files.

Prevention: initdb --auth=scram-sha-256; for containers POSTGRES_HOST_AUTH_METHOD must not be trust. A line that demands a client's certificate (clientcert) is not reported.`,
		Category: Security,
		Severity: Warning,
	},
	Judge: func(row *HBARule, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		verdict := Verdict{
			Object:  row.Object(),
			Message: fmt.Sprintf("line %d lets clients from %s in as any role it names, without a password", row.Line, row.Address),
		}
		switch {
		case row.thisMachine():
			verdict.Severity = Info
			verdict.Message = fmt.Sprintf("line %d lets every process of the server's machine in as any role it names", row.Line)
		case row.everywhere():
			verdict.Severity = Critical
			verdict.Message = fmt.Sprintf("line %d lets everybody who reaches the server in as any role it names, without a password", row.Line)
		}
		return verdict, row.Method == "trust" && row.Error == "" && !row.Repeated && !strings.Contains(row.Options, "clientcert=verify")
	},
})
