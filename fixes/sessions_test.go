package fixes

import (
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

func TestEndSessions(t *testing.T) {
	session := func(pid int, user string, superuser bool) checks.Session {
		return checks.Session{
			PID: pid, User: user, Superuser: superuser, Application: "web", State: "idle", Seconds: 4000,
			BackendStart: "2026-01-01T00:00:00Z", StateChange: "2026-01-02T00:00:00Z",
		}
	}
	mine, others, root := session(1, "ann", false), session(2, `b"ob`, false), session(3, "postgres", true)
	server := func(version int, roles ...string) postgres.Server {
		return postgres.Server{VersionNum: version, Database: "shop", Role: `an"n`, Roles: roles}
	}
	own := server(150004)
	own.Role = "ann"
	const oneArgument, twoArguments = "pg_catalog.pg_terminate_backend(v.pid) FROM", "pg_catalog.pg_terminate_backend(v.pid, 5000)"
	for name, test := range map[string]struct {
		spec   *checks.Spec[checks.DatabaseSessions]
		listed checks.Sessions
		server postgres.Server
		want   []string
		not    []string
		refuse string
	}{
		"13": {
			checks.IdleSessions, checks.Sessions{mine, others}, server(130010, "pg_signal_backend"),
			[]string{oneArgument, "(1, '2026", "(2, '2026", "pid 1 (ann, web, idle for 4000 s)"}, []string{twoArguments, "idle_session_timeout"}, "",
		},
		"14": {
			checks.IdleSessions, checks.Sessions{mine, others, mine}, server(140004, "pg_signal_backend"),
			[]string{twoArguments, `or ALTER ROLE "ann" SET idle_session_timeout = '1h'; ALTER ROLE "b""ob" SET idle_session_timeout = '1h'`}, []string{oneArgument}, "",
		},
		"in a transaction, 13": {
			checks.IdleInTransaction, checks.Sessions{mine}, server(130010, "pg_signal_backend"),
			[]string{oneArgument, `ALTER ROLE "ann" SET idle_in_transaction_session_timeout = '5min'`, "rolled back"}, []string{"superusers stay"}, "",
		},
		"superusers are spared": {
			checks.IdleInTransaction, checks.Sessions{root, mine, root}, server(150004, "pg_signal_backend"),
			[]string{"(1, '2026", "; 2 of superusers stay, so the finding does"}, []string{"(3, ", "pid 3", "postgres"}, "",
		},
		"only superusers": {
			checks.IdleInTransaction, checks.Sessions{root}, server(150004, "pg_signal_backend"), nil, nil,
			"they are sessions of superusers, which pgdoctor does not end",
		},
		"others, without the right": {
			checks.IdleSessions, checks.Sessions{mine, others}, server(150004, "pg_monitor"), nil, nil,
			`needs pg_signal_backend: GRANT pg_signal_backend TO "an""n"`,
		},
		"one's own, without it":      {checks.IdleSessions, checks.Sessions{mine}, own, []string{"(1, '2026"}, nil, ""},
		"one's own and others'":      {checks.IdleInTransaction, checks.Sessions{mine, others}, own, nil, nil, `needs pg_signal_backend: GRANT pg_signal_backend TO "ann"`},
		"a superuser needs no right": {checks.IdleSessions, checks.Sessions{others}, newNames("").server(150004), []string{"(2, '2026"}, nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			finding := find(t, test.spec, checks.DatabaseSessions{Database: "shop", Usable: 90, Listed: test.listed})
			plan := planned(t, Options{Server: test.server}, finding)
			if test.refuse != "" {
				if got := refused(t, plan); got != test.refuse {
					t.Errorf("got %q", got)
				}
				return
			}
			if len(plan.Steps) != 1 {
				t.Fatalf("%d steps, refused: %v", len(plan.Steps), plan.Unfixed)
			}
			step := plan.Steps[0]
			if step.Risk != Disruptive || step.Reversible || !step.Alone {
				t.Errorf("it is %s, reversible %v, alone %v", step.Risk, step.Reversible, step.Alone)
			}
			said := step.Up + step.Done + step.Note
			for _, part := range test.want {
				if !strings.Contains(said, part) {
					t.Errorf("no %s in\n%s", part, said)
				}
			}
			for _, part := range test.not {
				if strings.Contains(said, part) {
					t.Errorf("%s in\n%s", part, said)
				}
			}
		})
	}
}

func TestPreload(t *testing.T) {
	available, installed := "1.10", "1.10"
	text := func(s string) *string { return &s }
	const set, reset = "ALTER SYSTEM SET shared_preload_libraries = ", "ALTER SYSTEM RESET shared_preload_libraries;"
	user := postgres.Server{VersionNum: 150004, Role: `an"n`}
	for name, test := range map[string]struct {
		row    checks.StatementStatistics
		server postgres.Server
		kinds  []string // slugs
		up     string
		down   string
		refuse string
	}{
		"nothing loaded":     {row: checks.StatementStatistics{Preload: text("")}, up: set + "'pg_stat_statements';", down: reset},
		"not to be seen":     {row: checks.StatementStatistics{}, up: set + "'pg_stat_statements';", down: reset},
		"others, by a file":  {row: checks.StatementStatistics{Preload: text("a, b")}, up: set + "'a', 'b', 'pg_stat_statements';", down: reset},
		"others, by ALTER":   {row: checks.StatementStatistics{Preload: text("a,b"), PreloadFromAutoConf: true}, up: set + "'a', 'b', 'pg_stat_statements';", down: set + "'a', 'b';"},
		"one, by ALTER":      {row: checks.StatementStatistics{Preload: text(" a ,"), PreloadFromAutoConf: true}, up: set + "'a', 'pg_stat_statements';", down: set + "'a';"},
		"quoted":             {row: checks.StatementStatistics{Preload: text(`"$libdir/A b", o'clock`)}, up: set + "'$libdir/A b', 'o''clock', 'pg_stat_statements';", down: reset},
		"not a superuser":    {row: checks.StatementStatistics{Preload: text("a")}, server: user, refuse: "shared_preload_libraries needs a superuser"},
		"a restart is due":   {row: checks.StatementStatistics{PendingRestart: true}, refuse: "it takes effect at the next restart"},
		"the role can't see": {row: checks.StatementStatistics{Loaded: true}, server: user, refuse: `GRANT pg_monitor TO "an""n"`},
		"an old version":     {row: checks.StatementStatistics{Loaded: true, CanRead: true, Installed: text("1.7")}, refuse: "ALTER EXTENSION pg_stat_statements UPDATE"},
	} {
		t.Run(name, func(t *testing.T) {
			test.row.Database = "shop"
			if test.row.Installed == nil {
				test.row.Installed = &installed
			}
			plan := planned(t, Options{Server: test.server}, find(t, checks.PgStatStatementsUnavailable, test.row))
			if test.refuse != "" {
				if got := refused(t, plan); !strings.Contains(got, test.refuse) {
					t.Errorf("got %q", got)
				}
				return
			}
			if len(plan.Steps) != 1 {
				t.Fatalf("%d steps, refused: %v", len(plan.Steps), plan.Unfixed)
			}
			if step := plan.Steps[0]; step.Up != test.up || step.Down != test.down || !step.Alone || !step.DownAlone {
				t.Errorf("got %s\n    %s\nwant %s\n     %s", step.Up, step.Down, test.up, test.down)
			}
		})
	}
	missing := planned(t, Options{}, find(t, checks.PgStatStatementsUnavailable, checks.StatementStatistics{Database: "shop", Loaded: true}))
	if got := refused(t, missing); !strings.Contains(got, "the server does not have the extension") {
		t.Errorf("got %q", got)
	}
	both := planned(t, Options{}, find(t, checks.PgStatStatementsUnavailable, checks.StatementStatistics{Database: "shop", Available: &available}))
	if len(both.Steps) != 2 || both.Steps[0].Up != "CREATE EXTENSION IF NOT EXISTS pg_stat_statements;" {
		t.Errorf("got %v", both)
	}
}
