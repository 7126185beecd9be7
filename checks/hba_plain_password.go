package checks

import (
	"fmt"
	"slices"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// plainMethods send the password as it is: the server needs it to ask somebody else.
var plainMethods = []string{"password", "ldap", "pam", "radius", "bsd"}

// HBAPlainPassword finds lines by which passwords cross the network unencrypted.
var HBAPlainPassword = define(Spec[HBARule]{
	Doc: Doc{
		ID:       "hba-plain-password",
		Title:    "pg_hba.conf asks for the password itself over connections that need no encryption",
		Examines: "lines of pg_hba.conf",
		Why: `With the methods password, ldap, pam, radius and bsd the client sends the password itself. A line of type host or hostnossl accepts that without TLS, so that everybody on the way reads the password, and with LDAP or PAM it is the person's password for everything else too. A client that prefers TLS can be talked out of it by whoever sits in between.

Confirm: SELECT * FROM pg_hba_file_rules WHERE auth_method IN ('password', 'ldap', 'pam', 'radius', 'bsd').

Cure: write hostssl in place of host, once TLS is on (ssl = on, with a certificate) and the clients use sslmode=require or better; in place of password write scram-sha-256, which never sends it. Then SELECT pg_reload_conf(). pgdoctor does not edit files.

Prevention: hostssl in all lines that are not for the machine itself, which are not reported.`,
		Category: Security,
		Severity: Warning,
	},
	Judge: func(row *HBARule, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
				Object:  row.Object(),
				Message: fmt.Sprintf("line %d takes passwords from %s in plain text, encrypted connection or not", row.Line, row.Address),
			}, slices.Contains(plainMethods, row.Method) && slices.Contains([]string{"host", "hostnossl", "hostnogssenc"}, row.Type) &&
				row.Error == "" && !row.Repeated && !row.thisMachine()
	},
})
