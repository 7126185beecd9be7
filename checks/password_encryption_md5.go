package checks

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// PasswordEncryptionMD5 finds servers that store the next password as MD5.
var PasswordEncryptionMD5 = define(Spec[PlacedSetting]{
	Doc: Doc{
		ID:       "password-encryption-md5",
		Title:    "new passwords are stored as MD5 hashes",
		Examines: "settings",
		Why: `password_encryption says how a password is stored when it is set the next time. An MD5 hash can be tried out by the thousand million a second, its salt is only the role's name, and whoever steals it can log in with it without knowing the password. PostgreSQL 18 warns about MD5, and a later version will drop it. scram-sha-256 has none of these weaknesses.

Confirm: SHOW password_encryption; \drds in psql lists what is set for databases and roles.

Cure: ALTER SYSTEM SET password_encryption = 'scram-sha-256', and reload; pgdoctor fix does both. Stored passwords stay as they are until each is set again. A line of pg_hba.conf with method md5 accepts both kinds; scram-sha-256 there comes last, when no MD5 hash is left.

Prevention: it is the default from PostgreSQL 14 on; up to 13, where MD5 is, this finding is info. Clients must know SCRAM: libpq 10, JDBC 42.2.0, Npgsql 3.2.7, psycopg2 with such a libpq, PgBouncer 1.11.`,
		Category: Configuration,
		Severity: Warning,
	},
	Judge: func(row *PlacedSetting, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		where, sick := row.sickPlaces(func(value string) bool { return !strings.EqualFold(value, "scram-sha-256") })
		verdict := Verdict{
			Object:  row.Name,
			Message: fmt.Sprintf("password_encryption is md5 for %s: passwords that are set there are easy to guess from their hash", where),
		}
		if row.Source == "default" && len(row.Places) == 0 { // up to 13: nobody chose it
			verdict.Severity = Info
		}
		return verdict, sick
	},
})
