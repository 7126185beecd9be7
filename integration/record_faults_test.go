package integration

import (
	"fmt"
	"testing"

	"github.com/pgdoctor/pgdoctor/integration/servers"
)

// Killed while it makes the record, before one of its migrations is done or before
// golang-migrate has noted that it is: the next run settles it.
func TestFaultKilledMakingRecord(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		for version, begins := range []string{"-- The journal:", "-- What becomes of the rows", "-- The rights that"} {
			for _, at := range []moment{before, after} {
				if at == before && version > 0 {
					continue // as after the one before it, but for the version
				}
				t.Run(fmt.Sprintf("%s/%d", at, version+1), func(t *testing.T) {
					dsn := s.Database(t)
					s.Exec(t, dsn, small)
					rows := dataCase{}.rows(t, dsn)
					relay := newRelay(t, dsn)
					relay.hold(begins, 0, at)
					run := begin(t, "fix", "--apply", "--yes", "--max-risk", "data", "--dsn", relay.dsn)
					relay.isHeld(t, run.stderr.String)
					run.command.Process.Kill() //nolint:errcheck // it runs
					relay.cut()
					run.wait(t)
					if got, want := recordState(t, dsn), fmt.Sprintf("%d true", version+1); got != want {
						t.Errorf("the record is left at version %s, want %s", got, want)
					}
					pgdoctor(t, "history", "--dsn", dsn).want(t, 0)
					takeBack(t, dsn).want(t, 0, "nothing to undo")
					cure(t, dsn).want(t, 0)
					if got := recordState(t, dsn); got != "3 false" {
						t.Errorf("the next run leaves the record at version %s, want 3 false", got)
					}
					takeBack(t, dsn).want(t, 0)
					wantSame(t, "undo", rows, dataCase{}.rows(t, dsn))
				})
			}
		}
	})
}

func recordState(t *testing.T, dsn string) string {
	t.Helper()
	return ask(t, dsn, "SELECT version || ' ' || dirty FROM pgdoctor.record_version")
}
