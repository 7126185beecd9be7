package procedures

import (
	"strings"
	"testing"
	"time"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

func statementLog(value string, altered bool, record checks.Switch) LogStatementsState {
	return LogStatementsState{StatementLog: checks.StatementLog{
		ServerSetting: checks.ServerSetting{Name: "log_statement", Value: value, Context: "superuser", Source: "configuration file", Altered: altered},
		Switch:        record,
	}}
}

func TestPlanLogStatementsOn(t *testing.T) {
	until := time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)
	ours := checks.Switch{Version: 1, Asked: "ddl", Previous: nil}
	for name, test := range map[string]struct {
		state    LogStatementsState
		which    string
		up, down string // of the step that changes
		previous *string
		left     []string
	}{
		"nothing by ALTER SYSTEM": {statementLog("none", false, checks.Switch{}), "all", "SET log_statement = 'all';", "RESET log_statement;", nil, nil},
		"a value in the file":     {statementLog("ddl", false, checks.Switch{}), "all", "SET log_statement = 'all';", "RESET log_statement;", nil, nil},
		"a value by ALTER SYSTEM": {statementLog("ddl", true, checks.Switch{}), "mod", "SET log_statement = 'mod';", "SET log_statement = 'ddl';", text("ddl"), nil},
		"on by us":                {statementLog("ddl", true, ours), "all", "SET log_statement = 'all';", "SET log_statement = 'ddl';", nil, nil},
		"less, on by us":          {statementLog("ddl", true, ours), "ddl", "SET log_statement = 'ddl';", "SET log_statement = 'ddl';", nil, nil},
		"on by somebody else":     {statementLog("all", true, checks.Switch{}), "mod", "", "", text("all"), []string{"set by somebody else"}},
	} {
		t.Run(name, func(t *testing.T) {
			plan, request, err := PlanLogStatementsOn(test.state, LogStatementsOptions{Server: root, FirstVersion: 7, Statements: test.which, Until: until})
			if err != nil {
				t.Fatal(err)
			}
			wantLeft(t, plan, test.left...)
			if (request.Previous == nil) != (test.previous == nil) || request.Previous != nil && *request.Previous != *test.previous || request.Asked != test.which || *request.Until != until {
				t.Errorf("recorded: %+v", request)
			}
			if test.up == "" {
				wantSteps(t, plan)
				return
			}
			wantSteps(t, plan, "--", test.up, "pg_reload_conf")
			if change := plan.Steps[1]; !strings.Contains(change.Down, test.down) || !strings.Contains(change.Note, "until 2026-01-05 09:00:00 UTC") || change.Kind != checks.LogStatementsOn {
				t.Errorf("got %+v", change)
			}
		})
	}
}

func TestPlanLogStatementsOff(t *testing.T) {
	waiting := statementLog("none", false, checks.Switch{Version: 1, Asked: "all"})
	waiting.Written = true
	for name, test := range map[string]struct {
		state LogStatementsState
		up    string
		left  []string
	}{
		"back to a value":    {statementLog("all", true, checks.Switch{Version: 1, Asked: "all", Previous: text("ddl")}), "SET log_statement = 'ddl';", nil},
		"back to none":       {statementLog("all", true, checks.Switch{Version: 1, Asked: "all"}), "RESET log_statement;", nil},
		"stopped before":     {waiting, "RESET log_statement;", nil},
		"not ours":           {statementLog("all", true, checks.Switch{}), "", []string{"it was not pgdoctor"}},
		"changed since":      {statementLog("mod", true, checks.Switch{Version: 1, Asked: "all"}), "", []string{"it is mod by now, and no longer the all"}},
		"off already by now": {statementLog("none", false, checks.Switch{Version: 1, Asked: "all"}), "", []string{"it is none by now"}},
	} {
		t.Run(name, func(t *testing.T) {
			plan, err := PlanLogStatementsOff(test.state, LogStatementsOptions{Server: root, FirstVersion: 7})
			if err != nil {
				t.Fatal(err)
			}
			wantLeft(t, plan, test.left...)
			if test.up == "" {
				wantSteps(t, plan)
				return
			}
			wantSteps(t, plan, "--", test.up, "pg_reload_conf")
			if down := plan.Steps[1].Down; !test.state.Written && !strings.Contains(down, "SET log_statement = 'all';") {
				t.Errorf("down is %s", down)
			}
		})
	}
}

func TestLogStatementsRefused(t *testing.T) {
	placed := statementLog("none", false, checks.Switch{})
	placed.Source = "database"
	for name, test := range map[string]struct {
		state  LogStatementsState
		server postgres.Server
		which  string
		want   string
	}{
		"no superuser":     {statementLog("none", false, checks.Switch{}), postgres.Server{VersionNum: 150004}, "all", "it needs a superuser"},
		"set for database": {placed, root, "all", "which wins over ALTER SYSTEM"},
		"no such value":    {statementLog("none", false, checks.Switch{}), root, nasty, "is none of all, mod, ddl"},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := PlanLogStatementsOn(test.state, LogStatementsOptions{Server: test.server, Statements: test.which})
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestOwnValuesAreNamed(t *testing.T) {
	state := statementLog("none", false, checks.Switch{})
	state.Places = checks.SettingPlaces{{Role: text(nasty), Value: "none"}}
	plan, _, err := PlanLogStatementsOn(state, LogStatementsOptions{Server: root, Statements: "all"})
	if err != nil {
		t.Fatal(err)
	}
	wantLeft(t, plan, "role "+postgres.Name(nasty), "its own log_statement is none, which wins")
}
