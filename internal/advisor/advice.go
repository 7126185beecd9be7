package advisor

import (
	"cmp"
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// Advice is what a workload lacks, and what was looked at to say so.
type Advice struct {
	Engine     string
	Verified   bool
	Proposals  []Proposal
	Statements []*Query
	TotalMS    float64   // of all statements
	Curve      []float64 // share of the cost that is left after 0, 1, 2 ... proposals

	least float64 // share of the time that an index must save
}

// Proposal is an index that pays.
type Proposal struct {
	Index
	Bytes       float64  // estimated
	Helped      []Helped // statements, most helped first
	Saves       float64  // share of the workload's time, net of the writes
	Penalty     float64  // share of the workload's time that writing it takes
	CostBefore  float64  // of the helped statements, weighted by their calls
	CostAfter   float64
	Verified    bool // by a planner; else by a rule
	Partitioned bool
	Extends     string // existing index that it makes superfluous
	Assumed     string // what the statement's text does not say and had to be supposed
	Analyze     bool   // an expression has no statistics until ANALYZE
}

// Helped is a statement that an index helps.
type Helped struct {
	ID      string
	Text    string
	Calls   float64
	TotalMS float64
	Share   float64 // of the workload's time
	Before  float64 // planner's cost
	After   float64
}

// Query is a statement as it was examined.
type Query struct {
	Call
	Share      float64 // of the workload's time
	Minor      string  // why it was left aside, "" if it was not
	Skipped    string  // why it could not be analysed, "" if it could
	Candidates []Index // that were offered for it
	Base       float64 // cost without any new index, weighted over the bindings
	Best       float64 // the least that candidates could make it
	After      float64 // with what is proposed
	Bindings   []Binding
	Unbuilt    []string // candidates that the planner refused, and why
	Covered    []string // what could serve it and is there already

	read    workload.Statement
	seen    observed
	refs    []*Reference
	weight  float64 // milliseconds of the workload a unit of its cost
	offered []int   // positions of its candidates in the pool
	cache   map[string]float64
}

// Verdict says in words why what is proposed for a statement is what it is.
func (q *Query) Verdict(advice *Advice) string {
	switch {
	case q.Skipped != "" || q.Minor != "":
		return "nothing is proposed: " + cmp.Or(q.Skipped, q.Minor)
	case len(q.Bindings) == 0:
		return "nothing is proposed: it reads nothing that an index could find"
	case q.After < 0.9*q.Base && q.After <= worthwhile*q.Best:
		return "the proposals serve it about as well as any index could"
	case q.After < 0.9*q.Base:
		return "the proposals serve it in part; more would cost the workload more than it saves, or go beyond the budget"
	case len(q.Candidates) == 0 && len(q.Covered) > 0:
		return "nothing is proposed: every index that could serve it is there already"
	case len(q.Candidates) == 0:
		return "nothing is proposed: it asks for nothing that an index could find, or of small tables alone"
	case q.Best > 0.9*q.Base:
		return "nothing is proposed: the planner would use none of these, or gain next to nothing: it needs too large a part of the rows"
	}
	return fmt.Sprintf("nothing is proposed: at best it would save %.2f%% of the workload's time, and an index must save %.2f%% net of writing it and make a statement twice as cheap",
		100*q.Share*(1-q.Best/q.Base), 100*advice.least)
}
