package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var cachedDatabase = fromGigabytes(16, "four times the default; tables, indexes and TOAST of this database count")

// EffectiveCacheSizeDefault finds a planner that does not know its cache.
var EffectiveCacheSizeDefault = define(Spec[SizedSetting]{
	Doc: Doc{
		ID:       "effective-cache-size-default",
		Title:    "the planner is not told how much memory caches the database",
		Examines: "settings",
		Why: `effective_cache_size tells the planner how much of the database the server and the system's cache hold together. It takes no memory. At its default of 4 GB on a machine with more, the planner believes that repeated reads through an index go to the disk, and prefers to read large tables from end to end.

Confirm: SHOW effective_cache_size; free memory and cache of the machine.

Cure: three quarters of the memory of a machine that serves the database alone: ALTER SYSTEM SET effective_cache_size = '24GB', and reload. If the machine has little more than 4 GB, this finding is none: ignore it.

Prevention: set it when the server is made, and again when the machine changes.`,
		Category:   Configuration,
		Severity:   Info,
		Thresholds: []Threshold{cachedDatabase},
	},
	Judge: func(row *SizedSetting, _ postgres.Server, t Thresholds) (Verdict, bool) {
		return Verdict{
			Object: row.Name,
			Message: fmt.Sprintf("effective_cache_size is %s, the default or less, and this database is much larger: the planner takes cached pages for reads from disk",
				inBytes(row.Bytes())),
		}, row.ofTheServer() && row.Bytes() <= 4<<30 && row.reaches(t, cachedDatabase)
	},
})
