package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// SecurityDefinerPublicExecute finds functions with which everybody acts as a superuser.
var SecurityDefinerPublicExecute = define(Spec[DefinerFunction]{
	Doc: Doc{
		ID:       "security-definer-public-execute",
		Title:    "every role may call a function that runs with a superuser's rights",
		Examines: "SECURITY DEFINER functions",
		Why: `A SECURITY DEFINER function of a superuser does with a superuser's rights whatever its body does, for everybody who may call it, and PostgreSQL lets PUBLIC call every new function unless it is told otherwise. One argument that ends up in EXECUTE, or one name that the caller can shadow, and every role of the database is superuser.

Confirm: \df+ name shows definer under Security, a superuser as owner, and no access privileges or =X among them.

Cure: REVOKE EXECUTE ON FUNCTION name(arguments) FROM PUBLIC, and GRANT it to the roles that need it. pgdoctor fix revokes; grant to the callers first. Better still, give the function to a role that has just the rights it needs: ALTER FUNCTION name(arguments) OWNER TO role.

Prevention: ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC for roles that create such functions; create and revoke in one transaction. Functions of triggers are left out, since nobody can call them directly, and so are functions in schemas that PUBLIC may not use.`,
		Category: Security,
		Severity: Warning,
	},
	Judge: func(row *DefinerFunction, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  row.Object(),
			Message: "PUBLIC may call it, and it runs with the rights of the superuser " + row.Owner,
		}, row.Superuser && row.PublicExecute && !row.Trigger
	},
})
