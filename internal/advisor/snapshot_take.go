package advisor

import (
	"context"
	"database/sql"
	"embed"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

//go:embed snapshot/*.sql
var snapshotSQL embed.FS

// Tx is the transaction that a snapshot is read in: read-only, repeatable read,
// with an empty search_path, as postgres.Snapshot makes it.
type Tx interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// TakeSnapshot reads a snapshot. Any role can; what it may not see is in Hidden.
// tool is the version that is noted in it.
func TakeSnapshot(ctx context.Context, tx Tx, tool string) (*Snapshot, error) {
	s := &Snapshot{Kind: snapshotKind, Format: SnapshotFormat, Tool: tool}
	// Fewer digits would lose the difference between neighbours in a histogram.
	if _, err := tx.ExecContext(ctx, "SET LOCAL extra_float_digits = 1"); err != nil {
		return nil, fmt.Errorf("take a snapshot: %w", err)
	}
	var origins []Origin
	for _, part := range []struct {
		name string
		read func(query string, args ...any) error
	}{
		{"origin", into(ctx, tx, &origins)},
		{"settings", into(ctx, tx, &s.Settings)},
		{"extensions", into(ctx, tx, &s.Extensions)},
		{"objects", into(ctx, tx, &s.Objects)},
		{"tables", into(ctx, tx, &s.Tables)},
		{"indexes", into(ctx, tx, &s.Indexes)},
		{"statistics", into(ctx, tx, &s.Statistics)},
		{"hidden", into(ctx, tx, &s.Hidden)},
	} {
		if err := part.read(queryFor(part.name, "")); err != nil {
			return nil, fmt.Errorf("take a snapshot: read %s: %w", part.name, err)
		}
	}
	if len(origins) != 1 {
		return nil, fmt.Errorf("take a snapshot: %d rows of pg_database are this one", len(origins))
	}
	s.Origin = origins[0]
	if err := s.takeStatements(ctx, tx); err != nil {
		return nil, fmt.Errorf("take a snapshot: read statements: %w", err)
	}
	var err error
	roles := rolesOf(s.Statements, func(statement CapturedStatement) string { return statement.Role })
	if s.Policies, err = readPolicies(ctx, tx, roles); err != nil {
		return nil, fmt.Errorf("take a snapshot: read policies: %w", err)
	}
	if s.Triggers, err = readTriggers(ctx, tx); err != nil {
		return nil, fmt.Errorf("take a snapshot: %w", err)
	}
	return s, nil
}

// queryFor is an embedded query, with the schema of pg_stat_statements in it.
func queryFor(name, schema string) string {
	text := strings.ReplaceAll(embedded(name), "-- include: users_relation.sql\n", embedded("users_relation"))
	return strings.ReplaceAll(text, "@extschema:pg_stat_statements@", postgres.Quote(schema))
}

func embedded(name string) string {
	text, err := snapshotSQL.ReadFile("snapshot/" + name + ".sql")
	if err != nil {
		panic(err) // it is not embedded
	}
	return string(text)
}

// into reads every row of a query, each of them one JSON object.
func into[T any](ctx context.Context, tx Tx, list *[]T) func(query string, args ...any) error {
	return func(query string, args ...any) error {
		*list = []T{} // never null in the file
		rows, err := tx.QueryContext(ctx, query, args...)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var text []byte
			if err := rows.Scan(&text); err != nil {
				return err
			}
			var row T
			if err := json.Unmarshal(text, &row); err != nil {
				return err
			}
			*list = append(*list, row)
		}
		return rows.Err()
	}
}

// takeStatements reads pg_stat_statements where it is there and works: the
// extension can be created in a server that has not loaded its library.
func (s *Snapshot) takeStatements(ctx context.Context, tx Tx) error {
	s.Statements = []CapturedStatement{}
	schema := ""
	for _, extension := range s.Extensions {
		if extension.Name == "pg_stat_statements" {
			schema = extension.Schema
		}
	}
	if schema == "" {
		s.hide("pg_stat_statements", "the extension is not there: no statement is known")
		return nil
	}
	if _, err := tx.ExecContext(ctx, "SAVEPOINT statements"); err != nil {
		return err
	}
	var secret []struct {
		Count int64 `json:"count"`
	}
	err := into(ctx, tx, &s.Statements)(queryFor("statements", schema))
	for i, statement := range s.Statements {
		s.Statements[i].Query = workload.Hide(statement.Query)
	}
	if err == nil {
		err = into(ctx, tx, &secret)(queryFor("secret_statements", schema))
	}
	if err != nil {
		if postgres.SQLState(err) == "" { // not the server's word: the connection is gone, or ctx
			return err
		}
		s.Statements = []CapturedStatement{}
		s.hide("pg_stat_statements", fmt.Sprintf("it cannot be read (%v): no statement is known", err))
		_, err = tx.ExecContext(ctx, "ROLLBACK TO SAVEPOINT statements")
		return err
	}
	if len(secret) == 1 && secret[0].Count > 0 {
		s.hide("pg_stat_statements", fmt.Sprintf(
			"the texts of %d statements of other roles are kept from the role: it needs pg_read_all_stats", secret[0].Count))
	}
	return nil
}

func (s *Snapshot) hide(name, reason string) {
	s.Hidden = append(s.Hidden, HiddenObject{Name: name, Reason: reason})
}
