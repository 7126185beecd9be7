package fixes

import (
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.PgStatStatementsUnavailable,
	Cure{Kind: "create-extension", Risk: Online, Reversible: true, order: 5},
	func(row checks.StatementStatistics, c Context) ([]Step, error) {
		var steps []Step
		if row.Installed == nil {
			if row.Available == nil {
				return nil, refuse("the server does not have the extension: install the package postgresql-contrib of its version, or switch it on at the provider")
			}
			steps = append(steps, createStatements(c))
		}
		if !row.Loaded && !row.PendingRestart {
			step, err := preloadStatements(row, c)
			if err != nil {
				return nil, err
			}
			steps = append(steps, step)
		}
		switch {
		case len(steps) > 0:
			return steps, nil
		case row.PendingRestart:
			return nil, refuse("shared_preload_libraries is set: it takes effect at the next restart of the server")
		case !row.CanRead:
			return nil, refuse("GRANT pg_monitor TO %s, as a superuser or an administrator of that role", postgres.Quote(c.Server.Role))
		}
		return nil, refuse("ALTER EXTENSION pg_stat_statements UPDATE")
	})

func createStatements(c Context) Step {
	return Step{
		Kind: "create-extension", Slug: slug("create_extension_pg_stat_statements"),
		Up:   "CREATE EXTENSION IF NOT EXISTS pg_stat_statements;",
		Down: "DROP EXTENSION IF EXISTS pg_stat_statements;",
		Risk: Online, Reversible: true,
		Rights: Rights{Down: []Right{{Privilege: Owner, Class: Extension, Name: "pg_stat_statements"}}},
		Requires: []Requirement{{
			"SELECT NOT EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname = 'pg_stat_statements')", "it is installed already",
		}},
	}
}

// preloadStatements appends the library to what is loaded at start. Each
// library is a literal of its own: 'a, b' in one would be stored as one quoted
// name, and the next start would fail.
func preloadStatements(row checks.StatementStatistics, c Context) (Step, error) {
	if !c.Server.Superuser {
		return Step{}, refuse("shared_preload_libraries needs a superuser: add pg_stat_statements to it and restart, or use the provider's parameter group")
	}
	var libraries []string
	if row.Preload != nil {
		for _, library := range strings.Split(*row.Preload, ",") {
			if library = strings.TrimSpace(library); library != "" {
				libraries = append(libraries, postgres.Literal(strings.Trim(library, `"`)))
			}
		}
	}
	down := "ALTER SYSTEM RESET shared_preload_libraries;"
	if row.PreloadFromAutoConf && len(libraries) == 0 {
		down = "ALTER SYSTEM SET shared_preload_libraries = '';"
	} else if row.PreloadFromAutoConf {
		down = "ALTER SYSTEM SET shared_preload_libraries = " + strings.Join(libraries, ", ") + ";"
	}
	up := strings.Join(append(libraries, "'pg_stat_statements'"), ", ")
	return Step{
		Kind: "create-extension", Slug: slug("preload_pg_stat_statements"),
		Up:    "ALTER SYSTEM SET shared_preload_libraries = " + up + ";",
		Down:  down,
		Alone: true, DownAlone: true, Risk: Disruptive, Reversible: true, Reach: OnServer, Untried: untriedSystem,
		Note: "takes effect only when the server is restarted, which pgdoctor never does; until then the finding stays",
		Done: "SELECT EXISTS (SELECT FROM pg_catalog.pg_file_settings WHERE name = 'shared_preload_libraries' AND sourcefile LIKE '%postgresql.auto.conf' AND setting LIKE '%pg_stat_statements%')",
	}, nil
}
