package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// PolicyOverlap is one command for which a role has several permissive policies.
type PolicyOverlap struct {
	Command  string   `json:"command"`
	Role     string   `json:"role"`
	Policies []string `json:"policies"`
}

// PolicyOverlaps is a list that a query returns as JSON.
type PolicyOverlaps []PolicyOverlap

// Scan reads a JSON array of objects.
func (o *PolicyOverlaps) Scan(src any) error { return postgres.ScanJSON(src, o) }

// OverlappingPolicies is one table with row-level security and its policies that come together.
type OverlappingPolicies struct {
	Schema   string         `db:"schema_name" json:"schema"`
	Table    string         `db:"table_name" json:"table"`
	Overlaps PolicyOverlaps `db:"overlaps" json:"overlaps"`
	Rows     int64          `db:"rows" json:"rows" volatile:"true"`
}

// PolicyMultiplePermissive finds tables where several policies are evaluated for one command.
var PolicyMultiplePermissive = define(Spec[OverlappingPolicies]{
	Doc: Doc{
		ID:       "policy-multiple-permissive",
		Title:    "several permissive policies for one role and command",
		Examines: "tables with row-level security",
		Why: `Permissive policies are joined by OR: a row is shown if one of them allows it, and each is evaluated for every row that the ones before did not allow. Several for the same role and command cost time on large tables, keep the planner from using an index that one of the conditions alone would use, and are hard to read, since the widest decides.

Confirm: \d table lists the policies; EXPLAIN as the role shows their conditions joined by OR.

Cure: write one policy whose condition is what the others mean together, in a transaction with DROP POLICY of the others. A policy FOR ALL beside one FOR SELECT is the usual pair: make it one for each command.

Prevention: one permissive policy for each role and command, and AS RESTRICTIVE for what is to narrow all of them.`,
		Category:   Security,
		Severity:   Info,
		OptIn:      true,
		Thresholds: []Threshold{policyMinRows},
	},
	Judge: func(row *OverlappingPolicies, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if len(row.Overlaps) == 0 || float64(row.Rows) < t.Of(policyMinRows) {
			return Verdict{}, false
		}
		first := row.Overlaps[0]
		message := fmt.Sprintf("%d permissive policies for %s by %s", len(first.Policies), first.Command, first.Role)
		if more := len(row.Overlaps) - 1; more > 0 {
			message += ", and several for " + many(int64(more), "other command or role", "other commands and roles")
		}
		return Verdict{Object: postgres.Name(row.Schema, row.Table), Message: message}, true
	},
})
