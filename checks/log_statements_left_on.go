package checks

import (
	"context"
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// StatementLog is log_statement, and whether a procedure has turned it on.
type StatementLog struct {
	ServerSetting
	Switch
}

// On says whether the value is the one that a procedure has set.
func (l StatementLog) On() bool { return l.Version != 0 && l.Value == l.Asked }

var logStatementsGrace = Threshold{
	Name: "grace-seconds", Default: 60, Unit: "seconds",
	Why: "pgdoctor itself turns it off at the end, which takes a moment; that long after, it was killed",
}

// LogStatementsLeftOn finds a log of statements that was to end.
var LogStatementsLeftOn = define(Spec[StatementLog]{
	Doc: Doc{
		ID:       "log-statements-left-on",
		Title:    "statements go into the log for longer than was asked for",
		Examines: "settings",
		Why: `pgdoctor procedure log-statements on writes every statement of the server into its log for some minutes, and turns it off when they are over, as long as it runs itself. Killed before, or cut off from the server, it leaves the log on: it holds passwords and personal data, slows every session down, and fills the disk.

What it was asked for stands in pgdoctor's record in the database that it was connected to, and this check compares. Left out is what others have set (log-statement-all finds it) and what was turned on from another database: run it there.

Confirm: SHOW log_statement; pgdoctor history says who turned it on, and when.

Cure: pgdoctor procedure log-statements off, which restores the value that was there before. Then restrict or delete the log files of that time.

Prevention: run this check from a scheduler; leave the terminal of the procedure open, or run it in tmux.`,
		Category:   Configuration,
		Severity:   Critical,
		Triage:     true,
		Thresholds: []Threshold{logStatementsGrace},
	},
	Probe: func(ctx context.Context, p *Prober, settings []StatementLog) ([]StatementLog, error) {
		var examined []StatementLog
		for _, setting := range settings {
			readable, err := setting.read(ctx, p, LogStatementsOn, LogStatementsOff)
			switch {
			case err != nil:
				return nil, err
			case !readable && setting.Value != "none":
				p.Denied(setting.Name, "it is "+setting.Value+", but "+recordDenied(p.Server()))
			case setting.Version != 0 && !setting.ofTheServer():
				p.Denied(setting.Name, "it is set for this database or role as well, which hides the server's value: run the check as another role")
			default:
				examined = append(examined, setting)
			}
		}
		return examined, nil
	},
	Judge: func(row *StatementLog, server postgres.Server, t Thresholds) (Verdict, bool) {
		if !row.On() || row.Until == nil {
			return Verdict{}, false
		}
		return Verdict{
			Object: row.Name,
			Message: fmt.Sprintf("still %s, which was to end at %s: statements are logged with the values in them (since %s, by %s)",
				row.Value, moment(*row.Until), moment(*row.Since), row.By),
		}, overdue(row.Until, server.Now, t.Of(logStatementsGrace))
	},
})
