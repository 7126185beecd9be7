package main

import (
	"cmp"
	"os"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// storeFlag names the history. Its value is in no help, as that of --dsn.
func storeFlag(usage string) cli.Flag {
	return &cli.StringFlag{Name: "store", Usage: usage + " (PGDOCTOR_STORE does the same)"}
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
