package checks

import "regexp"

// Words of a name are taken apart at _ and at capital letters.
var (
	amountName = regexp.MustCompile(`(?i)(^|_)(price|amount|total|subtotal|balance|fee|fees|salary|salaries|wage|tax|vat|revenue|payment|discount|refund|deposit|invoice|turnover|budget)(_|$)`)
	// what says that the number is no money after all
	measureName = regexp.MustCompile(`(?i)(^|_)(rate|ratio|percent|percentage|pct|factor|share|score|weight|ms|msec|sec|secs|seconds|minutes|hours|days|time|duration|distance|length|km|kg|bytes|count|energy|kwh|area|volume)(_|$)`)
	camelHump   = regexp.MustCompile(`([a-z0-9])([A-Z])`)
)

// TypeFloatAmount finds amounts of money in binary numbers.
var TypeFloatAmount = define(Spec[TypedColumn]{
	Doc: Doc{
		ID:       "type-float-amount",
		Title:    "amount of money in a binary floating-point column",
		Examines: "columns of real, double precision and numeric",
		Why: `real and double precision hold sums of powers of two: 0.1 is not among them. Each amount is off by a little, sums depend on the order in which they are made and on parallel workers, = fails on values that look alike, and totals end a cent away from the ledger. real has but six digits: it cannot hold 123456.78.

Confirm: SELECT 0.1::float8 + 0.2::float8 = 0.3. Columns are recognised by their name (price, amount, total, balance, fee, tax …); one that says rate, ratio, time or another measure is left out.

Cure: ALTER TABLE t ALTER COLUMN c TYPE numeric(19,4) USING round(c::numeric, 4) rewrites the table under an ACCESS EXCLUSIVE lock. Which digits were meant is for the application to say, so there is no automatic fix.

Prevention: numeric, or bigint in the smallest unit, for everything that is counted in money.`,
		Category: Schemas,
		Severity: Info,
		OptIn:    true,
	},
	Judge: judgeColumn(func(column TypedColumn) string {
		name := camelHump.ReplaceAllString(column.Column, "${1}_${2}")
		if column.Base == "numeric" || !amountName.MatchString(name) || measureName.MatchString(name) {
			return ""
		}
		return "is " + column.Type + ": by its name an amount, which a binary number cannot hold exactly"
	}),
})
