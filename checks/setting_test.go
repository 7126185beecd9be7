package checks

import (
	"strings"
	"testing"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

func setting(name, value string) ServerSetting {
	return ServerSetting{Name: name, Value: value, Source: "configuration file"}
}

func sizedSetting(name, value, unit string, gigabytes int64) SizedSetting {
	sized := SizedSetting{ServerSetting: setting(name, value), DatabaseBytes: gigabytes << 30, LargestBytes: gigabytes << 30}
	if unit != "" {
		sized.Unit = &unit
	}
	return sized
}

func TestSwitches(t *testing.T) {
	for value, want := range map[string][2]bool{ // on, off
		"on": {true, false}, "off": {false, true}, "of": {false, true}, "o": {}, "ON": {true, false}, "Off": {false, true},
		"true": {true, false}, "t": {true, false}, "yes": {true, false}, "y": {true, false}, "1": {true, false},
		"false": {false, true}, "f": {false, true}, "no": {false, true}, "n": {false, true}, "0": {false, true},
		"": {}, "local": {}, "remote_apply": {}, " off ": {false, true},
	} {
		if got := [2]bool{isOn(value), isOff(value)}; got != want {
			t.Errorf("%q: on, off are %v, want %v", value, got, want)
		}
	}
}

func TestSickPlaces(t *testing.T) {
	database, role := "shop", `App "1"`
	places := SettingPlaces{
		{Value: "off"}, {Database: &database, Value: "off"}, {Role: &role, Value: "on"}, {Role: &role, Value: "off"},
		{Database: &database, Role: &role, Value: "off"},
	}
	row := PlacedSetting{ServerSetting: setting("track_counts", "off"), Places: places}
	if where, sick := row.sickPlaces(isOff); !sick || !row.ServerWide || len(row.Places) != 4 ||
		where != "the whole server, all roles, database shop, 2 more" {
		t.Errorf("got %q, %v, %v", where, sick, row.Places)
	}
	// the value of this session says nothing about the server
	for _, source := range []string{"database", "user", "database user", "client", "global"} {
		row := PlacedSetting{ServerSetting: setting("track_counts", "off")}
		row.Source = source
		if where, sick := row.sickPlaces(isOff); sick || row.ServerWide {
			t.Errorf("from %s: sick in %q", source, where)
		}
	}
	if text := places[4].String(); text != `role "App ""1""" in database shop` {
		t.Errorf("a place reads %s", text)
	}
}

func TestJudgeSynchronousCommit(t *testing.T) {
	row := func(value string, standbys bool) SynchronousCommit {
		return SynchronousCommit{PlacedSetting: PlacedSetting{ServerSetting: setting("synchronous_commit", value)}, Standbys: standbys}
	}
	judge(t, SynchronousCommitOff, map[string]judged[SynchronousCommit]{
		"on":                  {row: row("on", true)},
		"local, alone":        {row: row("local", false)},
		"off, alone":          {row: row("off", false), severity: Info, object: "synchronous_commit", message: "off for the whole server"},
		"off, with standbys":  {row: row("off", true), severity: Warning, object: "synchronous_commit", message: "no commit waits for the standbys"},
		"local with standbys": {row: row("local", true), severity: Warning, object: "synchronous_commit", message: "is local for the whole server"},
	})
}

func TestJudgeAutovacuumOff(t *testing.T) {
	row := func(value string, dead int64) AutovacuumSwitch {
		return AutovacuumSwitch{ServerSetting: setting("autovacuum", value), DeadRows: dead}
	}
	judge(t, AutovacuumOff, map[string]judged[AutovacuumSwitch]{
		"on":           {row: row("on", 20_000_000)},
		"few so far":   {row: row("off", 9_999_999), severity: Warning, object: "autovacuum"},
		"harm is done": {row: row("off", 10_000_000), severity: Critical, object: "autovacuum", message: "10,000,000 dead rows wait"},
	})
}

func TestJudgeAutovacuumThrottled(t *testing.T) {
	row := func(name, value string, limit, delay float64) AutovacuumPace {
		pace := AutovacuumPace{ServerSetting: setting(name, value), CostLimit: limit, CostDelay: delay}
		if delay > 0 {
			speed := limit / 20 * 8192 * 1000 / delay
			pace.BytesPerSecond = &speed
		}
		return pace
	}
	const delay, limit = "autovacuum_vacuum_cost_delay", "autovacuum_vacuum_cost_limit"
	judge(t, AutovacuumThrottled, map[string]judged[AutovacuumPace]{
		"default delay":       {row: row(delay, "2", 200, 2)},
		"default limit":       {row: row(limit, "-1", 200, 2)},
		"never pauses":        {row: row(delay, "0", 200, 0)},
		"the old delay":       {row: row(delay, "20", 200, 20), severity: Warning, object: delay, message: "3.9 MB of changed pages"},
		"its limit is usual":  {row: row(limit, "-1", 200, 20)},
		"long, with a budget": {row: row(delay, "20", 2000, 20)},
		"a small budget":      {row: row(limit, "20", 20, 2), severity: Warning, object: limit, message: "20 points of work between its pauses of 2 ms"},
		"its delay is usual":  {row: row(delay, "2", 20, 2)},
		"one worker":          {row: row("autovacuum_max_workers", "1", 200, 2), severity: Info, object: "autovacuum_max_workers", message: "1 worker"},
		"three workers":       {row: row("autovacuum_max_workers", "3", 200, 2)},
		"a fifth":             {row: row("autovacuum_vacuum_scale_factor", "0.2", 200, 2)},
		"half":                {row: row("autovacuum_vacuum_scale_factor", "0.5", 200, 2), severity: Info, object: "autovacuum_vacuum_scale_factor", message: "more than 0.5 of"},
	})
}

// What an untouched small server has by default is no finding.
func TestSmallServersAreSilent(t *testing.T) {
	for _, check := range []*Spec[SizedSetting]{
		LogLockWaitsOff, LogCheckpointsOff, LogAutovacuumOff, TrackIOTimingOff, CheckpointCompletionTargetLow,
		SharedBuffersDefault, MaintenanceWorkMemDefault, EffectiveCacheSizeDefault,
	} {
		small, large := sizedSetting("x", "off", "kB", 0), sizedSetting("x", "off", "kB", 100)
		if check == LogAutovacuumOff {
			small.Value, large.Value = "-1", "-1"
		}
		if _, sick := check.Judge(&small, postgres.Server{}, nil); sick {
			t.Errorf("%s finds fault with a small database", check.ID)
		}
		if _, sick := check.Judge(&large, postgres.Server{}, nil); !sick {
			t.Errorf("%s is silent about a large one", check.ID)
		}
	}
}

func TestJudgeMemory(t *testing.T) {
	judge(t, SharedBuffersDefault, map[string]judged[SizedSetting]{
		"default":  {row: sizedSetting("shared_buffers", "16384", "8kB", 4), severity: Info, object: "shared_buffers", message: "is 128 MB"},
		"small":    {row: sizedSetting("shared_buffers", "16384", "8kB", 3)},
		"set":      {row: sizedSetting("shared_buffers", "131072", "8kB", 400)},
		"in bytes": {row: sizedSetting("shared_buffers", "131072", "kB", 400), severity: Info, object: "shared_buffers"},
	})
	judge(t, EffectiveCacheSizeDefault, map[string]judged[SizedSetting]{
		"default": {row: sizedSetting("effective_cache_size", "524288", "8kB", 16), severity: Info, object: "effective_cache_size", message: "is 4 GB"},
		"small":   {row: sizedSetting("effective_cache_size", "524288", "8kB", 15)},
		"set":     {row: sizedSetting("effective_cache_size", "3145728", "8kB", 400)},
	})
	kilobytes := "kB"
	work := func(value string, connections int) SortMemory {
		row := SortMemory{ServerSetting: setting("work_mem", value), MaxConnections: connections}
		row.Unit = &kilobytes
		return row
	}
	judge(t, WorkMemRisk, map[string]judged[SortMemory]{
		"default":   {row: work("4096", 100)},
		"just fits": {row: work("65536", 1024)},
		"too much":  {row: work("1048576", 200), severity: Info, object: "work_mem", message: "work_mem is 1 GB and 200 connections are allowed: 200 GB"},
	})
}

func TestJudgeCheckpoints(t *testing.T) {
	megabytes, little, much := "MB", int64(1<<30), int64(100<<30)
	row := func(timed, requested int64, hours float64, wal *int64) ForcedCheckpoints {
		return ForcedCheckpoints{ServerSetting: ServerSetting{Name: "max_wal_size", Value: "1024", Unit: &megabytes}, Timed: timed, Requested: requested, Hours: hours, WALBytes: wal}
	}
	const object = "max_wal_size"
	judge(t, CheckpointsRequested, map[string]judged[ForcedCheckpoints]{
		"none":                      {row: row(0, 0, 100, nil)},
		"most, on 13":               {row: row(4, 6, 3, nil), severity: Warning, object: object, message: "6 of 10 checkpoints in 3 h"},
		"half":                      {row: row(5, 5, 3, nil)},
		"few":                       {row: row(0, 9, 3, nil)},
		"a short time":              {row: row(0, 90, 2.9, nil)},
		"much WAL":                  {row: row(10, 90, 30, &much), severity: Warning, object: object, message: "90 of 100"},
		"asked for by hand":         {row: row(10, 90, 30, &little)},
		"some by hand, most by WAL": {row: row(10, 500, 30, &much), severity: Warning, object: object, message: "400 of 510"},
	})
}

func TestJudgeSSLOff(t *testing.T) {
	row := func(value, listens string, sessions int) Encryption {
		return Encryption{ServerSetting: setting("ssl", value), Listens: listens, PublicSessions: sessions}
	}
	judge(t, SSLOff, map[string]judged[Encryption]{
		"on":                {row: row("on", "*", 9)},
		"localhost":         {row: row("off", "localhost", 0)},
		"both loopbacks":    {row: row("off", "127.0.0.1, ::1", 0)},
		"sockets only":      {row: row("off", "", 0)},
		"everywhere":        {row: row("off", "*", 0), severity: Info, object: "ssl", message: "listens on *"},
		"one more":          {row: row("off", "localhost,10.0.0.5", 0), severity: Info, object: "ssl"},
		"from the internet": {row: row("off", "*", 2), severity: Warning, object: "ssl", message: "public addresses (2 now)"},
	})
}

func TestJudgePasswordEncryption(t *testing.T) {
	row := func(value, source string) PlacedSetting {
		s := setting("password_encryption", value)
		s.Source = source
		return PlacedSetting{ServerSetting: s}
	}
	judge(t, PasswordEncryptionMD5, map[string]judged[PlacedSetting]{
		"scram":                {row: row("scram-sha-256", "default")},
		"the default of 13":    {row: row("md5", "default"), severity: Info, object: "password_encryption"},
		"somebody chose it":    {row: row("md5", "configuration file"), severity: Warning, object: "password_encryption"},
		"an old way to say it": {row: row("on", "configuration file"), severity: Warning, object: "password_encryption"},
	})
}

func TestJudgeStatisticsYoung(t *testing.T) {
	now := time.Date(2026, 1, 5, 12, 0, 0, 0, time.UTC)
	aged := func(hours int) postgres.Server {
		return postgres.Server{Now: now, Started: now.Add(-time.Duration(hours) * time.Hour)}
	}
	row := func(reset, survived bool, gigabytes int64) YoungStatistics {
		return YoungStatistics{Database: "shop", Reset: reset, Survived: survived, Bytes: gigabytes << 30}
	}
	judge(t, StatisticsYoung, map[string]judged[YoungStatistics]{
		"old":              {row: row(false, false, 5), server: aged(24)},
		"after a crash":    {row: row(false, false, 5), server: aged(23), severity: Info, object: "shop", message: "the server started 23 h ago"},
		"a clean restart":  {row: row(false, true, 5), server: aged(1)},
		"somebody's reset": {row: row(true, true, 5), server: aged(1), severity: Info, object: "shop", message: "were reset 1 h ago"},
		"a new database":   {row: row(false, false, 0), server: aged(1)},
	})
}

func TestJudgeServerRestarted(t *testing.T) {
	judge(t, ServerRestarted, map[string]judged[ServerStart]{
		"just now":    {row: ServerStart{Seconds: 300, DataSeconds: 90000}, severity: Info, object: "server", message: "started 5 min ago"},
		"an hour ago": {row: ServerStart{Seconds: 3600, DataSeconds: 90000}},
		"a new one":   {row: ServerStart{Seconds: 300, DataSeconds: 2}},
	})
}

func TestJudgeHugePages(t *testing.T) {
	off, on := "off", "on"
	row := func(value string, gigabytes int64, status *string) HugePages {
		return HugePages{ServerSetting: setting("huge_pages", value), SharedBuffers: gigabytes << 30, Status: status}
	}
	judge(t, HugePagesOff, map[string]judged[HugePages]{
		"try, up to 16":  {row: row("try", 32, nil)},
		"off, small":     {row: row("off", 7, nil)},
		"off":            {row: row("off", 8, nil), severity: Info, object: "huge_pages", message: "huge_pages is off, and shared_buffers is 8 GB"},
		"got none":       {row: row("try", 8, &off), severity: Info, object: "huge_pages", message: "the server got none"},
		"got them":       {row: row("try", 8, &on)},
		"off, and so it": {row: row("off", 8, &off), severity: Info, object: "huge_pages", message: "huge_pages is off"},
	})
}

func TestInBytes(t *testing.T) {
	for bytes, want := range map[int64]string{0: "0 MB", 128 << 20: "128 MB", 1 << 30: "1 GB", 3 << 29: "1.5 GB"} {
		if got := inBytes(bytes); !strings.EqualFold(got, want) {
			t.Errorf("%d: %s, want %s", bytes, got, want)
		}
	}
}
