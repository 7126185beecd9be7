package migrations

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// KeptTable is one table of the quarantine, or one that should be there.
type KeptTable struct {
	Name    string     `db:"name" json:"table"`
	Version int64      `db:"version" json:"migration"` // that made it, 0 for none of this record
	Finding string     `db:"finding" json:"finding,omitempty"`
	State   State      `db:"state" json:"state,omitempty"`
	Since   *time.Time `db:"since" json:"since"`
	There   bool       `db:"there" json:"there"` // false: somebody dropped it
	Mine    bool       `db:"mine" json:"-"`      // this role may drop it
	Owner   string     `db:"owner" json:"owner,omitempty"`
	Bytes   int64      `db:"bytes" json:"bytes"` // indexes and TOAST included
	Rows    *int64     `db:"-" json:"rows"`      // nil where this role may not read it
}

// selectKept lists what the journal says is kept, but for what was undone or
// pruned, and whatever else looks like it: tables of migrations that were
// written as files, and of a journal that is gone.
const selectKept = `
WITH journaled AS (
    SELECT j.version, j.finding, j.state, coalesce(j.applied_at, j.started_at) AS since, named.name
    FROM pgdoctor.journal AS j
    CROSS JOIN LATERAL pg_catalog.unnest(j.quarantine) AS named (name)
    WHERE j.state NOT IN ('undone', 'failed')
),
there AS (
    SELECT c.oid, c.relname::text AS name, c.relowner
    FROM pg_catalog.pg_class AS c
    WHERE c.relnamespace = pg_catalog.to_regnamespace('pgdoctor')
      AND c.relkind = 'r'
      AND c.relname ~ '^q[0-9]{14}_[0-9]+_'
)
SELECT
    coalesce(j.name, t.name) AS name,
    coalesce(j.version, 0) AS version,
    coalesce(j.finding, '') AS finding,
    coalesce(j.state, '') AS state,
    j.since,
    t.oid IS NOT NULL AS there,
    coalesce(pg_catalog.pg_has_role(t.relowner, 'USAGE'), false) AS mine,
    coalesce(pg_catalog.pg_get_userbyid(t.relowner)::text, '') AS owner,
    coalesce(pg_catalog.pg_total_relation_size(t.oid), 0) AS bytes
FROM journaled AS j
FULL JOIN there AS t ON t.name = j.name
ORDER BY version, name`

// Kept lists the tables of the quarantine with their rows and sizes. Tables that
// record prune dropped are not in it.
func Kept(ctx context.Context, conn *pgx.Conn) ([]KeptTable, error) {
	entries, err := History(ctx, conn)
	if err != nil || entries == nil {
		return []KeptTable{}, err
	}
	rows, _ := conn.Query(ctx, selectKept) // CollectRows returns its error
	list, err := pgx.CollectRows(rows, pgx.RowToStructByName[KeptTable])
	if err != nil {
		return nil, fmt.Errorf("list the quarantine: %s", say(err))
	}
	list = slices.DeleteFunc(list, func(k KeptTable) bool {
		return !k.There && slices.ContainsFunc(entries, func(e Entry) bool { return e.Version == k.Version && e.PrunedAt != nil })
	})
	for i := range list {
		if !list[i].There {
			continue
		}
		var count int64
		if err := conn.QueryRow(ctx, "SELECT pg_catalog.count(*) FROM "+quarantined(list[i].Name)).Scan(&count); err == nil {
			list[i].Rows = &count
		} else if serverError(err) == nil {
			return nil, fmt.Errorf("count what is kept: %w", err)
		}
	}
	return list, nil
}

// Lost are migrations whose rows cannot come back, since the tables that kept
// them are gone: why, by version. Others of the same fix, which need no rows,
// are not among them.
func Lost(ctx context.Context, conn *pgx.Conn, entries []Entry) (map[int64]string, error) {
	lost := map[int64]string{}
	for _, keeper := range entries {
		for _, name := range keeper.Quarantine {
			if keeper.State == Undone || keeper.State == Failed || keeper.State == Permanent {
				continue
			}
			var there bool
			err := conn.QueryRow(context.WithoutCancel(ctx), "SELECT pg_catalog.to_regclass($1) IS NOT NULL", quarantined(name)).Scan(&there)
			if err != nil {
				return nil, fmt.Errorf("look for the quarantine: %s", say(err))
			}
			if there {
				continue
			}
			why := "pgdoctor." + postgres.Name(name) + ", which kept its rows, was dropped"
			if keeper.PrunedAt != nil {
				why = fmt.Sprintf("pgdoctor.%s, which kept its rows, was pruned by %s on %s", postgres.Name(name), *keeper.PrunedBy, keeper.PrunedAt.UTC().Format(time.DateOnly))
			}
			for _, entry := range entries {
				if entry.keptBy(keeper) && entry.State != Undone && entry.State != Failed {
					lost[entry.Version] = why
				}
			}
		}
	}
	return lost, nil
}

// keptBy says whether a migration's rows are in the tables that another made.
func (e Entry) keptBy(keeper Entry) bool {
	return e.Version != keeper.Version && e.Plan == keeper.Plan && e.Finding == keeper.Finding && e.Risk == "data"
}

// Prune drops tables of the quarantine and marks the migrations that made them,
// each by itself. It returns those that are gone.
func (r *Record) Prune(ctx context.Context, tables []KeptTable) ([]KeptTable, error) {
	var gone []KeptTable
	for _, table := range tables {
		if !table.Mine {
			return gone, fmt.Errorf("prune %s: it belongs to %s: connect as that role, or GRANT %s TO %s", table.Name, table.Owner, postgres.Quote(table.Owner), postgres.Quote(r.cfg.User))
		}
		if err := r.prune(ctx, table); err != nil {
			return gone, fmt.Errorf("prune %s: %s", table.Name, say(err))
		}
		gone = append(gone, table)
	}
	return gone, nil
}

func (r *Record) prune(ctx context.Context, table KeptTable) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Minute) // see Entries
	defer cancel()
	tx, err := r.guard.Begin(ctx)
	if err != nil {
		return err
	}
	defer tx.Rollback(ctx) //nolint:errcheck // committed by then, or the first error is the one to tell
	if _, err := tx.Exec(ctx, "DROP TABLE "+quarantined(table.Name)); err != nil {
		return err
	}
	_, err = tx.Exec(ctx, "UPDATE pgdoctor.journal SET pruned_at = pg_catalog.now(), pruned_by = session_user WHERE version = $1", table.Version)
	if err != nil {
		return err
	}
	return tx.Commit(ctx)
}

// leave closes a migration whose rows cannot come back: what it did stays, and
// older ones can be taken back behind it.
func (r *Record) leave(ctx context.Context, entry Entry) error {
	if err := r.exec(ctx, "UPDATE pgdoctor.journal SET state = 'permanent' WHERE version = $1", entry.Version); err != nil {
		return err
	}
	return r.stepBehind(ctx, entry)
}

// stepBehind moves golang-migrate's version from a migration that stays for good
// to the one before it.
func (r *Record) stepBehind(ctx context.Context, entry Entry) error {
	version, err := r.before(ctx, entry)
	if err != nil {
		return err
	}
	return r.force(ctx, version)
}

// ErrLost means that an undo has not begun since a migration cannot be taken back.
var ErrLost = errors.New("cannot be undone")

// Recoverable refuses an undo before it starts where a migration has lost its rows.
func Recoverable(ctx context.Context, conn *pgx.Conn, all, chosen []Entry) error {
	lost, err := Lost(ctx, conn, all)
	if err != nil {
		return err
	}
	for i, entry := range chosen {
		why, gone := lost[entry.Version]
		if !gone {
			continue
		}
		newer := ""
		if i > 0 {
			newer = fmt.Sprintf("; --to %d takes back what is newer", entry.Version)
		}
		return fmt.Errorf("migration %d (%s) %w: %s; nothing was changed%s; --leave-lost lets what it did stay for good and takes back the others", entry.Version, entry.Slug, ErrLost, why, newer)
	}
	return nil
}
