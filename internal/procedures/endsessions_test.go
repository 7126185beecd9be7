package procedures

import (
	"strings"
	"testing"
	"time"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

func TestPlanEndSessions(t *testing.T) {
	one := func(pid int, change func(*Session)) Session {
		s := Session{Session: checks.Session{
			PID: pid, User: "ann", Application: "web", State: "idle", Seconds: 600,
			BackendStart: "2026-01-05T08:00:00Z", StateChange: "2026-01-05T08:30:00Z",
		}}
		change(&s)
		return s
	}
	all := Sessions{
		one(1, func(*Session) {}),
		one(2, func(s *Session) { s.User, s.Application = nasty, nasty }),
		one(3, func(s *Session) { s.State, s.XactStart = "active", "2026-01-05T08:29:00Z" }),
		one(4, func(s *Session) { s.State, s.XactStart = "idle in transaction", "2026-01-05T08:29:00Z" }),
		one(5, func(s *Session) { s.Superuser = true }),
		one(6, func(s *Session) { s.Locker = true }),
		one(7, func(s *Session) { s.Listener = true }),
		one(8, func(s *Session) { s.Pooler = true }),
		one(9, func(s *Session) { s.Dump = true }),
		one(10, func(s *Session) { s.Seconds = 599 }),
		{Session: checks.Session{PID: 11, User: "ann"}, Hidden: true},
	}
	everyReason := []string{"session:5 ", "superuser", "session:6 ", "advisory", "session:7 ", "listens", "session:8 ", "pooler", "session:9 ", "dump", "session:11 ", "pg_read_all_stats"}
	for name, test := range map[string]struct {
		choice SessionChoice
		pids   []string
		has    []string // in the statement
		left   []string
	}{
		"by user":             {SessionChoice{Users: []string{"ann"}}, []string{"1", "3", "4", "10"}, []string{"named (pid, backend_start)"}, everyReason},
		"by nasty user":       {SessionChoice{Users: []string{nasty}}, []string{"2"}, nil, nil},
		"by application":      {SessionChoice{Applications: []string{nasty, "nobody"}}, []string{"2"}, nil, []string{"session:11 "}},
		"idle":                {SessionChoice{Users: []string{"ann"}, IdleFor: 10 * time.Minute}, []string{"1", "4"}, []string{"state_change", "named.state = a.state"}, everyReason},
		"in transaction":      {SessionChoice{InTransaction: true}, []string{"3", "4"}, []string{"named.xact_start = a.xact_start"}, []string{"session:11 "}},
		"idle in transaction": {SessionChoice{InTransaction: true, IdleFor: time.Minute}, []string{"4"}, []string{"state_change"}, []string{"session:11 "}},
		"nobody":              {SessionChoice{Users: []string{"eve"}}, nil, nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			test.choice.Server, test.choice.FirstVersion = root, 7
			plan, chosen, err := PlanEndSessions(all, test.choice)
			if err != nil {
				t.Fatal(err)
			}
			wantLeft(t, plan, test.left...)
			if len(test.pids) == 0 {
				wantSteps(t, plan)
				return
			}
			wantSteps(t, plan, "pg_terminate_backend(v.pid, 5000)")
			step := plan.Steps[0]
			if got := strings.Count(step.Up, "'::timestamptz)"); got != len(test.pids) || len(chosen) != got {
				t.Errorf("%d sessions, want %v:\n%s", got, test.pids, step.Up)
			}
			for _, part := range append(test.has, "NOT r.rolsuper", "l.locktype = 'advisory'") {
				if !strings.Contains(step.Up, part) || !strings.Contains(step.Done, part) {
					t.Errorf("no %s in\n%s\nor\n%s", part, step.Up, step.Done)
				}
			}
			for _, pid := range test.pids {
				if !strings.Contains(step.Up, "("+pid+", ") || !strings.Contains(step.Note, "pid "+pid+" ") {
					t.Errorf("session %s is not ended, or not named:\n%s\n%s", pid, step.Up, step.Note)
				}
			}
			if open := strings.Contains(step.Note, "rolled back"); open != strings.Contains(step.Up, "(4, ") {
				t.Errorf("open transactions: %s", step.Note)
			}
			if step.Reversible || !step.Alone {
				t.Errorf("reversible %v, alone %v", step.Reversible, step.Alone)
			}
		})
	}
	if !(SessionChoice{}).Empty() || (SessionChoice{InTransaction: true}).Empty() {
		t.Error("Empty says something else")
	}
}

func TestEndSessionsNeedsTheRight(t *testing.T) {
	sessions := Sessions{session(1, "2026-01-05T08:00:00Z")}
	_, _, err := PlanEndSessions(sessions, SessionChoice{Server: postgres.Server{VersionNum: 130010, Role: `o"dd`}, Users: []string{nasty}})
	if err == nil || err.Error() != `needs pg_signal_backend: GRANT pg_signal_backend TO "o""dd"` {
		t.Errorf("got %v", err)
	}
}

func TestChosenHolds(t *testing.T) {
	chosen := Chosen{{PID: 1, BackendStart: "2026-01-05T08:00:00Z"}}
	if !chosen.Holds(session(1, "2026-01-05T08:00:00Z")) || chosen.Holds(session(1, "2026-01-05T08:00:01Z")) || chosen.Holds(session(2, "2026-01-05T08:00:00Z")) {
		t.Error("a session is its process ID and its start")
	}
}
