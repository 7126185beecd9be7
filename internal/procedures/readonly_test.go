package procedures

import (
	"strings"
	"testing"
	"time"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

const nasty = `we"ird'; DROP TABLE x; -- \`

var root = postgres.Server{VersionNum: 170004, Database: nasty, Role: "postgres", Superuser: true}

func text(value string) *string { return &value }

func session(pid int, start string) Session {
	return Session{Session: checks.Session{
		PID: pid, User: nasty, Application: nasty, State: "idle", BackendStart: start,
		StateChange: "2026-01-05T08:30:00.000001Z", XactStart: "", Seconds: 60,
	}}
}

func TestPlanReadOnlyOn(t *testing.T) {
	since := time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)
	until := time.Date(2026, 1, 5, 10, 0, 0, 0, time.UTC)
	const before, after = "2026-01-05T08:00:00.000001Z", "2026-01-05T09:00:00.000001Z"
	superuser, dump, hidden := session(3, before), session(4, before), session(5, "")
	superuser.Superuser, dump.Dump, hidden.Hidden = true, true, true
	ours := checks.Switch{Version: 1, Asked: "on", Since: &since, Previous: text("off")}
	for name, test := range map[string]struct {
		value    *string
		record   checks.Switch
		sessions Sessions
		end      bool
		up       []string // of each step, a part
		down     string   // of the first
		previous *string
		left     []string
	}{
		"nothing was set": {
			up:   []string{`ALTER DATABASE "we""ird'; DROP TABLE x; -- \" SET default_transaction_read_only = 'on';`},
			down: `ALTER DATABASE "we""ird'; DROP TABLE x; -- \" RESET default_transaction_read_only;`,
		},
		"a value was set": {
			value: text("f"), previous: text("f"),
			up:   []string{`SET default_transaction_read_only = 'on';`},
			down: `ALTER DATABASE "we""ird'; DROP TABLE x; -- \" SET default_transaction_read_only = 'f';`,
		},
		"sessions are listed": {
			sessions: Sessions{session(1, before), session(2, after), superuser, dump, hidden},
			up:       []string{"SET default_transaction_read_only"},
			left:     []string{"session:1 ", "--end-sessions", "session:2 ", "session:3 ", "superuser", "session:4 ", "only reads", "session:5 ", "pg_read_all_stats"},
		},
		"sessions are ended": {
			sessions: Sessions{session(1, before), session(2, after), superuser, dump, hidden}, end: true,
			up:   []string{"SET default_transaction_read_only", "(1, '" + before + "'::timestamptz),\n        (2, '"},
			left: []string{"session:3 ", "session:4 ", "session:5 "},
		},
		"on by us: only sessions from before, and the first value": {
			value: text("on"), record: ours, previous: text("off"), end: true,
			sessions: Sessions{session(1, before), session(2, after)},
			up:       []string{"SET default_transaction_read_only = 'on'", "(1, '" + before + "'::timestamptz)\n"},
			down:     "SET default_transaction_read_only = 'on';",
		},
		"on by somebody else": {
			value: text("TRUE"), previous: text("TRUE"),
			left: []string{"set by somebody else"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			state := ReadOnlyState{Database: checks.ReadOnlyDatabase{Database: nasty, Value: test.value, Switch: test.record}, Sessions: test.sessions}
			plan, request, err := PlanReadOnlyOn(state, ReadOnlyOptions{Server: root, FirstVersion: 7, Until: &until, EndSessions: test.end})
			if err != nil {
				t.Fatal(err)
			}
			wantSteps(t, plan, test.up...)
			wantLeft(t, plan, test.left...)
			if len(plan.Steps) > 0 && !strings.Contains(plan.Steps[0].Down, test.down) {
				t.Errorf("down is %s", plan.Steps[0].Down)
			}
			if request.Asked != "on" || request.Until != &until || (request.Previous == nil) != (test.previous == nil) ||
				request.Previous != nil && *request.Previous != *test.previous {
				t.Errorf("recorded: %+v", request)
			}
		})
	}
}

func TestPlanReadOnlyOff(t *testing.T) {
	since := time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)
	early, late := session(1, "2026-01-05T08:00:00Z"), session(2, "2026-01-05T09:00:00Z")
	for name, test := range map[string]struct {
		value  *string
		record checks.Switch
		up     []string
		left   []string
	}{
		"not on":              {value: text("off"), left: []string{"nothing is to be turned off"}},
		"never set":           {left: []string{"nothing is to be turned off"}},
		"back to a value":     {text("on"), checks.Switch{Version: 1, Since: &since, Previous: text("no")}, []string{"SET default_transaction_read_only = 'no'", "(2, "}, nil},
		"back to none":        {text("on"), checks.Switch{Version: 1, Since: &since}, []string{"RESET default_transaction_read_only;", "(2, "}, nil},
		"on by somebody else": {text("on"), checks.Switch{}, []string{"RESET default_transaction_read_only;", "(1, "}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			state := ReadOnlyState{Database: checks.ReadOnlyDatabase{Database: nasty, Value: test.value, Switch: test.record}, Sessions: Sessions{early, late}}
			plan, err := PlanReadOnlyOff(state, ReadOnlyOptions{Server: root, FirstVersion: 7, EndSessions: true})
			if err != nil {
				t.Fatal(err)
			}
			wantSteps(t, plan, test.up...)
			wantLeft(t, plan, test.left...)
			if len(plan.Steps) > 1 && test.record.Version != 0 && strings.Contains(plan.Steps[1].Up, "(1, ") {
				t.Error("a session from before is ended, which can write anyway")
			}
		})
	}
}

func TestReadOnlyNeedsTheOwner(t *testing.T) {
	weak := postgres.Server{VersionNum: 170004, Role: "web"}
	state := ReadOnlyState{Database: checks.ReadOnlyDatabase{Database: "shop", Owner: nasty}}
	_, _, err := PlanReadOnlyOn(state, ReadOnlyOptions{Server: weak})
	if err == nil || !strings.Contains(err.Error(), "needs the owner of the database, which is "+postgres.Name(nasty)) {
		t.Errorf("got %v", err)
	}
	state.Database.Owned = true
	if _, _, err := PlanReadOnlyOn(state, ReadOnlyOptions{Server: weak}); err != nil {
		t.Errorf("its owner is refused: %v", err)
	}
	state.Sessions = Sessions{session(1, "2026-01-05T08:00:00Z")}
	if _, _, err := PlanReadOnlyOn(state, ReadOnlyOptions{Server: weak, EndSessions: true}); err == nil || !strings.Contains(err.Error(), "pg_signal_backend") {
		t.Errorf("sessions are ended without the right: %v", err)
	}
}

func TestStillWriting(t *testing.T) {
	dump := session(3, "2026-01-05T08:00:00Z")
	dump.Dump = true
	state := ReadOnlyState{Sessions: Sessions{session(1, "2026-01-05T08:59:59.999999Z"), session(2, "2026-01-05T09:00:00Z"), dump}, Writers: []string{nasty}}
	listed := StillWriting(state, time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC))
	if len(listed) != 2 || !strings.HasPrefix(listed[0].Finding, "session:1 ") || listed[1].Finding != "role:"+nasty {
		t.Errorf("got %v", listed)
	}
}

// wantSteps wants as many steps as parts, each with its part in the up, numbered and of the procedure.
func wantSteps(t *testing.T, plan fixes.Plan, parts ...string) {
	t.Helper()
	if len(plan.Steps) != len(parts) {
		t.Fatalf("%d steps, want %d: %+v", len(plan.Steps), len(parts), plan.Steps)
	}
	for i, step := range plan.Steps {
		if !strings.Contains(step.Up, parts[i]) {
			t.Errorf("step %d: no %s in\n%s", i+1, parts[i], step.Up)
		}
		if step.Version != plan.Steps[0].Version+int64(i) || !strings.HasPrefix(step.Cures, "procedure:") || step.Slug == "" || step.Down == "" {
			t.Errorf("step %d: %+v", i+1, step)
		}
	}
}

// wantLeft wants the words in what is left, in this order, and nothing left without words.
func wantLeft(t *testing.T, plan fixes.Plan, words ...string) {
	t.Helper()
	var all strings.Builder
	for _, one := range plan.Unfixed {
		all.WriteString(one.Finding + ": " + one.Reason + "\n")
	}
	rest := all.String()
	for _, word := range words {
		_, after, found := strings.Cut(rest, word)
		if !found {
			t.Errorf("%q is not said in:\n%s", word, all.String())
			return
		}
		rest = after
	}
	if len(words) == 0 && rest != "" {
		t.Errorf("left: %s", rest)
	}
}
