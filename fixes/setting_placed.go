package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// changePlaced cures a setting wherever it is sick: the server's own value
// becomes value, and those of databases and roles are taken away.
func changePlaced(row checks.PlacedSetting, value string, c Context) ([]Step, error) {
	var steps []Step
	if row.ServerWide {
		changed, err := changeSetting(row.ServerSetting, value, c)
		if err != nil {
			return nil, err
		}
		steps = changed
	}
	for _, place := range row.Places {
		if !c.Server.Superuser {
			return nil, refuse("it needs a superuser, or the provider's parameter group: %s RESET %s", alter(place), row.Name)
		}
		steps = append(steps, resetPlace(row.Name, place))
	}
	return steps, nil
}

func resetPlace(name string, place checks.SettingPlace) Step {
	what := "all_roles"
	switch {
	case place.Role != nil:
		what = *place.Role
	case place.Database != nil:
		what = "the_database"
	}
	return Step{
		Kind: "change-setting", Slug: slug("reset", name, "of", what),
		Up:   fmt.Sprintf("%s RESET %s;", alter(place), name),
		Down: fmt.Sprintf("%s SET %s = %s;", alter(place), name, postgres.Literal(place.Value)),
		Risk: Disruptive, Reversible: true, Reach: OnServer,
		Note: "sessions that are connected already keep the old value until they end",
		Requires: []Requirement{{
			fmt.Sprintf(`SELECT EXISTS (
    SELECT FROM pg_catalog.pg_db_role_setting AS s
    LEFT JOIN pg_catalog.pg_database AS d ON d.oid = s.setdatabase
    LEFT JOIN pg_catalog.pg_roles AS r ON r.oid = s.setrole
    WHERE d.datname IS NOT DISTINCT FROM %s AND r.rolname IS NOT DISTINCT FROM %s
      AND %s = ANY (s.setconfig))`, nameOrNull(place.Database), nameOrNull(place.Role), postgres.Literal(name+"="+place.Value)),
			"the setting has another value now",
		}},
	}
}

// alter begins the statement that changes what is set for a place.
func alter(place checks.SettingPlace) string {
	switch {
	case place.Role == nil && place.Database == nil:
		return "ALTER ROLE ALL"
	case place.Role == nil:
		return "ALTER DATABASE " + postgres.Quote(*place.Database)
	case place.Database == nil:
		return "ALTER ROLE " + postgres.Quote(*place.Role)
	}
	return fmt.Sprintf("ALTER ROLE %s IN DATABASE %s", postgres.Quote(*place.Role), postgres.Quote(*place.Database))
}

func nameOrNull(name *string) string {
	if name == nil {
		return "NULL::name"
	}
	return postgres.Literal(*name) + "::name"
}
