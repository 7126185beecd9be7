package checks

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/advisor"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// MissingIndex is one statement, and the index that it and others lack, if one
// would pay.
type MissingIndex struct {
	QueryID string         `db:"queryid" json:"-"`
	Query   string         `db:"query" json:"-"`
	Calls   int64          `db:"calls" json:"-"`
	TotalMS float64        `db:"total_ms" json:"-"`
	Rows    int64          `db:"rows" json:"-"`
	Blocks  int64          `db:"blocks" json:"-"`
	Nested  bool           `db:"nested" json:"-"`
	Role    string         `db:"role" json:"-"`
	Samples postgres.Names `db:"samples" json:"-"`

	Schema         string            `json:"schema"`
	Table          string            `json:"table"`
	Columns        postgres.Names    `json:"columns"` // the keys, in order: columns or expressions
	Index          advisor.Index     `json:"index"`
	Partitioned    bool              `json:"partitioned"`
	Statements     []HelpedStatement `json:"statements"`
	CostBefore     float64           `json:"cost_before" volatile:"true"` // planner's units, of all calls of these statements
	CostAfter      float64           `json:"cost_after" volatile:"true"`
	SavesPercent   float64           `json:"saves_percent" volatile:"true"`   // of the time of all statements, net of writing the index
	PenaltyPercent float64           `json:"penalty_percent" volatile:"true"` // of that time, that writing it takes
	SavesSeconds   float64           `json:"saves_seconds" volatile:"true"`
	Bytes          int64             `json:"bytes" volatile:"true"` // estimated
	Engine         string            `json:"engine"`                // who planned with it: hypopg, scratch, model
	Verified       bool              `json:"verified"`              // by a planner
	Extends        string            `json:"extends,omitempty"`     // existing index that it makes superfluous
	Analyze        bool              `json:"analyze"`               // an expression has no statistics until ANALYZE
	Assumed        string            `json:"assumed,omitempty"`
}

// HelpedStatement is a statement that a missing index would help.
type HelpedStatement struct {
	QueryID      string  `json:"queryid" volatile:"true"`
	Query        string  `json:"query"` // at most 2,000 characters
	Calls        int64   `json:"calls" volatile:"true"`
	TotalMS      float64 `json:"total_ms" volatile:"true"`      // of these calls
	SharePercent float64 `json:"share_percent" volatile:"true"` // of the time of all statements
	CostBefore   float64 `json:"cost_before" volatile:"true"`
	CostAfter    float64 `json:"cost_after" volatile:"true"`
	In           string  `json:"in,omitempty"`   // the function in which the index helps, where the statement calls that
	Runs         string  `json:"runs,omitempty"` // what it helps there, at most 2,000 characters
}

var (
	missingMinShare = Threshold{
		Name: "min-share-percent", Default: 0.5, Unit: "percent", Whole: true,
		Why: "of the time that the better indexes leave, that an index must save net of what writing it takes: every index is also a burden",
	}
	missingWarnShare = Threshold{
		Name: "warn-share-percent", Default: 2, Unit: "percent",
		Why: "saving less than that is info",
	}
	missingMinSeconds = Threshold{
		Name: "min-saved-seconds", Default: 0.1, Unit: "seconds",
		Why: "in all calls together: of a workload of milliseconds even half is nothing",
	}
	missingMinCalls = Threshold{
		Name: "min-calls", Default: 3, Unit: "calls", Whole: true,
		Why: "a statement that ran once or twice was typed by somebody, or is a report of the month",
	}
	missingExamined = Threshold{
		Name: "examined-percent", Default: 99.8, Unit: "percent",
		Why: "of the time of all statements: the smallest ones beyond that are left aside unless they read many blocks for few rows",
	}
	missingBudget = Threshold{
		Name: "budget-percent", Default: 0, Unit: "percent", Whole: true,
		Why: "of the size of the tables, that all proposed indexes together may take; 0 is 25 percent, and at least 64 MiB",
	}
)

// adviceTime is how long the advisor may think within one check.
const adviceTime = 30 * time.Second

// LacksIndex finds indexes that the workload lacks.
var LacksIndex = define(Spec[MissingIndex]{
	Doc: Doc{
		ID:       "missing-index",
		Title:    "index that the workload lacks",
		Examines: "statements",
		Why: `Without an index that fits, a statement reads a whole table to find a few rows. That is slow for the one who asks, and for everybody else, whose data it pushes out of the system's cache.

pgdoctor takes the statements that the server has counted (pg_stat_statements), has the planner resolve what each asks of which table, and offers it indexes that do not exist. These hold the columns compared by equality first, then what the rows are sorted by or one range. What functions and triggers in PL/pgSQL run for a statement is read from their definitions, where the server does not count it by itself (pg_stat_statements.track). Join keys, expressions that never change and predicates that stand in the text, such as deleted_at IS NULL, are tried too, and GIN for documents, arrays, words and LIKE '%x%'. It keeps those that make the whole workload cheaper, weighted by how often each statement runs and by what it really took, less what writing the index costs, and that no existing index covers. With the extension hypopg the costs are the planner's own, and nothing is built; without it a model says them, which is marked as not verified.

Confirm: the evidence lists the statements, with cost before and after. pgdoctor explain missing-index --statement ID says what was considered for a statement, and why nothing is proposed for it. Costs are not times: pgdoctor prove builds the indexes on a copy and measures.

Cure: CREATE INDEX CONCURRENTLY, and ANALYZE where an expression is indexed (pgdoctor fix does both).

Prevention: EXPLAIN new statements against data of production's size before they ship.`,
		Category:   Indexes,
		Severity:   Warning,
		Runtime:    true,
		Needs:      []Need{needStatements},
		Thresholds: []Threshold{missingMinShare, missingWarnShare, missingMinSeconds, missingMinCalls, missingExamined, missingBudget},
	},
	Probe: adviseIndexes,
	Judge: func(row *MissingIndex, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if row.Table == "" || row.SavesSeconds < t.Of(missingMinSeconds) {
			return Verdict{}, false
		}
		verdict := Verdict{
			Object: row.object(),
			Message: fmt.Sprintf("would save %.0f%% of the time of all statements: cost %s to %s for %s",
				row.SavesPercent, units(row.CostBefore/row.calls()), units(row.CostAfter/row.calls()), row.helped()),
		}
		if !row.Verified {
			verdict.Message += " (by a rule, not verified by a planner)"
		}
		if row.SavesPercent < t.Of(missingWarnShare) {
			verdict.Severity = Info
		}
		return verdict, true
	},
})

func (m MissingIndex) object() string {
	return postgres.Name(m.Schema, m.Table) + " " + strings.TrimPrefix(strings.TrimPrefix(m.Index.Tail(), "USING "), "btree ")
}

func (m MissingIndex) calls() float64 {
	calls := 0.0
	for _, statement := range m.Statements {
		calls += float64(statement.Calls)
	}
	return max(1, calls)
}

func (m MissingIndex) helped() string {
	first := excerpt(m.Statements[0].Query)
	if more := len(m.Statements) - 1; more > 0 {
		return fmt.Sprintf("%s and %s", first, many(int64(more), "other statement", "other statements"))
	}
	return first
}

// units writes a cost of the planner's.
func units(cost float64) string {
	if cost < 10 {
		return fmt.Sprintf("%.1f", cost)
	}
	return fmt.Sprintf("%.0f", cost)
}

// adviseIndexes has the advisor look at the statements. Each that was examined
// stays a row; the first that an index helps bears the proposal.
func adviseIndexes(ctx context.Context, p *Prober, statements []MissingIndex) ([]MissingIndex, error) {
	t := p.runner.thresholds
	var advice *advisor.Advice
	err := p.Pipelined(ctx, func(tx *postgres.Pipeline) error {
		var err error
		advice, err = advisor.Advise(ctx, tx, p.Server(), callsOf(statements), advisor.Options{
			MinShare: t.Of(missingMinShare) / 100,
			MinCalls: t.Of(missingMinCalls),
			Examined: t.Of(missingExamined) / 100,
			Budget:   t.Of(missingBudget) / 100,
			Until:    time.Now().Add(adviceTime),
		})
		return err
	})
	if err != nil {
		return nil, err
	}
	rows := []MissingIndex{}
	for _, query := range advice.Statements {
		switch {
		case query.Skipped == "":
			rows = append(rows, MissingIndex{QueryID: query.ID})
		case query.Share >= t.Of(missingMinShare)/100:
			p.Denied(query.ID, query.Skipped+": "+excerpt(query.Text))
		}
	}
	for i, proposal := range advice.Proposals {
		row := missing(advice, proposal)
		if i < len(rows) {
			rows[i] = row
		} else {
			rows = append(rows, row)
		}
	}
	return rows, nil
}

func callsOf(statements []MissingIndex) []advisor.Call {
	var calls []advisor.Call
	for _, s := range statements {
		if onlyCatalog(s.Query) {
			continue
		}
		calls = append(calls, advisor.Call{
			ID: s.QueryID, Text: s.Query, Calls: float64(s.Calls), TotalMS: s.TotalMS, Rows: float64(s.Rows), Blocks: float64(s.Blocks), Nested: s.Nested, Role: s.Role, Samples: s.Samples,
		})
	}
	return calls
}

// missing is a proposal as evidence.
func missing(advice *advisor.Advice, proposal advisor.Proposal) MissingIndex {
	row := MissingIndex{
		Schema: proposal.Schema, Table: proposal.Table, Index: proposal.Index, Partitioned: proposal.Partitioned,
		CostBefore: proposal.CostBefore, CostAfter: proposal.CostAfter,
		SavesPercent: 100 * proposal.Saves, PenaltyPercent: 100 * proposal.Penalty, SavesSeconds: proposal.Saves * advice.TotalMS / 1000,
		Bytes: int64(proposal.Bytes), Engine: advice.Engine, Verified: proposal.Verified,
		Extends: proposal.Extends, Analyze: proposal.Analyze, Assumed: proposal.Assumed,
	}
	if !proposal.Verified {
		row.Engine = "model"
	}
	for _, key := range proposal.Keys {
		row.Columns = append(row.Columns, cmp.Or(key.Column, key.Expression))
	}
	for _, helped := range proposal.Helped {
		row.Statements = append(row.Statements, HelpedStatement{
			QueryID: helped.ID, Query: shorten(helped.Text, shownText), Calls: int64(helped.Calls), TotalMS: helped.TotalMS,
			SharePercent: 100 * helped.Share, CostBefore: helped.Before, CostAfter: helped.After,
			In: helped.In, Runs: shorten(helped.Runs, shownText),
		})
	}
	return row
}
