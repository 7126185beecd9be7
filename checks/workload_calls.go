package checks

import (
	"context"
	"fmt"
	"time"

	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/internal/advisor"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Workload reads the statements that missing-index advises on, as the server has
// counted them. It needs pg_stat_statements.
func Workload(ctx context.Context, db *sqlx.DB, server postgres.Server, timeout time.Duration) ([]advisor.Call, error) {
	if reason := LacksIndex.unmet(server); reason != "" {
		return nil, fmt.Errorf("read the workload: %s", reason)
	}
	statements, err := LacksIndex.rows(ctx, &runner{db: db, server: server, timeout: timeout})
	if err != nil {
		return nil, fmt.Errorf("read the workload: %w", err)
	}
	return callsOf(statements), nil
}
