package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// RoleExpiry is one role and when its password ends.
type RoleExpiry struct {
	Role       string `db:"role" json:"role"`
	Superuser  bool   `db:"superuser" json:"superuser"`
	ValidUntil string `db:"valid_until" json:"valid_until" volatile:"true"` // a day, UTC
	DaysLeft   int    `db:"days_left" json:"days_left" volatile:"true"`     // below 0: past
}

var expiryDays = Threshold{
	Name: "days", Default: 14, Unit: "days",
	Why: "time enough to change a password everywhere it is used",
}

// RolePasswordExpired finds roles that cannot log in any more, or soon cannot.
var RolePasswordExpired = define(Spec[RoleExpiry]{
	Doc: Doc{
		ID:       "role-password-expired",
		Title:    "password that has expired or soon will",
		Examines: "roles whose password ends",
		Why: `VALID UNTIL ends a password, not the role: from that moment every login with it fails with "password authentication failed", the same words as for a wrong password, while open connections go on. An application notices when its pool opens the next connection, often in the middle of the night.

Confirm: \du shows "Password valid until".

Cure: set a new password and a later date: ALTER ROLE … PASSWORD … VALID UNTIL …; 'infinity' removes the end. A role that is not used any more is better dropped, or set to NOLOGIN.

Prevention: an alert on this check, and a second role to change over to, so that no password must change everywhere at once. The date does not matter to logins by certificate, peer, LDAP or trust.`,
		Category:   Security,
		Severity:   Info,
		Thresholds: []Threshold{expiryDays},
	},
	Judge: func(row *RoleExpiry, _ postgres.Server, t Thresholds) (Verdict, bool) {
		verdict := Verdict{Object: postgres.Name(row.Role), Message: "its password expired on " + row.ValidUntil}
		switch {
		case row.DaysLeft == 0:
			verdict.Message = "its password expires within a day"
		case row.DaysLeft > 0:
			verdict.Message = "its password expires in " + many(int64(row.DaysLeft), "day", "days")
		}
		return verdict, float64(row.DaysLeft) < t.Of(expiryDays)
	},
})
