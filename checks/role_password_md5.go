package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// RolePassword is one role with a password and how the server keeps it.
type RolePassword struct {
	Role      string `db:"role" json:"role"`
	Superuser bool   `db:"superuser" json:"superuser"`
	Method    string `db:"method" json:"method"` // md5, scram-sha-256
}

// RolePasswordMD5 finds passwords that are kept as MD5.
var RolePasswordMD5 = define(Spec[RolePassword]{
	Doc: Doc{
		ID:       "role-password-md5",
		Title:    "password that is kept as an MD5 hash",
		Examines: "roles with a password",
		Why: `An MD5 hash of a password is as good as the password: who sees it in a backup, in pg_dumpall's output or in a copy of the catalog logs in with it without guessing, and weak passwords are guessed in minutes. PostgreSQL 18 warns when such a password is set, and a later version will refuse it.

Confirm: as a superuser, SELECT rolname FROM pg_authid WHERE rolpassword LIKE 'md5%'.

Cure: SET password_encryption = 'scram-sha-256', then set the password again (\password in psql), the same one if need be. The server cannot convert a hash, so there is no automatic fix. Clients must know SCRAM: every usual driver has since 2018. Lines of pg_hba.conf that say md5 accept it too; change them to scram-sha-256 when the last role is done.

Prevention: password_encryption = scram-sha-256, the default from PostgreSQL 14 on.`,
		Category: Security,
		Severity: Warning,
	},
	Judge: func(row *RolePassword, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		message := "its password is kept as an MD5 hash"
		if row.Superuser {
			message = "a superuser, and " + message
		}
		return Verdict{Object: postgres.Name(row.Role), Message: message}, row.Method == "md5"
	},
})
