package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// AutovacuumPace is one setting that slows autovacuum down, and what the costs come to.
type AutovacuumPace struct {
	ServerSetting
	CostLimit      float64  `db:"cost_limit" json:"cost_limit"`
	CostDelay      float64  `db:"cost_delay" json:"cost_delay_ms"`
	BytesPerSecond *float64 `db:"bytes_per_second" json:"bytes_per_second"` // of changed pages, all workers together; nil for no limit
}

var (
	vacuumPace = Threshold{
		Name: "min-megabytes-per-second", Default: 5, Unit: "MB of changed pages",
		Why: "the default is 39; what was the default until PostgreSQL 11, 4, is known to be too slow",
	}
	vacuumScale = Threshold{
		Name: "max-scale-factor", Default: 0.2, Unit: "of a table's rows",
		Why: "PostgreSQL's own default, which is much for large tables already",
	}
	vacuumWorkers = Threshold{
		Name: "min-workers", Default: 2, Unit: "workers",
		Why: "a single one is kept by the largest table",
	}
)

// AutovacuumThrottled finds an autovacuum that cannot follow.
var AutovacuumThrottled = define(Spec[AutovacuumPace]{
	Doc: Doc{
		ID:       "autovacuum-throttled",
		Title:    "autovacuum is kept too slow to follow",
		Examines: "settings",
		Why: `Autovacuum works until it has used up autovacuum_vacuum_cost_limit, then sleeps for autovacuum_vacuum_cost_delay, and all its workers share that budget. With settings copied from old servers (20 ms until PostgreSQL 11, which comes to 4 MB of changed pages a second) it needs days for a table that changes in hours: dead rows and tables grow, and more workers only share the same budget. A scale factor above 0.2 lets more than a fifth of each table die before it comes at all, and a single worker is busy with the largest table while all others wait.

Confirm: SELECT name, setting, source FROM pg_settings WHERE name ~ 'autovacuum|vacuum_cost'; long runs in pg_stat_progress_vacuum; pgdoctor check vacuum-overdue.

Cure: back to the defaults, or faster: autovacuum_vacuum_cost_delay = 2ms, autovacuum_vacuum_cost_limit = 200 to 2000, autovacuum_vacuum_scale_factor = 0.2 or less, three workers or more (a restart up to PostgreSQL 17). pgdoctor fix sets the defaults.

Prevention: small and frequent runs cost less than rare and large ones: give large tables a smaller scale factor of their own rather than slow down all.`,
		Category:   Configuration,
		Severity:   Warning,
		Thresholds: []Threshold{vacuumPace, vacuumScale, vacuumWorkers},
	},
	Judge: func(row *AutovacuumPace, _ postgres.Server, t Thresholds) (Verdict, bool) {
		return row.judge(t)
	},
})

// The defaults of every supported major, at which nobody throttled anything.
const (
	defaultCostDelay = 2 // ms
	defaultCostLimit = 200
)

func (p *AutovacuumPace) judge(t Thresholds) (Verdict, bool) {
	slow := p.BytesPerSecond != nil && *p.BytesPerSecond < t.Of(vacuumPace)*(1<<20)
	verdict := Verdict{Object: p.Name}
	switch p.Name {
	case "autovacuum_vacuum_cost_delay":
		verdict.Message = fmt.Sprintf("autovacuum sleeps %v ms after each %v points of work: all workers together clean %s of changed pages a second at most",
			p.CostDelay, p.CostLimit, p.speed())
		return verdict, slow && p.CostDelay > defaultCostDelay
	case "autovacuum_vacuum_cost_limit":
		verdict.Message = fmt.Sprintf("autovacuum may do %v points of work between its pauses of %v ms: all workers together clean %s of changed pages a second at most",
			p.CostLimit, p.CostDelay, p.speed())
		return verdict, slow && p.CostLimit < defaultCostLimit
	case "autovacuum_max_workers":
		verdict.Severity = Info
		verdict.Message = fmt.Sprintf("autovacuum has %s worker: every other table waits while it cleans the largest", p.Value)
		return verdict, p.Number() < t.Of(vacuumWorkers)
	}
	verdict.Severity = Info
	verdict.Message = fmt.Sprintf("autovacuum comes only when more than %v of a table's rows are dead", p.Number())
	return verdict, p.Number() > t.Of(vacuumScale)
}

func (p *AutovacuumPace) speed() string {
	if p.BytesPerSecond == nil {
		return "any number"
	}
	return inBytes(*p.BytesPerSecond)
}
