package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// A column becomes NOT NULL by a CHECK that is validated while others write:
// SET NOT NULL believes it, and does not read the table under its lock.
var _ = pair(checks.NullableWithoutNulls,
	Cure{Kind: "set-not-null", Risk: Locking, Reversible: true, order: 65},
	func(row checks.RequiredColumn, _ Context) ([]Step, error) {
		table := checks.Table{Schema: row.Schema, Name: row.Table}
		column, check := postgres.Quote(row.Column), derivedName("not_null", row.Table, row.Column)
		nulls := fmt.Sprintf("FROM %s AS t WHERE t.%s IS NULL", fromItem(table), column)
		step := func(name string, risk Risk, mode, up, down string) Step {
			return Step{
				Kind: "set-not-null", Slug: slug("set_not_null", row.Table, row.Column, name),
				Up: up, Down: down, Risk: risk, Reversible: true, Locks: []Lock{{mode, table.String()}},
			}
		}
		alter := "ALTER TABLE " + table.SQL() + " "
		add := step("check", Locking, "AccessExclusiveLock",
			fmt.Sprintf("%sADD CONSTRAINT %s CHECK (%s IS NOT NULL) NOT VALID;", alter, postgres.Quote(check), column),
			fmt.Sprintf("%sDROP CONSTRAINT IF EXISTS %s;", alter, postgres.Quote(check)))
		add.Note = "from then on a row without it is rejected: the application must be ready for that"
		add.Requires = []Requirement{
			{tableExists(table), table.String() + " is not there any more"},
			{"SELECT NOT EXISTS (SELECT " + nulls + ")", "a row is NULL there now"},
		}
		add.Claims = []Claim{{"rows that are NULL there now", "SELECT pg_catalog.count(*) " + nulls}}
		validate := step("validate", Online, "ShareUpdateExclusiveLock",
			fmt.Sprintf("%sVALIDATE CONSTRAINT %s;", alter, postgres.Quote(check)),
			"-- nothing to undo here: the constraint goes as a whole")
		validate.Untried = untriedScan
		validate.Note = "reads the whole table while readers and writers go on"
		// together: once the column is NOT NULL no check would find a CHECK that was left
		set := step("set", Locking, "AccessExclusiveLock",
			fmt.Sprintf("%sALTER COLUMN %s SET NOT NULL;\n%sDROP CONSTRAINT %s;", alter, column, alter, postgres.Quote(check)),
			fmt.Sprintf("%sALTER COLUMN %s DROP NOT NULL;", alter, column))
		set.Note = "the server believes the validated CHECK and reads no row; the CHECK has served its purpose then"
		return []Step{add, validate, set}, nil
	})

var _ = example(checks.NullableWithoutNulls, checks.RequiredColumn{Schema: "public", Table: "orders", Column: "user_id", Rows: 250_000})
