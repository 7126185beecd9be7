package checks

// NameNeedsQuoting finds names that must be written in double quotes.
var NameNeedsQuoting = define(Spec[NamedRelation]{
	Doc: Doc{
		ID:       "name-needs-quoting",
		Title:    "name with capital letters, spaces or other signs",
		Examines: "tables and views",
		Why: `Names without quotes are turned into lower case, so "createdAt" is found only where it is written in double quotes: in every statement, script, dashboard and psql session, for ever. Who forgets them gets "column createdat does not exist"; in some tools the quotes themselves need escaping.

Confirm: SELECT createdAt FROM the table fails.

Cure: ALTER TABLE … RENAME changes only the catalog, but breaks every statement that uses the old name, so the application has to change in the same moment. A view with the old names over the renamed table lets it follow later. There is no automatic fix.

Prevention: lower case letters, digits and _, a letter first. ORMs that think in camel case can map names: @map in Prisma, underscored in Sequelize, a naming strategy in TypeORM and Hibernate.`,
		Category: Schemas,
		Severity: Info,
		OptIn:    true,
	},
	Judge: judgeNames("can only be written in double quotes"),
})
