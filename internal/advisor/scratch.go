package advisor

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/throwaway"
)

const (
	scratchDatabase = "scratch"
	// scratchOwner owns everything that comes out of a snapshot and plans the
	// statements. Definitions and statements are a stranger's, and a planner calls
	// immutable functions: nothing of it may run as the superuser, who can start
	// programs on this machine.
	scratchOwner = "pgdoctor_scratch"
	// No planner takes that long, but a function that it calls can.
	scratchTimeout = "30s"
)

// ScratchOptions say how a Scratch is to be had.
type ScratchOptions struct {
	Image      string            // of a container, where this machine has no programs of the major; "" for none
	SearchPath []string          // schemas; nil for what the snapshot's role had
	Settings   map[string]string // of the planner, over those of the snapshot and the advisor's own
	Progress   io.Writer         // nil for nobody
}

// Scratch is an engine: a throw-away server of the same major, with the schema,
// the figures and the statistics of a snapshot, no rows, and files that are as
// long as the real ones but hold nothing. Its planner then comes to the costs of
// the real server. Nothing is ever executed on it.
type Scratch struct {
	server   *throwaway.Server
	origin   Origin
	password string

	admin   *pgx.Conn // the superuser, for catalogs and files
	owner   *pgx.Conn // makes objects
	planner *pgx.Conn

	missing    []MissingObject
	figures    map[uint32]figures // of tables, which CREATE INDEX overwrites
	statistics map[columnName]*ColumnStatistics
	leaves     map[Name][]namedRelation // that have the rows of a table
	candidates map[string]*tried        // by definition
	shown      map[uint32]bool          // indexes that the planner sees now
	parameters parameters
	made       int // candidates so far
}

// figures is what pg_class says of a relation's size.
type figures struct {
	Pages      int64   `json:"pages"`
	Tuples     float64 `json:"tuples"`
	AllVisible int64   `json:"all_visible"`
}

// columnName is schema, relation and column.
type columnName [3]string

// MissingObject is a part of a snapshot that the scratch server does not have.
type MissingObject struct{ Kind, Schema, Name, Reason string }

// NewScratch starts a scratch server and loads a snapshot. What cannot be loaded
// is in Missing; statements that need it fail with that reason. The server goes
// with Close, with ctx, and with this process.
func NewScratch(ctx context.Context, snapshot *Snapshot, o ScratchOptions) (*Scratch, error) {
	if o.Progress == nil {
		o.Progress = io.Discard
	}
	server, err := throwaway.Start(ctx, throwaway.Options{
		Name:     "scratch",
		Major:    snapshot.Origin.Major(),
		Image:    o.Image,
		HowToGet: fmt.Sprintf("planning elsewhere needs the programs of PostgreSQL %d on this machine, or a container image of it", snapshot.Origin.Major()),
		Settings: []throwaway.Setting{
			{Name: "fsync", Value: "off"},
			{Name: "full_page_writes", Value: "off"},
			{Name: "synchronous_commit", Value: "off"},
			{Name: "autovacuum", Value: "off"}, // would see that the tables are empty
			{Name: "shared_buffers", Value: "32MB"},
			{Name: "max_connections", Value: "20"},
			{Name: "max_locks_per_transaction", Value: "2048"}, // a plan locks every index of every partition
			{Name: "ignore_checksum_failure", Value: "on"},     // pages are patched, see btreeShape
			{Name: "shared_preload_libraries", Value: ""},
			{Name: "jit", Value: "off"},
			{Name: "cluster_name", Value: "pgdoctor-scratch"},
		},
	}, o.Progress)
	if err != nil {
		return nil, err
	}
	s := &Scratch{
		server: server, origin: snapshot.Origin,
		figures: map[uint32]figures{}, statistics: map[columnName]*ColumnStatistics{},
		leaves: map[Name][]namedRelation{}, candidates: map[string]*tried{}, shown: map[uint32]bool{}, parameters: parameters{},
	}
	if err := s.load(ctx, snapshot, o); err != nil {
		return nil, errors.Join(fmt.Errorf("load a snapshot into a scratch server: %w", err), s.Close())
	}
	return s, nil
}

// load goes from the empty server to the one that plans.
func (s *Scratch) load(ctx context.Context, snapshot *Snapshot, o ScratchOptions) error {
	for _, step := range []struct {
		name string
		do   func(context.Context, *Snapshot) error
	}{
		{"create the database", s.createDatabase},
		{"create extensions", s.createExtensions},
		{"create tables and indexes", s.createObjects},
		{"renew indexes", s.renewIndexes},
		{"set statistics", s.fillStatistics},
		{"set figures", s.setSizes},
		{"derive statistics of expressions", s.deriveExpressions},
	} {
		if err := step.do(ctx, snapshot); err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			return fmt.Errorf("%s: %w", step.name, err)
		}
	}
	path := searchPath(snapshot, o.SearchPath)
	for _, sql := range []string{
		"SELECT pg_catalog.set_config('search_path', " + postgres.Literal(path) + ", false)",
		// for those who come by DSN
		"ALTER ROLE " + scratchOwner + " IN DATABASE " + scratchDatabase + " SET search_path FROM CURRENT",
	} {
		if err := execOne(ctx, s.owner, sql); err != nil {
			return fmt.Errorf("set the search path: %w", err)
		}
	}
	settings := map[string]string{
		"search_path":                     path,
		"default_transaction_read_only":   "on",
		"statement_timeout":               scratchTimeout,
		"max_parallel_workers_per_gather": "0", // as the advisor plans everywhere, see planning
	}
	maps.Copy(settings, o.Settings)
	var err error
	s.planner, err = s.connect(ctx, scratchOwner, settings)
	if err != nil {
		return fmt.Errorf("connect as the planner: %w", err)
	}
	fmt.Fprintf(o.Progress, "loaded %d tables and %d indexes of %s, %d objects are missing\n",
		len(snapshot.Tables), len(snapshot.Indexes), snapshot.Origin.Database, len(s.missing))
	return nil
}

// searchPath is the setting for a list of schemas, else the snapshot's, in which
// "$user" is somebody else's name by now.
func searchPath(snapshot *Snapshot, schemas []string) string {
	if schemas != nil {
		return postgres.QuoteList(schemas)
	}
	return strings.ReplaceAll(snapshot.setting("search_path"), `"$user"`, postgres.Quote(snapshot.Origin.Role))
}

// Name implements Engine.
func (s *Scratch) Name() string { return "scratch" }

// Verified implements Engine.
func (s *Scratch) Verified() bool { return true }

// Sees implements Engine: the indexes are real ones. Of the words in an expression nothing is known until the index
// is there and was analysed; until then any word is in half a per cent of the rows, and a walk that LIMIT ends seems cheap.
func (s *Scratch) Sees(index Index, _ bool) bool {
	return index.Method != "gin" || !strings.Contains(index.Keys[0].Expression, "to_tsvector(")
}

// Supports implements Engine.
func (s *Scratch) Supports(method string) bool {
	return slices.Contains([]string{"btree", "hash", "gin", "gist", "spgist", "brin"}, method)
}

// KnowsExpressions implements Engine.
func (s *Scratch) KnowsExpressions() bool { return true }

// Origin implements Stand.
func (s *Scratch) Origin() Origin { return s.origin }

// Missing lists what could not be loaded.
func (s *Scratch) Missing() []MissingObject { return slices.Clone(s.missing) }

// DSN leads to the scratch database as the owner of all that is in it: its
// catalogs and pg_stats answer as the real ones would, and a planner there plans
// as this one, but for its settings. It sees the indexes that the last Plan was
// offered.
func (s *Scratch) DSN() string { return s.dsn(scratchOwner, s.password).String() }

// Close ends the sessions and the server.
func (s *Scratch) Close() error {
	// the server goes: there is nothing that a connection would have to say to it
	for _, conn := range []*pgx.Conn{s.admin, s.owner, s.planner} {
		if conn != nil {
			_ = conn.PgConn().Conn().Close()
		}
	}
	return s.server.Stop()
}
