package checks

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// CheckedIndex is one btree index and what amcheck says of it.
type CheckedIndex struct {
	Schema    string `db:"schema_name" json:"schema"`
	Index     string `db:"index_name" json:"index"`
	Table     string `db:"table_name" json:"table"`
	Unique    bool   `db:"is_unique" json:"unique"`
	Exclusion bool   `db:"exclusion" json:"exclusion"`
	Bytes     int64  `db:"bytes" json:"bytes" volatile:"true"`
	Damage    string `json:"damage" volatile:"true"` // in amcheck's words; "": the index is whole
}

// IndexCorrupt finds indexes that contradict themselves or their table.
var IndexCorrupt = define(Spec[CheckedIndex]{
	Doc: Doc{
		ID:       "index-corrupt",
		Title:    "index that contradicts itself or its table",
		Examines: "btree indexes",
		Why: `An index that is out of order, or that lacks rows of its table, gives wrong answers without an error: rows are not found, a unique index lets in duplicates, a foreign key refers to what is not there. It comes from an update of the operating system's collations, from a function of an index's expression that was changed although it is declared IMMUTABLE, from a bug of the server (PostgreSQL 14.0 to 14.3 could build indexes wrongly with CONCURRENTLY), and from broken disks or memory.

amcheck reads every index as a whole and, to see whether all rows are in it, its table, both under a lock that readers and writers do not wait for. That takes its time, so the check runs only when it is named; what is not done within the time of a query (--timeout) is reported as not examined.

Confirm: SELECT bt_index_check('index', true) gives the same error; the server's log may hold more.

Cure: find the reason first; where it is the disk, take a copy of the data directory and fail over. Then REINDEX INDEX CONCURRENTLY, which pgdoctor fix does. For a unique index the rebuild fails where duplicates have come in: they are to be removed before. Where an index lies, look at what was written by its answers.

Prevention: data checksums, ALTER ... REFRESH COLLATION VERSION only after a REINDEX, and no change of functions that indexes use without one.`,
		Category: Indexes,
		Severity: Critical,
		OptIn:    true,
		Needs:    []Need{{Extension: "amcheck"}},
	},
	Probe: checkIndexes,
	Judge: func(row *CheckedIndex, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		if row.Damage == "" {
			return Verdict{}, false
		}
		return Verdict{
			Object:  postgres.Name(row.Schema, row.Index),
			Message: fmt.Sprintf("answers by it are wrong: %s", row.Damage),
		}, true
	},
})

// checkIndexes asks amcheck about one index after the other.
func checkIndexes(ctx context.Context, p *Prober, indexes []CheckedIndex) ([]CheckedIndex, error) {
	check := "SELECT " + postgres.Quote(p.Server().Extensions["amcheck"].Schema, "bt_index_check") + "(pg_catalog.to_regclass($1), true)"
	var checked []CheckedIndex
	for _, index := range indexes {
		err := p.In(ctx, func(tx *sqlx.Tx) error {
			_, err := tx.ExecContext(ctx, mark(check), postgres.Quote(index.Schema, index.Index))
			return err
		})
		var pgErr *pgconn.PgError
		switch {
		case err == nil:
		// index_corrupted and data_corrupted; any other error says nothing about the index
		case errors.As(err, &pgErr) && (pgErr.Code == "XX002" || pgErr.Code == "XX001"):
			index.Damage = serverMessage(err)
		default:
			if err := p.Unknown(ctx, postgres.Name(index.Schema, index.Index), err); err != nil {
				return nil, err
			}
			continue
		}
		checked = append(checked, index)
	}
	return checked, nil
}
