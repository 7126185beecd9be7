package servers

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// SQLSTATEs that a second, more thorough attempt deals with.
const (
	objectInUse      = "55006"
	dependentObjects = "2BP01"
)

// A server may serve several runs at once. None of them takes a day.
const leftoverAge = 24 * time.Hour

func hasCode(err error, code string) bool {
	var refusal *pgconn.PgError
	return errors.As(err, &refusal) && refusal.Code == code
}

// dropDatabase drops a database with its sessions, and with the prepared
// transactions and replication slots that FORCE stops at.
func (s *Server) dropDatabase(ctx context.Context, conn *pgx.Conn, name string) error {
	drop := "DROP DATABASE IF EXISTS " + quote(name) + " WITH (FORCE)"
	_, err := conn.Exec(ctx, drop)
	if !hasCode(err, objectInUse) {
		return err
	}
	if err := clearDatabase(ctx, s.DSN(name)); err != nil {
		return err
	}
	_, err = conn.Exec(ctx, drop)
	return err
}

func clearDatabase(ctx context.Context, dsn string) error {
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return fmt.Errorf("connect to clear it: %w", err)
	}
	defer conn.Close(ctx)
	gids, err := names(ctx, conn, `SELECT gid FROM pg_catalog.pg_prepared_xacts WHERE database = current_database()`)
	if err != nil {
		return fmt.Errorf("list prepared transactions: %w", err)
	}
	for _, gid := range gids {
		var statement string
		if err := conn.QueryRow(ctx, `SELECT pg_catalog.format('ROLLBACK PREPARED %L', $1::text)`, gid).Scan(&statement); err != nil {
			return fmt.Errorf("quote a prepared transaction: %w", err)
		}
		if _, err := conn.Exec(ctx, statement); err != nil {
			return fmt.Errorf("roll back a prepared transaction: %w", err)
		}
	}
	if err := dropSubscriptions(ctx, conn); err != nil {
		return fmt.Errorf("drop its subscriptions: %w", err)
	}
	if _, err := conn.Exec(ctx, endConsumers("database = current_database()")); err != nil {
		return fmt.Errorf("end who reads from its replication slots: %w", err)
	}
	_, err = conn.Exec(ctx, `SELECT pg_catalog.pg_drop_replication_slot(slot_name)
		FROM pg_catalog.pg_replication_slots WHERE database = current_database() AND NOT active`)
	if err != nil {
		return fmt.Errorf("drop its replication slots: %w", err)
	}
	return nil
}

// dropSubscriptions drops the subscriptions of a database and leaves their slots
// alone, which are perhaps nowhere.
func dropSubscriptions(ctx context.Context, conn *pgx.Conn) error {
	undo, err := names(ctx, conn, `SELECT pg_catalog.format(command, subname)
		FROM pg_catalog.pg_subscription
		JOIN pg_catalog.pg_database AS d ON d.oid = subdbid AND d.datname = current_database()
		CROSS JOIN (VALUES (1, 'ALTER SUBSCRIPTION %I DISABLE'), (2, 'ALTER SUBSCRIPTION %I SET (slot_name = NONE)'),
			(3, 'DROP SUBSCRIPTION %I')) AS c (n, command)
		ORDER BY subname, n`)
	if err != nil {
		return err
	}
	for _, statement := range undo {
		if _, err := conn.Exec(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// endConsumers ends those who read from slots, and waits until they are gone: a
// slot in use cannot be dropped.
func endConsumers(which string) string {
	return `DO $$
		BEGIN
			FOR i IN 1..100 LOOP
				PERFORM pg_catalog.pg_terminate_backend(active_pid)
				FROM pg_catalog.pg_replication_slots WHERE active AND ` + which + `;
				EXIT WHEN NOT FOUND;
				PERFORM pg_catalog.pg_sleep(0.05);
			END LOOP;
		END $$`
}

// dropOrPend drops a role, or leaves that to the end of the database in which it
// owns something: a test's cleanups run backwards, and DROP OWNED would take
// objects away from a test that is still at work there.
func (s *Server) dropOrPend(ctx context.Context, conn *pgx.Conn, role string) error {
	_, err := conn.Exec(ctx, "DROP ROLE IF EXISTS "+quote(role))
	if !hasCode(err, dependentObjects) {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pending = append(s.pending, role)
	return nil
}

func (s *Server) dropPending(ctx context.Context, conn *pgx.Conn) error {
	s.mu.Lock()
	roles := s.pending
	s.pending = nil
	s.mu.Unlock()
	for _, role := range roles {
		if err := s.dropOrPend(ctx, conn, role); err != nil {
			return fmt.Errorf("drop role %s: %w", role, err)
		}
	}
	return nil
}

// dropRole drops a role and, in whatever database, what it owns.
func (s *Server) dropRole(ctx context.Context, conn *pgx.Conn, role string) error {
	drop := "DROP ROLE IF EXISTS " + quote(role)
	_, err := conn.Exec(ctx, drop)
	if !hasCode(err, dependentObjects) {
		return err
	}
	// Owned databases and the like stand under database 0, and go from any.
	databases, err := names(ctx, conn, `SELECT DISTINCT coalesce(d.datname, current_database())
		FROM pg_catalog.pg_shdepend s JOIN pg_catalog.pg_roles r ON r.oid = s.refobjid
		LEFT JOIN pg_catalog.pg_database d ON d.oid = s.dbid
		WHERE s.refclassid = 'pg_catalog.pg_authid'::regclass AND r.rolname = $1`, role)
	if err != nil {
		return fmt.Errorf("find what it owns: %w", err)
	}
	for _, database := range databases {
		if err := dropOwned(ctx, s.DSN(database), role); err != nil {
			return fmt.Errorf("drop what it owns in %s: %w", database, err)
		}
	}
	_, err = conn.Exec(ctx, drop)
	return err
}

func dropOwned(ctx context.Context, dsn, role string) error {
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	_, err = conn.PgConn().Exec(ctx, "SET LOCAL lock_timeout = '5s'; DROP OWNED BY "+quote(role)+" CASCADE").ReadAll()
	return err
}

// dropLeftovers drops databases and roles of runs that ended without doing so.
func (s *Server) dropLeftovers(ctx context.Context, conn *pgx.Conn) error {
	databases, err := names(ctx, conn, `SELECT datname FROM pg_catalog.pg_database WHERE pg_catalog.starts_with(datname::text, $1)`, marker)
	if err != nil {
		return fmt.Errorf("list databases: %w", err)
	}
	for _, name := range databases {
		if made, ok := madeAt(name); !ok || time.Since(made) < leftoverAge {
			continue
		}
		if err := s.dropDatabase(ctx, conn, name); err != nil {
			return fmt.Errorf("drop database %s: %w", name, err)
		}
	}
	roles, err := names(ctx, conn, `SELECT rolname FROM pg_catalog.pg_roles WHERE pg_catalog.starts_with(rolname::text, $1)`, marker)
	if err != nil {
		return fmt.Errorf("list roles: %w", err)
	}
	for _, name := range roles {
		if made, ok := madeAt(name); !ok || time.Since(made) < leftoverAge {
			continue
		}
		if err := s.dropRole(ctx, conn, name); err != nil {
			return fmt.Errorf("drop role %s: %w", name, err)
		}
	}
	return nil
}

func names(ctx context.Context, conn *pgx.Conn, query string, args ...any) ([]string, error) {
	rows, err := conn.Query(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowTo[string])
}
