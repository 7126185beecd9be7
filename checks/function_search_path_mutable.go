package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// DefinerFunction is one function or procedure that runs with its owner's rights.
type DefinerFunction struct {
	Schema        string         `db:"schema_name" json:"schema"`
	Function      string         `db:"function_name" json:"function"`
	Arguments     string         `db:"arguments" json:"arguments"` // as ALTER FUNCTION takes them
	Procedure     bool           `db:"procedure" json:"procedure"`
	Owner         string         `db:"owner" json:"owner"`
	Superuser     bool           `db:"superuser" json:"superuser"` // the owner is one
	Trigger       bool           `db:"trigger" json:"trigger"`
	FixedPath     bool           `db:"fixed_path" json:"fixed_path"`
	Atomic        bool           `db:"atomic" json:"-"`      // the body's names were looked up when it was created
	Others        bool           `db:"others" json:"others"` // roles besides the owner may call it
	PublicExecute bool           `db:"public_execute" json:"public_execute"`
	ByOwner       bool           `db:"by_owner" json:"granted_by_owner"` // PUBLIC has it from the owner
	Path          postgres.Names `db:"path" json:"path"`                 // schemas on which new sessions look names up
}

// Object names the function with its arguments, since another may share its name.
func (f DefinerFunction) Object() string {
	return postgres.Name(f.Schema, f.Function) + "(" + f.Arguments + ")"
}

// FunctionSearchPathMutable finds functions that run with their owner's rights
// and look names up where the caller says.
var FunctionSearchPathMutable = define(Spec[DefinerFunction]{
	Doc: Doc{
		ID:       "function-search-path-mutable",
		Title:    "SECURITY DEFINER function without a search_path of its own",
		Examines: "SECURITY DEFINER functions",
		Why: `A SECURITY DEFINER function runs with the rights of its owner, but looks up the names in its body on the search_path of the caller. A caller who puts another schema first, or creates a temporary table of the right name, makes the function read that table, or call a function from that schema, with the owner's rights.

Confirm: \df+ name shows definer under Security; pg_proc.proconfig holds no search_path.

Cure: ALTER FUNCTION name(arguments) SET search_path = pg_catalog, the schemas that the body needs, pg_temp. pg_temp must be named and stand last, or it is searched first for tables. pgdoctor fix names the schemas on which new sessions look names up and the function's own; a function that is called with another path and relies on it must be looked at first. Any constant path satisfies this check, an empty one too.

Prevention: write SET search_path in every CREATE FUNCTION … SECURITY DEFINER, or schemas before all names in the body, or a body in BEGIN ATOMIC (PostgreSQL 14), whose names are looked up once. A function that nobody but its owner may call is only worth knowing.`,
		Category: Security,
		Severity: Warning,
	},
	Judge: func(row *DefinerFunction, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		verdict := Verdict{Object: row.Object(), Message: "runs with the rights of " + row.Owner + " and looks names up on its caller's search_path"}
		if row.Superuser {
			verdict.Message = "runs with the rights of the superuser " + row.Owner + " and looks names up on its caller's search_path"
		}
		// who may write to its table calls a trigger's function, whatever its privileges
		if !row.Others && !row.Trigger {
			verdict.Severity = Info
			verdict.Message += "; only its owner may call it"
		}
		return verdict, !row.FixedPath && !row.Atomic
	},
})
