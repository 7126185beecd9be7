package checks

// TypeMoney finds columns of type money.
var TypeMoney = define(Spec[TypedColumn]{
	Doc: Doc{
		ID:       "type-money",
		Title:    "column of type money",
		Examines: "columns of money and numeric",
		Why: `money stores a number of the smallest unit and no currency: what it prints, how many decimals it has and how it reads its input depend on lc_monetary of the session. A dump restored under another setting, or a client with another one, shows other amounts in another currency. It holds no fraction of a cent, and dividing rounds.

Confirm: SET lc_monetary TO another locale, and read the column again.

Cure: ALTER TABLE t ALTER COLUMN c TYPE numeric(19,4) USING c::numeric rewrites the table under an ACCESS EXCLUSIVE lock; run it under the lc_monetary with which the rows were written. Keep the currency in a column beside it.

Prevention: numeric for amounts, or bigint in the smallest unit.`,
		Category: Schemas,
		Severity: Info,
		OptIn:    true,
	},
	Judge: ofBase("money", "its value depends on lc_monetary of who reads it"),
})
