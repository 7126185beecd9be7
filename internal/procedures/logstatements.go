package procedures

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// LogStatements writes statements into the server's log for some time.
var LogStatements = Doc{
	Name:  "log-statements",
	Usage: "on|off",
	Title: "write statements into the server's log for some minutes",
	What: `Sets log_statement by ALTER SYSTEM and a reload. That reaches the sessions that are connected now, which is what an incident is about: ALTER DATABASE would only be seen by new ones. It is for all databases of the server, and needs a superuser.

--for is required, and at most 24h. pgdoctor stays in the foreground until then and turns it off again, also on Ctrl-C and SIGTERM; other pgdoctors can work meanwhile. The end stands in the record too: if pgdoctor is killed or cut off from the server, the check log-statements-left-on finds what was left on, which is critical.

off restores exactly what ALTER SYSTEM had set before, also that there was nothing. On and off are recorded, and pgdoctor undo takes them back.

The log then holds secrets: passwords in CREATE ROLE and ALTER ROLE, tokens, addresses, whatever stands in a statement or its parameters. Restrict or delete the files afterwards.`,
	Confirm: `SHOW log_statement; in the server's log, a line for each statement (SELECT pg_current_logfile() names the file where the logging collector runs).`,
	Not:     `A database, role or session that sets log_statement itself keeps its own value. Statements that fail to parse, and the statements inside functions, are not logged. What was run before is not logged either: pg_stat_statements may have it.`,
}

// Statements lists the values of --statements, the usual one first.
var Statements = []string{"all", "mod", "ddl"}

// LogStatementsState is what the procedure log-statements decides by.
type LogStatementsState struct {
	checks.StatementLog
	Places checks.SettingPlaces // databases and roles with a value of their own
	// Written: the value that was asked for stands in postgresql.auto.conf and waits
	// for a reload, because pgdoctor was stopped before it. Only superusers see it.
	Written bool
}

const written = `
SELECT EXISTS (
    SELECT FROM pg_catalog.pg_file_settings AS f
    WHERE f.name = 'log_statement' AND f.sourcefile LIKE '%postgresql.auto.conf' AND f.setting = $1
)
/* pgdoctor */`

// LoadLogStatements reads it. It is an error where the record may not be read.
func LoadLogStatements(ctx context.Context, db *sqlx.DB, server postgres.Server, timeout time.Duration) (LogStatementsState, error) {
	var state LogStatementsState
	rows, unknown, err := checks.LogStatementsLeftOn.Read(ctx, db, server, timeout)
	switch {
	case err != nil:
		return state, fmt.Errorf("read log_statement: %w", err)
	case len(unknown) > 0:
		return state, fmt.Errorf("read log_statement: %s", unknown[0].Reason)
	case len(rows) != 1:
		return state, fmt.Errorf("read log_statement: found %d times", len(rows))
	}
	state.StatementLog = rows[0]
	placed, _, err := checks.LogStatementAll.Read(ctx, db, server, timeout)
	if err != nil {
		return state, fmt.Errorf("read where log_statement is set: %w", err)
	}
	for _, row := range placed {
		state.Places = append(state.Places, row.Places...)
	}
	if !server.Superuser || state.Version == 0 || state.On() {
		return state, nil
	}
	err = postgres.ReadOnly(ctx, db, timeout, func(tx *sqlx.Tx) error { return tx.GetContext(ctx, &state.Written, written, state.Asked) })
	if err != nil {
		return state, fmt.Errorf("read what waits for a reload: %w", err)
	}
	return state, nil
}

// LogStatementsOptions steer the procedure.
type LogStatementsOptions struct {
	Server       postgres.Server
	FirstVersion int64
	Statements   string
	Until        time.Time
}

// PlanLogStatementsOn plans to turn it on, and what is to be written into the record.
func PlanLogStatementsOn(state LogStatementsState, o LogStatementsOptions) (fixes.Plan, checks.SwitchRequest, error) {
	request := checks.SwitchRequest{Asked: o.Statements, Until: &o.Until}
	ours := state.On()
	switch {
	case ours:
		request.Previous = state.Previous
	case state.Altered:
		request.Previous = &state.Value
	}
	if !slices.Contains(Statements, o.Statements) {
		return fixes.Plan{}, request, fmt.Errorf("%q is none of %s", o.Statements, strings.Join(Statements, ", "))
	}
	if wider(state.Value, o.Statements) && !ours {
		return LogStatements.plan(o.FirstVersion, nil, []fixes.Unfixed{left("setting:log_statement",
			"it is %s already, set by somebody else than pgdoctor, and is left so", state.Value)}), request, nil
	}
	steps, err := fixes.SetLogStatement(state.ServerSetting, &request.Asked, checks.LogStatementsOn, o.Server)
	if err != nil {
		return fixes.Plan{}, request, err
	}
	steps[1].Note = fmt.Sprintf("until %s, for all databases of the server, at once. The log will hold passwords and personal data: restrict it, and delete it afterwards",
		o.Until.UTC().Format("2006-01-02 15:04:05 UTC"))
	return LogStatements.plan(o.FirstVersion, steps, state.ownValues()), request, nil
}

// PlanLogStatementsOff plans to restore what ALTER SYSTEM had set before.
func PlanLogStatementsOff(state LogStatementsState, o LogStatementsOptions) (fixes.Plan, error) {
	if !state.On() && !state.Written {
		why := fmt.Sprintf("it is %s, and it was not pgdoctor that set it: nothing is to be turned off", state.Value)
		if state.Version != 0 {
			why = fmt.Sprintf("it is %s by now, and no longer the %s that pgdoctor set: it is left so", state.Value, state.Asked)
		}
		return LogStatements.plan(o.FirstVersion, nil, []fixes.Unfixed{left("setting:log_statement", "%s", why)}), nil
	}
	steps, err := fixes.SetLogStatement(state.ServerSetting, state.Previous, checks.LogStatementsOff, o.Server)
	if err != nil {
		return fixes.Plan{}, err
	}
	return LogStatements.plan(o.FirstVersion, steps, nil), nil
}

// ownValues lists where the server's value does not count.
func (s LogStatementsState) ownValues() []fixes.Unfixed {
	var listed []fixes.Unfixed
	for _, place := range s.Places {
		listed = append(listed, left(place.String(), "its own log_statement is %s, which wins", place.Value))
	}
	return listed
}

// wider says whether a value logs all that another does.
func wider(value, than string) bool {
	order := []string{"none", "ddl", "mod", "all"}
	return slices.Index(order, value) >= slices.Index(order, than)
}
