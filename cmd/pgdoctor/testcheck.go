package main

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/config"
	"github.com/pgdoctor/pgdoctor/internal/demo"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/report"
	"github.com/pgdoctor/pgdoctor/internal/throwaway"
)

func testCheckCommand() *cli.Command {
	return &cli.Command{
		Name:      "test-check",
		Usage:     "try a custom check on a database that is sick and on one that is healthy",
		ArgsUsage: "FILE",
		Description: `Makes a database for each script, runs the script in it and the check after it, and
drops the database again, also after Ctrl-C. A fix of the check is applied to what it
found, and undone. No script runs in a database that was there before. Without --dsn a throw-away server is started, as by pgdoctor demo:
the server of the environment, which may be anybody's, does not count here.`,
		Flags: []cli.Flag{
			dsnFlag(),
			&cli.StringFlag{Name: "sick", Usage: "SQL `FILE` after which the check must find something"},
			&cli.StringFlag{Name: "healthy", Usage: "SQL `FILE` after which it must find nothing"},
		},
		Action: runTestCheck,
	}
}

// trial is one script and what the check must make of it.
type trial struct {
	name, script string
	want         checks.Status
}

func runTestCheck(c *cli.Context) (err error) {
	if c.NArg() != 1 {
		return usage("test-check takes one file, the SQL of a custom check")
	}
	check, err := config.LoadCheck(c.Args().First())
	if err != nil {
		return usage("%s", configWords(err))
	}
	trials, err := trialsOf(c)
	if err != nil {
		return err
	}
	dsn := c.String("dsn")
	if dsn == "" {
		server, err := throwaway.Start(c.Context, throwaway.Options{
			Name: "test-check", Image: cmp.Or(os.Getenv(demo.ImageVariable), demo.DefaultImage), HowToGet: demo.HowToGetServer + "\nor give --dsn",
		}, c.App.ErrWriter)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, server.Stop()) }()
		dsn = server.DSN("postgres")
	}
	connection, err := postgres.ParseDSN(dsn)
	if err != nil {
		return usage("%s", err)
	}
	wrong := 0
	for _, t := range trials {
		ok, err := t.run(c, connection, check)
		if err != nil {
			return err
		}
		if !ok {
			wrong++
		}
	}
	if wrong > 0 {
		return &uncleanError{fmt.Sprintf("%s does not do what it is to do", check.Describe().ID)}
	}
	return nil
}

func trialsOf(c *cli.Context) ([]trial, error) {
	var trials []trial
	for _, t := range []trial{{name: "sick", want: checks.Findings}, {name: "healthy", want: checks.OK}} {
		path := c.String(t.name)
		if path == "" {
			continue
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, usage("--%s: %s", t.name, err)
		}
		t.script = string(text)
		trials = append(trials, t)
	}
	if len(trials) == 0 {
		return nil, usage("test-check needs --sick FILE, --healthy FILE or both")
	}
	return trials, nil
}

// run runs a script and the check in a new database, and says what came of it.
func (t trial) run(c *cli.Context, connection *pgx.ConnConfig, check checks.Check) (ok bool, err error) {
	database, drop, err := newDatabase(c.Context, connection)
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, drop()) }()
	if err := runScript(c.Context, database, t.script); err != nil {
		return false, fmt.Errorf("--%s: %w", t.name, err)
	}
	db, err := postgres.Open(c.Context, database, 1)
	if err != nil {
		return false, err
	}
	defer db.Close()
	server, err := postgres.Probe(c.Context, db, defaultTimeout)
	if err != nil {
		return false, err
	}
	examine := func(ctx context.Context) checks.Result {
		return checks.Run(ctx, db, server, []checks.Check{check}, checks.Options{})[0]
	}
	result := examine(c.Context)
	if c.Context.Err() != nil {
		return false, c.Context.Err()
	}
	t.write(c.App.Writer, result)
	if err := unexamined(result); err != nil {
		return false, err
	}
	if result.Status != t.want || result.Status != checks.Findings || result.Doc.Custom.Fix == nil {
		return result.Status == t.want, nil
	}
	return fixTrial{database, server, result.Doc, examine}.proveFix(c, result.Findings)
}

// unexamined is why a check says nothing about a database, nil where it does.
func unexamined(result checks.Result) error {
	if result.Status != checks.Failed && result.Status != checks.Skipped {
		return nil
	}
	return fmt.Errorf("%s %s: %s", result.Doc.ID, result.Status, result.Reason)
}

func (t trial) write(w io.Writer, result checks.Result) {
	verdict := "as it should be"
	if result.Status != t.want {
		verdict = "WRONG"
	}
	fmt.Fprintf(w, "%s: %s, %s\n", t.name, report.Count(len(result.Findings), "finding"), verdict)
	for _, finding := range result.Findings {
		fmt.Fprintf(w, "  %s  %s\n      %s\n", finding.Severity, report.Safe(finding.Object), report.Safe(finding.Message))
	}
}

// newDatabase makes an empty database beside the connection's, and returns the
// way into it and what drops it.
func newDatabase(ctx context.Context, connection *pgx.ConnConfig) (*pgx.ConnConfig, func() error, error) {
	name := "pgdoctor_trial_" + strings.ToLower(rand.Text())
	err := execute(ctx, connection, "CREATE DATABASE "+postgres.Quote(name)+" TEMPLATE template0")
	switch postgres.SQLState(err) {
	case "42501":
		return nil, nil, fmt.Errorf("role %s may not create databases on this server: ALTER ROLE %s CREATEDB, or give the --dsn of another",
			postgres.Quote(connection.User), postgres.Quote(connection.User))
	case "25006":
		return nil, nil, errors.New("no database can be created on this server: it is a standby, or read-only")
	}
	drop := func() error { // also where ctx has ended
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), defaultTimeout)
		defer cancel()
		if err := execute(ctx, connection, "DROP DATABASE IF EXISTS "+postgres.Quote(name)+" WITH (FORCE)"); err != nil {
			return fmt.Errorf("database %s is left and to be dropped by hand: %w", name, err)
		}
		return nil
	}
	if err != nil {
		err = fmt.Errorf("create a database: %w", err)
		if ctx.Err() != nil { // Ctrl-C may have come when it was there already
			err = errors.Join(err, drop())
		}
		return nil, nil, err
	}
	into := connection.Copy()
	into.Database = name
	return into, drop, nil
}

// execute runs one statement on a connection of its own.
func execute(ctx context.Context, connection *pgx.ConnConfig, statement string) error {
	conn, err := postgres.Connect(ctx, connection)
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx)) //nolint:errcheck // nothing hangs on it
	_, err = conn.Exec(ctx, statement)
	return err
}

// runScript runs a script of several statements, which psql's own commands are not.
func runScript(ctx context.Context, connection *pgx.ConnConfig, script string) error {
	conn, err := postgres.Connect(ctx, connection)
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx)) //nolint:errcheck // nothing hangs on it
	if _, err := conn.PgConn().Exec(ctx, script).ReadAll(); err != nil {
		return fmt.Errorf("run the script: %w", err)
	}
	return nil
}
