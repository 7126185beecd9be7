package migrations

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/fixes"
)

// ErrNotPermitted means that nothing was begun, since the role could not have
// done all of it.
var ErrNotPermitted = errors.New("this role lacks rights for it, so nothing was changed")

// Permitted refuses what the connected role could not do to its end, before
// anything is done, and names what it lacks: in schema pgdoctor, and of rights.
func Permitted(ctx context.Context, conn *pgx.Conn, rights []fixes.Right) error {
	ask := func(ctx context.Context, query string) (answer string, err error) {
		// pgx closes a connection whose query is cut short, and it may be the guard's
		err = conn.QueryRow(context.WithoutCancel(ctx), query).Scan(&answer)
		return answer, err
	}
	record, err := recordRights(ctx, ask)
	if err != nil {
		return fmt.Errorf("read whose the record is: %s", say(err))
	}
	missing, err := fixes.Lacking(ctx, append(record, rights...), ask)
	if err != nil {
		return fmt.Errorf("read the rights of this role: %s", say(err))
	}
	if len(missing) > 0 {
		return fmt.Errorf("%w: %s", ErrNotPermitted, strings.Join(missing, "; "))
	}
	return nil
}

// recordRights are those that keeping the record takes.
func recordRights(ctx context.Context, ask func(context.Context, string) (string, error)) ([]fixes.Right, error) {
	database, err := ask(ctx, "SELECT CASE WHEN pg_catalog.to_regnamespace('pgdoctor') IS NULL THEN pg_catalog.current_database()::text ELSE '' END")
	if err != nil {
		return nil, err
	}
	if database != "" {
		return []fixes.Right{{Privilege: "CREATE", Class: fixes.Database, Name: database}}, nil
	}
	rights := []fixes.Right{{Privilege: "CREATE", Class: fixes.Schema, Name: "pgdoctor"}}
	for _, table := range []string{"journal", "migrations", "record_version"} {
		rights = append(rights, ownerInRecord(table))
	}
	return rights, nil
}

func ownerInRecord(table string) fixes.Right {
	return fixes.Right{Privilege: fixes.Owner, Class: fixes.Relation, Schema: "pgdoctor", Name: table}
}

// UndoRights are those that taking migrations back needs. A migration of an older
// pgdoctor does not say all of them.
func UndoRights(all, chosen []Entry) []fixes.Right {
	var rights []fixes.Right
	for _, entry := range chosen {
		rights = append(rights, entry.Rights...)
		for _, keeper := range all {
			if keeper.Version == entry.Version || entry.keptBy(keeper) {
				for _, table := range keeper.Quarantine {
					rights = append(rights, ownerInRecord(table))
				}
			}
		}
	}
	return rights
}
