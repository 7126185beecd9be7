package checks

import (
	"testing"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

func ptr[T any](value T) *T { return &value }

func TestJudgeSlots(t *testing.T) {
	const gib = 1 << 30
	slot := func(change func(*ReplicationSlot)) ReplicationSlot {
		s := ReplicationSlot{Slot: "a", Type: "physical", Status: ptr("reserved"), Restart: ptr("0/1"), Retained: ptr(int64(1000)), KeepBytes: -1}
		change(&s)
		return s
	}
	judge(t, SlotInactive, map[string]judged[ReplicationSlot]{
		"read":           {row: slot(func(s *ReplicationSlot) { s.Active = true })},
		"synced":         {row: slot(func(s *ReplicationSlot) { s.Synced = true })},
		"lost":           {row: slot(func(s *ReplicationSlot) { s.Status = ptr("lost") })},
		"a moment":       {row: slot(func(s *ReplicationSlot) { s.InactiveSeconds = ptr(int64(599)) })},
		"ten minutes":    {row: slot(func(s *ReplicationSlot) { s.InactiveSeconds = ptr(int64(600)) }), severity: Info, object: "a", message: "since 10 min"},
		"a day":          {row: slot(func(s *ReplicationSlot) { s.InactiveSeconds = ptr(int64(86400)) }), severity: Warning, object: "a"},
		"keeps little":   {row: slot(func(*ReplicationSlot) {}), severity: Info, object: "a", message: "keeps 1000 B of WAL"},
		"keeps much":     {row: slot(func(s *ReplicationSlot) { s.Retained = ptr(int64(gib)) }), severity: Warning, object: "a"},
		"keeps nothing":  {row: slot(func(s *ReplicationSlot) { s.Restart, s.Retained, s.Status = nil, nil, nil }), severity: Info, object: "a", message: "never used"},
		"logical, named": {row: slot(func(s *ReplicationSlot) { s.Type = "logical" }), severity: Info, object: "a", message: "this logical slot"},
	})
	judge(t, SlotRetainsWAL, map[string]judged[ReplicationSlot]{
		"no limit, little": {row: slot(func(s *ReplicationSlot) { s.Retained = ptr(int64(5*gib - 1)) })},
		"no limit, much":   {row: slot(func(s *ReplicationSlot) { s.Retained = ptr(int64(5 * gib)) }), severity: Warning, object: "a", message: "nothing limits it"},
		"no limit, most":   {row: slot(func(s *ReplicationSlot) { s.Retained = ptr(int64(50 * gib)) }), severity: Critical, object: "a"},
		"half":             {row: slot(func(s *ReplicationSlot) { s.KeepBytes = 2000 }), severity: Warning, object: "a"},
		"less than half":   {row: slot(func(s *ReplicationSlot) { s.KeepBytes = 2001 })},
		"nearly all":       {row: slot(func(s *ReplicationSlot) { s.KeepBytes = 1176 }), severity: Critical, object: "a"},
		"lost":             {row: slot(func(s *ReplicationSlot) { s.KeepBytes, s.Status = 10, ptr("lost") })},
		"keeps nothing":    {row: slot(func(s *ReplicationSlot) { s.Retained = nil })},
	})
	judge(t, SlotLost, map[string]judged[ReplicationSlot]{
		"extended":   {row: slot(func(s *ReplicationSlot) { s.Status = ptr("extended") })},
		"unreserved": {row: slot(func(s *ReplicationSlot) { s.Status = ptr("unreserved") }), severity: Critical, object: "a", message: "next checkpoint"},
		"lost":       {row: slot(func(s *ReplicationSlot) { s.Status = ptr("lost") }), severity: Critical, object: "a", message: "cannot go on"},
		"horizon":    {row: slot(func(s *ReplicationSlot) { s.Status, s.Invalidation = ptr("lost"), ptr("rows_removed") }), severity: Critical, object: "a", message: "(rows_removed)"},
		"idle":       {row: slot(func(s *ReplicationSlot) { s.Status, s.Invalidation = ptr("lost"), ptr("idle_timeout") }), severity: Warning, object: "a", message: "idle_replication_slot_timeout"},
	})
}

func TestJudgeStandbys(t *testing.T) {
	const mib = 1 << 20
	judge(t, ReplicationLag, map[string]judged[WALSender]{
		"idle primary": {row: WALSender{Name: "a", State: "streaming", Seconds: 5000}},
		"some bytes":   {row: WALSender{Name: "a", State: "streaming", Bytes: 511 * mib, Seconds: 29}},
		"by time":      {row: WALSender{Name: "a", State: "streaming", Bytes: 1, Seconds: 30}, severity: Warning, object: "a"},
		"by bytes":     {row: WALSender{Name: "a", State: "catchup", Bytes: 512 * mib}, severity: Warning, object: "a", message: "512 MiB"},
		"long":         {row: WALSender{Name: "a", State: "streaming", Bytes: 1, Seconds: 900}, severity: Critical, object: "a"},
		"far":          {row: WALSender{Name: "a", State: "streaming", Bytes: 16 << 30}, severity: Critical, object: "a"},
		"logical":      {row: WALSender{Name: "a", State: "streaming", Bytes: 16 << 30, Logical: true}},
		"backup":       {row: WALSender{Name: "a", State: "backup", Bytes: 16 << 30}},
		"namesakes":    {row: WALSender{Name: "a.b", Client: "10.0.0.7", Namesakes: 2, State: "streaming", Bytes: 16 << 30}, severity: Critical, object: `"a.b"@10.0.0.7`},
	})
	judge(t, StandbyLag, map[string]judged[StandbyReplay]{
		"idle primary":     {row: StandbyReplay{ReplayedSeconds: 90000}},
		"behind":           {row: StandbyReplay{Bytes: 1, ReplayedSeconds: 31}, severity: Warning, object: "standby"},
		"caught up":        {row: StandbyReplay{Bytes: 1, ReplayedSeconds: 90000, CaughtUp: true}},
		"bytes, caught up": {row: StandbyReplay{Bytes: 512 * mib, ReplayedSeconds: 90000, CaughtUp: true}, severity: Warning, object: "standby"},
		"idle, on purpose": {row: StandbyReplay{Bytes: 1, ReplayedSeconds: 90000, DelaySeconds: 3600, QuietSeconds: ptr(int64(3629))}},
		"quiet for longer": {row: StandbyReplay{Bytes: 1, ReplayedSeconds: 90000, DelaySeconds: 3600, QuietSeconds: ptr(int64(3630))}, severity: Critical, object: "standby"},
		"on purpose":       {row: StandbyReplay{Bytes: 600 * mib, ReplayedSeconds: 3610, DelaySeconds: 3600}},
		"more than asked":  {row: StandbyReplay{Bytes: 600 * mib, ReplayedSeconds: 3640, DelaySeconds: 3600}, severity: Warning, object: "standby"},
		"paused":           {row: StandbyReplay{Bytes: 600 * mib, Paused: true}, severity: Warning, object: "standby", message: "paused"},
	})
	judge(t, WALReceiverDown, map[string]judged[StandbyReplay]{
		"from an archive": {row: StandbyReplay{}},
		"none":            {row: StandbyReplay{Streams: true}, severity: Critical, object: "standby"},
		"begins":          {row: StandbyReplay{Streams: true, Receiver: ptr("starting")}, severity: Critical, object: "standby"},
		"streams":         {row: StandbyReplay{Streams: true, Receiver: ptr("streaming"), MessageSeconds: ptr(int64(119))}},
		"silent":          {row: StandbyReplay{Streams: true, Receiver: ptr("streaming"), MessageSeconds: ptr(int64(120))}, severity: Critical, object: "standby", message: "2 min ago"},
	})
}

func TestJudgeSynchronousStandbys(t *testing.T) {
	names := func(value, commit string, present int) SynchronousStandbys {
		return SynchronousStandbys{ServerSetting: ServerSetting{Name: "synchronous_standby_names", Value: value}, Commit: commit, Present: present}
	}
	const object = "synchronous_standby_names"
	judge(t, SynchronousStandbyMissing, map[string]judged[SynchronousStandbys]{
		"nobody waits":   {row: names(" ", "on", 0)},
		"one of a list":  {row: names(`a, "b (2"`, "on", 1)},
		"none of a list": {row: names("a, b", "on", 0), severity: Critical, object: object, message: "commits wait for 1"},
		"first":          {row: names("FIRST 2 (a, b, c)", "remote_apply", 1), severity: Critical, object: object, message: "wait for 2"},
		"any":            {row: names("any 2(a, b, c)", "on", 2)},
		"old form":       {row: names("2 (a, b)", "on", 1), severity: Critical, object: object},
		"local":          {row: names("a", "local", 0), severity: Warning, object: object},
		"off":            {row: names("a", "off", 0), severity: Warning, object: object},
	})
}

func TestJudgeArchiver(t *testing.T) {
	failing := func(change func(*WALArchiver)) WALArchiver {
		a := WALArchiver{Mode: "on", Failed: 3, FailedSeconds: ptr(int64(20)), SecondsWithout: 300}
		change(&a)
		return a
	}
	judge(t, ArchiveFailing, map[string]judged[WALArchiver]{
		"fails":      {row: failing(func(*WALArchiver) {}), severity: Warning, object: "server", message: "nothing was archived for 5 min"},
		"for long":   {row: failing(func(a *WALArchiver) { a.SecondsWithout = 3600 }), severity: Critical, object: "server"},
		"recovered":  {row: failing(func(a *WALArchiver) { a.Recovered = true })},
		"long ago":   {row: failing(func(a *WALArchiver) { a.FailedSeconds = ptr(int64(601)) })},
		"never":      {row: failing(func(a *WALArchiver) { a.FailedSeconds = nil })},
		"off by now": {row: failing(func(a *WALArchiver) { a.Mode = "off" })},
	})
}

func TestJudgeSubscriptions(t *testing.T) {
	judge(t, SubscriptionFailing, map[string]judged[Subscription]{
		"works":        {row: Subscription{Name: "s", Enabled: true, Applying: true, WorkerSeconds: ptr(int64(5))}},
		"recovered":    {row: Subscription{Name: "s", Enabled: true, Applying: true, WorkerSeconds: ptr(int64(30)), ApplyErrors: ptr(int64(9))}},
		"begins":       {row: Subscription{Name: "s", Enabled: true, Applying: true, WorkerSeconds: ptr(int64(5)), ApplyErrors: ptr(int64(9))}, severity: Warning, object: "s", message: "9 errors were counted"},
		"no worker":    {row: Subscription{Name: "s", Enabled: true}, severity: Warning, object: "s"},
		"switched off": {row: Subscription{Name: "s"}},
	})
	judge(t, RecoveryConflicts, map[string]judged[RecoveryConflict]{
		"few":  {row: RecoveryConflict{Database: "d", Lock: 9}},
		"many": {row: RecoveryConflict{Database: "d", Lock: 6, Snapshot: 4}, severity: Info, object: "d", message: "10 queries (4 snapshot, 6 lock), 10 a day"},
	})
	judge(t, HotStandbyFeedbackOff, map[string]judged[RecoveryConflict]{
		"locks":    {row: RecoveryConflict{Database: "d", Lock: 90}},
		"rows":     {row: RecoveryConflict{Database: "d", Snapshot: 10}, severity: Info, object: "d"},
		"feedback": {row: RecoveryConflict{Database: "d", Snapshot: 10, Feedback: true}},
	})
}

func TestSynchronousNumberIsTheServers(t *testing.T) {
	row := SynchronousStandbys{ServerSetting: ServerSetting{Value: "ANY 3 (*)"}}
	SynchronousStandbyMissing.Judge(&row, postgres.Server{}, nil)
	if row.Wanted != 3 {
		t.Errorf("wanted %d", row.Wanted)
	}
}
