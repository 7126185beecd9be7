package fixes

import (
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

func TestCancelStatements(t *testing.T) {
	session := func(pid int, user string, job, superuser bool) checks.Session {
		return checks.Session{
			PID: pid, User: user, Superuser: superuser, Job: job, Application: "web", State: "active", Seconds: 40_000,
			BackendStart: "2026-01-01T00:00:00Z", StateChange: "2026-01-02T00:00:00Z", QueryStart: "2026-01-03T00:00:00Z",
		}
	}
	mine, others := session(1, "ann", false, false), session(2, `b"ob`, false, false)
	root, dump := session(3, "postgres", false, true), session(4, "ann", true, false)
	server := func(roles ...string) postgres.Server {
		return postgres.Server{VersionNum: 150004, Database: "shop", Role: `an"n`, Roles: roles}
	}
	own := server()
	own.Role = "ann"
	for name, test := range map[string]struct {
		listed checks.Sessions
		server postgres.Server
		want   []string
		not    []string
		refuse string
	}{
		"two": {
			checks.Sessions{mine, others}, server("pg_signal_backend"),
			[]string{
				"(1, '2026-01-01T00:00:00Z'::timestamptz, '2026-01-03T00:00:00Z'::timestamptz)", "(2, '2026", "pid 1 (ann, web, for 40000 s)",
				`ALTER ROLE "ann" SET statement_timeout = '5min'; ALTER ROLE "b""ob" SET statement_timeout = '5min'`,
			}, []string{"2026-01-02", "stay", "go on"}, "",
		},
		"superusers are spared": {
			checks.Sessions{root, mine}, server("pg_signal_backend"),
			[]string{"(1, '2026", "; 1 of superusers stay, so the finding does"}, []string{"(3, ", "pid 3"}, "",
		},
		"dumps are spared": {
			checks.Sessions{dump, mine}, server("pg_signal_backend"),
			[]string{"(1, '2026", "; 1 dumps or maintenance statements go on, so the finding stays"}, []string{"(4, ", "pid 4"}, "",
		},
		"only a dump":            {checks.Sessions{dump}, server("pg_signal_backend"), nil, nil, "it is a dump or maintenance, whose work would be lost: ask whoever runs it, or SELECT pg_cancel_backend(4)"},
		"only superusers":        {checks.Sessions{root}, server("pg_signal_backend"), nil, nil, "they are sessions of superusers, which pgdoctor does not end"},
		"others', without right": {checks.Sessions{mine, others}, server("pg_monitor"), nil, nil, `needs pg_signal_backend: GRANT pg_signal_backend TO "an""n"`},
		"one's own, without it":  {checks.Sessions{mine}, own, []string{"(1, '2026"}, nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			finding := find(t, checks.LongRunningQuery, checks.DatabaseSessions{Database: "shop", Usable: 90, Listed: test.listed})
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
			for _, part := range test.want {
				if !strings.Contains(step.Up+step.Note, part) {
					t.Errorf("no %s in\n%s%s", part, step.Up, step.Note)
				}
			}
			for _, part := range test.not {
				if strings.Contains(step.Up+step.Done+step.Note, part) {
					t.Errorf("%s in\n%s%s", part, step.Up, step.Note)
				}
			}
		})
	}
}
