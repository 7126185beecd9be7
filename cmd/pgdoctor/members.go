package main

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/urfave/cli/v2"
	"golang.org/x/sync/errgroup"

	"github.com/pgdoctor/pgdoctor/internal/config"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// member is one target of a fleet.
type member struct {
	name       string
	connection *pgx.ConnConfig
	selected   selected
	err        error // why it cannot be examined, nil where that is not known yet
}

// membersOf lists the targets that flags and environment name, of which this run
// has to examine its shard.
func membersOf(c *cli.Context, parallel int) ([]member, error) {
	mine, err := shardOf(c.String("shard"))
	if err != nil {
		return nil, err
	}
	if !c.IsSet("targets") {
		return allDatabases(c, mine)
	}
	switch {
	case c.IsSet("dsn"):
		return nil, usage("--targets names the databases: leave --dsn out")
	case c.Bool("all-databases"):
		return nil, usage("--targets and --all-databases do not go together: write all-databases: true at a target of the file")
	}
	path := c.Path("targets")
	if path == "" {
		return nil, usage("--targets needs a file, see docs/fleet.md")
	}
	entries, err := config.LoadTargets(path, os.LookupEnv)
	if err != nil {
		return nil, usage("--targets: %s", configWords(err))
	}
	known := map[string]selected{}
	var chosen []config.TargetEntry
	var members []member
	for _, entry := range entries {
		own := entry.Config.V
		if _, read := known[own]; !read {
			if known[own], err = selectedBy(c, own); err != nil {
				return nil, err
			}
		}
		connection, err := postgres.ParseDSN(entry.DSN.V)
		if err != nil {
			return nil, usage("--targets: %s: %s", entry.DSN.From, err)
		}
		if mine(entry.Name.V) { // all databases of an entry are one shard's: no other has to ask its server
			chosen = append(chosen, entry)
			members = append(members, member{name: entry.Name.V, connection: connection, selected: known[own]})
		}
	}
	return spread(c.Context, chosen, members, parallel)
}

// spread puts the databases of a server in the place of an entry that stands for
// all of them.
func spread(ctx context.Context, entries []config.TargetEntry, members []member, parallel int) ([]member, error) {
	lists := make([][]member, len(members))
	var group errgroup.Group
	group.SetLimit(parallel)
	for i, m := range members {
		if !entries[i].AllDatabases.V {
			lists[i] = []member{m}
			continue
		}
		group.Go(func() error {
			names, err := databasesOf(ctx, m.connection)
			if err != nil {
				m.err = err
				lists[i] = []member{m}
				return nil
			}
			for _, name := range names {
				lists[i] = append(lists[i], m.of(name, m.name+"/"+name))
			}
			return nil
		})
	}
	group.Wait() //nolint:errcheck // what went wrong is in the members
	all := slices.Concat(lists...)
	seen := map[string]bool{}
	for _, m := range all {
		if seen[m.name] {
			return nil, usage("--targets: two targets are called %q: a name of the file is that of a database of another entry", m.name)
		}
		seen[m.name] = true
	}
	return all, nil
}

// of is a member for another database of its server.
func (m member) of(database, name string) member {
	m.connection = m.connection.Copy()
	m.connection.Database = database
	m.name = name
	return m
}

// allDatabases are those of the one server of --dsn, named HOST:PORT/DATABASE.
func allDatabases(c *cli.Context, mine func(string) bool) ([]member, error) {
	connection, err := connectionOf(c)
	if err != nil {
		return nil, err
	}
	r, err := selectedBy(c, "")
	if err != nil {
		return nil, err
	}
	names, err := databasesOf(c.Context, connection)
	if err != nil {
		return nil, err
	}
	var members []member
	for _, name := range names {
		m := member{connection: connection, selected: r}.of(name, "")
		m.name = postgres.TargetOf(m.connection).Address()
		if mine(m.name) {
			members = append(members, m)
		}
	}
	return members, nil
}

// databasesOf lists the databases of a server that the role may connect to.
func databasesOf(ctx context.Context, connection *pgx.ConnConfig) ([]string, error) {
	conn, err := postgres.Connect(ctx, connection)
	if err != nil {
		return nil, err
	}
	defer conn.Close(ctx)
	rows, _ := conn.Query(ctx, `
		SELECT d.datname
		FROM pg_catalog.pg_database AS d
		WHERE d.datallowconn AND NOT d.datistemplate AND pg_catalog.has_database_privilege(d.oid, 'CONNECT')
		ORDER BY d.datname COLLATE "C"`)
	names, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return nil, fmt.Errorf("list the databases: %w", err)
	}
	if len(names) == 0 {
		return nil, errors.New("list the databases: the role may connect to none")
	}
	return names, nil
}

// shardOf reads I/N and says of a name whether it falls to that shard. It depends
// on the name alone: a target that is added moves no other.
func shardOf(text string) (func(name string) bool, error) {
	if text == "" {
		return func(string) bool { return true }, nil
	}
	part, whole, ok := strings.Cut(text, "/")
	i, err := strconv.ParseUint(part, 10, 32)
	n, err2 := strconv.ParseUint(whole, 10, 32)
	if !ok || errors.Join(err, err2) != nil || i >= n {
		return nil, usage("--shard %q is not I/N with I from 0 to N-1, such as 0/4", text)
	}
	return func(name string) bool {
		sum := sha256.Sum256([]byte(name))
		return binary.BigEndian.Uint64(sum[:])%n == i
	}, nil
}
