package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// changeSetting gives a setting of the whole server another value, written as in
// postgresql.conf, and lets the server read it.
func changeSetting(row checks.ServerSetting, value string, c Context) ([]Step, error) {
	return alterSystem(row, &value, "change-setting", c.Server)
}

// alterSystem writes a value into postgresql.auto.conf, or with nil takes the
// setting out of it. ALTER SYSTEM and the reload take no other statement beside
// them, and undo goes backwards: so the reload after an undone ALTER SYSTEM is
// the down of a step that stands before it.
func alterSystem(row checks.ServerSetting, value *string, kind string, server postgres.Server) ([]Step, error) {
	var now *string
	if row.Altered {
		written := row.Value + unitOf(row)
		now = &written
	}
	up := altered(row.Name, value)
	if err := mayChange(row, up, server); err != nil {
		return nil, err
	}
	unchanged := Requirement{
		fmt.Sprintf("SELECT reset_val = %s FROM pg_catalog.pg_settings WHERE name = %s", postgres.Literal(row.Value), postgres.Literal(row.Name)),
		"the setting has another value now",
	}
	step := Step{Kind: kind, Risk: Disruptive, Reversible: true, Reach: OnServer, Requires: []Requirement{unchanged}}
	before, change, after := step, step, step
	before.Slug, before.Up, before.Down = slug("reload_after_undo", row.Name), "-- nothing to do yet: undoing reads the files again after the setting is back", reloadFiles
	change.Up, change.Down = up+";", altered(row.Name, now)+";"
	change.Alone, change.DownAlone, change.Untried = true, true, untriedSystem
	change.Note = fmt.Sprintf("for all databases of the server, at once: sessions that set %s themselves keep their own value", row.Name)
	written := fmt.Sprintf("SELECT FROM pg_catalog.pg_file_settings WHERE name = %s AND sourcefile LIKE '%%postgresql.auto.conf'", postgres.Literal(row.Name))
	if value == nil {
		change.Slug, change.Done = slug("reset", row.Name), "SELECT NOT EXISTS ("+written+")"
	} else {
		change.Slug, change.Done = slug("set", row.Name), fmt.Sprintf("SELECT EXISTS (%s AND setting = %s)", written, postgres.Literal(*value))
	}
	after.Untried = "that the server reads its files again cannot be rolled back"
	after.Slug, after.Up, after.Down = slug("reload", row.Name), reloadFiles, "-- nothing to do: the files are read again when the setting is back"
	return []Step{before, change, after}, nil
}

func altered(name string, value *string) string {
	if value == nil {
		return "ALTER SYSTEM RESET " + name
	}
	return "ALTER SYSTEM SET " + name + " = " + postgres.Literal(*value)
}

// reloadFiles waits a little, since sessions read the files only when they are
// told to, and the check afterwards is to see the new value.
const reloadFiles = "SELECT pg_catalog.pg_reload_conf(), pg_catalog.pg_sleep(0.3);"

func mayChange(row checks.ServerSetting, change string, server postgres.Server) error {
	switch {
	case !server.Superuser:
		return refuse("it needs a superuser, or the provider's parameter group: %s", change)
	case row.Context == "postmaster":
		return refuse("it takes effect only when the server is restarted, which pgdoctor never does: %s, then restart", change)
	case row.Source == "command line" || row.Source == "environment variable":
		return refuse("it is given on the command line that starts the server, which wins over ALTER SYSTEM: change it there")
	case row.Source == "database" || row.Source == "user" || row.Source == "database user" || row.Source == "client":
		return refuse("it is set for the database or the role (\\drds in psql), which wins over ALTER SYSTEM: ALTER DATABASE or ALTER ROLE … RESET %s", row.Name)
	}
	return nil
}

// unitOf is the unit behind a number, so that the value means the same wherever
// it is read.
func unitOf(row checks.ServerSetting) string {
	switch {
	case row.Unit == nil || row.Number() <= 0:
		return ""
	case *row.Unit == "8kB" || *row.Unit == "16MB": // no unit that one can write: it is the default for a bare number
		return ""
	}
	return *row.Unit
}
