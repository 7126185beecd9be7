package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// HugePages is the setting huge_pages, and what is at stake.
type HugePages struct {
	ServerSetting
	SharedBuffers int64   `db:"shared_buffers_bytes" json:"shared_buffers_bytes"`
	Status        *string `db:"status" json:"status"` // what the server got, from 17 on
}

var largeBuffers = fromGigabytes(8, "of shared_buffers: below that the map is small enough")

// HugePagesOff finds large shared memory in small pages.
var HugePagesOff = define(Spec[HugePages]{
	Doc: Doc{
		ID:       "huge-pages-off",
		Title:    "large shared buffers in small pages",
		Examines: "settings",
		Why: `Every process of the server keeps a map of shared_buffers. In pages of 4 kB the map of 16 GB takes 32 MB in each process that has touched it all, and the processor's own cache of the map is far too small for it. Huge pages of 2 MB make the map 512 times smaller: with hundreds of connections that saves gigabytes, and every access is a little faster.

Confirm: SHOW huge_pages; SHOW huge_pages_status (PostgreSQL 17); HugePages_Total in /proc/meminfo.

Cure: reserve them in the kernel: vm.nr_hugepages = what postgres -C shared_memory_size_in_huge_pages says (PostgreSQL 15; the server stopped), then huge_pages = on and a restart. With on the server refuses to start without them, with try it falls back silently.

Prevention: reserve them when the machine starts, before memory is in pieces. Containers must be given huge pages.`,
		Category:   Configuration,
		Severity:   Info,
		Thresholds: []Threshold{largeBuffers},
	},
	Judge: func(row *HugePages, _ postgres.Server, t Thresholds) (Verdict, bool) {
		verdict := Verdict{
			Object:  row.Name,
			Message: fmt.Sprintf("huge_pages is %s, and shared_buffers is %s: every process maps it in pages of 4 kB", row.Value, inBytes(row.SharedBuffers)),
		}
		refused := row.Status != nil && *row.Status == "off"
		if refused && !row.Off() {
			verdict.Message = fmt.Sprintf("huge_pages is %s, but the server got none, and shared_buffers is %s: every process maps it in pages of 4 kB",
				row.Value, inBytes(row.SharedBuffers))
		}
		return verdict, (row.Off() || refused) && float64(row.SharedBuffers) >= t.Of(largeBuffers)*(1<<30)
	},
})
