package postgres

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/jmoiron/sqlx"
)

// Pipeline is a read-only transaction that can also send several statements at once: over a network
// each by itself takes a way there and back.
type Pipeline struct {
	*sqlx.Tx
	conn *sqlx.Conn
}

// Pipelined is ReadOnly for what asks many small things.
func Pipelined(ctx context.Context, db *sqlx.DB, timeout time.Duration, f func(*Pipeline) error) error {
	conn, err := db.Connx(ctx)
	if err != nil {
		return fmt.Errorf("connect: %w", err)
	}
	defer conn.Close() //nolint:errcheck // goes back to the pool
	return read(ctx, conn, sql.LevelDefault, timeout, "", func(tx *sqlx.Tx) error { return f(&Pipeline{Tx: tx, conn: conn}) })
}

// Values sends all statements at once and returns the first value of the first row of each as text, ""
// for none. After the first that fails the server carries out none.
func (p *Pipeline) Values(ctx context.Context, statements []string) ([]string, error) {
	values := make([]string, len(statements))
	err := p.conn.Raw(func(driver any) error {
		batch := &pgconn.Batch{}
		for _, statement := range statements {
			batch.ExecParams(statement, nil, nil, nil, nil)
		}
		results, err := driver.(*stdlib.Conn).Conn().PgConn().ExecBatch(ctx, batch).ReadAll()
		for i, result := range results {
			if len(result.Rows) > 0 && len(result.Rows[0]) > 0 {
				values[i] = string(result.Rows[0][0])
			}
		}
		return err
	})
	return values, err
}
