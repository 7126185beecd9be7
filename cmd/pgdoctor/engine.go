package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/jmoiron/sqlx"
	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/advisor"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var engines = []string{"auto", "hypopg", "scratch", "model"}

// advise has the advisor look at the workload that the flags name, with the engine
// that they name. t is the target where it is open already, else nil.
func advise(c *cli.Context, t *target) (*advisor.Advice, error) {
	engine := c.String("engine")
	if engine != "" && !slices.Contains(engines, engine) {
		return nil, usage("--engine %s: it is auto, hypopg, scratch or model", engine)
	}
	if c.IsSet("index-budget") && c.Float64("index-budget") <= 0 {
		return nil, usage("--index-budget %v: it is a share of the tables' size, in per cent above 0", c.Float64("index-budget"))
	}
	if file := c.String("snapshot"); file != "" {
		return adviseOffline(c, file, engine)
	}
	if t == nil {
		var err error
		if t, err = openTarget(c); err != nil {
			return nil, err
		}
		defer t.Close()
	}
	return adviseOn(c, t)
}

// adviseOffline needs no database but a scratch server.
func adviseOffline(c *cli.Context, file, engine string) (*advisor.Advice, error) {
	if engine == "hypopg" || engine == "model" {
		return nil, usage("--snapshot is planned on a scratch server: leave --engine %s out", engine)
	}
	snapshot, err := advisor.ReadSnapshotFile(file)
	if err != nil {
		return nil, usage("--snapshot: %s", err)
	}
	calls := capturedCalls(snapshot)
	if path := c.String("statements"); path != "" {
		if calls, err = readStatements(path); err != nil {
			return nil, err
		}
	}
	if len(calls) == 0 {
		return nil, usage("--snapshot %s: there are no statements in it (the database had no pg_stat_statements, or the role might not read it): name some with --statements FILE", file)
	}
	return adviseOnScratch(c, snapshot, calls)
}

// adviseOn advises on a database that is reached.
func adviseOn(c *cli.Context, t *target) (*advisor.Advice, error) {
	calls, err := workloadOf(c, t)
	if err != nil {
		return nil, err
	}
	engine := c.String("engine")
	_, hypopg := t.Server.Extensions["hypopg"]
	if engine == "scratch" || (engine != "model" && engine != "hypopg" && !hypopg) {
		advice, err := adviseOnCopy(c, t, calls)
		if err == nil || engine == "scratch" || c.Context.Err() != nil {
			return advice, err
		}
		fmt.Fprintf(c.App.ErrWriter, "no planner to ask, so that a model says the costs: %s\n", errorLine(err))
	}
	if engine == "auto" || engine == "scratch" {
		engine = ""
	}
	advice, err := adviseWith(c, t.DB, t.Server, calls, advisor.Options{Engine: engine})
	if errors.Is(err, advisor.ErrNoEngine) {
		return nil, usage("--engine %s: %s", engine, err)
	}
	return advice, err
}

// adviseOnCopy takes a snapshot of the target and plans on a scratch server.
func adviseOnCopy(c *cli.Context, t *target, calls []advisor.Call) (*advisor.Advice, error) {
	var snapshot *advisor.Snapshot
	err := postgres.Snapshot(c.Context, t.DB, defaultTimeout, func(tx *sqlx.Tx) (err error) {
		snapshot, err = advisor.TakeSnapshot(c.Context, tx, toolVersion())
		return err
	})
	if err != nil {
		return nil, err
	}
	return adviseOnScratch(c, snapshot, calls)
}

func adviseOnScratch(c *cli.Context, snapshot *advisor.Snapshot, calls []advisor.Call) (*advisor.Advice, error) {
	scratch, err := advisor.NewScratch(c.Context, snapshot, advisor.ScratchOptions{Image: c.String("scratch-image"), Progress: io.Discard})
	if err != nil {
		return nil, err
	}
	defer scratch.Close() //nolint:errcheck // nothing on it is worth keeping
	config, err := postgres.ParseDSN(scratch.DSN())
	if err != nil {
		return nil, err
	}
	db, err := postgres.Open(c.Context, config, 1)
	if err != nil {
		return nil, fmt.Errorf("the scratch server: %w", err)
	}
	defer db.Close()
	server, err := postgres.Probe(c.Context, db, defaultTimeout)
	if err != nil {
		return nil, fmt.Errorf("the scratch server: %w", err)
	}
	return adviseWith(c, db, server, calls, advisor.Options{Scratch: scratch, Activity: activityOf(snapshot), Policies: snapshot.Policies, Triggers: snapshot.Triggers})
}

func adviseWith(c *cli.Context, db *sqlx.DB, server postgres.Server, calls []advisor.Call, options advisor.Options) (*advisor.Advice, error) {
	options.Budget = c.Float64("index-budget") / 100
	options.Until = time.Now().Add(adviseTime)
	var advice *advisor.Advice
	err := postgres.Pipelined(c.Context, db, defaultTimeout, func(tx *postgres.Pipeline) (err error) {
		advice, err = advisor.Advise(c.Context, tx, server, calls, options)
		return err
	})
	return advice, err
}

// capturedCalls are the statements of a snapshot.
func capturedCalls(snapshot *advisor.Snapshot) []advisor.Call {
	var calls []advisor.Call
	for _, s := range snapshot.Statements {
		calls = append(calls, advisor.Call{
			ID: s.QueryID, Text: s.Query, Calls: float64(s.Calls), TotalMS: s.TotalMS, Rows: float64(s.Rows), Blocks: float64(s.BlocksHit + s.BlocksRead), Nested: !s.TopLevel, Role: s.Role,
		})
	}
	return calls
}

func activityOf(snapshot *advisor.Snapshot) map[advisor.Name]advisor.Activity {
	activity := map[advisor.Name]advisor.Activity{}
	for _, table := range snapshot.Tables {
		activity[advisor.Name{Schema: table.Schema, Table: table.Name}] = advisor.Activity{Inserts: float64(table.Inserts), Updates: float64(table.Updates), HotUpdates: float64(table.HotUpdates)}
	}
	return activity
}
