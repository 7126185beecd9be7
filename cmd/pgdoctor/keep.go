package main

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/report"
	"github.com/pgdoctor/pgdoctor/internal/store"
)

// storeFlag names the history. Its value is in no help, as that of --dsn.
func storeFlag(usage string) cli.Flag {
	return &cli.StringFlag{Name: "store", Usage: usage + " (PGDOCTOR_STORE does the same)"}
}

func keepFlags() []cli.Flag {
	return []cli.Flag{
		storeFlag("keep the run in the PostgreSQL database of this connection `STRING`"),
		&cli.StringFlag{Name: "run-id", Usage: "with --store: the run is part of `ID`, in which each target is kept once, whoever examines it again"},
	}
}

// storeDSN is the connection string of the history, "" for none.
func storeDSN(c *cli.Context) (string, error) {
	dsn := cmp.Or(c.String("store"), os.Getenv("PGDOCTOR_STORE"))
	if dsn == "" {
		return "", nil
	}
	if _, err := postgres.ParseDSN(dsn); err != nil {
		return "", usage("--store: %s", err)
	}
	return dsn, nil
}

// keeping is where the runs of a check are kept. Without --store it keeps nothing.
type keeping struct {
	runID string
	store *store.Store // nil where there is none, or it cannot be had
	mu    sync.Mutex
	lost  int   // runs that were not kept
	err   error // the first reason
}

// keepingOf opens the history of --store. That it cannot be had is no reason not
// to examine: it is said at the end.
func keepingOf(c *cli.Context) (*keeping, error) {
	k := &keeping{runID: c.String("run-id")}
	dsn, err := storeDSN(c)
	if err != nil {
		return nil, err
	}
	switch {
	case dsn == "" && c.IsSet("run-id"):
		return nil, usage("--run-id is of use with --store alone")
	case c.IsSet("run-id") && (strings.TrimSpace(k.runID) == "" || len(k.runID) > 200):
		return nil, usage("--run-id has 1 to 200 bytes, such as a job's UID")
	case dsn == "":
		return k, nil
	}
	k.runID = cmp.Or(k.runID, rand.Text())
	k.store, k.err = store.Open(c.Context, dsn)
	return k, nil
}

// wanted says whether anything is to be kept, and could be.
func (k *keeping) wanted() bool { return k.store != nil }

// Close gives the connections back.
func (k *keeping) Close() {
	if k.store != nil {
		k.store.Close()
	}
}

// keep keeps one examination. What was interrupted is none.
func (k *keeping) keep(ctx context.Context, e store.Examination) {
	if ctx.Err() != nil {
		return
	}
	var err error
	if k.store != nil {
		e.RunID = k.runID
		_, err = k.store.Save(ctx, e)
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if err != nil || k.store == nil && k.err != nil {
		k.lost++
		k.err = cmp.Or(k.err, err)
	}
}

// failure says what the history did not take, nil where it took all.
func (k *keeping) failure() error {
	if k.err == nil {
		return nil
	}
	return fmt.Errorf("the report is written, but the history (--store) did not take %s: %w", report.Count(k.lost, "run"), k.err)
}

// verdict is how a check ends: a history that failed outweighs findings.
func (k *keeping) verdict(err error) error {
	failure := k.failure()
	var unclean *uncleanError
	if failure == nil {
		return err
	}
	if err == nil || errors.As(err, &unclean) {
		return failure
	}
	return fmt.Errorf("%w; %w", err, failure)
}

// monitored is how a check for a monitor ends, which has read its one line: what a
// history did not take is on standard error, and unknown unless it is worse.
func (k *keeping) monitored(c *cli.Context, err error) error {
	failure := k.failure()
	if failure == nil {
		return err
	}
	fmt.Fprintln(c.App.ErrWriter, "pgdoctor: "+errorLine(failure))
	var known *stateError
	if errors.As(err, &known) && known.state == report.NagiosCritical {
		return err
	}
	return &stateError{report.NagiosUnknown}
}
