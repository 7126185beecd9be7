package checks

import (
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// RuledRelation is one table or view and the rewrite rules on it.
type RuledRelation struct {
	Schema   string         `db:"schema_name" json:"schema"`
	Relation string         `db:"relation_name" json:"relation"`
	Rules    postgres.Names `db:"rules" json:"rules"`
}

// RuleOnTable finds tables and views with rewrite rules.
var RuleOnTable = define(Spec[RuledRelation]{
	Doc: Doc{
		ID:       "rule-on-table",
		Title:    "rewrite rule where a trigger is meant",
		Examines: "tables and views",
		Why: `A rule rewrites the statement, it does not run for rows. Its expressions are put into the statement and may be evaluated several times, so that nextval() and random() give another value each time. A WHERE that no longer matches after the first rewritten statement changes nothing in the second. RETURNING and the count of rows that the client sees are the rule's. COPY ignores rules, and ON CONFLICT and MERGE do not work with them.

Confirm: \d table lists Rules; EXPLAIN of a write shows several statements.

Cure: a BEFORE or AFTER trigger on a table, an INSTEAD OF trigger on a view, then DROP RULE. Views over one table are writable without either.

Prevention: triggers. There is no automatic fix, since rule and trigger do not do the same.`,
		Category: Schemas,
		Severity: Info,
		OptIn:    true,
	},
	Judge: func(row *RuledRelation, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  postgres.Name(row.Schema, row.Relation),
			Message: "statements on it are rewritten by " + strings.Join(row.Rules, ", "),
		}, len(row.Rules) > 0
	},
})
