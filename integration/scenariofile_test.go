package integration

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgproto3"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// scenario is one file of testdata/checks.
type scenario struct {
	path       string
	archive    *txtar.Archive
	sick       string
	healthy    string
	sessions   string
	thresholds map[string]checks.Thresholds
	// where the sick case's thresholds would find everything sick
	healthyThresholds map[string]checks.Thresholds
}

func readScenario(t *testing.T, id string) scenario {
	t.Helper()
	path := filepath.Join("testdata", "checks", strings.ReplaceAll(id, "-", "_")+".txtar")
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatalf("check %s has no scenario: %v", id, err)
	}
	sc := scenario{path: path, archive: archive}
	sc.sick, sc.healthy, sc.sessions = sc.section("sick.sql"), sc.section("healthy.sql"), sc.section("sessions.sql")
	if strings.TrimSpace(sc.sick) == "" || strings.TrimSpace(sc.healthy) == "" {
		t.Fatalf("%s needs sick.sql and healthy.sql", path)
	}
	sc.thresholds = sc.thresholdsIn(t, "thresholds.json", id, nil)
	sc.healthyThresholds = sc.thresholdsIn(t, "healthy-thresholds.json", id, sc.thresholds)
	return sc
}

// examined begins a standby.sql whose standby is the patient, not the primary.
const examined = "-- examined\n"

// host is the server of a case: the one of all tests, or one of its own where the
// scenario has a section that says what that is to be. prefix is "" or "healthy.".
func (sc scenario) host(t *testing.T, s *servers.Server, prefix string) (host, standby *servers.Server, own bool) {
	t.Helper()
	if !sc.ownServer() {
		return s, nil, false
	}
	host, standby = s.Own(t, servers.Setup{
		Settings: sc.golden(prefix+"server.conf", s.Major), HBA: sc.golden(prefix+"hba.conf", s.Major),
		Initdb: sc.golden(prefix+"initdb.args", s.Major), Standby: sc.has(prefix + "standby.sql"),
	})
	return host, standby, true
}

// ownServer says whether a scenario needs a server that no other one uses.
func (sc scenario) ownServer() bool {
	return slices.ContainsFunc([]string{"server.conf", "hba.conf", "initdb.args", "standby.sql"}, func(name string) bool {
		return sc.has(name) || sc.has("healthy."+name)
	})
}

func (sc scenario) has(name string) bool {
	return slices.ContainsFunc(sc.archive.Files, func(f txtar.File) bool { return f.Name == name })
}

func (sc scenario) thresholdsIn(t *testing.T, name, id string, otherwise map[string]checks.Thresholds) map[string]checks.Thresholds {
	t.Helper()
	text := sc.section(name)
	if text == "" {
		return otherwise
	}
	changed := checks.Thresholds{}
	if err := json.Unmarshal([]byte(text), &changed); err != nil {
		t.Fatalf("%s: %s: %v", sc.path, name, err)
	}
	return map[string]checks.Thresholds{id: changed}
}

func (sc scenario) section(name string) string {
	for _, file := range sc.archive.Files {
		if file.Name == name {
			return string(file.Data)
		}
	}
	return ""
}

// golden is a section, or its variant from a major on: findings.pg18.json.
func (sc scenario) golden(name string, major int) string {
	stem, ending, _ := strings.Cut(name, ".")
	for m := major; m >= postgres.OldestMajor; m-- {
		if text := sc.section(fmt.Sprintf("%s.pg%d.%s", stem, m, ending)); text != "" {
			return text
		}
	}
	return sc.section(name)
}

// write puts the proven goldens into the file: one for all majors, and
// variants only where a major differs from the one before.
func (sc scenario) write(t *testing.T, on []*servers.Server, proven *goldens) {
	t.Helper()
	for _, s := range on {
		if proven.findings[s.Major] == "" {
			t.Errorf("nothing was proven on %d, so no golden is written", s.Major)
			return
		}
	}
	sc.archive.Files = slices.DeleteFunc(sc.archive.Files, func(f txtar.File) bool {
		return strings.HasPrefix(f.Name, "findings.") || strings.HasPrefix(f.Name, "plan.")
	})
	sc.replace("findings.json", on, proven.findings)
	sc.replace("plan.sql", on, proven.plans)
	if err := os.WriteFile(sc.path, txtar.Format(sc.archive), 0o644); err != nil {
		t.Error(err)
	}
}

func (sc scenario) replace(name string, on []*servers.Server, byMajor map[int]string) {
	stem, ending, _ := strings.Cut(name, ".")
	last := ""
	for i, s := range on {
		text := byMajor[s.Major]
		file := name
		if i > 0 {
			file = fmt.Sprintf("%s.pg%d.%s", stem, s.Major, ending)
		}
		if text != last && text != "" {
			sc.archive.Files = append(sc.archive.Files, txtar.File{Name: file, Data: []byte(text)})
		}
		last = text
	}
}

// findingsJSON is a result as golden: without what varies from run to run.
func findingsJSON(t *testing.T, result checks.Result, server postgres.Server) string {
	t.Helper()
	type golden struct {
		Key      string          `json:"key"`
		Severity checks.Severity `json:"severity"`
		Message  string          `json:"message,omitempty"`
		Evidence map[string]any  `json:"evidence"`
	}
	list := []golden{}
	for _, finding := range result.Findings {
		text, err := json.Marshal(finding.Evidence)
		if err != nil {
			t.Fatal(err)
		}
		g := golden{Key: finding.Key, Severity: finding.Severity}
		if err := json.Unmarshal(text, &g.Evidence); err != nil {
			t.Fatal(err)
		}
		dropVolatile(reflect.TypeOf(finding.Evidence), g.Evidence)
		if !result.Doc.Runtime && result.Doc.Category != checks.Statements {
			g.Message = finding.Message
		}
		list = append(list, g)
	}
	// a queryid holds the identifiers of relations, which no two databases share
	for i := range list {
		if result.Doc.Category == checks.Statements && list[i].Evidence["query"] != nil {
			list[i].Key = fmt.Sprintf("%s:<queryid of %s>", result.Doc.ID, list[i].Evidence["query"])
		}
	}
	slices.SortFunc(list, func(a, b golden) int { return strings.Compare(a.Key, b.Key) })
	text, err := json.MarshalIndent(list, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(text), server.Database, "<database>") + "\n"
}

var isNumber = regexp.MustCompile(`^-?\d+$`)

// dropVolatile takes out of evidence what varies from run to run, also of rows within it.
func dropVolatile(row reflect.Type, evidence map[string]any) {
	for _, field := range reflect.VisibleFields(row) {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if field.Tag.Get("volatile") == "true" {
			delete(evidence, name)
		}
		inner, ok := evidence[name].([]any)
		if !ok || field.Type.Kind() != reflect.Slice || field.Type.Elem().Kind() != reflect.Struct {
			continue
		}
		for _, item := range inner {
			if object, ok := item.(map[string]any); ok {
				dropVolatile(field.Type.Elem(), object)
			}
		}
	}
}

// planSQL is a plan as golden: versions counted from the first step, and
// sessions without what makes them unique.
func planSQL(plan fixes.Plan, findings []checks.Finding, server postgres.Server) string {
	var out strings.Builder
	for _, step := range plan.Steps {
		fmt.Fprintf(&out, "-- %s (%s) for %s\n", step.Slug, step.Risk, step.Cures)
		for _, lock := range step.Locks {
			fmt.Fprintf(&out, "-- %s on %s\n", lock.Mode, lock.Relation)
		}
		fmt.Fprintf(&out, "%s\n-- down\n%s\n\n", strings.TrimSpace(step.Up), strings.TrimSpace(step.Down))
	}
	for _, unfixed := range plan.Unfixed {
		if id, object, _ := strings.Cut(unfixed.Finding, ":"); isNumber.MatchString(object) {
			unfixed.Finding = id + ":<queryid>"
		}
		fmt.Fprintf(&out, "-- unfixed: %s: %s\n", unfixed.Finding, unfixed.Reason)
	}
	text := strings.ReplaceAll(out.String(), server.Database, "<database>")
	for i, step := range plan.Steps {
		text = strings.ReplaceAll(text, fmt.Sprint(step.Version), fmt.Sprintf("<%d>", i+1))
	}
	for _, finding := range findings {
		row, ok := finding.Evidence.(checks.DatabaseSessions)
		if !ok {
			continue
		}
		for _, s := range row.Listed {
			for _, part := range []string{s.BackendStart, s.StateChange, s.QueryStart} {
				if part != "" {
					text = strings.ReplaceAll(text, part, "<time>")
				}
			}
			text = strings.ReplaceAll(text, fmt.Sprintf("(%d,", s.PID), "(<pid>,")
		}
	}
	return text
}

// part is a piece of a script: many statements in one message, or one alone.
type part struct {
	sql    string
	alone  bool
	expect string // SQLSTATE
}

var directive = regexp.MustCompile(`^-- (alone|expect ([0-9A-Z]{5}))$`)

// statements splits a script at its directives.
func statements(script string) []part {
	var parts []part
	var current part
	flush := func() {
		if strings.TrimSpace(current.sql) != "" {
			parts = append(parts, current)
		}
		current = part{}
	}
	for line := range strings.Lines(script) {
		if match := directive.FindStringSubmatch(strings.TrimSpace(line)); match != nil {
			flush()
			current = part{alone: true, expect: match[2]}
			continue
		}
		current.sql += line
		if current.alone && strings.HasSuffix(strings.TrimSpace(line), ";") {
			flush()
		}
	}
	flush()
	return parts
}

// play runs a script's parts, each in a session of its own: what a session did
// is counted by the time that it ends.
func play(t *testing.T, dsn, script string) {
	t.Helper()
	for _, part := range statements(script) {
		conn, err := pgconn.Connect(t.Context(), dsn)
		if err != nil {
			t.Fatal(err)
		}
		part.runOn(t, conn)
		end(t, conn)
	}
}

// end closes a session and waits until the server has, which counts what the
// session did before it does: told only to close, a busy server may count rows
// as modified after the ANALYZE of the next session. Up to 15 a program that the
// session started, such as pg_basebackup, holds its socket, and so this has an end.
func end(t *testing.T, conn *pgconn.PgConn) {
	t.Helper()
	raw, err := conn.Hijack()
	if err != nil {
		t.Fatal(err)
	}
	defer raw.Conn.Close()
	raw.Frontend.Send(&pgproto3.Terminate{})
	if err := errors.Join(raw.Conn.SetDeadline(time.Now().Add(3*time.Second)), raw.Frontend.Flush()); err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, raw.Conn); err != nil && !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Fatalf("wait for a session's end: %v", err)
	}
}

func (p part) runOn(t *testing.T, conn *pgconn.PgConn) {
	t.Helper()
	_, err := conn.Exec(t.Context(), p.sql).ReadAll()
	if got := postgres.SQLState(err); got != p.expect || (err != nil && got == "") {
		t.Fatalf("SQLSTATE %q, want %q: %v, of: %s", got, p.expect, err, p.sql)
	}
}

// openSessions opens the sessions of a scenario and leaves them open. A first
// line "-- as ROLE" names the role, whose password is its name; "-- waits"
// says that the statements after it wait for another session.
func (sc scenario) openSessions(t *testing.T, s *servers.Server, database string) {
	t.Helper()
	if strings.TrimSpace(sc.sessions) == "" {
		return
	}
	for _, script := range strings.Split(sc.sessions, "\n---\n") {
		dsn := s.DSN(database)
		if first, rest, _ := strings.Cut(strings.TrimSpace(script), "\n"); strings.HasPrefix(first, "-- as ") {
			role := strings.TrimPrefix(first, "-- as ")
			dsn, script = s.DSNFor(database, role, role), rest
		}
		conn, err := pgx.Connect(t.Context(), dsn)
		if err != nil {
			t.Fatal(err)
		}
		now, later, waits := strings.Cut(script, "-- waits\n")
		for _, part := range statements(now) {
			part.runOn(t, conn.PgConn())
		}
		if !waits {
			t.Cleanup(func() { conn.Close(context.Background()) })
			continue
		}
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			conn.PgConn().Exec(context.Background(), later).ReadAll() //nolint:errcheck // it ends with what it waits for, either way
		}()
		t.Cleanup(func() {
			conn.PgConn().Conn().Close()
			<-ended
		})
	}
}
