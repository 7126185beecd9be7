package checks

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jmoiron/sqlx"
	"golang.org/x/sync/errgroup"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/queries"
)

// Status is how a check ended.
type Status string

// A result is exactly one of these.
const (
	OK       Status = "ok"       // everything was examined and nothing is sick
	Findings Status = "findings" // at least one object is sick
	Skipped  Status = "skipped"  // something the check needs is missing: Reason says what
	Failed   Status = "failed"   // it could not be examined: Reason says why
)

// Unknown is one object that could not be examined. It is never healthy.
type Unknown struct {
	Object string
	Reason string
	Denied bool // a right was missing, as opposed to time or an error
}

// Result is what one check found out.
type Result struct {
	Doc      Doc
	Status   Status
	Reason   string // why skipped, failed, or not examined in full
	Examined int
	Findings []Finding
	Ignored  []Ignored
	Unknown  []Unknown
	Took     time.Duration
}

// Report is what a run found out about one database.
type Report struct {
	Server  postgres.Server
	Target  postgres.Target
	Started time.Time
	Took    time.Duration
	Results []Result
}

// Options steer a run; the zero value is every default.
type Options struct {
	Jobs       int                   // checks at a time, 0 is one
	Timeout    time.Duration         // of each query, 0 is 30 s
	Thresholds map[string]Thresholds // by check ID
	Done       func(id string)       // called after each check, from several goroutines

	Objects map[string][]ObjectThresholds // by check ID, for some objects
	Schema  func(name string) bool        // whether objects of a schema are examined, nil for all
	Review  func(*Finding) *Ignored       // may change the severity; nil reports the finding
}

type runner struct {
	db         *sqlx.DB
	server     postgres.Server
	timeout    time.Duration
	thresholds Thresholds // of most objects: what leaves rows out before Judge goes by least, or by what is Whole
	objects    []ObjectThresholds
	schema     func(name string) bool
	review     func(*Finding) *Ignored
}

// Run runs the checks, each by itself: one that fails or runs out of time is
// reported as failed and stops none of the others. Results are in the order of
// the checks.
func Run(ctx context.Context, db *sqlx.DB, server postgres.Server, list []Check, options Options) []Result {
	if options.Timeout == 0 {
		options.Timeout = 30 * time.Second
	}
	results := make([]Result, len(list))
	var group errgroup.Group
	group.SetLimit(max(1, options.Jobs))
	for i, check := range list {
		group.Go(func() error {
			doc := check.Describe()
			started := time.Now()
			results[i] = check.run(ctx, &runner{
				db: db, server: server, timeout: options.Timeout,
				thresholds: options.Thresholds[doc.ID], objects: options.Objects[doc.ID],
				schema: options.Schema, review: options.Review,
			})
			results[i].Doc = doc
			results[i].Took = time.Since(started)
			if options.Done != nil {
				options.Done(doc.ID)
			}
			return nil
		})
	}
	group.Wait() //nolint:errcheck // the functions never return one
	return results
}

func (s *Spec[R]) run(ctx context.Context, r *runner) Result {
	if reason := s.unmet(r.server); reason != "" {
		return Result{Status: Skipped, Reason: reason}
	}
	rows, err := s.rows(ctx, r)
	if err != nil {
		return ended(ctx, err, r)
	}
	var result Result
	rows = within(rows, r.schema)
	prober := &Prober{runner: r}
	if s.Probe != nil {
		if rows, err = s.Probe(ctx, prober, rows); err != nil {
			return ended(ctx, err, r)
		}
		rows = within(rows, r.schema) // it may have added some
		result.Unknown = prober.unknown
	}
	result.Examined = len(rows)
	var found []*R
	for i := range rows {
		verdict, sick := s.judge(&rows[i], r)
		if !sick {
			continue
		}
		if verdict.Severity == "" {
			verdict.Severity = s.Severity
		}
		result.Findings = append(result.Findings, Finding{
			Key:   s.ID + ":" + verdict.Object,
			Check: s.ID, Severity: verdict.Severity,
			Object: verdict.Object, Message: verdict.Message,
		})
		found = append(found, &rows[i])
	}
	if s.Complete != nil && len(found) > 0 {
		if err := s.Complete(ctx, prober, found); err != nil {
			return ended(ctx, err, r)
		}
	}
	for i, row := range found {
		result.Findings[i].Evidence = *row
	}
	result.review(r.review)
	s.conclude(&result, r.server)
	return result
}

// Read returns the check's rows before anything is judged, and what could not
// be examined: for those who want to know the state and not the verdict.
func (s *Spec[R]) Read(ctx context.Context, db *sqlx.DB, server postgres.Server, timeout time.Duration) ([]R, []Unknown, error) {
	r := &runner{db: db, server: server, timeout: timeout}
	rows, err := s.rows(ctx, r)
	if err != nil || s.Probe == nil {
		return rows, nil, err
	}
	prober := &Prober{runner: r}
	rows, err = s.Probe(ctx, prober, rows)
	return rows, prober.unknown, err
}

func (s *Spec[R]) rows(ctx context.Context, r *runner) ([]R, error) {
	if s.read != nil {
		return s.read(ctx, r)
	}
	text, err := SQL(s.ID, r.server)
	if err != nil {
		return nil, err
	}
	var rows []R
	err = persist(func() error {
		rows = nil
		transaction := postgres.Catalog
		if s.Category == Configuration { // those see the settings as they are
			transaction = postgres.ReadOnly
		}
		return transaction(ctx, r.db, r.timeout, func(tx *sqlx.Tx) error { return tx.SelectContext(ctx, &rows, text) })
	})
	return rows, err
}

// persist reads the catalogs until no object vanishes under it.
func persist(read func() error) error {
	for attempt := 1; ; attempt++ {
		err := read()
		if err == nil || attempt == vanishedTries || !vanished(err) {
			return err
		}
	}
}

// vanishedTries is how often a query runs that meets relations that others drop.
const vanishedTries = 30

// vanished says whether an error may come from an object that was dropped while
// the catalogs were read: functions that look at the present state, not at the
// snapshot's, then fail, or return NULL where that cannot be.
func vanished(err error) bool {
	switch postgres.SQLState(err) {
	case "XX000", "42P01", "42704": // could not open relation, or cache lookup failed; undefined table or object
		return true
	case "":
		return strings.Contains(err.Error(), "Scan error on column")
	}
	return false
}

// SQL is the text of a check's query as this server gets it, or
// queries.ErrUnsupported. The closing mark keeps pgdoctor's own statements out
// of what it says about statements.
func SQL(id string, server postgres.Server) (string, error) {
	schemas := map[string]string{}
	for name, extension := range server.Extensions {
		schemas[name] = extension.Schema
	}
	text, err := queries.Find(id, server.Major(), schemas)
	return text + "\n/* pgdoctor */", err
}

// conclude settles the status: clean only if everything was examined and the
// statistics are old enough for silence to mean health.
func (s *Spec[R]) conclude(result *Result, server postgres.Server) {
	result.Status = OK
	if len(result.Findings) > 0 {
		result.Status = Findings
	}
	if n := len(result.Unknown); n > 0 {
		first := result.Unknown[0]
		result.Reason = fmt.Sprintf("%d of %d %s not examined: %s: %s", n, n+result.Examined, s.Examines, first.Object, first.Reason)
		if result.Status == OK {
			result.Status = Skipped
		}
		for _, unknown := range result.Unknown {
			if !unknown.Denied && result.Status == Skipped {
				result.Status = Failed
			}
		}
	}
	for _, need := range s.Needs {
		if result.Status == OK && server.StatsAge() < need.Statistics {
			result.Status = Skipped
			result.Reason = fmt.Sprintf("nothing found, but statistics are only %s old: too young to call it healthy", ago(server.StatsAge()))
		}
	}
}

// ended explains an error of the check as a whole.
func ended(ctx context.Context, err error, r *runner) Result {
	if errors.Is(err, queries.ErrUnsupported) {
		return Result{Status: Skipped, Reason: fmt.Sprintf("does not exist on PostgreSQL %d", r.server.Major())}
	}
	reason, denied := explain(ctx, err, r.timeout)
	if denied {
		return Result{Status: Skipped, Reason: reason}
	}
	return Result{Status: Failed, Reason: reason}
}

// explain says why a query failed, and whether a missing right was the reason.
func explain(ctx context.Context, err error, timeout time.Duration) (reason string, denied bool) {
	if ctx.Err() != nil {
		return "cancelled", false
	}
	var pgErr interface{ SQLState() string }
	if !errors.As(err, &pgErr) {
		return err.Error(), false
	}
	switch pgErr.SQLState() {
	case "42501":
		reason = "a right is missing: " + serverMessage(err)
		if strings.Contains(reason, "row-level security") {
			reason += ": all rows are seen only by the table's owner without FORCE, and by roles with BYPASSRLS"
		}
		return reason, true
	case "57014":
		return fmt.Sprintf("ran longer than %s (--timeout), or was cancelled", timeout), false
	case "55P03":
		return fmt.Sprintf("another session held a lock for longer than %s", postgres.LockWait), false
	}
	return serverMessage(err), false
}
