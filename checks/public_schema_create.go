package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// OpenSchema is one schema on a search path and who may create objects in it.
type OpenSchema struct {
	Schema         string `db:"schema_name" json:"schema"`
	Owner          string `db:"owner" json:"owner"`
	FactoryDefault bool   `db:"factory_default" json:"factory_default"` // public, before PostgreSQL 15
	Creatable      bool   `db:"creatable" json:"-"`                     // by PUBLIC
	ByOwner        bool   `db:"by_owner" json:"granted_by_owner"`
	Logins         int    `db:"logins" json:"logins" volatile:"true"` // roles that could, besides the owner's
}

// PublicSchemaCreate finds schemas in which every role can lay a trap for the others.
var PublicSchemaCreate = define(Spec[OpenSchema]{
	Doc: Doc{
		ID:       "public-schema-create",
		Title:    "every role may create objects in a schema on the search path",
		Examines: "schemas",
		Why: `Who may create objects in a schema that stands on other roles' search path can make a function or an operator with the name of one that they call and better matching arguments. The next time a superuser or the application calls it without a schema, it runs with their rights (CVE-2018-1058). Every role can also fill the disk there. Until PostgreSQL 14 this is the factory default of schema public, and a database that was upgraded keeps it.

Confirm: \dn+ shows =UC/owner among the privileges of the schema.

Cure: REVOKE CREATE ON SCHEMA public FROM PUBLIC; pgdoctor fix does it. What exists stays and works. A role that makes its tables there, such as that of the migrations, must own the schema or get GRANT CREATE for itself first. Then look with \dt and \df for what strangers have created.

Prevention: revoke it in template1 as well, so that new databases begin without. Where no other role can log in, this is only worth knowing.`,
		Category: Security,
		Severity: Warning,
	},
	Judge: func(row *OpenSchema, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		verdict := Verdict{Object: postgres.Name(row.Schema), Message: "PUBLIC may create objects in it"}
		if row.FactoryDefault {
			verdict.Message += ", as the factory set it"
		}
		if row.Logins == 0 {
			verdict.Severity = Info
			verdict.Message += "; no other role can log in"
		}
		return verdict, row.Creatable
	},
})
