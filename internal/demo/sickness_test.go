package demo

import (
	"testing"

	"github.com/jackc/pgx/v5"
)

// count is a number that plain SQL finds.
type count struct {
	name string
	want int
	sql  string
}

func compare(t *testing.T, conn *pgx.Conn, counts []count) {
	t.Helper()
	for _, c := range counts {
		var got int
		if err := conn.QueryRow(t.Context(), c.sql).Scan(&got); err != nil {
			t.Errorf("%s: %v", c.name, err)
		} else if got != c.want {
			t.Errorf("%s: got %d, want %d", c.name, got, c.want)
		}
	}
}

var rowCounts = []count{
	{"users", Users, `SELECT count(*) FROM users`},
	{"properties", Properties, `SELECT count(*) FROM properties`},
	{"contracts", Contracts, `SELECT count(*) FROM contracts`},
	{"payments", Payments, `SELECT count(*) FROM payments`},
	{"conversations", Conversations, `SELECT count(*) FROM conversations`},
	{"messages", Messages, `SELECT count(*) FROM messages`},
	{"user_sessions", UserSessions, `SELECT count(*) FROM user_sessions`},
	{"login_attempts", LoginAttempts, `SELECT count(*) FROM login_attempts`},
	{"audit_log", AuditLines, `SELECT count(*) FROM audit_log`},
}

// surplusIn counts the rows of a column that refer to a surplus user.
func surplusIn(table, column string) string {
	return `SELECT count(*) FROM ` + table + ` WHERE ` + column + ` IN (
		SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY email ORDER BY id) AS place FROM users) u WHERE place > 1)`
}

var duplicateCounts = []count{
	{"groups", DuplicateEmailGroups, `SELECT count(*) FROM (SELECT FROM users GROUP BY email HAVING count(*) > 1) g`},
	{"surplus", DuplicateEmailSurplus, `SELECT count(*) - count(DISTINCT email) FROM users`},
	{"variants", EmailVariants, `SELECT count(DISTINCT email) - count(DISTINCT lower(btrim(email))) FROM users`},
	{"groups with variants", DuplicateEmailGroups + EmailVariants,
		`SELECT count(*) FROM (SELECT FROM users GROUP BY lower(btrim(email)) HAVING count(*) > 1) g`},
	{"contracts", SurplusContracts, surplusIn("contracts", "tenant_id")},
	{"sessions", SurplusSessions, surplusIn("user_sessions", "user_id")},
	{"received", SurplusReceived, surplusIn("messages", "recipient_id")},
	{"sent", SurplusSent, surplusIn("messages", "sender")},
	{"attempts", SurplusLoginAttempts, surplusIn("login_attempts", "user_id")},
	{"properties", SurplusProperties, surplusIn("properties", "user_id")},
	{"settings", SurplusSettings, surplusIn("notification_settings", "user_id")},
	{"audit lines", 0, surplusIn("audit_log", "user_id")},
	{"conflicts", SettingsConflicts, `SELECT sum(n - 1) FROM (
		SELECT count(*) AS n FROM notification_settings s JOIN users u ON u.id = s.user_id GROUP BY u.email) g`},
}

func orphansIn(child, column, parent string) string {
	return `SELECT count(*) FROM ` + child + ` c WHERE ` + column + ` IS NOT NULL
		AND NOT EXISTS (SELECT FROM ` + parent + ` p WHERE p.id = c.` + column + `)`
}

var orphanCounts = []count{
	{"properties", OrphanProperties, orphansIn("properties", "user_id", "users")},
	{"payments", OrphanPayments, orphansIn("payments", "contract_id", "contracts")},
	{"messages", OrphanMessages, orphansIn("messages", "sender", "users")},
	{"messages without conversation", 0, orphansIn("messages", "conversation_id", "conversations")},
	{"properties without user", PropertiesWithoutUser, `SELECT count(*) FROM properties WHERE user_id IS NULL`},
	{"payments without contract", PaymentsWithoutContract, `SELECT count(*) FROM payments WHERE contract_id IS NULL`},
	{"messages without sender", MessagesWithoutSender, `SELECT count(*) FROM messages WHERE sender IS NULL`},
	{"conversations about orphans", OrphanPropertiesTalkedOf, `SELECT count(*) FROM conversations c
		JOIN properties p ON p.id = c.property_id WHERE p.user_id IS NOT NULL
		AND NOT EXISTS (SELECT FROM users u WHERE u.id = p.user_id)`},
	{"contracts about orphans", 0, `SELECT count(*) FROM contracts c
		JOIN properties p ON p.id = c.property_id WHERE p.user_id IS NOT NULL
		AND NOT EXISTS (SELECT FROM users u WHERE u.id = p.user_id)`},
}

var applicationCounts = []count{
	{"expired sessions", ExpiredSessions, `SELECT count(*) FROM user_sessions WHERE expires_at < now()`},
	{"locked accounts", LockedAccounts, `SELECT count(*) FROM users WHERE failed_login_attempts >= 5`},
	{"suspicious addresses", SuspiciousAddresses, `SELECT count(*) FROM (SELECT FROM login_attempts
		WHERE NOT success AND attempted_at > now() - interval '1 hour' GROUP BY ip_address HAVING count(*) > 10) a`},
	{"failures per address", FailuresPerAddress, `SELECT max(n) FROM (SELECT count(*) AS n FROM login_attempts
		WHERE NOT success AND attempted_at > now() - interval '1 hour' GROUP BY ip_address) a`},
}

var catalogCounts = []count{
	{"invalid index", 1, `SELECT count(*) FROM pg_index WHERE NOT indisvalid AND indexrelid = '` + InvalidIndex + `'::regclass`},
	{"any invalid index", 1, `SELECT count(*) FROM pg_index WHERE NOT indisvalid`},
	{"constraints not validated", 2, `SELECT count(*) FROM pg_constraint WHERE NOT convalidated`},
	{"those by name", 2, `SELECT count(*) FROM pg_constraint WHERE NOT convalidated
		AND conname IN ('` + NotValidForeignKey + `', '` + NotValidCheck + `')`},
	{"rows against the check", 0, `SELECT count(*) FROM payments WHERE amount <= 0`},
	{"foreign keys without index", len(ForeignKeysWithoutIndex), `SELECT count(*) FROM pg_constraint c
		WHERE contype = 'f' AND conparentid = 0 AND NOT EXISTS (SELECT FROM pg_index i
			WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])`},
	{"those by name", len(ForeignKeysWithoutIndex), `SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND conparentid = 0
		AND conname IN ('` + ForeignKeysWithoutIndex[0] + `', '` + ForeignKeysWithoutIndex[1] + `', '` + ForeignKeysWithoutIndex[2] + `')`},
	{"duplicate index", 1, `SELECT count(*) FROM pg_index a JOIN pg_index b ON a.indrelid = b.indrelid
		AND a.indkey::text = b.indkey::text AND a.indexrelid <> b.indexrelid WHERE a.indexrelid = '` + DuplicateIndex + `'::regclass`},
	{"redundant index", 1, `SELECT count(*) FROM pg_index WHERE indexrelid = '` + RedundantIndex + `'::regclass`},
	{"tables without key", 1, `SELECT count(*) FROM pg_class t WHERE relkind IN ('r', 'p') AND NOT relispartition
		AND relnamespace = 'public'::regnamespace
		AND NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = t.oid AND contype = 'p')`},
	{"percent of the sequence", 96, `SELECT last_value * 100 / 2147483647 FROM ` + ExhaustedSequence},
	{"wrong row estimates", 0, `SELECT count(*) FROM (VALUES ('users', 40305), ('payments', 200000), ('messages', 300000))
		AS t (name, rows) WHERE (SELECT reltuples FROM pg_class WHERE oid = t.name::regclass) <> rows`},
}

var statisticsCounts = []count{
	{"stale settings", StaleSettings, `SELECT n_mod_since_analyze FROM pg_stat_user_tables WHERE relname = '` + TableNeedingVacuum + `'`},
	{"dead settings", StaleSettings, `SELECT n_dead_tup FROM pg_stat_user_tables WHERE relname = '` + TableNeedingVacuum + `'`},
	{"scans of the tables searched", 3, `SELECT count(*) FROM pg_stat_user_tables
		WHERE relname IN ('properties', 'payments', 'messages') AND seq_scan >= 100 AND seq_tup_read > 5000000`},
	{"frequent statements", 5, `SELECT count(*) FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid
		WHERE rolname = '` + AppRole + `' AND calls >= 100`},
	{"slow statements", 1, `SELECT count(*) FROM pg_stat_statements WHERE mean_exec_time >= 1000 AND calls = 5`},
	// of the application's own time, since a busy machine stretches the loading more than the workload
	{"great consumers", 1, `SELECT least(count(*), 1) FROM (SELECT total_exec_time / sum(total_exec_time) OVER () AS share
		FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid WHERE rolname = '` + AppRole + `') s WHERE share > 0.25`},
}

var sessionCounts = []count{
	{"idle", IdleSessions, `SELECT count(*) FROM pg_stat_activity
		WHERE state = 'idle' AND application_name = '` + WebApplication + `'`},
	{"idle in transaction", IdleInTransaction, `SELECT count(*) FROM pg_stat_activity
		WHERE state = 'idle in transaction' AND application_name = '` + WorkerApplication + `'`},
	{"that wrote", 1, `SELECT count(*) FROM pg_stat_activity
		WHERE backend_xid IS NOT NULL AND application_name = '` + WorkerApplication + `'`},
}

var legacyCounts = []count{
	{"orphans", LegacyOrphans, `SELECT count(*) FROM viewings v WHERE tenant_id IS NOT NULL
		AND NOT EXISTS (SELECT FROM tenants t WHERE t.id = v.tenant_id)`},
	{"pg_stat_statements", 0, `SELECT count(*) FROM pg_extension WHERE extname = 'pg_stat_statements'`},
}
