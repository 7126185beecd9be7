package fixes

import "strings"

// Reach says how far a step goes beyond the relations of its database, and so
// whether it means anything on a clone.
type Reach string

// The reaches.
const (
	InDatabase Reach = ""
	OnServer   Reach = "server" // settings and roles, which all databases of a server share
	OfMoment   Reach = "moment" // sessions, slots, prepared transactions: no clone has them
)

// The reasons why whole kinds of steps are not rehearsed.
const (
	untriedSystem = "ALTER SYSTEM cannot run inside a transaction, and writes a file"
	untriedScan   = "it reads the whole table: the counts of the proof say more, at less cost"
)

// Rehearsable is what a rehearsal runs in a transaction that it rolls back, ""
// where there is nothing to run; or else why it runs nothing.
func (s Step) Rehearsable() (statement, why string) {
	switch {
	case s.Untried != "":
		return "", s.Untried
	case s.Waits && s.Alone:
		return "", "CONCURRENTLY cannot run inside a transaction, so nothing could be rolled back"
	case s.Trial != "":
		return s.Trial, ""
	case s.Alone:
		return "", "it runs outside a transaction, so nothing could be rolled back"
	case OnlyComments(s.Up):
		return "", ""
	}
	return s.Up, ""
}

// Rehearses says whether a rehearsal runs a statement for the step.
func (s Step) Rehearses() bool {
	statement, _ := s.Rehearsable()
	return statement != ""
}

// OnlyComments says that a text holds no statement.
func OnlyComments(text string) bool {
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		if line != "" && !strings.HasPrefix(line, "--") {
			return false
		}
	}
	return true
}

// batches is how the loop of a data step runs: its session's settings, and what
// ends a batch.
type batches struct{ session, end string }

var (
	committed = batches{session, "COMMIT;"}
	// tried is one batch that is left for a ROLLBACK, with less patience: who
	// applies tries again, who rehearses does not.
	tried = batches{strings.Replace(session, "'500ms'", "'300ms'", 1), "EXIT;"}
)
