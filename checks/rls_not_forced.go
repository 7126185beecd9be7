package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// OwnedRowSecurity is one table with policies, and whether they bind its owner.
type OwnedRowSecurity struct {
	RowSecurity
	Unbound bool `db:"unbound" json:"-"` // no policy binds the owner, forced or not
	Login   bool `db:"login" json:"-"`
}

// RLSNotForced finds tables whose owner logs in and is bound by no policy.
var RLSNotForced = define(Spec[OwnedRowSecurity]{
	Doc: Doc{
		ID:       "rls-not-forced",
		Title:    "row-level security that does not bind the table's owner, who logs in",
		Examines: "tables with row-level security",
		Why: `Policies do not bind the owner of a table. Where the application connects as the role that also owns the tables, which is what most frameworks' migrations lead to, row-level security is on and yet every statement of the application sees the rows of all tenants.

Confirm: SELECT tableowner FROM pg_tables WHERE tablename = 'table' names the role that the application logs in as.

Cure: ALTER TABLE … FORCE ROW LEVEL SECURITY binds the owner too; or let a role without login own the tables and connect as another one, which is the better separation.

Prevention: test the policies as the role that the application uses. Owners that cannot log in, superusers and roles with BYPASSRLS are not reported.`,
		Category: Security,
		Severity: Info,
		OptIn:    true,
	},
	Judge: func(row *OwnedRowSecurity, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  postgres.Name(row.Schema, row.Table),
			Message: "its owner " + row.Owner + " can log in, and no policy binds it",
		}, row.Enabled && len(row.Policies) > 0 && !row.Forced && row.Login && !row.Unbound
	},
})
