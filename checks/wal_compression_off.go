package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// WALCompressionOff finds WAL that could be smaller.
var WALCompressionOff = define(Spec[ServerSetting]{
	Doc: Doc{
		ID:       "wal-compression-off",
		Title:    "full pages go into the WAL uncompressed",
		Examines: "settings",
		Why: `After each checkpoint the first change of a page writes the whole page into the WAL; on most servers these pages are the larger part of it. wal_compression makes them smaller, often by half, at the cost of some CPU: less to write, to send to standbys, to archive and to replay.

Confirm: SHOW wal_compression; the share of full pages: pg_waldump --stats, or wal_fpi in pg_stat_wal from PostgreSQL 14 on.

Cure: ALTER SYSTEM SET wal_compression = on, and reload; pgdoctor fix does both. on stands for pglz. From PostgreSQL 15 on lz4, which costs less CPU, can be set instead, if the server was built with it.

Prevention: rarer checkpoints (max_wal_size, checkpoint_timeout) make fewer full pages in the first place.`,
		Category: Configuration,
		Severity: Info,
		OptIn:    true,
	},
	Judge: func(row *ServerSetting, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  row.Name,
			Message: "wal_compression is off: full pages go into the WAL, to standbys and to the archive uncompressed",
		}, row.Off()
	},
})
