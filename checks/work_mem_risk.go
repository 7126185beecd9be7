package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// SortMemory is what the sessions of a server may take for sorts and hashes.
type SortMemory struct {
	ServerSetting
	MaxConnections int     `db:"max_connections" json:"max_connections"`
	Worst          float64 `json:"worst_bytes"` // if each connection takes work_mem once
}

var sortMemory = Threshold{
	Name: "max-gigabytes", Default: 64, Unit: "GB",
	Why: "more than most machines have, and one statement may take work_mem several times",
}

// WorkMemRisk finds servers whose sessions can take all memory.
var WorkMemRisk = define(Spec[SortMemory]{
	Doc: Doc{
		ID:       "work-mem-risk",
		Title:    "sessions together may take more memory than any machine has",
		Examines: "settings",
		Why: `Every sort, hash and memoize of every running statement may take work_mem, a hash even hash_mem_multiplier times as much, and each parallel worker again. With a large work_mem and many connections allowed, a burst of traffic or one bad plan takes all memory: the kernel kills a server process, and every session of every database is cut off while the server recovers.

Confirm: SHOW work_mem; SHOW max_connections; compare their product with the memory of the machine.

Cure: a smaller work_mem for the server (16 to 64 MB is usual), and more for the few that need it: ALTER ROLE reports SET work_mem = '512MB', or SET LOCAL in the transaction. A pooler and a smaller max_connections bound the other factor. Settle the numbers with pg_stat_statements (temp_blks_written) before you lower it.

Prevention: memory of the machine less shared_buffers, divided by max_connections times two, is a sane upper bound.`,
		Category:   Configuration,
		Severity:   Info,
		Thresholds: []Threshold{sortMemory},
	},
	Judge: func(row *SortMemory, _ postgres.Server, t Thresholds) (Verdict, bool) {
		row.Worst = row.Bytes() * float64(row.MaxConnections)
		return Verdict{
			Object: row.Name,
			Message: fmt.Sprintf("work_mem is %s and %d connections are allowed: %s if each session sorts once",
				inBytes(row.Bytes()), row.MaxConnections, inBytes(row.Worst)),
		}, row.ofTheServer() && row.Worst > t.Of(sortMemory)*(1<<30)
	},
})
