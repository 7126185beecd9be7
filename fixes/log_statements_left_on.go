package fixes

import (
	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.LogStatementsLeftOn, Cure{Kind: checks.LogStatementsOff, Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.StatementLog, c Context) ([]Step, error) {
		return SetLogStatement(row.ServerSetting, row.Previous, checks.LogStatementsOff, c.Server)
	})

var _ = example(checks.LogStatementsLeftOn, checks.StatementLog{
	ServerSetting: checks.ServerSetting{Name: "log_statement", Value: "all", Context: "superuser", Source: "configuration file", Altered: true},
	Switch:        checks.Switch{Version: 20260105090000, Asked: "all"},
})

// SetLogStatement are the steps that give log_statement another value for the
// whole server; nil takes away what ALTER SYSTEM has set.
func SetLogStatement(row checks.ServerSetting, to *string, kind string, server postgres.Server) ([]Step, error) {
	return alterSystem(row, to, kind, server)
}
