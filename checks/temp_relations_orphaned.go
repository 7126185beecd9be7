package checks

import (
	"fmt"
	"strconv"
	"strings"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// OrphanedTemporaries is one database and its temporary schemas without a session.
type OrphanedTemporaries struct {
	Database string         `db:"database_name" json:"database"`
	Schemas  int64          `db:"schemas" json:"schemas"`   // that hold relations
	Orphaned int64          `db:"orphaned" json:"orphaned"` // of those; before 16 at least so many
	Names    postgres.Names `db:"names" json:"names"`       // of the orphaned ones; known from 16 on
	Tables   int64          `db:"tables" json:"tables"`     // in the orphaned ones; before 16 in all
	XIDAge   *int64         `db:"xid_age" json:"xid_age" volatile:"true"`
}

// TempRelationsOrphaned finds temporary tables that outlived their session.
var TempRelationsOrphaned = define(Spec[OrphanedTemporaries]{
	Doc: Doc{
		ID:       "temp-relations-orphaned",
		Title:    "temporary tables whose session is gone",
		Examines: "databases",
		Why: `A session drops its temporary tables when it ends. After a crash of the server they stay in the catalogs, and nobody can vacuum them. The age of the oldest of them becomes that of the database, which ends at the wraparound of transaction IDs. And the next session that gets the same number has to drop them before it can make its first temporary table. Autovacuum drops them when it comes by, within minutes; where they stay, autovacuum is switched off or does not get to this database.

Confirm: \dt pg_temp_*.* ; SELECT relnamespace::regnamespace, relname, age(relfrozenxid) FROM pg_class WHERE relpersistence = 't'. From PostgreSQL 16 on N of pg_temp_N is compared with the backends that there are. Before, only the number of such schemas can be compared with the number of sessions, so some may go unseen.

Cure: autovacuum = on, which also logs what it drops. By hand, as a superuser, when no session is left that might own it: DROP SCHEMA pg_temp_N CASCADE, which cannot be undone; nobody can read those rows any more.

Prevention: leave autovacuum on. A living session's old temporary table is not found here but, when it gets old, by xid-wraparound: end pooled sessions now and then, or DISCARD TEMP.`,
		Category: Vacuum,
		Severity: Info,
	},
	Judge: func(row *OrphanedTemporaries, server postgres.Server, _ Thresholds) (Verdict, bool) {
		verdict := Verdict{
			Object:  postgres.Name(row.Database),
			Message: fmt.Sprintf("%s tables of sessions that are gone", many(row.Orphaned, "temporary schema holds", "temporary schemas hold")),
		}
		if len(row.Names) > 0 {
			verdict.Message += ": " + strings.Join(row.Names, ", ")
		}
		freezeMax, err := strconv.ParseInt(server.Settings["autovacuum_freeze_max_age"], 10, 64)
		if age := known(row.XIDAge); err == nil && age > freezeMax {
			verdict.Severity = Warning
			verdict.Message += fmt.Sprintf("; not frozen for %s transactions", humanize.Comma(age))
		}
		return verdict, row.Orphaned > 0
	},
})
