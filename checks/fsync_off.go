package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// FsyncOff finds a server whose data a power failure destroys.
var FsyncOff = define(Spec[ServerSetting]{
	Doc: Doc{
		ID:       "fsync-off",
		Title:    "writes are not made durable: a crash of the machine can destroy the whole server",
		Examines: "settings",
		Why: `With fsync = off the server tells the system to write and never waits until it is on disk. After a power failure, a kernel crash or a killed virtual machine the files are a mixture of old and new pages: not the last seconds are lost but possibly every database, without a message, and replicas and later backups carry on the damage.

Confirm: SHOW fsync.

Cure: ALTER SYSTEM SET fsync = on, and reload; pgdoctor fix does both. What was written before is safe only after the next checkpoint and a sync of the file system (CHECKPOINT; then sync on the machine). If the machine crashed while it was off, restore from a backup: amcheck and pg_dump find some damage, not all.

Prevention: off is for servers that are thrown away, such as in tests. Who wants faster commits and can lose the last half second sets synchronous_commit = off, which never damages anything.`,
		Category: Configuration,
		Severity: Critical,
	},
	Judge: func(row *ServerSetting, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  row.Name,
			Message: "fsync is off: a crash of the machine can destroy every database of this server",
		}, row.Off()
	},
})
