package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/demo"
	"github.com/pgdoctor/pgdoctor/internal/throwaway"
)

// demoThresholds make the demo's sessions, which are seconds old, count as
// forgotten. They stand in the commands that are shown: nothing is rigged.
var demoThresholds = []string{
	"--threshold", "idle-sessions.min-idle-seconds=1",
	"--threshold", "idle-in-transaction.min-seconds=1",
}

// demoStep is one command that the demo types.
type demoStep struct {
	database string
	args     []string
}

// demoSteps is what the demo types, and shows as typed.
var demoSteps = []demoStep{
	{demo.Database, append([]string{"check"}, demoThresholds...)},
	{demo.Database, append([]string{"fix", "--dry-run", "--max-risk", "disruptive"}, demoThresholds...)},
	{demo.LegacyDatabase, []string{"fix", "--dry-run", "pg-stat-statements-unavailable"}},
}

// forgotten is how long the demo's sessions must sit for demoThresholds.
const forgotten = 2 * time.Second

func demoCommand() *cli.Command {
	return &cli.Command{
		Name:  "demo",
		Usage: "start a throw-away server that is sick on purpose and show what pgdoctor does",
		Description: `Uses the PostgreSQL programs of this machine, else a container. Nothing of it stays
behind, not even after Ctrl-C, unless --keep says so.`,
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "keep", Usage: "leave the server running and say how to reach and remove it", DisableDefaultText: true},
		},
		Action: runDemo,
	}
}

func runDemo(c *cli.Context) (err error) {
	if err := noArguments(c); err != nil {
		return err
	}
	server, err := demo.Start(c.Context, c.App.ErrWriter)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, server.Stop()) }()
	closeSessions, err := sicken(c, server)
	if err != nil {
		return err
	}
	defer closeSessions()
	for _, step := range demoSteps {
		fmt.Fprintf(c.App.Writer, "\n$ PGDATABASE=%s pgdoctor %s\n", step.database, strings.Join(step.args, " "))
		if err := runCommand(c, append(slices.Clone(step.args), "--dsn", server.DSN(step.database))); err != nil {
			return err
		}
	}
	if c.Bool("keep") {
		server.Keep()
		fmt.Fprintf(c.App.Writer, demoKept, server.DSN(demo.Database), server.StopHint())
		return nil
	}
	closeSessions()
	if err := server.Stop(); err != nil {
		return err
	}
	fmt.Fprint(c.App.Writer, demoGone)
	return nil
}

// demoKept shows the password: it is that of a throw-away server on this
// machine, made up a minute ago, and nobody could use the server without it.
const demoKept = `
The server keeps running; its forgotten sessions end with this command. Try it yourself:
  export PGDOCTOR_DSN='%s'
  pgdoctor check
  pgdoctor explain orphan-rows
To stop and remove it:
  %s
`

const demoGone = `
The server is gone again, and nothing of it is left. Next:
  pgdoctor demo --keep               leaves it running, to try things on
  pgdoctor check --dsn postgres://…  examines a database of yours; it only reads
  pgdoctor checks                    lists what it looks for
`

// sicken loads the demo's databases and opens its forgotten sessions.
func sicken(c *cli.Context, server *throwaway.Server) (closeSessions func(), err error) {
	dsn := server.DSN(demo.Database)
	if err := demo.Load(c.Context, dsn, c.App.ErrWriter); err != nil {
		return nil, err
	}
	if err := demo.LoadLegacy(c.Context, server.DSN(demo.LegacyDatabase)); err != nil {
		return nil, err
	}
	closeSessions, err = demo.Sessions(c.Context, dsn)
	if err != nil {
		return nil, err
	}
	select {
	case <-c.Context.Done():
		closeSessions()
		return nil, context.Cause(c.Context)
	case <-time.After(forgotten):
	}
	return closeSessions, nil
}

// runCommand runs a command of this program as if it had been typed. That it
// finds something is what the demo is for.
func runCommand(c *cli.Context, args []string) error {
	app := newApp(c.App.Reader, c.App.Writer, c.App.ErrWriter)
	err := app.RunContext(c.Context, reorder(app, append([]string{app.Name}, args...)))
	var unclean *uncleanError
	if errors.As(err, &unclean) {
		return nil
	}
	return err
}
