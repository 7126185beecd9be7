package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// WALSender is one connection that gets WAL from this server, and how far its other end is.
type WALSender struct {
	Name             string  `db:"name" json:"name"` // application_name
	Client           string  `db:"client" json:"client" volatile:"true"`
	Namesakes        int     `db:"namesakes" json:"namesakes"` // of that name, this one included
	State            string  `db:"state" json:"state"`         // startup, catchup, streaming, backup, stopping
	SyncState        string  `db:"sync_state" json:"sync_state"`
	Slot             *string `db:"slot_name" json:"slot"`
	Logical          bool    `db:"logical" json:"logical"`
	Bytes            int64   `db:"bytes" json:"bytes" volatile:"true"`     // that it has not replayed, or stored
	Seconds          float64 `db:"seconds" json:"seconds" volatile:"true"` // as last measured
	ConnectedSeconds int64   `db:"connected_seconds" json:"connected_seconds" volatile:"true"`
}

// object is the standby's name, and its address where that is needed to tell it from others.
func (s WALSender) object() string {
	if s.Namesakes > 1 {
		return postgres.Name(s.Name) + "@" + s.Client
	}
	return postgres.Name(s.Name)
}

// The lag of a standby, seen from its primary or from itself.
var (
	lagWarnSeconds = Threshold{
		Name: "warn-seconds", Default: 30, Unit: "seconds",
		Why: "readers of the standby see data that old",
	}
	lagCriticalSeconds = Threshold{
		Name: "critical-seconds", Default: 900, Unit: "seconds",
		Why: "a failover to it takes or loses that long",
	}
	lagWarnMiB = Threshold{
		Name: "warn-mib", Default: 512, Unit: "MiB",
		Why: "a bulk load leaves some for a moment",
	}
	lagCriticalMiB = Threshold{
		Name: "critical-mib", Default: 16 * 1024, Unit: "MiB",
		Why: "without a slot the primary removes what it needs next, with one it fills the disk",
	}
)

// lagging judges a lag by time and by bytes. An idle server has neither.
func lagging(seconds float64, bytes int64, t Thresholds) (Severity, bool) {
	mib := float64(bytes) / (1 << 20)
	if bytes > 0 && (seconds >= t.Of(lagCriticalSeconds) || mib >= t.Of(lagCriticalMiB)) {
		return Critical, true
	}
	return Warning, bytes > 0 && (seconds >= t.Of(lagWarnSeconds) || mib >= t.Of(lagWarnMiB))
}
