package advisor

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Measured is a statement as it ran on a clone without and with the proposals.
type Measured struct {
	ID       string  `json:"id"`
	Text     string  `json:"text"`
	Calls    float64 `json:"calls"`
	BeforeMS float64 `json:"before_ms"` // median over the bindings, weighted
	AfterMS  float64 `json:"after_ms"`
	Uses     []int   `json:"uses"`             // proposals that its plans read
	Reason   string  `json:"reason,omitempty"` // why it was not measured
}

// Verdict is what running the statements said of a proposal.
type Verdict string

// The verdicts.
const (
	Confirmed Verdict = "confirmed" // a statement that uses it got faster
	Useless   Verdict = "useless"   // no statement got faster by it
	Vetoed    Verdict = "vetoed"    // a statement that uses it got slower
	Unbuilt   Verdict = "unbuilt"   // it could not be built
)

// Proven is a proposal with its verdict.
type Proven struct {
	Definition string  `json:"definition"`
	Verdict    Verdict `json:"verdict"`
	Reason     string  `json:"reason,omitempty"`
	Bytes      int64   `json:"bytes"` // as built
	BuiltInMS  float64 `json:"built_in_ms"`
}

// Trial is what was measured on a clone.
type Trial struct {
	Proposals  []Proven   `json:"proposals"`
	Statements []Measured `json:"statements"`
	BeforeMS   float64    `json:"before_ms"` // of all calls of what was measured
	AfterMS    float64    `json:"after_ms"`
}

const (
	runs        = 3   // of each binding, after one that warms the cache
	slower      = 1.2 // times, from which a statement counts as slower
	faster      = 1.2
	noticed     = 1.0 // milliseconds below which a difference is noise
	proofPrefix = "pgdoctor_prove_"
)

// Prove runs the analysed statements on a clone, builds the proposals there, runs
// the statements again, and drops the indexes. Of statements that write it runs what
// they read, in read-only transactions. conn leads to the clone, never to the target;
// timeout ends each single run.
func Prove(ctx context.Context, conn *pgx.Conn, advice *Advice, timeout time.Duration, progress func(string)) (trial *Trial, err error) {
	p := &prover{conn: conn, timeout: timeout, trial: &Trial{}}
	progress("running the statements as things are")
	for _, query := range advice.Statements {
		if query.Skipped == "" && len(query.Bindings) > 0 {
			if err := p.measure(ctx, query); err != nil {
				return nil, err
			}
		}
	}
	defer func() { // also after a cancellation
		err = errors.Join(err, p.drop(context.WithoutCancel(ctx)))
	}()
	for i, proposal := range advice.Proposals {
		progress("building " + proposal.Definition())
		if err := p.build(ctx, i, proposal); err != nil {
			return nil, err
		}
	}
	progress("running the statements again")
	for i := range p.trial.Statements {
		if err := p.again(ctx, i, advice); err != nil {
			return nil, err
		}
	}
	p.judge()
	return p.trial, nil
}

type prover struct {
	conn    *pgx.Conn
	timeout time.Duration
	trial   *Trial
}

// measure runs a statement before anything is built.
func (p *prover) measure(ctx context.Context, query *Query) error {
	measured := Measured{ID: query.ID, Text: query.Text, Calls: query.Calls}
	took, _, err := p.runAll(ctx, query.Bindings)
	switch {
	case err != nil && (ctx.Err() != nil || lost(err)):
		return err
	case err != nil:
		measured.Reason = reason(err)
	}
	measured.BeforeMS, measured.AfterMS = took, took
	p.trial.Statements = append(p.trial.Statements, measured)
	return nil
}

// again runs a statement after everything is built.
func (p *prover) again(ctx context.Context, i int, advice *Advice) error {
	measured := &p.trial.Statements[i]
	if measured.Reason != "" {
		return nil
	}
	at := slices.IndexFunc(advice.Statements, func(q *Query) bool { return q.ID == measured.ID && q.Text == measured.Text })
	took, names, err := p.runAll(ctx, advice.Statements[at].Bindings)
	if err != nil && (ctx.Err() != nil || lost(err)) {
		return err
	}
	if err != nil { // it ran before: too slow now is slower
		took = float64(p.timeout.Milliseconds())
	}
	measured.AfterMS = took
	for n := range advice.Proposals {
		if slices.Contains(names, proofName(n)) {
			measured.Uses = append(measured.Uses, n)
		}
	}
	p.trial.BeforeMS += measured.Calls * measured.BeforeMS
	p.trial.AfterMS += measured.Calls * measured.AfterMS
	return nil
}

// runAll runs all bindings of a statement and names the indexes that were read.
func (p *prover) runAll(ctx context.Context, bindings []Binding) (ms float64, indexes []string, err error) {
	for _, binding := range bindings {
		var times []float64
		for n := range runs + 1 {
			root, took, err := p.run(ctx, binding.Query)
			if err != nil {
				return 0, nil, err
			}
			if n > 0 {
				times = append(times, took)
			}
			for _, node := range flatten(root, nil) {
				indexes = append(indexes, node.Index)
			}
		}
		slices.Sort(times)
		ms += binding.Weight * times[len(times)/2]
	}
	return ms, indexes, nil
}

// run executes one statement in a read-only transaction and throws its rows away.
func (p *prover) run(ctx context.Context, statement string) (root *Node, ms float64, err error) {
	tx, err := p.conn.BeginTx(ctx, pgx.TxOptions{AccessMode: pgx.ReadOnly})
	if err != nil {
		return nil, 0, err
	}
	defer tx.Rollback(context.WithoutCancel(ctx)) //nolint:errcheck // nothing was written
	if _, err := tx.Exec(ctx, fmt.Sprintf("SET LOCAL statement_timeout = %d", p.timeout.Milliseconds())); err != nil {
		return nil, 0, err
	}
	var text string
	if err := tx.QueryRow(ctx, "EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) "+statement).Scan(&text); err != nil {
		return nil, 0, err
	}
	return parsePlan(text)
}

func proofName(n int) string { return fmt.Sprintf("%s%d", proofPrefix, n+1) }

// build builds one proposal on the clone, where nobody waits for it.
func (p *prover) build(ctx context.Context, n int, proposal Proposal) error {
	proven := Proven{Definition: proposal.Definition()}
	started := time.Now()
	_, err := p.conn.Exec(ctx, "CREATE INDEX "+postgres.Quote(proofName(n))+" "+proposal.Definition())
	if err == nil && proposal.Analyze {
		_, err = p.conn.Exec(ctx, "ANALYZE "+postgres.Quote(proposal.Schema, proposal.Table))
	}
	proven.BuiltInMS = float64(time.Since(started).Milliseconds())
	if err != nil && (ctx.Err() != nil || lost(err)) {
		return err
	}
	if err != nil {
		proven.Verdict, proven.Reason = Unbuilt, reason(err)
	} else if err := p.conn.QueryRow(ctx, `
		SELECT coalesce(pg_catalog.sum(pg_catalog.pg_relation_size(t.relid)), 0)::bigint
		FROM pg_catalog.pg_class AS c
		CROSS JOIN LATERAL (SELECT c.oid AS relid UNION SELECT p.relid FROM pg_catalog.pg_partition_tree(c.oid) AS p) AS t
		WHERE c.oid = pg_catalog.to_regclass($1)`, postgres.Quote(proposal.Schema, proofName(n))).Scan(&proven.Bytes); err != nil {
		return err
	}
	p.trial.Proposals = append(p.trial.Proposals, proven)
	return nil
}

// drop takes every index off the clone again, in whatever schema its table was.
func (p *prover) drop(ctx context.Context) error {
	rows, err := p.conn.Query(ctx, `
		SELECT n.nspname, c.relname
		FROM pg_catalog.pg_class AS c
		JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
		WHERE c.relkind IN ('i', 'I') AND c.relname ~ ('^' || $1 || '[0-9]+$') AND NOT c.relispartition`, proofPrefix)
	if err != nil {
		return fmt.Errorf("take the indexes off the clone: %w", err)
	}
	names, err := pgx.CollectRows(rows, pgx.RowToStructByPos[struct{ Schema, Index string }])
	if err != nil {
		return fmt.Errorf("take the indexes off the clone: %w", err)
	}
	for _, name := range names {
		if _, err := p.conn.Exec(ctx, "DROP INDEX IF EXISTS "+postgres.Quote(name.Schema, name.Index)); err != nil {
			return fmt.Errorf("take the indexes off the clone: %w", err)
		}
	}
	return nil
}

// judge gives each proposal its verdict.
func (p *prover) judge() {
	for n := range p.trial.Proposals {
		proven := &p.trial.Proposals[n]
		if proven.Verdict == Unbuilt {
			continue
		}
		proven.Verdict, proven.Reason = Useless, "no statement got faster by it"
		best := 1.0
		for _, measured := range p.trial.Statements {
			if !slices.Contains(measured.Uses, n) || math.Abs(measured.BeforeMS-measured.AfterMS) < noticed/10 {
				continue
			}
			if ratio := measured.BeforeMS / math.Max(measured.AfterMS, 1e-3); ratio > best && ratio >= faster {
				best = ratio
				proven.Verdict, proven.Reason = Confirmed, fmt.Sprintf("statement %s: %.2f ms before, %.2f ms after", measured.ID, measured.BeforeMS, measured.AfterMS)
			}
		}
		for _, measured := range p.trial.Statements {
			if slices.Contains(measured.Uses, n) && measured.AfterMS > slower*measured.BeforeMS && measured.AfterMS-measured.BeforeMS > noticed {
				proven.Verdict, proven.Reason = Vetoed, fmt.Sprintf("statement %s got slower: %.2f ms before, %.2f ms after", measured.ID, measured.BeforeMS, measured.AfterMS)
			}
		}
	}
}
