package main

import (
	"fmt"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/config"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/report"
	"github.com/pgdoctor/pgdoctor/internal/store"
	"github.com/pgdoctor/pgdoctor/internal/web"
)

// served is where the runs come from that serve shows.
type served struct {
	history web.History
	look    func() // makes runs until the command's context ends, nil where others do
	close   func()
	stale   time.Duration
}

// shortestEvery keeps serve from examining a database all the time.
const shortestEvery = time.Minute

// runsOf is what the flags name: files, a history, or the database that is examined.
func runsOf(c *cli.Context) (served, error) {
	s := served{close: func() {}, stale: c.Duration("stale-after")}
	if c.IsSet("stale-after") && s.stale <= 0 {
		return s, usage("--stale-after %s is no age", s.stale)
	}
	if c.IsSet("from") && c.IsSet("store") {
		return s, usage("--from and --store are two places to show runs of: choose one")
	}
	for _, flag := range []string{"from", "store"} {
		for _, own := range []string{"dsn", "every", "config", "jobs", "timeout"} {
			if c.IsSet(flag) && c.IsSet(own) {
				return s, usage("--%s shows runs that others made: --%s is for serve without it", flag, own)
			}
		}
	}
	if c.IsSet("from") {
		return fileRuns(c, s)
	}
	dsn, err := storeDSN(c)
	if err != nil {
		return s, err
	}
	if dsn != "" && !c.IsSet("dsn") {
		return storedRuns(c, s, dsn)
	}
	return ownRuns(c, s)
}

func fileRuns(c *cli.Context, s served) (served, error) {
	files, err := web.NewFiles(c.StringSlice("from"))
	if err != nil {
		return s, usage("--from %s", err)
	}
	problems, err := files.Problems(c.Context)
	if err != nil {
		return s, usage("--from %s", err)
	}
	for _, problem := range problems {
		fmt.Fprintf(c.App.ErrWriter, "pgdoctor serve: not read: %s: %s\n", report.Safe(problem.Source), report.Safe(problem.Reason))
	}
	s.history = files
	return s, nil
}

// storedRuns are those of a history in PostgreSQL, of which nothing is changed.
func storedRuns(c *cli.Context, s served, dsn string) (served, error) {
	history, err := store.OpenReading(c.Context, dsn)
	if err != nil {
		return s, fmt.Errorf("--store: %w", err)
	}
	s.history, s.close = history, history.Close
	return s, nil
}

// ownRuns examines the database of the flags again and again.
func ownRuns(c *cli.Context, s served) (served, error) {
	every := c.Duration("every")
	if every < shortestEvery {
		return s, usage("--every %s is too short: give at least %s", every, shortestEvery)
	}
	if !c.IsSet("stale-after") {
		s.stale = 3 * every
	}
	e, err := effective(c, nil)
	if err != nil {
		return s, err
	}
	if _, _, err := examination(c, e); err != nil { // before anything is served
		return s, err
	}
	settings, err := connectionOf(c)
	if err != nil {
		return s, err
	}
	memory := &web.Memory{}
	s.history = memory
	name := postgres.TargetOf(settings).Address()
	look := func() (report.Document, error) { return lookOnce(c, e) }
	s.look = func() { lookUntilEnd(c, memory, name, every, look) }
	return s, nil
}

// lookUntilEnd keeps a run every so often, and that there was none where the
// database was not reached, which it tries again sooner.
func lookUntilEnd(c *cli.Context, memory *web.Memory, name string, every time.Duration, look func() (report.Document, error)) {
	for {
		started := time.Now()
		doc, err := look()
		pause := every
		switch {
		case c.Context.Err() != nil: // half a run says nothing
			return
		case err != nil:
			pause = shortestEvery
			memory.Fail(name, started, errorLine(err))
			fmt.Fprintf(c.App.ErrWriter, "pgdoctor serve: %s\n", errorLine(err))
		default:
			memory.Add(name, doc)
		}
		select {
		case <-c.Context.Done():
			return
		case <-time.After(pause - time.Since(started)):
		}
	}
}

// lookOnce examines the database as check does, on connections of its own.
func lookOnce(c *cli.Context, e config.Effective) (report.Document, error) {
	list, options, err := examination(c, e) // anew: what is ignored until a day is not for ever
	if err != nil {
		return report.Document{}, err
	}
	t, err := openTarget(c)
	if err != nil {
		return report.Document{}, err
	}
	defer t.Close()
	run := runChecks(c, t, list, options)
	doc := judged(run, e, baseline{})
	if len(doc.Failed()) > 0 {
		if err := reach(c.Context, t); err != nil { // it broke off: that is no run
			return doc, err
		}
	}
	if err := enrich(c, t, run, e, options, &doc); err != nil { // as true without
		fmt.Fprintln(c.App.ErrWriter, "pgdoctor serve: "+errorLine(err))
	}
	return doc, nil
}
