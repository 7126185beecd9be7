package checks

import (
	"context"
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// ReadOnlyDatabase is one database and whether a procedure has made it read-only.
type ReadOnlyDatabase struct {
	Database string  `db:"database_name" json:"database"`
	Owner    string  `db:"owner_name" json:"owner"`
	Owned    bool    `db:"owned" json:"-"`     // this role may change its settings
	Value    *string `db:"value" json:"value"` // of default_transaction_read_only for the database, nil for none
	Switch
}

// On says whether the database is read-only for sessions that begin now.
func (d ReadOnlyDatabase) On() bool { return d.Value != nil && isOn(*d.Value) }

var readOnlyUnlimitedHours = Threshold{
	Name: "unlimited-hours", Default: 24, Unit: "hours",
	Why: "where no end was given, read-only for longer than that has probably been forgotten; the finding is a warning",
}

// ReadOnlyLeftOn finds a database that an emergency made read-only, and that still is.
var ReadOnlyLeftOn = define(Spec[ReadOnlyDatabase]{
	Doc: Doc{
		ID:       "read-only-left-on",
		Title:    "database that is read-only for longer than was asked for",
		Examines: "databases",
		Why: `pgdoctor procedure read-only on makes new sessions of a database read-only, for an incident, a move or a restore. Forgotten, it refuses every write of every session that connects from then on (SQLSTATE 25006), while sessions from before go on writing: pools fail bit by bit as they renew their connections.

The procedure does not turn itself off, since writes must not come back before somebody has looked. What it was asked for stands in pgdoctor's record in the same database, and this check compares. Left out is what others have set, of which nobody knows how long it was meant for.

Confirm: \drds in psql lists what is set for databases; pgdoctor history says who turned it on, and when.

Cure: pgdoctor procedure read-only off, which restores the value that was there before. Sessions that began while it was on stay read-only until they end: the procedure lists them.

Prevention: give --for, and run this check from a scheduler.`,
		Category:   Configuration,
		Severity:   Critical,
		Triage:     true,
		Thresholds: []Threshold{readOnlyUnlimitedHours},
	},
	Probe: func(ctx context.Context, p *Prober, databases []ReadOnlyDatabase) ([]ReadOnlyDatabase, error) {
		var examined []ReadOnlyDatabase
		for _, database := range databases {
			if database.On() {
				readable, err := database.read(ctx, p, ReadOnlyOn, ReadOnlyOff)
				if err != nil {
					return nil, err
				}
				if !readable {
					p.Denied(postgres.Name(database.Database), "it is read-only, but "+recordDenied(p.Server()))
					continue
				}
			}
			examined = append(examined, database)
		}
		return examined, nil
	},
	Judge: func(row *ReadOnlyDatabase, server postgres.Server, t Thresholds) (Verdict, bool) {
		if !row.On() || row.Version == 0 {
			return Verdict{}, false
		}
		verdict := Verdict{Object: postgres.Name(row.Database)}
		if row.Until == nil {
			verdict.Severity = Warning
			verdict.Message = fmt.Sprintf("still read-only, without a given end: new sessions cannot write (since %s, by %s)", moment(*row.Since), row.By)
			return verdict, overdue(row.Since, server.Now, t.Of(readOnlyUnlimitedHours)*3600)
		}
		verdict.Message = fmt.Sprintf("still read-only, which was to end at %s: new sessions cannot write (since %s, by %s)", moment(*row.Until), moment(*row.Since), row.By)
		return verdict, overdue(row.Until, server.Now, 0)
	},
})
