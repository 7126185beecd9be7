package procedures

import (
	"context"
	"fmt"
	"time"

	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// ReadOnly makes a database read-only for new sessions, and back.
var ReadOnly = Doc{
	Name:  "read-only",
	Usage: "on|off",
	Title: "make the database read-only for new sessions, or writable again",
	What: `Sets default_transaction_read_only for this database, by ALTER DATABASE … SET: its owner may do that, and the other databases of the server go on writing. ALTER SYSTEM would reach sessions that are connected now as well, but of all databases, and needs a superuser.

The setting is read when a session begins. The plan therefore lists the sessions that still can write: those that are connected already, and roles whose own setting is off, which wins. With --end-sessions those sessions end as well, each recognised by its process ID and its start, whatever it is doing: its open transaction is rolled back, and its client connects again, now read-only. Superusers' sessions and dumps, which only read, are left. Afterwards the sessions are looked at again.

With --for, the end is written into the record. Nothing turns itself off: writes must not come back before somebody has looked. When the end has passed, the check read-only-left-on finds it, which is critical.

off restores exactly the value that was there before, also that there was none. Sessions that began while it was on are read-only until they end: off lists them, and with --end-sessions ends them. Both are recorded, and pgdoctor undo takes them back.`,
	Confirm: `In a new session: SHOW default_transaction_read_only. \drds in psql lists what is set for the database. A write fails with SQLSTATE 25006.`,
	Not:     `It is no protection against somebody who wants to write: SET default_transaction_read_only = off, BEGIN READ WRITE or a connection option lift it for a session. For that, REVOKE the rights or close pg_hba.conf. Temporary tables, VACUUM, ANALYZE, the apply of a subscription and pgdoctor's own record are not stopped, nor are sequences that a session has cached.`,
}

// ReadOnlyState is what the procedure read-only decides by.
type ReadOnlyState struct {
	Database checks.ReadOnlyDatabase
	Sessions Sessions
	Writers  []string // roles whose own setting is off
}

// LoadReadOnly reads it. It is an error where the record may not be read.
func LoadReadOnly(ctx context.Context, db *sqlx.DB, server postgres.Server, timeout time.Duration) (ReadOnlyState, error) {
	var state ReadOnlyState
	rows, unknown, err := checks.ReadOnlyLeftOn.Read(ctx, db, server, timeout)
	switch {
	case err != nil:
		return state, fmt.Errorf("read whether the database is read-only: %w", err)
	case len(unknown) > 0:
		return state, fmt.Errorf("read whether the database is read-only: %s", unknown[0].Reason)
	case len(rows) != 1:
		return state, fmt.Errorf("read whether the database is read-only: %d databases found", len(rows))
	}
	state.Database = rows[0]
	if state.Sessions, err = LoadSessions(ctx, db, server, timeout); err != nil {
		return state, err
	}
	query, err := checks.SQL("procedure_writers", server)
	if err != nil {
		return state, err
	}
	err = postgres.ReadOnly(ctx, db, timeout, func(tx *sqlx.Tx) error { return tx.SelectContext(ctx, &state.Writers, query) })
	if err != nil {
		return state, fmt.Errorf("list roles with a setting of their own: %w", err)
	}
	return state, nil
}

// ReadOnlyOptions steer the procedure.
type ReadOnlyOptions struct {
	Server       postgres.Server
	FirstVersion int64
	Until        *time.Time // nil: no end is given
	EndSessions  bool
}

// PlanReadOnlyOn plans to turn it on, and what is to be written into the record.
func PlanReadOnlyOn(state ReadOnlyState, o ReadOnlyOptions) (fixes.Plan, checks.SwitchRequest, error) {
	request := checks.SwitchRequest{Asked: "on", Previous: state.Database.Value, Until: o.Until}
	ours := state.Database.Version != 0
	if ours {
		request.Previous = state.Database.Previous // of the first time: off goes back to that
	}
	var steps []fixes.Step
	var remain []fixes.Unfixed
	if state.Database.On() && !ours {
		remain = append(remain, left("database:"+state.Database.Database, "it is read-only already, set by somebody else than pgdoctor, and is left so"))
	} else {
		step, err := fixes.SetReadOnly(state.Database, &request.Asked, checks.ReadOnlyOn, o.Server)
		if err != nil {
			return fixes.Plan{}, request, err
		}
		step.Note = "for sessions that begin from now on" + until(o.Until)
		steps = append(steps, step)
	}
	writing := state.Sessions
	if state.Database.On() && ours {
		writing = beganBefore(state.Sessions, *state.Database.Since)
	}
	ending, listed, err := state.end(writing, "it can still write", o)
	if err != nil {
		return fixes.Plan{}, request, err
	}
	remain = append(append(remain, listed...), state.writers()...)
	return ReadOnly.plan(o.FirstVersion, append(steps, ending...), remain), request, nil
}

// PlanReadOnlyOff plans to restore the value from before.
func PlanReadOnlyOff(state ReadOnlyState, o ReadOnlyOptions) (fixes.Plan, error) {
	if !state.Database.On() {
		return ReadOnly.plan(o.FirstVersion, nil, []fixes.Unfixed{left("database:"+state.Database.Database, "it is not read-only: nothing is to be turned off")}), nil
	}
	step, err := fixes.SetReadOnly(state.Database, state.Database.Previous, checks.ReadOnlyOff, o.Server)
	if err != nil {
		return fixes.Plan{}, err
	}
	if state.Database.Version == 0 {
		step.Note = "it was not pgdoctor that turned it on, so what was set before is not known, and the setting is taken away"
	}
	blocked := Sessions{}
	for _, s := range state.Sessions {
		if s.Hidden || state.Database.Since == nil || s.began(*state.Database.Since) {
			blocked = append(blocked, s)
		}
	}
	ending, listed, err := state.end(blocked, "it began while the database was read-only, and stays so until it ends", o)
	if err != nil {
		return fixes.Plan{}, err
	}
	return ReadOnly.plan(o.FirstVersion, append([]fixes.Step{step}, ending...), listed), nil
}

// end plans to end sessions, if that was asked for, and lists those that stay.
func (s ReadOnlyState) end(sessions Sessions, why string, o ReadOnlyOptions) ([]fixes.Step, []fixes.Unfixed, error) {
	var chosen checks.Sessions
	var listed []fixes.Unfixed
	for _, session := range sessions {
		switch {
		case session.Hidden:
			listed = append(listed, left(session.named(), why+"; "+hidden, postgres.Quote(o.Server.Role)))
		case session.Dump:
			listed = append(listed, left(session.named(), "a dump, which only reads"))
		case session.Superuser:
			listed = append(listed, left(session.named(), "%s; a superuser's, which pgdoctor does not end", why))
		case !o.EndSessions:
			listed = append(listed, left(session.named(), "%s: --end-sessions ends it", why))
		default:
			chosen = append(chosen, session.Session)
		}
	}
	if len(chosen) == 0 {
		return nil, listed, nil
	}
	step, err := fixes.EndSessions(chosen, fixes.SameSession, false, o.Server)
	if err != nil {
		return nil, nil, err
	}
	step.Note += "; what their open transactions wrote is rolled back"
	return []fixes.Step{step}, listed, nil
}

// StillWriting lists who can write although the database has been read-only
// since a moment: sessions from before it, and roles with a setting of their own.
func StillWriting(state ReadOnlyState, since time.Time) []fixes.Unfixed {
	listed := []fixes.Unfixed{}
	for _, session := range beganBefore(state.Sessions, since) {
		if !session.Dump {
			listed = append(listed, left(session.named(), "it began before and can still write"))
		}
	}
	return append(listed, state.writers()...)
}

func (s ReadOnlyState) writers() []fixes.Unfixed {
	var listed []fixes.Unfixed
	for _, role := range s.Writers {
		listed = append(listed, left("role:"+role, "its own default_transaction_read_only is off, which wins: its sessions can write"))
	}
	return listed
}

func beganBefore(sessions Sessions, since time.Time) Sessions {
	kept := Sessions{}
	for _, session := range sessions {
		if !session.began(since) {
			kept = append(kept, session)
		}
	}
	return kept
}

// until says in words when something is to end.
func until(end *time.Time) string {
	if end == nil {
		return ", without a given end (--for)"
	}
	return ", until " + end.UTC().Format("2006-01-02 15:04:05 UTC")
}
