package advisor

import (
	"cmp"
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// Advice is what a workload lacks, and what was looked at to say so.
type Advice struct {
	Engine     string     `json:"engine"`
	Verified   bool       `json:"verified"`
	Proposals  []Proposal `json:"proposals"`
	Statements []*Query   `json:"statements"`
	TotalMS    float64    `json:"total_ms"` // of all statements
	Curve      []float64  `json:"curve"`    // share of the cost that is left after 0, 1, 2 ... proposals
	HeldBack   []HeldBack `json:"held_back,omitempty"`

	// What an index must save, as shares of the time: of what the others leave, and of all.
	least, leastOfAll float64
}

// share is the part of the workload's time that some milliseconds are.
func (advice *Advice) share(ms float64) float64 { return ms / max(advice.TotalMS, 1e-9) }

// Proposal is an index that pays.
type Proposal struct {
	Index
	Bytes       float64  `json:"bytes"`       // estimated
	Helped      []Helped `json:"statements"`  // statements, most helped first
	Saves       float64  `json:"saves"`       // share of the workload's time, net of the writes
	Penalty     float64  `json:"penalty"`     // share of the workload's time that writing it takes
	CostBefore  float64  `json:"cost_before"` // of the helped statements, weighted by their calls
	CostAfter   float64  `json:"cost_after"`
	Verified    bool     `json:"verified"` // by a planner; else by a rule
	Partitioned bool     `json:"partitioned"`
	Extends     string   `json:"extends,omitempty"` // existing index that it makes superfluous
	Assumed     string   `json:"assumed,omitempty"` // what the statement's text does not say and had to be supposed
	Analyze     bool     `json:"analyze"`           // an expression has no statistics until ANALYZE
}

// Helped is a statement that an index helps.
type Helped struct {
	ID      string  `json:"id"`
	Text    string  `json:"text"`
	Calls   float64 `json:"calls"`
	TotalMS float64 `json:"total_ms"`
	In      string  `json:"in,omitempty"`   // the function in which it helps, where the statement calls that
	Runs    string  `json:"runs,omitempty"` // what it helps there
	Share   float64 `json:"share"`          // of the workload's time
	Before  float64 `json:"cost_before"`    // planner's cost
	After   float64 `json:"cost_after"`
}

// Query is a statement as it was examined.
type Query struct {
	Call
	In         string    `json:"in,omitempty"`         // the function that runs it, from whose definition it was read: its calls and its time are parts of those of statements that call that, the first of which has its ID
	Share      float64   `json:"share"`                // of the workload's time
	Minor      string    `json:"minor,omitempty"`      // why it was left aside, "" if it was not
	Policed    bool      `json:"policed,omitempty"`    // whether policies of row-level security for its role are part of what is planned
	Refers     bool      `json:"refers,omitempty"`     // whether what is planned looks for rows that refer to those it deletes, by keys without an index
	Skipped    string    `json:"skipped,omitempty"`    // why it could not be analysed, "" if it could
	Candidates []Index   `json:"candidates,omitempty"` // that were offered for it
	Base       float64   `json:"cost"`                 // cost without any new index, weighted over the bindings
	Best       float64   `json:"best_cost"`            // the least that candidates could make it
	After      float64   `json:"proposed_cost"`        // with what is proposed
	Bindings   []Binding `json:"-"`                    // hold values of columns
	Unbuilt    []string  `json:"refused,omitempty"`    // candidates that the planner refused, and why
	Covered    []string  `json:"covered,omitempty"`    // what could serve it and is there already
	Hindered   []string  `json:"hindered,omitempty"`   // what no index can serve as it is written, and why

	constants map[int]string // of the program's own, by their numbers in Text
	inside    []string       // supposed inside expressions, $1 itself where there is none

	callers  []*Query          // statements that make the function run it
	inner    []*Query          // what functions run for it
	types    map[string]string // of the variables of its function
	givenMS  float64           // of TotalMS, what is theirs
	composes bool              // whether they run statements as well that they put together

	read     workload.Statement
	common   bool         // it returned more rows than a piece of some value would find: see exceeded
	narrow   float64      // see use.narrow
	trigrams bool         // whether an index can find a part of a text: else one for beginnings is all there is
	hidden   bool         // the server refused the values that were tried: the planner is not shown any
	unfolded map[int]bool // parameters of which the planner is not shown any value: see unfold
	seen     observed
	refs     []*Reference
	weight   float64    // milliseconds of the workload a unit of its cost
	offered  []int      // positions of its candidates in the pool
	needs    []int      // those that it would read if all were there
	tried    [][]string // values of its parameters, of all bindings that were made
	served   []bool     // by positions in the pool, see servedBy
	cache    map[string]float64
	costs    []costed
}

// perCall is the rows that a call returned or changed.
func (q *Query) perCall() float64 { return q.Rows / max(1, q.Calls) }

// Verdict says in words why what is proposed for a statement is what it is.
func (q *Query) Verdict(advice *Advice) string {
	switch {
	case q.Skipped != "" || q.Minor != "":
		return "nothing is proposed: " + cmp.Or(q.Skipped, q.Minor)
	case q.read.Computes && len(q.inner) > 0 && q.composes:
		return "it names no table; what the functions do that it calls is looked at by itself, but for the statements that they put together for EXECUTE"
	case q.read.Computes && len(q.inner) > 0:
		return "it names no table; what the functions do that it calls is looked at by itself"
	case q.read.Computes:
		return "nothing is proposed: it names no table; what the functions do that it calls could not be read from their definitions, and is seen where pg_stat_statements counts their statements (pg_stat_statements.track = 'all')"
	case len(q.Bindings) == 0:
		return "nothing is proposed: it reads nothing that an index could find"
	case q.After < 0.9*q.Base && q.After <= worthwhile*q.Best:
		return "the proposals serve it about as well as any index could"
	case q.After < 0.9*q.Base:
		return "the proposals serve it in part; more would cost the workload more than it saves, or go beyond the budget"
	case len(q.Candidates) == 0 && len(q.Covered) > 0:
		return "nothing is proposed: every index that could serve it is there already"
	case len(q.Candidates) == 0 && len(q.Hindered) > 0:
		return "nothing is proposed: no index can serve it as it is written"
	case len(q.Candidates) == 0:
		return "nothing is proposed: it asks for nothing that an index could find, or of small tables alone"
	case q.Best > 0.9*q.Base:
		return "nothing is proposed: the planner would use none of these, or gain next to nothing: it needs too large a part of the rows"
	}
	return fmt.Sprintf("nothing is proposed: at best it would save %.2f%% of the workload's time, and an index must save %.2f%% of what the others leave, net of writing it, and make a statement twice as cheap",
		100*q.Share*(1-q.Best/q.Base), 100*advice.least)
}
