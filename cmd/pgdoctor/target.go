package main

import (
	"errors"

	"github.com/jackc/pgx/v5"
	"github.com/jmoiron/sqlx"
	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// target is one opened and probed database.
type target struct {
	Config *pgx.ConnConfig
	DB     *sqlx.DB
	Server postgres.Server
	Target postgres.Target
}

// openTarget connects to the database that flags and environment name, and
// learns what it is. The command has connectionFlags, or at least dsnFlag.
func openTarget(c *cli.Context) (*target, error) {
	config, err := connectionOf(c)
	if err != nil {
		return nil, err
	}
	return openConfig(c, config)
}

// connectionOf reads which database flags and environment name.
func connectionOf(c *cli.Context) (*pgx.ConnConfig, error) {
	config, err := postgres.ParseDSN(postgres.FindDSN(c.String("dsn")))
	var connect *postgres.ConnectError
	if errors.As(err, &connect) {
		return nil, usage("%s", connect) // nothing was tried yet: the string is at fault
	}
	return config, err
}

// openConfig connects to a database and learns what it is.
func openConfig(c *cli.Context, config *pgx.ConnConfig) (*target, error) {
	timeout, err := timeoutOf(c)
	if err != nil {
		return nil, err
	}
	jobs, err := jobsOf(c)
	if err != nil {
		return nil, err
	}
	db, err := postgres.Open(c.Context, config, jobs)
	if err != nil {
		return nil, err
	}
	// A --timeout meant for checks must not keep them from being tried at all.
	server, err := postgres.Probe(c.Context, db, max(timeout, defaultTimeout))
	if err != nil {
		db.Close()
		return nil, err
	}
	return &target{Config: config, DB: db, Server: server, Target: postgres.TargetOf(config)}, nil
}

// Close gives the connections back.
func (t *target) Close() { t.DB.Close() }
