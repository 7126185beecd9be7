package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Wait is something that sessions wait for, in PostgreSQL's words.
type Wait struct {
	Type     string `json:"type"`  // Lock, LWLock, IO, IPC, ...
	Event    string `json:"event"` // relation, WALWrite, DataFileRead, ...
	Sessions int    `json:"sessions"`
}

// Waits is a list that a query returns as JSON.
type Waits []Wait

// Scan reads a JSON array of objects.
func (w *Waits) Scan(src any) error { return postgres.ScanJSON(src, w) }

// WaitingDatabase is one database and what its sessions wait for at this moment.
type WaitingDatabase struct {
	Database string `db:"database_name" json:"database"`
	Active   int    `db:"active" json:"active" volatile:"true"` // sessions that run a statement, waiting or not
	Wait     string `json:"wait"`                               // what most wait for
	Waits    Waits  `db:"waits" json:"waits" volatile:"true"`   // most sessions first
}

var (
	pileupMinSessions = Threshold{
		Name: "min-sessions", Default: 10, Unit: "sessions",
		Why: "fewer meet by chance",
	}
	pileupMinShare = Threshold{
		Name: "min-share-percent", Default: 50, Unit: "percent of the sessions that run a statement",
		Why: "where half of all work waits for one thing, that thing is what the database can do in a second",
	}
)

// WaitEventPileup finds databases whose sessions queue for one thing.
var WaitEventPileup = define(Spec[WaitingDatabase]{
	Doc: Doc{
		ID:       "wait-event-pileup",
		Title:    "many sessions wait for the same thing",
		Examines: "databases",
		Why: `When half of the sessions that run a statement wait for the same thing, more sessions make nothing faster: they only make the queue longer. What it is says where to look. This is one look at one moment: run it again, and believe what stays.

Confirm: SELECT wait_event_type, wait_event, count(*) FROM pg_stat_activity WHERE state = 'active' GROUP BY 1, 2 ORDER BY 3 DESC; and again a second later (\watch 1).

Cure: Lock: somebody holds what the others want; lock-wait names who. IO DataFileRead (from PostgreSQL 18 on also AioIoCompletion): more is read than fits into memory; see statement-heavy-reads and missing-index. IO WALSync (from 17 on WalSync), LWLock WALWrite: every commit waits for the disk; commit in larger transactions, or get a disk that syncs faster. IPC SyncRep: the synchronous standby is slow or gone. LWLock BufferContent, Lock tuple or transactionid: all change the same few rows; spread the counter over several rows. LWLock LockManager: statements on many partitions or indexes; name the partition key. LWLock SubtransSLRU: savepoints and exceptions in long transactions. LWLock BufferMapping, SpinDelay: too many sessions at work; a pooler with a few dozen connections does more with less.

Prevention: a pool no larger than the server can work on, a few sessions per core, and an alert on this check.`,
		Category:   Locks,
		Severity:   Warning,
		Runtime:    true,
		Triage:     true,
		Needs:      []Need{{Role: "pg_read_all_stats"}},
		Thresholds: []Threshold{pileupMinSessions, pileupMinShare},
	},
	Judge: func(row *WaitingDatabase, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if len(row.Waits) == 0 {
			return Verdict{}, false
		}
		most := row.Waits[0]
		row.Wait = most.Type + " " + most.Event
		share := percentOf(float64(most.Sessions), float64(row.Active))
		return Verdict{
			Object:  postgres.Name(row.Database),
			Message: fmt.Sprintf("%d of %d sessions that run a statement wait for %s", most.Sessions, row.Active, row.Wait),
		}, float64(most.Sessions) >= t.Of(pileupMinSessions) && share >= t.Of(pileupMinShare)
	},
})
