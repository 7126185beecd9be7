package checks

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// SynchronousStandbys is which standbys commits wait for, and how many of them are there.
type SynchronousStandbys struct {
	ServerSetting
	Commit  string `db:"commit_waits_for" json:"synchronous_commit"`
	Present int    `db:"present" json:"present"`
	Wanted  int    `json:"wanted"`
}

var synchronousNumber = regexp.MustCompile(`(?i)^\s*(?:(?:first|any)\s+)?(\d+)\s*\(`)

// SynchronousStandbyMissing finds servers whose commits wait for standbys that are not there.
var SynchronousStandbyMissing = define(Spec[SynchronousStandbys]{
	Doc: Doc{
		ID:       "synchronous-standby-missing",
		Title:    "commits hang: too few synchronous standbys are connected",
		Examines: "settings",
		Why: `synchronous_standby_names lists the standbys of which some must confirm each commit. Fewer than that are connected and streaming, so every COMMIT that writes waits until one comes, without a timeout: the application hangs, and its connections pile up. Sessions wait in SyncRep.

Confirm: SELECT pid, wait_event FROM pg_stat_activity WHERE wait_event = 'SyncRep'; SELECT application_name, state, sync_state FROM pg_stat_replication. The names must match the standbys' application_name (in primary_conninfo, or cluster_name).

Cure: bring the standby back. If that takes longer than the application can wait, ALTER SYSTEM SET synchronous_standby_names = '' (or fewer), and reload: waiting commits go through at once. From then on a failover can lose what was confirmed to clients, which is why pgdoctor does not do it. Whoever manages the cluster (Patroni) sets it itself: change it there. Cancelling a waiting session commits locally.

Prevention: at least one standby more than commits wait for: ANY 1 (a, b). With synchronous_commit = local or off nobody waits unless a session or role asks for it; that is reported as a warning.`,
		Category: Replication,
		Severity: Critical,
		Runtime:  true,
		Triage:   true,
		Needs:    []Need{{Role: "pg_read_all_stats", Primary: true}},
	},
	Judge: func(row *SynchronousStandbys, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		if strings.TrimSpace(row.Value) == "" {
			return Verdict{}, false
		}
		row.Wanted = 1
		if match := synchronousNumber.FindStringSubmatch(row.Value); match != nil {
			row.Wanted, _ = strconv.Atoi(match[1]) // the server has read it as a number
		}
		verdict := Verdict{
			Object:  row.Name,
			Message: fmt.Sprintf("commits wait for %d of %s, and %d are connected: every writing commit hangs", row.Wanted, row.Value, row.Present),
		}
		if row.Commit == "local" || row.Commit == "off" {
			verdict.Severity = Warning
			verdict.Message = fmt.Sprintf("%d of %s are connected and %d wanted: who does not set synchronous_commit = %s hangs at commit", row.Present, row.Value, row.Wanted, row.Commit)
		}
		return verdict, row.Present < row.Wanted
	},
})
