package checks

import (
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// PolicyWithoutRLS finds policies that nothing obeys.
var PolicyWithoutRLS = define(Spec[RowSecurity]{
	Doc: Doc{
		ID:       "policy-without-rls",
		Title:    "policies that are not in force, since row-level security is off",
		Examines: "tables with row-level security",
		Why: `CREATE POLICY alone does nothing: policies are obeyed only after ALTER TABLE … ENABLE ROW LEVEL SECURITY. Until then every role that may read the table reads all of its rows, those of other tenants included, while everybody who looks at the policies believes them safe.

Confirm: \d table says "Policies (row security disabled)".

Cure: ALTER TABLE … ENABLE ROW LEVEL SECURITY; pgdoctor fix does it, under an ACCESS EXCLUSIVE lock for milliseconds. From that moment each role other than the owner sees only what a policy allows it: read the policies first, try them as the application's role in a transaction that is rolled back, and see that the jobs which need all rows have BYPASSRLS. If the policies are left over, DROP POLICY.

Prevention: ENABLE ROW LEVEL SECURITY in the migration that creates the first policy.`,
		Category: Security,
		Severity: Warning,
	},
	Judge: func(row *RowSecurity, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object: postgres.Name(row.Schema, row.Table),
			Message: "row-level security is off, so nothing obeys " +
				many(int64(len(row.Policies)), "policy of it", "policies of it") + " (" + strings.Join(row.Policies, ", ") + ")",
		}, !row.Enabled && len(row.Policies) > 0
	},
})
