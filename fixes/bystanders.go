package fixes

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// holders lists who holds, at this moment, a lock that a step with strong locks
// would have to wait for: sessions and prepared transactions, the oldest first.
// Other steps wait for nobody who does not write for milliseconds.
func holders(ctx context.Context, db *sqlx.DB, step *Step, timeout time.Duration) ([]Blocker, error) {
	type conflict struct {
		OID  int64  `json:"oid"`
		Mode string `json:"mode"`
	}
	conflicts := []conflict{}
	for _, identity := range step.Identities {
		for _, lock := range step.Locks {
			if identity.Class != Relation || identity.Object != lock.Relation || !lock.Covers("ShareRowExclusiveLock") {
				continue
			}
			for _, mode := range conflictsOf(lock.Mode) {
				conflicts = append(conflicts, conflict{identity.OID, mode})
			}
		}
	}
	if len(conflicts) == 0 {
		return nil, nil
	}
	text, err := json.Marshal(conflicts)
	if err != nil {
		return nil, err
	}
	var list []Blocker
	err = postgres.ReadOnly(ctx, db, timeout, func(tx *sqlx.Tx) error {
		return tx.SelectContext(ctx, &list, `
			SELECT DISTINCT coalesce(a.pid, 0) AS pid, coalesce(a.usename, p.owner, '') AS usename,
				coalesce(a.application_name, 'prepared transaction') AS application, coalesce(a.state, 'prepared') AS state,
				EXTRACT(epoch FROM pg_catalog.now() - coalesce(a.xact_start, p.prepared))::float8 AS seconds
			FROM pg_catalog.json_to_recordset($1::json) AS v (oid bigint, mode text)
			JOIN pg_catalog.pg_locks AS l ON l.relation::bigint = v.oid AND l.mode = v.mode AND l.locktype = 'relation' AND l.granted
				AND l.database = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
			LEFT JOIN pg_catalog.pg_stat_activity AS a ON a.pid = l.pid
			LEFT JOIN pg_catalog.pg_prepared_xacts AS p ON l.pid IS NULL AND l.virtualtransaction = '-1/' || p.transaction::text
			WHERE l.pid IS DISTINCT FROM pg_catalog.pg_backend_pid()
			  AND coalesce(a.xact_start, p.prepared) < pg_catalog.now() - interval '1 second'
			ORDER BY seconds DESC
			/* pgdoctor */`, string(text))
	})
	return list, err
}

// publishedTable is a table in a publication, and whether its rows can be identified there.
type publishedTable struct {
	Publication string `db:"publication"`
	Schema      string `db:"schema_name"`
	Table       string `db:"table_name"`
	Identified  bool   `db:"identified"`
}

const publishedTables = `
SELECT DISTINCT p.pubname AS publication, v.schema AS schema_name, v.name AS table_name,
	c.relreplident = 'f' OR c.relreplident = 'i'
		OR c.relreplident = 'd' AND EXISTS (SELECT FROM pg_catalog.pg_index AS i WHERE i.indrelid = c.oid AND i.indisprimary)
		OR NOT (b.pubupdate OR b.pubdelete) AS identified
FROM pg_catalog.json_to_recordset($1::json) AS v (schema text, name text)
JOIN pg_catalog.pg_publication_tables AS p ON true
JOIN pg_catalog.pg_publication AS b ON b.pubname = p.pubname
JOIN pg_catalog.pg_namespace AS n ON n.nspname = p.schemaname
JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = p.tablename
WHERE p.schemaname = v.schema AND p.tablename = v.name
   OR c.relispartition AND pg_catalog.pg_partition_root(c.oid) = pg_catalog.to_regclass(pg_catalog.format('%I.%I', v.schema, v.name))
ORDER BY 1, 2, 3, 4
/* pgdoctor */`

// listeners says who gets the changes of rows that a step makes, besides the
// database itself: subscribers and standbys.
func listeners(ctx context.Context, db *sqlx.DB, step *Step, timeout time.Duration) ([]string, error) {
	type table struct {
		Schema string `json:"schema"`
		Name   string `json:"name"`
	}
	tables := []table{}
	for _, identity := range step.Identities {
		if identity.Class == Relation && (identity.Kind == "r" || identity.Kind == "p") {
			tables = append(tables, table{identity.Schema, identity.Name})
		}
	}
	text, err := json.Marshal(tables)
	if err != nil {
		return nil, err
	}
	var published []publishedTable
	var standbys, slots int64
	err = postgres.ReadOnly(ctx, db, timeout, func(tx *sqlx.Tx) error {
		if err := tx.SelectContext(ctx, &published, publishedTables, string(text)); err != nil {
			return err
		}
		return tx.QueryRowContext(ctx, `
			SELECT (SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_replication),
				(SELECT pg_catalog.count(*) FROM pg_catalog.pg_replication_slots WHERE NOT active)
			/* pgdoctor */`).Scan(&standbys, &slots)
	})
	if err != nil {
		return nil, err
	}
	var list []string
	for _, p := range published {
		name := postgres.Name(p.Schema, p.Table)
		if !p.Identified {
			list = append(list, fmt.Sprintf("it would FAIL: publication %s has %s without a replica identity, so that its rows can be neither changed nor removed (check replica-identity-unusable)", postgres.Name(p.Publication), name))
			continue
		}
		list = append(list, fmt.Sprintf("the changes of %s go to the subscribers of publication %s", name, postgres.Name(p.Publication)))
	}
	if standbys > 0 {
		list = append(list, fmt.Sprintf("%d receivers of WAL (standbys, subscribers) replay the changes, and lag meanwhile", standbys))
	}
	if slots > 0 {
		list = append(list, fmt.Sprintf("%d replication slots have no reader, and keep the WAL of the changes on the disk", slots))
	}
	return list, nil
}
