package checks

import (
	"context"

	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Prober lets a check read users' rows. Every query runs in a read-only
// transaction of its own and within its own time, so that one large table
// costs only its own answer.
type Prober struct {
	runner  *runner
	unknown []Unknown
}

// Server is what is known about the server.
func (p *Prober) Server() postgres.Server { return p.runner.server }

// Get reads one row into dest.
func (p *Prober) Get(ctx context.Context, dest any, query string, args ...any) error {
	return p.In(ctx, func(tx *sqlx.Tx) error { return tx.GetContext(ctx, dest, mark(query), args...) })
}

// Select reads all rows into the slice dest.
func (p *Prober) Select(ctx context.Context, dest any, query string, args ...any) error {
	return p.In(ctx, func(tx *sqlx.Tx) error { return tx.SelectContext(ctx, dest, mark(query), args...) })
}

// In runs f in one read-only transaction, for what needs several statements.
func (p *Prober) In(ctx context.Context, f func(*sqlx.Tx) error) error {
	return postgres.ReadOnly(ctx, p.runner.db, p.runner.timeout, f)
}

// Pipelined is In for what asks many small things, which it can send at once.
func (p *Prober) Pipelined(ctx context.Context, f func(*postgres.Pipeline) error) error {
	return postgres.Pipelined(ctx, p.runner.db, p.runner.timeout, f)
}

// Unknown records that an object could not be examined, and why. It returns
// err itself only where the whole run was cancelled.
func (p *Prober) Unknown(ctx context.Context, object string, err error) error {
	if ctx.Err() != nil {
		return err
	}
	reason, denied := explain(ctx, err, p.runner.timeout)
	p.unknown = append(p.unknown, Unknown{Object: object, Reason: reason, Denied: denied})
	return nil
}

// Denied records that an object could not be examined because a right is
// missing that no query fails for: the catalog just shows nothing.
func (p *Prober) Denied(object, reason string) {
	p.unknown = append(p.unknown, Unknown{Object: object, Reason: reason, Denied: true})
}

// mark makes a statement recognisable as pgdoctor's in pg_stat_statements.
func mark(query string) string { return query + "\n/* pgdoctor */" }
