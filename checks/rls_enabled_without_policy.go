package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// RLSEnabledWithoutPolicy finds tables of which nobody but the owner sees a row.
var RLSEnabledWithoutPolicy = define(Spec[RowSecurity]{
	Doc: Doc{
		ID:       "rls-enabled-without-policy",
		Title:    "row-level security without a policy: others see no row",
		Examines: "tables with row-level security",
		Why: `Where row-level security is on and no policy allows anything, every role but the owner, superusers and those with BYPASSRLS finds the table empty and can insert nothing. There is no error message on reading, so that an application shows empty pages and a count of 0 passes for the truth. If the security is forced, the owner sees nothing either.

Confirm: \d table says "row security enabled" and "(none)" for policies.

Cure: CREATE POLICY for those who are to see rows. If the table is closed on purpose, and only functions and the owner read it, leave it so and ignore this finding; REVOKE says the same with an error message.

Prevention: create the policies in the migration that switches row-level security on, and test as the application's role, not as the owner.`,
		Category: Security,
		Severity: Info,
	},
	Judge: func(row *RowSecurity, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		verdict := Verdict{
			Object:  postgres.Name(row.Schema, row.Table),
			Message: "row-level security is on and there is no policy: only its owner sees rows",
		}
		if row.Forced {
			verdict.Message = "row-level security is on, for its owner too, and there is no policy: only superusers and roles with BYPASSRLS see rows"
		}
		return verdict, row.Enabled && len(row.Policies) == 0
	},
})
