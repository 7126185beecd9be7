package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// RoleTimeout is one login role, and whether a timeout protects others from it.
type RoleTimeout struct {
	Setting      string `db:"setting" json:"setting"`
	Role         string `db:"role_name" json:"role"`
	Unset        bool   `db:"unset" json:"-"`
	Nobody       bool   `db:"nobody_has_it" json:"nobody_has_it"` // no role has the timeout
	SpeaksForAll bool   `db:"speaks_for_all" json:"-"`            // the one role that is reported where nobody has it
	Roles        int    `db:"roles" json:"roles"`                 // that may connect to this database
}

// timeoutUnset reports the roles without a timeout where others have one, and the
// server once where none has.
func timeoutUnset(row *RoleTimeout, consequence string) (Verdict, bool) {
	if row.Nobody {
		return Verdict{
			Object:  row.Setting,
			Message: fmt.Sprintf("%s is set neither for the server nor for a role: %s", row.Setting, consequence),
		}, row.SpeaksForAll
	}
	return Verdict{
		Object:  postgres.Name(row.Role),
		Message: fmt.Sprintf("%s is set for others but not for role %s: %s", row.Setting, postgres.Name(row.Role), consequence),
	}, row.Unset
}
