package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// PlacedExtension is one extension and where its objects are.
type PlacedExtension struct {
	Extension   string `db:"extension_name" json:"extension"`
	Schema      string `db:"schema_name" json:"schema"`
	Relocatable bool   `db:"relocatable" json:"relocatable"`
}

// ExtensionInPublic finds extensions among the users' own objects.
var ExtensionInPublic = define(Spec[PlacedExtension]{
	Doc: Doc{
		ID:       "extension-in-public",
		Title:    "extension installed in schema public",
		Examines: "extensions",
		Why: `In public the functions, types and views of an extension stand among the application's own: \df shows hundreds, code generators and API layers such as PostgREST offer them to clients, and a newer version of the extension can bring a name that is yours already.

Confirm: \dx shows the schema.

Cure: CREATE SCHEMA extensions; GRANT USAGE ON SCHEMA extensions TO the application's roles; ALTER EXTENSION x SET SCHEMA extensions, and the schema into search_path of the database or the roles. Do it in a quiet moment: statements that name the functions without a schema fail until search_path holds it, and functions with a search_path of their own need it too. An extension that is not relocatable has to be dropped and created in the schema, with all that depends on it. There is no automatic fix, because of search_path.

Prevention: CREATE EXTENSION x SCHEMA extensions.`,
		Category: Schemas,
		Severity: Info,
		OptIn:    true,
	},
	Judge: func(row *PlacedExtension, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		message := "its objects stand among those of schema public"
		if !row.Relocatable {
			message += ", and it cannot be moved without creating it anew"
		}
		return Verdict{Object: postgres.Name(row.Extension), Message: message}, row.Schema == "public"
	},
})
