package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// Policy is one policy of a table with row-level security.
type Policy struct {
	Schema     string  `db:"schema_name" json:"schema"`
	Table      string  `db:"table_name" json:"table"`
	Policy     string  `db:"policy_name" json:"policy"`
	Permissive bool    `db:"permissive" json:"permissive"`
	Command    string  `db:"command" json:"command"` // SELECT, INSERT, UPDATE, DELETE, ALL
	ForPublic  bool    `db:"for_public" json:"for_public"`
	Visible    *string `db:"visible" json:"using"`      // rows that it shows
	Allowed    *string `db:"allowed" json:"with_check"` // rows that it lets in; nil: those that it shows
	Enabled    bool    `db:"enabled" json:"enabled"`
	Rows       int64   `db:"rows" json:"rows" volatile:"true"`
}

// Object names the policy.
func (p Policy) Object() string { return postgres.Name(p.Schema, p.Table, p.Policy) }

// PolicyAlwaysTrue finds policies that let every role write every row.
var PolicyAlwaysTrue = define(Spec[Policy]{
	Doc: Doc{
		ID:       "policy-always-true",
		Title:    "policy that lets every role write every row",
		Examines: "policies",
		Why: `A policy for PUBLIC that says true allows every role that has the table's privileges to write any row, other tenants' included. Permissive policies add up: beside it, the careful ones have no effect. It often stays behind from the day on which row-level security was switched on and something broke.

Confirm: \d table lists the policy with USING (true) or WITH CHECK (true).

Cure: write the condition that is meant, such as tenant_id = current_setting('app.tenant')::bigint, or name the roles that may: CREATE POLICY … TO batch_jobs. Then drop this policy.

Prevention: review policies like code. Left out are policies for SELECT, since a table that everybody may read is common, for named roles, and restrictive ones. Where another, restrictive policy narrows it, ignore the finding.`,
		Category: Security,
		Severity: Info,
	},
	Judge: func(row *Policy, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		always := func(expression *string) bool { return expression != nil && *expression == "true" }
		open := false
		switch row.Command {
		case "INSERT":
			open = always(row.Allowed)
		case "DELETE":
			open = always(row.Visible)
		case "UPDATE", "ALL":
			open = always(row.Visible) && (row.Allowed == nil || always(row.Allowed))
		}
		command := row.Command
		if command == "ALL" {
			command = "INSERT, UPDATE and DELETE"
		}
		return Verdict{Object: row.Object(), Message: "allows every role " + command + " of any row"},
			open && row.Enabled && row.Permissive && row.ForPublic
	},
})
