package checks

import (
	"testing"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

func TestJudgeHBATrust(t *testing.T) {
	rule := func(kind, address, netmask string) HBARule {
		return HBARule{Line: 7, Type: kind, Databases: "all", Users: "all", Address: address, Netmask: netmask, Method: "trust"}
	}
	certificate := rule("hostssl", "all", "")
	certificate.Options = "clientcert=verify-full"
	repeated, broken, password := rule("host", "all", ""), rule("host", "all", ""), rule("host", "all", "")
	repeated.Repeated, broken.Error, password.Method = true, "invalid", "scram-sha-256"
	judge(t, HBATrust, map[string]judged[HBARule]{
		"socket":         {row: rule("local", "", ""), severity: Info, object: "local all all trust", message: "line 7 lets every process"},
		"loopback":       {row: rule("host", "127.0.0.1", "255.255.255.255"), severity: Info, object: "host all all 127.0.0.1 255.255.255.255 trust"},
		"loopback, six":  {row: rule("host", "::1", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), severity: Info, object: "host all all ::1 ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff trust"},
		"same host":      {row: rule("host", "samehost", ""), severity: Info, object: "host all all samehost trust"},
		"network":        {row: rule("host", "10.1.0.0", "255.255.0.0"), severity: Warning, object: "host all all 10.1.0.0 255.255.0.0 trust"},
		"same network":   {row: rule("host", "samenet", ""), severity: Warning, object: "host all all samenet trust"},
		"host's name":    {row: rule("host", ".example.com", ""), severity: Warning, object: "host all all .example.com trust"},
		"all":            {row: rule("host", "all", ""), severity: Critical, object: "host all all all trust"},
		"all, four":      {row: rule("host", "0.0.0.0", "0.0.0.0"), severity: Critical, object: "host all all 0.0.0.0 0.0.0.0 trust"},
		"all, six":       {row: rule("hostssl", "::", "::"), severity: Critical, object: "hostssl all all :: :: trust"},
		"certificate":    {row: certificate},
		"never reached":  {row: repeated},
		"cannot be read": {row: broken},
		"a password":     {row: password},
	})
}

func TestJudgePolicyAlwaysTrue(t *testing.T) {
	always, never := "true", "(id = 1)"
	policy := func(command string, visible, allowed *string) Policy {
		return Policy{Schema: "public", Table: "orders", Policy: "p", Permissive: true, Enabled: true, ForPublic: true, Command: command, Visible: visible, Allowed: allowed}
	}
	const object = "public.orders.p"
	judge(t, PolicyAlwaysTrue, map[string]judged[Policy]{
		"all":               {row: policy("ALL", &always, nil), severity: Info, object: object, message: "INSERT, UPDATE and DELETE"},
		"all, what comes":   {row: policy("ALL", &always, &never)},
		"update":            {row: policy("UPDATE", &always, &always), severity: Info, object: object},
		"insert":            {row: policy("INSERT", nil, &always), severity: Info, object: object},
		"insert, condition": {row: policy("INSERT", nil, &never)},
		"delete":            {row: policy("DELETE", &always, nil), severity: Info, object: object},
		"select":            {row: policy("SELECT", &always, nil)},
		"condition":         {row: policy("ALL", &never, &always)},
	})
}

func TestJudgeRolePasswordExpired(t *testing.T) {
	row := func(days int) RoleExpiry { return RoleExpiry{Role: "web", ValidUntil: "2026-01-05", DaysLeft: days} }
	judge(t, RolePasswordExpired, map[string]judged[RoleExpiry]{
		"past":      {row: row(-1), severity: Info, object: "web", message: "expired on 2026-01-05"},
		"today":     {row: row(0), severity: Info, object: "web", message: "within a day"},
		"soon":      {row: row(13), severity: Info, object: "web", message: "in 13 days"},
		"far":       {row: row(14)},
		"far again": {row: row(20), thresholds: Thresholds{"days": 30}, severity: Info, object: "web"},
	})
}

func TestJudgePublicSchemaCreate(t *testing.T) {
	judge(t, PublicSchemaCreate, map[string]judged[OpenSchema]{
		"closed":          {row: OpenSchema{Schema: "public", Logins: 3}},
		"factory default": {row: OpenSchema{Schema: "public", FactoryDefault: true, Creatable: true}, severity: Info, object: "public", message: "no other role can log in"},
		"others":          {row: OpenSchema{Schema: "public", FactoryDefault: true, Creatable: true, Logins: 1}, severity: Warning, object: "public"},
	})
}

func TestJudgeTransactionLong(t *testing.T) {
	row := func(application string, seconds int64, blocked int) DatabaseSessions {
		return DatabaseSessions{Database: "shop", Listed: Sessions{{PID: 1, State: "active", Application: application, XactSeconds: seconds, Blocked: blocked}}}
	}
	judge(t, TransactionLong, map[string]judged[DatabaseSessions]{
		"short":      {row: row("web", 299, 5)},
		"long":       {row: row("web", 300, 0), severity: Info, object: "shop", message: "1 session has been at work"},
		"blocks":     {row: row("web", 300, 1), severity: Warning, object: "shop", message: "1 other session waits for it"},
		"very long":  {row: row("web", 1800, 0), severity: Warning, object: "shop"},
		"a dump":     {row: row("pg_dump", 7200, 0)},
		"stuck dump": {row: row("pg_dump", 28_800, 0), severity: Warning, object: "shop"},
	})
}

func TestJudgePreparedTransactionOld(t *testing.T) {
	row := func(seconds, xids int64) PreparedTransaction {
		return PreparedTransaction{GID: "a.b", Database: "shop", Owner: "web", Seconds: seconds, XIDs: xids}
	}
	const object = `shop."a.b"`
	judge(t, PreparedTransactionOld, map[string]judged[PreparedTransaction]{
		"young":         {row: row(599, 5)},
		"old":           {row: row(600, 5), severity: Warning, object: object, message: "prepared by web"},
		"a day":         {row: row(86_400, 5), severity: Critical, object: object},
		"many behind":   {row: row(60, 100_000_000), severity: Critical, object: object},
		"not many then": {row: row(60, 99_999_999)},
	})
}

func TestJudgeLocks(t *testing.T) {
	judge(t, LockTableSaturation, map[string]judged[LockTable]{
		"room":        {row: LockTable{Locked: 69, Capacity: 100}},
		"nearly full": {row: LockTable{Locked: 70, Capacity: 100}, severity: Warning, object: "server", message: "(70%)"},
		"full":        {row: LockTable{Locked: 90, Capacity: 100}, severity: Critical, object: "server"},
	})
	judge(t, LocksManyBySession, map[string]judged[LockHolder]{
		"few":  {row: LockHolder{User: "web", Locks: 1999, Capacity: 6400}},
		"many": {row: LockHolder{User: "web", Application: "job", Locks: 2000, Capacity: 6400}, severity: Info, object: "web.job"},
		"half": {row: LockHolder{User: "web", Application: "job", Locks: 3200, Capacity: 6400}, severity: Warning, object: "web.job"},
	})
	judge(t, AdvisoryLocksHeldLong, map[string]judged[AdvisoryHolder]{
		"none":     {row: AdvisoryHolder{User: "web", Seconds: 9000}},
		"short":    {row: AdvisoryHolder{User: "web", Locks: 1, Seconds: 299, Waiting: 1}},
		"wanted":   {row: AdvisoryHolder{User: "web", Application: "job", Sessions: 1, Locks: 1, Seconds: 300, Waiting: 1}, severity: Warning, object: "web.job"},
		"unwanted": {row: AdvisoryHolder{User: "web", Application: "job", Sessions: 1, Locks: 1, Seconds: 3600}, severity: Info, object: "web.job"},
	})
}

func TestJudgeXminHorizonHeld(t *testing.T) {
	row := func(xids int64, catalogs bool) HorizonHolder {
		return HorizonHolder{Kind: "replication slot", Name: "cdc", XIDs: xids, CatalogsOnly: catalogs}
	}
	session := func(xids, seconds int64) HorizonHolder {
		return HorizonHolder{Kind: "session", Name: "ann", Application: "pg_dump", XIDs: xids, Seconds: &seconds}
	}
	const object = "replication slot.cdc"
	judge(t, XminHorizonHeld, map[string]judged[HorizonHolder]{
		"recent":        {row: row(999_999, false)},
		"held":          {row: row(1_000_000, false), severity: Info, object: object},
		"held for long": {row: row(10_000_000, false), severity: Warning, object: object, message: "10,000,000"},
		"catalogs only": {row: row(10_000_000, true), severity: Info, object: object, message: "of the catalogs"},
		"a dump":        {row: session(9_999_999, 3599)},
		"an hour":       {row: session(1_000_000, 3600), severity: Info, object: "session.ann.pg_dump", message: "which is 1 h"},
		"at once":       {row: session(10_000_000, 60), severity: Warning, object: "session.ann.pg_dump"},
	})
}

func TestJudgePoolPressure(t *testing.T) {
	judge(t, PoolPressure, map[string]judged[PoolLoad]{
		"few":      {row: PoolLoad{Database: "shop", Sessions: 9, Active: 9}},
		"all":      {row: PoolLoad{Database: "shop", Sessions: 10, Active: 10}, severity: Warning, object: "shop"},
		"one idle": {row: PoolLoad{Database: "shop", Sessions: 10, Active: 9, Idle: 1}, severity: Warning, object: "shop"},
		"two idle": {row: PoolLoad{Database: "shop", Sessions: 30, Active: 28, Idle: 2}},
	})
	judge(t, ConnectionsByApplication, map[string]judged[ApplicationConnections]{
		"few":  {row: ApplicationConnections{Application: "web", Connections: 19, Usable: 20}},
		"half": {row: ApplicationConnections{Application: "web", Connections: 50, Usable: 100}, severity: Info, object: "web", message: "50 of the 100"},
		"less": {row: ApplicationConnections{Application: "web", Connections: 49, Usable: 100}},
	})
}

func TestJudgeDefiner(t *testing.T) {
	row := func(change func(*DefinerFunction)) DefinerFunction {
		f := DefinerFunction{Schema: "public", Function: "f", Owner: "web", Others: true, Path: postgres.Names{"public"}}
		change(&f)
		return f
	}
	judge(t, FunctionSearchPathMutable, map[string]judged[DefinerFunction]{
		"mutable":      {row: row(func(*DefinerFunction) {}), severity: Warning, object: "public.f()"},
		"fixed":        {row: row(func(f *DefinerFunction) { f.FixedPath = true })},
		"atomic":       {row: row(func(f *DefinerFunction) { f.Atomic = true })},
		"its owner's":  {row: row(func(f *DefinerFunction) { f.Others = false }), severity: Info, object: "public.f()"},
		"of a trigger": {row: row(func(f *DefinerFunction) { f.Others, f.Trigger = false, true }), severity: Warning, object: "public.f()"},
	})
}
