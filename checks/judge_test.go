package checks

import (
	"strings"
	"testing"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// judged is what a Judge is to say of a row; no severity means healthy.
type judged[R any] struct {
	row        R
	server     postgres.Server
	thresholds Thresholds
	severity   Severity
	object     string
	message    string // a part of it
}

func judge[R any](t *testing.T, spec *Spec[R], cases map[string]judged[R]) {
	t.Helper()
	for name, test := range cases {
		t.Run(name, func(t *testing.T) {
			verdict, sick := spec.Judge(&test.row, test.server, test.thresholds)
			if sick && verdict.Severity == "" {
				verdict.Severity = spec.Severity
			}
			if !sick {
				verdict = Verdict{}
			}
			if verdict.Severity != test.severity || verdict.Object != test.object || !strings.Contains(verdict.Message, test.message) {
				t.Errorf("got %q %q %q, want %q %q …%q…",
					verdict.Severity, verdict.Object, verdict.Message, test.severity, test.object, test.message)
			}
		})
	}
}

func reference(origin string) Reference {
	return Reference{
		Schema: "public", Table: "payments", Columns: postgres.Names{"contract_id"}, ChildKind: "r",
		ParentSchema: "public", ParentTable: "contracts", ParentColumns: postgres.Names{"id"}, ParentKind: "r",
		Operators: postgres.Names{"="}, Origin: origin,
	}
}

func TestJudgeOrphanRows(t *testing.T) {
	const object = "public.payments.contract_id -> public.contracts.id"
	judge(t, OrphanRows, map[string]judged[OrphanedReference]{
		"none":              {row: OrphanedReference{Reference: reference(Declared)}},
		"one":               {row: OrphanedReference{Reference: reference(Declared), Orphans: 1, Keys: 9}, severity: Warning, object: object, message: "1 row of public.payments points at no row of public.contracts (contract_id)"},
		"many":              {row: OrphanedReference{Reference: reference(Declared), Orphans: 41, Keys: 90}, severity: Warning, object: object, message: "41 rows of public.payments point at no row of public.contracts"},
		"declared, most":    {row: OrphanedReference{Reference: reference(Declared), Orphans: 9, Keys: 9}, severity: Warning, object: object},
		"inferred, half":    {row: OrphanedReference{Reference: reference(FromName), Orphans: 5, Keys: 10}, severity: Warning, object: object},
		"inferred, most":    {row: OrphanedReference{Reference: reference(FromName), Orphans: 6, Keys: 10}, severity: Info, object: object, message: "out of 10: perhaps"},
		"workload, most":    {row: OrphanedReference{Reference: reference(FromWorkload), Orphans: 6, Keys: 10}, severity: Info, object: object},
		"share allowed":     {row: OrphanedReference{Reference: reference(FromName), Orphans: 6, Keys: 10}, thresholds: Thresholds{"max-inferred-share": 0.6}, severity: Warning, object: object},
		"share not allowed": {row: OrphanedReference{Reference: reference(FromName), Orphans: 1, Keys: 10}, thresholds: Thresholds{"max-inferred-share": 0}, severity: Info, object: object},
	})
}

func TestJudgeDuplicateEmails(t *testing.T) {
	row := func(mode string, groups, surplus, rows int64) DuplicateEmails {
		return DuplicateEmails{Schema: "public", Table: "users", Column: "email", Mode: mode, Groups: groups, Surplus: surplus, Rows: rows}
	}
	judge(t, DuplicateEmail, map[string]judged[DuplicateEmails]{
		"none":         {row: row(Exact, 0, 0, 9)},
		"exact":        {row: row(Exact, 2, 3, 9), severity: Warning, object: "public.users.email", message: "3 rows of public.users too many: 2 values of email occur more than once"},
		"exact, one":   {row: row(Exact, 1, 1, 9), severity: Warning, object: "public.users.email", message: "1 row of public.users too many: 1 value of email occurs more than once"},
		"folded":       {row: row(Folded, 1, 1, 9), severity: Info, object: "public.users.lower(email)", message: "1 spelling of public.users.email differs only"},
		"half is fine": {row: row(Exact, 1, 5, 10), severity: Warning, object: "public.users.email"},
		"more is not":  {row: row(Exact, 1, 6, 10), severity: Info, object: "public.users.email", message: "out of 10 rows"},
	})
	doubtful := row(Exact, 1, 6, 10)
	DuplicateEmail.Judge(&doubtful, postgres.Server{}, nil)
	if !doubtful.Doubtful {
		t.Error("not marked as doubtful")
	}
}

func TestJudgeConstraintNotValidated(t *testing.T) {
	row := UnvalidatedConstraint{Schema: "public", Table: "t", Constraint: "c"}
	broken, unknown, valid := row, row, row
	broken.Violations, unknown.Violations, valid.Validated = 41, -1, true
	judge(t, ConstraintNotValidated, map[string]judged[UnvalidatedConstraint]{
		"validated": {row: valid},
		"kept":      {row: row, severity: Warning, object: "public.t.c", message: "no row from before breaks it now"},
		"broken":    {row: broken, severity: Warning, object: "public.t.c", message: ", 41 rows from before break it"},
		"uncounted": {row: unknown, severity: Warning, object: "public.t.c", message: "could not be counted"},
	})
}

func TestJudgeIndexInvalid(t *testing.T) {
	row := InvalidIndex{Schema: "public", Index: "i", Table: "t", Ready: true}
	unique, half, leftover, valid := row, row, row, row
	unique.Unique, half.Ready, leftover.Leftover, valid.Valid = true, false, "ccnew", true
	judge(t, IndexInvalid, map[string]judged[InvalidIndex]{
		"valid":      {row: valid},
		"plain":      {row: row, severity: Warning, object: "public.i", message: "writes still pay for it"},
		"unique":     {row: unique, severity: Warning, object: "public.i", message: "may reject rows"},
		"half built": {row: half, severity: Warning, object: "public.i", message: "never use it"},
		"leftover":   {row: leftover, severity: Warning, object: "public.i", message: "REINDEX CONCURRENTLY"},
	})
}

func TestJudgeSessions(t *testing.T) {
	row := func(usable int, seconds ...int64) DatabaseSessions {
		r := DatabaseSessions{Database: "shop", Usable: usable}
		for _, s := range seconds {
			r.Listed = append(r.Listed, Session{Seconds: s})
		}
		return r
	}
	judge(t, IdleSessions, map[string]judged[DatabaseSessions]{
		"nobody":       {row: row(97)},
		"pauses":       {row: row(97, 3599, 0)},
		"forgotten":    {row: row(97, 3600, 10), severity: Info, object: "shop", message: "1 session has been idle for 1 h or longer"},
		"below a part": {row: row(9, 3600, 3600), severity: Info, object: "shop"},
		"a part":       {row: row(8, 3600, 3600), severity: Warning, object: "shop", message: "25% of the usable"},
	})
	blocking := row(97, 300, 10)
	blocking.Listed[0].Blocked, blocking.Listed[1].Blocked = 2, 7 // the second is too young to count
	judge(t, IdleInTransaction, map[string]judged[DatabaseSessions]{
		"nobody":    {row: row(97)},
		"thinks":    {row: row(97, 299)},
		"forgotten": {row: row(97, 300, 301), severity: Warning, object: "shop", message: "2 sessions have sat idle inside a transaction for 5 min or longer"},
		"blocks":    {row: blocking, severity: Critical, object: "shop", message: "2 other sessions wait"},
	})
	judge(t, IdleInTransactionAborted, map[string]judged[DatabaseSessions]{
		"at once":   {row: row(97, 59)},
		"forgotten": {row: row(97, 60), severity: Warning, object: "shop", message: "1 session has sat on a failed transaction for 1 min or longer"},
		"blocks":    {row: blocking, severity: Critical, object: "shop", message: "2 other sessions wait"},
	})
}

func TestJudgeConnectionSaturation(t *testing.T) {
	row := func(used int) ServerConnections {
		return ServerConnections{MaxConnections: 103, Reserved: 3, Used: used}
	}
	judge(t, ConnectionSaturation, map[string]judged[ServerConnections]{
		"fine":     {row: row(79)},
		"warning":  {row: row(80), severity: Warning, object: "server", message: "80 of 100 usable connections are taken (80%)"},
		"nearly":   {row: row(94), severity: Warning, object: "server"},
		"critical": {row: row(95), severity: Critical, object: "server"},
	})
}

func TestJudgePgStatStatements(t *testing.T) {
	text := func(s string) *string { return &s }
	row := StatementStatistics{Database: "shop", Available: text("1.10"), Installed: text("1.10"), Loaded: true, CanRead: true}
	notLoaded, pending, notCreated, nowhere, old, blind := row, row, row, row, row, row
	notLoaded.Loaded = false
	pending.Loaded, pending.PendingRestart = false, true
	notCreated.Installed = nil
	nowhere.Installed, nowhere.Available = nil, nil
	old.Installed = text("1.7")
	blind.CanRead = false
	judge(t, PgStatStatementsUnavailable, map[string]judged[StatementStatistics]{
		"all there":   {row: row},
		"not loaded":  {row: notLoaded, severity: Info, object: "shop", message: "not in shared_preload_libraries"},
		"pending":     {row: pending, severity: Info, object: "shop", message: "a restart is pending"},
		"not created": {row: notCreated, severity: Info, object: "shop", message: "not created in this database"},
		"no package":  {row: nowhere, severity: Info, object: "shop", message: "postgresql-contrib"},
		"old":         {row: old, severity: Info, object: "shop", message: "1.8 is needed"},
		"blind":       {row: blind, severity: Info, object: "shop", message: "pg_read_all_stats"},
	})
}

func TestJudgeStatements(t *testing.T) {
	slow := func(mean float64, calls int64, text string) SlowQuery {
		return SlowQuery{QueryID: "-5", Query: text, Calls: calls, MeanMS: mean}
	}
	const query = "SELECT *\n  FROM orders"
	judge(t, SlowStatement, map[string]judged[SlowQuery]{
		"fast":     {row: slow(999.9, 5, query)},
		"seldom":   {row: slow(1000, 4, query)},
		"slow":     {row: slow(1000, 5, query), severity: Warning, object: "-5", message: "takes 1000 ms on average of 5 calls: SELECT * FROM orders"},
		"catalog":  {row: slow(1000, 5, "SELECT * FROM pg_class JOIN information_schema.tables ON true")},
		"no table": {row: slow(1000, 5, "SELECT report($1)"), severity: Warning, object: "-5"},
		"mixed":    {row: slow(1000, 5, "SELECT * FROM pg_class, orders"), severity: Warning, object: "-5"},
		"cut off":  {row: slow(1000, 5, "SELECT * FROM pg_class WHERE ("), severity: Warning, object: "-5"},
	})
	long := slow(1000, 5, "SELECT '"+strings.Repeat("ä", 5000)+"'")
	if SlowStatement.Judge(&long, postgres.Server{}, nil); len([]rune(long.Query)) != shownText {
		t.Errorf("evidence holds %d characters", len([]rune(long.Query)))
	}
	share := func(percent, total float64) StatementShare {
		return StatementShare{QueryID: "-5", Query: query, Calls: 7, SharePercent: percent, DatabaseMS: total, TotalMS: 90_000}
	}
	once := share(99, 10_000)
	once.Calls = 1
	judge(t, StatementTimeHog, map[string]judged[StatementShare]{
		"once":        {row: once},
		"small share": {row: share(32.9, 10_000)},
		"small total": {row: share(33, 9_999)},
		"hog":         {row: share(33, 10_000), severity: Warning, object: "-5", message: "takes 33% of the time of all statements, 1 min in 7 calls: SELECT * FROM orders"},
	})
}

func TestJudgeSeqScanHeavy(t *testing.T) {
	now := time.Date(2026, 1, 11, 0, 0, 0, 0, time.UTC)
	server := func(days int) postgres.Server {
		return postgres.Server{Now: now, Started: now.AddDate(0, 0, -days)}
	}
	row := func(rows, scans, perScan int64) ScannedTable {
		return ScannedTable{Schema: "public", Table: "t", LiveRows: rows, SeqScans: scans, RowsRead: scans * perScan}
	}
	judge(t, SeqScanHeavy, map[string]judged[ScannedTable]{
		"small":         {row: row(9_999, 500, 9_999), server: server(10)},
		"few":           {row: row(10_000, 99, 5_000), server: server(0)},
		"stop early":    {row: row(10_000, 500, 4_999), server: server(10)},
		"never":         {row: row(10_000, 0, 0), server: server(10), thresholds: Thresholds{"min-scans": 0, "min-scans-per-day": 0}},
		"seldom a day":  {row: row(10_000, 479, 5_000), server: server(10)},
		"often":         {row: row(10_000, 480, 5_000), server: server(10), severity: Warning, object: "public.t", message: "read as a whole 480 times, 5000 rows each time"},
		"a first hour":  {row: row(10_000, 100, 5_000), server: server(0), severity: Warning, object: "public.t"},
		"own threshold": {row: row(10, 100, 10), thresholds: Thresholds{"min-rows": 10, "min-rows-per-scan": 10}, server: server(0), severity: Warning, object: "public.t"},
	})
}
