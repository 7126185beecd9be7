package demo

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"
)

// Sessions opens sessions that somebody forgot: IdleSessions idle ones, and IdleInTransaction whose transaction is
// open. They stay until close is called. dsn is that of Load.
func Sessions(ctx context.Context, dsn string) (close func(), err error) {
	var open []*pgx.Conn
	close = func() {
		for _, conn := range open {
			_ = conn.Close(context.WithoutCancel(ctx)) // the open transaction rolls back
		}
	}
	begin := func(application string, statements ...string) error {
		conn, err := connectAs(ctx, dsn, AppRole, application)
		if err != nil {
			return fmt.Errorf("opening a forgotten session: %w", err)
		}
		open = append(open, conn)
		for _, sql := range statements {
			if _, err := conn.Exec(ctx, sql); err != nil {
				return fmt.Errorf("opening a forgotten session: %w", err)
			}
		}
		return nil
	}
	for range IdleSessions {
		if err := begin(WebApplication, "SELECT count(*) FROM invoices"); err != nil {
			close()
			return nil, err
		}
	}
	// Both hold locks on login_attempts only, which no cure needs for itself. The row has no user: one would lock him.
	for _, sql := range []string{
		"SELECT count(*) FROM login_attempts WHERE NOT success",
		"INSERT INTO login_attempts (email, ip_address, success) VALUES ('worker@example.com', '127.0.0.1', false)",
	} {
		if err := begin(WorkerApplication, "BEGIN", sql); err != nil {
			close()
			return nil, err
		}
	}
	return close, nil
}
