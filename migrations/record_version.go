package migrations

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// recordVersion is the version of the record that this pgdoctor makes: the
// highest of record/*.sql, which a test compares.
const recordVersion = 3

// errNewer means that a newer pgdoctor made the record.
type errNewer struct{ version int64 }

func (e errNewer) Error() string {
	return fmt.Sprintf("the record in schema pgdoctor was made by a newer pgdoctor (its version is %d, this one knows %d): use that one", e.version, recordVersion)
}

// notNewer reads the record's version by plain SQL and refuses one that this
// pgdoctor does not know.
func notNewer(ctx context.Context, conn *pgx.Conn) error {
	var version int64
	err := conn.QueryRow(ctx, "SELECT coalesce(pg_catalog.max(version), 0) FROM pgdoctor.record_version").Scan(&version)
	var pgErr *pgconn.PgError
	switch {
	case errors.As(err, &pgErr) && (pgErr.Code == "42P01" || pgErr.Code == "3F000" || pgErr.Code == "42501"):
		return nil // none yet; or the journal's own denial says more
	case err != nil:
		return fmt.Errorf("read the version of the record: %w", err)
	case version > recordVersion:
		return errNewer{version}
	}
	return nil
}

// known refuses a record that is not this role's, or a newer pgdoctor's.
func (r *Record) known(ctx context.Context, exists bool) error {
	if !exists {
		return nil
	}
	var owner string
	var mine bool
	err := r.guard.QueryRow(ctx, `
		SELECT pg_catalog.pg_get_userbyid(c.relowner)::text, pg_catalog.pg_has_role(c.relowner, 'USAGE')
		FROM pg_catalog.pg_class AS c
		WHERE c.oid = pg_catalog.to_regclass('pgdoctor.journal')`).Scan(&owner, &mine)
	if err != nil && !errors.Is(err, pgx.ErrNoRows) {
		return err
	}
	if err == nil && !mine {
		return notOurs{fmt.Errorf("the record in schema pgdoctor belongs to %s: connect as that role, or GRANT %s TO %s",
			owner, postgres.Quote(owner), postgres.Quote(r.cfg.User))}
	}
	if err := notNewer(ctx, r.guard); err != nil {
		return notOurs{err}
	}
	return nil
}

// notOurs is a record that is refused, which needs no further words.
type notOurs struct{ error }
