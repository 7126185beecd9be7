package advisor

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// Call is a statement and what it took, as pg_stat_statements counts.
type Call struct {
	ID      string  `json:"id"`
	Text    string  `json:"text"`
	Calls   float64 `json:"calls"`
	TotalMS float64 `json:"total_ms"`
	Rows    float64 `json:"rows"`           // returned or changed, of all calls
	Blocks  float64 `json:"blocks"`         // read or found in memory, of all calls
	Role    string  `json:"role,omitempty"` // that sent it: row-level security may have added conditions
	// Nested says that a function ran it, so that names which no table has may be the function's variables.
	Nested bool `json:"nested,omitempty"`
	// Samples are the texts that sessions sent at the moment: with the constants that Text has
	// no more, which may be what people typed, so that they are never written anywhere.
	Samples []string `json:"-"`
}

// Options steer the advice.
type Options struct {
	Engine   string            // hypopg or model, or "" for the better of the two that there is
	Scratch  Engine            // plans instead of these; the transaction is then one on the scratch server
	Activity map[Name]Activity // of tables, where their own counters do not tell: on a scratch server
	Policies []Policy          // of roles, where a scratch server has none
	Triggers []Trigger         // that a scratch server does not have
	Budget   float64           // of all proposals together, as a share of the heaps; 0 is a quarter, at least 64 MiB
	MinShare float64           // of the workload's time that an index must save; 0 is half a per cent
	MinCalls float64           // that a statement must have had to count
	Examined float64           // share of the time to look at, the largest statements first; 0 is 99 per cent
	Until    time.Time
}

// Activity is what was written to a relation, as its counters say.
type Activity struct{ Inserts, Updates, HotUpdates float64 }

// count takes the counters of a table's relations from elsewhere.
func (t *Table) count(activity map[Name]Activity) {
	for _, leaf := range t.Leaves {
		t.Inserts += activity[leaf].Inserts
		t.Updates += activity[leaf].Updates
		t.HotUpdates += activity[leaf].HotUpdates
	}
}

// Advise reads what the statements' tables are like and proposes the indexes that
// the statements lack. It runs none of them: everything is planned, in the
// read-only transaction that it is given.
func Advise(ctx context.Context, tx *postgres.Pipeline, server postgres.Server, calls []Call, options Options) (*Advice, error) {
	s, err := open(ctx, tx)
	if err != nil {
		return nil, err
	}
	advice := &Advice{Proposals: []Proposal{}, Statements: selectQueries(fetched(calls))}
	for _, query := range advice.Statements {
		advice.TotalMS += query.TotalMS
	}
	advice.demand(options.MinShare)
	a := &adviser{session: s, server: server, options: options, advice: advice, began: time.Now(), places: map[string]int{}, locked: map[workload.Table]bool{}, parameters: parameters{}}
	if a.settings, err = s.settings(ctx); err != nil {
		return nil, err
	}
	for _, step := range []func(context.Context) error{a.heed, a.descend, a.understand, a.look, a.engage, a.unfold, a.estimate, a.offer} {
		if err := step(ctx); err != nil {
			return nil, err
		}
	}
	if err := a.search(ctx); err != nil {
		return nil, err
	}
	return advice, nil
}

// adviser holds what is known during one piece of advice.
type adviser struct {
	session    *session
	server     postgres.Server
	options    Options
	advice     *Advice
	catalog    *Catalog
	locked     map[workload.Table]bool // by other sessions
	parameters parameters
	arguments  map[string]string                    // of functions: their types
	policies   map[string]map[workload.Table]string // by role
	began      time.Time
	engine     Engine
	rule       *model // for what the engine cannot imagine
	pool       []*candidate
	places     map[string]int // in the pool, by definition
	settings   workload.Settings
	unit       float64 // milliseconds that a unit of cost takes, the median of the statements
	pace       float64 // of writing, see speed
}

// selectQueries groups the statements by fingerprint and sorts them by their time.
func selectQueries(calls []Call) []*Query {
	var queries []*Query
	byPrint := map[string]*Query{}
	for _, call := range calls {
		call.Text = workload.Hide(call.Text)
		if call.Nested {
			call.Text = workload.Whole(call.Text)
		}
		print, err := workload.Fingerprint(call.Text)
		if err == nil && byPrint[print] != nil {
			same := byPrint[print]
			same.Calls += call.Calls
			same.TotalMS += call.TotalMS
			same.Rows += call.Rows
			same.Blocks += call.Blocks
			same.Samples = append(same.Samples, call.Samples...)
			continue
		}
		query := &Query{Call: call, cache: map[string]float64{}}
		if err == nil {
			byPrint[print] = query
		}
		queries = append(queries, query)
	}
	slices.SortStableFunc(queries, func(a, b *Query) int {
		return cmp.Or(cmp.Compare(b.TotalMS, a.TotalMS), strings.Compare(a.ID, b.ID))
	})
	return queries
}

// understand parses the statements and has the planner resolve them.
func (a *adviser) understand(ctx context.Context) error {
	schemas, err := a.schemas(ctx)
	if err != nil {
		return err
	}
	references, err := a.references(ctx)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(a.advice.Statements, func(q *Query) bool { return q.Nested && q.In == "" }) {
		if a.arguments, err = a.argumentTypes(ctx); err != nil {
			return err
		}
	}
	looked := 0.0
	return a.session.with(ctx, observing, func() error {
		for _, query := range a.advice.Statements {
			query.Share = a.advice.share(query.TotalMS) // of what functions run: see divide
			if a.late() {
				query.Skipped = outOfTime
			}
			query.Minor = a.minor(query, looked)
			looked += query.Share
			if query.Skipped != "" || query.Minor != "" { // its writes still count
				query.read, _ = workload.Read(query.Text, workload.Beside{Schemas: schemas})
				continue
			}
			beside := workload.Beside{Schemas: schemas, Policies: a.policies[query.Role], References: references}
			if err := a.read(ctx, query, beside); err != nil {
				if ctx.Err() != nil || lost(err) {
					return err
				}
				query.Skipped = reason(err)
			}
		}
		return nil
	})
}

const (
	examined = 0.998 // share of the workload's time, after which the rest matters no more, unless Options say otherwise
	readMany = 100   // blocks a row, from which a statement matters all the same
)

// minor says why a statement is not worth looking at. looked is the share of the
// workload's time of those before it.
func (a *adviser) minor(query *Query, looked float64) string {
	switch {
	case query.In != "": // those that call it are not
	case query.Calls < a.options.MinCalls:
		return fmt.Sprintf("it ran only %.0f times: an index for it alone does not pay", query.Calls)
	case looked > cmp.Or(a.options.Examined, examined) && query.Blocks/math.Max(1, query.Rows) < readMany:
		return "it is a small part of the workload's time, and reads few blocks for what it returns"
	}
	return ""
}

const outOfTime = "there was no time left to look at it"

// late says whether the time for reading and offering is over: a third of it is kept
// for the search, whose advice on what was looked at is worth more than another look.
func (a *adviser) late() bool {
	return !a.options.Until.IsZero() && time.Now().After(a.began.Add(a.options.Until.Sub(a.began)*2/3))
}

// over says whether all of the time is.
func (a *adviser) over() bool { return !a.options.Until.IsZero() && time.Now().After(a.options.Until) }

// errLocked is about a table that an earlier statement waited for in vain.
var errLocked = errors.New("another session held a lock on a table that it reads for longer than " + postgres.LockWait.String())

// reason is an error in the words of a report.
func reason(err error) string {
	first := err
	if joined, ok := err.(interface{ Unwrap() []error }); ok && len(joined.Unwrap()) > 0 {
		first = joined.Unwrap()[0]
	}
	switch postgres.SQLState(err) {
	case "55P03":
		return errLocked.Error()
	case "57014":
		return "planning it took longer than the time for one statement"
	case "42501":
		return "this role may not read what it reads: " + first.Error()
	case "42P01":
		return "a table that it names is not there (any more, or is a temporary one): " + first.Error()
	}
	return first.Error()
}

// lost says whether the connection is gone, and with it the rest of the work.
func lost(err error) bool {
	state := postgres.SQLState(err)
	return strings.HasPrefix(state, "08") || strings.HasPrefix(state, "57P") || state == "25P02"
}

// sorted says of columns what order they have in the real database, where a scratch server may lack its locale.
func (t *Table) sorted(origin Origin) {
	bytes := slices.Contains([]string{"C", "POSIX"}, origin.Collate) && origin.Provider != "i" || origin.Provider == "b"
	for i, column := range t.Columns {
		t.Columns[i].C = column.C && !column.ByDefault || column.ByDefault && bytes
	}
}

// look reads the catalog of what the statements scan.
func (a *adviser) look(ctx context.Context) error {
	var relations []Name
	for _, query := range a.advice.Statements {
		for _, name := range query.seen.relations() {
			if !slices.Contains(relations, name) {
				relations = append(relations, name)
			}
		}
	}
	var err error
	if a.catalog, err = ReadCatalog(ctx, a.session.tx.Tx, relations); err != nil {
		return err
	}
	for _, table := range a.catalog.Tables {
		table.count(a.options.Activity)
		if stand, ok := a.options.Scratch.(Stand); ok {
			table.sorted(stand.Origin())
		}
	}
	for _, query := range a.advice.Statements {
		if len(query.seen.nodes) > 0 {
			query.refer(a.catalog)
			query.Skipped = a.unknown(query)
		}
	}
	return nil
}

// unknown says why a statement has to wait: without statistics every cost is a guess.
func (a *adviser) unknown(query *Query) string {
	for _, ref := range query.refs {
		name := postgres.Name(ref.Table.Schema, ref.Table.Name)
		if ref.Table.Kind != "f" && !ref.Table.Analyzed && ref.Table.Pages >= smallPages {
			switch {
			case !ref.Table.Readable:
				return "this role may not see the statistics of " + name
			case ref.Table.Policed:
				return "row-level security hides the statistics of " + name + " from this role: use its owner, or a role with BYPASSRLS"
			}
			return name + " has no statistics: ANALYZE it first"
		}
	}
	return ""
}

// estimate binds each statement and plans it as things are.
func (a *adviser) estimate(ctx context.Context) error {
	for _, query := range a.advice.Statements {
		if query.Skipped != "" || len(query.seen.nodes) == 0 {
			continue
		}
		if a.late() {
			query.Skipped = outOfTime
			continue
		}
		perCall := query.perCall()
		if err := a.planBindings(ctx, query); err != nil {
			if ctx.Err() != nil || lost(err) {
				return err
			}
			query.Skipped = reason(err)
		}
		if len(query.Bindings) == 0 {
			continue
		}
		query.Skipped = ""
		told := query.read
		told.RowsTell = told.RowsTell && !query.guessed()
		query.Bindings = weigh(query.Bindings, told, query.overcounted(), perCall, query.Blocks/math.Max(1, query.Calls))
		query.Base = weighted(query.Bindings, asTheyAre(query.Bindings))
		query.Best, query.After = query.Base, query.Base
	}
	a.calibrate()
	return nil
}

// calibrate turns units of cost into milliseconds by what the statements really
// took, so that a statement whose cost the planner overrates counts for what it is.
// A factor far from the others' is held within ten times the median: such a statement waits for
// others. What only reads waits for nobody, and is dear for what it reads or reckons (a function
// called for each row), both of which an index spares.
func (a *adviser) calibrate() {
	var units []float64
	for _, query := range a.advice.Statements {
		if whole := query.whole(); whole > 0 && query.Calls > 0 && query.In == "" {
			units = append(units, query.TotalMS/query.Calls/whole)
		}
	}
	if len(units) == 0 {
		return
	}
	slices.Sort(units)
	a.unit = units[len(units)/2]
	a.divide()
	for _, query := range a.advice.Statements {
		if query.Base > 0 && query.Calls > 0 {
			unit := query.ownMS() / query.Calls / query.Base
			dearest := 10.0
			if !query.read.Locks {
				dearest = 100
			}
			query.weight = query.Calls * min(max(unit, a.unit/10), a.unit*dearest)
		}
	}
}
