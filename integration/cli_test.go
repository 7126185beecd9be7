package integration

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/pgdoctor/pgdoctor/integration/servers"
)

// Transcripts of the command line against a real server: the way from finding
// to cure and back on every major, the others on one.
func TestCLI(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join("testdata", "cli", "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for n, file := range files {
		on := []*servers.Server{middle()}
		// what a major may do otherwise: the loop, sessions, settings, statistics
		switch name := filepath.Base(file); {
		case name == "loop.txtar":
			on = all
		case strings.HasPrefix(name, "procedure_"):
			on = inTurn(n, all)
		}
		for _, s := range on {
			t.Run(fmt.Sprintf("%s-pg%d", strings.TrimSuffix(filepath.Base(file), ".txtar"), s.Major), func(t *testing.T) {
				t.Parallel()
				runScript(t, s, file)
			})
		}
	}
}

func runScript(t *testing.T, s *servers.Server, file string) {
	c := &cli{t: t, server: s, pictures: map[string][]string{}, held: map[string]func(){}}
	program := binary
	if filepath.Base(file) == "advise.txtar" { // the parser of statements is another without cgo
		program = portable
	}
	testscript.Run(t, testscript.Params{
		Files:         []string{file},
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("PATH", filepath.Dir(program())+string(os.PathListSeparator)+env.Getenv("PATH"))
			env.Setenv("MAJOR", strconv.Itoa(s.Major))
			examples, err := filepath.Abs(filepath.Join("..", "examples", "verihome"))
			env.Setenv("VERIHOME", examples)
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"own":       c.own,
			"db":        c.db,
			"role":      c.role,
			"session":   c.session,
			"sql":       c.sql,
			"query":     c.query,
			"until":     c.until,
			"hold":      c.hold,
			"release":   c.release,
			"exits":     c.exits,
			"snapshot":  c.snapshot,
			"unchanged": c.unchanged,
			"restored":  c.restored,
			"jsonfield": c.jsonfield,
		},
	})
}

// cli holds what the verbs of one script share.
type cli struct {
	t        *testing.T
	server   *servers.Server
	standby  *servers.Server // of the script's own server
	pictures map[string][]string
	held     map[string]func()
}

// own takes a server of the script's own, with a standby, for what changes the
// whole server. It comes before db.
func (c *cli) own(*testscript.TestScript, bool, []string) {
	c.server, c.standby = c.server.Own(c.t, servers.Setup{Standby: true})
}

// role VAR ATTRIBUTES makes a login role: its name is then in $VAR, and its way
// into the database of $DSN in $VAR_DSN.
func (c *cli) role(ts *testscript.TestScript, _ bool, args []string) {
	user, password := c.server.Role(c.t, "cli", strings.Join(args[1:], " "))
	ts.Setenv(args[0], user)
	ts.Setenv(args[0]+"_DSN", c.server.DSNFor(ts.Getenv("DSN_NAME"), user, password))
}

// session APPLICATION DSN [SQL...] opens a session under a name, runs the
// statements one by one, and leaves it open to the end of the script.
func (c *cli) session(ts *testscript.TestScript, _ bool, args []string) {
	config, err := pgx.ParseConfig(args[1])
	ts.Check(err)
	config.RuntimeParams["application_name"] = args[0]
	conn, err := pgx.ConnectConfig(context.Background(), config)
	ts.Check(err)
	ts.Defer(func() { conn.Close(context.Background()) }) //nolint:errcheck // most are ended on purpose
	for _, statement := range args[2:] {
		_, err := conn.Exec(context.Background(), statement)
		ts.Check(err)
	}
}

// db [VAR] makes a database of this script's own: its connection string is then
// in $VAR (default DSN), its parts in $VAR_HOST, $VAR_PORT, $VAR_USER,
// $VAR_PASSWORD and $VAR_NAME. Where there is a standby, $VAR_STANDBY leads to the
// same database on it.
func (c *cli) db(ts *testscript.TestScript, _ bool, args []string) {
	name := "DSN"
	if len(args) > 0 {
		name = args[0]
	}
	dsn := c.server.Database(c.t)
	parsed, err := url.Parse(dsn)
	ts.Check(err)
	password, _ := parsed.User.Password()
	for key, value := range map[string]string{
		"": dsn, "_HOST": parsed.Hostname(), "_PORT": parsed.Port(), "_USER": parsed.User.Username(),
		"_PASSWORD": password, "_NAME": strings.TrimPrefix(parsed.Path, "/"),
	} {
		ts.Setenv(name+key, value)
	}
	if c.standby != nil {
		c.standby.CatchUp(c.t, c.server)
		ts.Setenv(name+"_STANDBY", c.standby.DSN(ts.Getenv(name+"_NAME")))
	}
}

// sql FILE runs a file in $DSN.
func (c *cli) sql(ts *testscript.TestScript, _ bool, args []string) {
	c.server.Exec(c.t, ts.Getenv("DSN"), ts.ReadFile(args[0]))
}

// query SQL WANT compares the one value of an expression in $DSN.
func (c *cli) query(ts *testscript.TestScript, _ bool, args []string) {
	got, err := tryAsk(ts.Getenv("DSN"), args[0])
	ts.Check(err)
	if got != args[1] {
		ts.Fatalf("%s is %q, want %q", args[0], got, args[1])
	}
}

// until SQL WANT waits for the value.
func (c *cli) until(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(until(ts.Getenv("DSN"), args[0], args[1]))
}

// hold NAME SQL leaves a transaction open in which SQL was run.
func (c *cli) hold(ts *testscript.TestScript, _ bool, args []string) {
	release := sync.OnceFunc(holding(c.t, ts.Getenv("DSN"), args[1]))
	c.held[args[0]] = release
	// Deferred calls come before the script waits for what runs in the background.
	ts.Defer(release)
}

// release NAME ends the transaction.
func (c *cli) release(_ *testscript.TestScript, _ bool, args []string) { c.held[args[0]]() }

// exits CODE COMMAND... runs a command that must end with that code.
func (c *cli) exits(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	code := 0
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}

// snapshot NAME remembers what is in $DSN, schema pgdoctor included.
func (c *cli) snapshot(ts *testscript.TestScript, _ bool, args []string) {
	for _, record := range []bool{true, false} {
		c.pictures[args[0]+strconv.FormatBool(record)] = picture(c.t, ts.Getenv("DSN"), record)
	}
}

// unchanged NAME: nothing in $DSN differs from the snapshot.
func (c *cli) unchanged(ts *testscript.TestScript, neg bool, args []string) {
	c.compare(ts, neg, args[0], true)
}

// restored NAME: nothing differs but schema pgdoctor, where the record is kept.
func (c *cli) restored(ts *testscript.TestScript, neg bool, args []string) {
	c.compare(ts, neg, args[0], false)
}

func (c *cli) compare(ts *testscript.TestScript, neg bool, name string, record bool) {
	diff := cmp.Diff(c.pictures[name+strconv.FormatBool(record)], picture(c.t, ts.Getenv("DSN"), record))
	if (diff == "") == neg {
		ts.Fatalf("changes since %s: %s", name, diff)
	}
}

// jsonfield FILE PATH [VALUE] looks into JSON. PATH has parts between slashes: a
// field's name, an index, key=value for the element that has it, length for the
// length. Without VALUE the field must exist; ! turns both around.
func (c *cli) jsonfield(ts *testscript.TestScript, neg bool, args []string) {
	decoder := json.NewDecoder(strings.NewReader(ts.ReadFile(args[0])))
	decoder.UseNumber()
	var document any
	ts.Check(decoder.Decode(&document))
	value, err := dig(document, strings.Split(args[1], "/"))
	switch {
	case neg && err == nil && (len(args) == 2 || fmt.Sprint(value) == args[2]):
		ts.Fatalf("%s is %v", args[1], value)
	case !neg && err != nil:
		ts.Fatalf("%s: %v", args[1], err)
	case !neg && len(args) > 2 && fmt.Sprint(value) != args[2]:
		ts.Fatalf("%s is %q, want %q", args[1], fmt.Sprint(value), args[2])
	}
}

func dig(value any, path []string) (any, error) {
	for _, part := range path {
		next, err := step(value, part)
		if err != nil {
			return nil, err
		}
		value = next
	}
	return value, nil
}

func step(value any, part string) (any, error) {
	switch value := value.(type) {
	case map[string]any:
		if field, ok := value[part]; ok {
			return field, nil
		}
	case []any:
		if part == "length" {
			return len(value), nil
		}
		if i, err := strconv.Atoi(part); err == nil && i < len(value) {
			return value[i], nil
		}
		key, want, _ := strings.Cut(part, "=")
		for _, element := range value {
			if fields, ok := element.(map[string]any); ok && fmt.Sprint(fields[key]) == want {
				return element, nil
			}
		}
	}
	return nil, fmt.Errorf("there is no %s", part)
}
