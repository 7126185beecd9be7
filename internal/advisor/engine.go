package advisor

import "context"

// Engine plans statements as the server would if some indexes existed. It runs
// none of them. An Engine is used by one goroutine at a time.
type Engine interface {
	// Name is hypopg, scratch or model.
	Name() string
	// Verified says whether a planner's word stands behind the costs.
	Verified() bool
	// Supports says whether the engine can imagine an index of an access method.
	Supports(method string) bool
	// Sees says whether the planner considers an index with expressions or a predicate as it will once
	// it is built, for a table which comes first in the range table of its query or does not.
	Sees(index Index, first bool) bool
	// Plan plans one statement without parameters, with exactly these indexes
	// besides those that are there. Errors are the planner's: of this statement,
	// or of an index that cannot be built.
	Plan(ctx context.Context, statement string, indexes []Index) (Plan, error)
	// KnowsExpressions says whether costs rest on how varied an expression's values
	// are. A planner without statistics of it supposes half a per cent for each.
	KnowsExpressions() bool
}

// Stand is an engine that stands for another server, whose order of texts it may lack.
type Stand interface {
	Origin() Origin
}

// Preparer is an engine that can make indexes ready to be offered, for which many
// at a time are cheaper than one by one. One that cannot be built is an error of
// the Plan that offers it.
type Preparer interface {
	Prepare(ctx context.Context, indexes []Index) error
}

// Batcher is an engine for which each statement is a way over the network: planning
// several with the same indexes takes one. The plans are in the order of the statements.
type Batcher interface {
	PlanAll(ctx context.Context, statements []string, indexes []Index) ([]Plan, error)
}

// Plan is how a statement would be executed.
type Plan struct {
	Cost    float64 // of everything, in the planner's units
	Through float64 // of reading to the end what LIMIT would end early
	Uses    []int   // positions of the offered indexes that it reads, ascending
	Root    *Node
}

// planOf is a plan as the planner has costed it.
func planOf(root *Node) Plan {
	return Plan{Cost: root.TotalCost, Through: root.through().TotalCost, Root: root}
}

// through is what a plan would do if LIMIT at its end ended nothing.
func (n *Node) through() *Node {
	if n.stops() {
		return n.Children[0]
	}
	return n
}

// stops says whether a plan ends by LIMIT.
func (n *Node) stops() bool { return n.Type == "Limit" && len(n.Children) == 1 }

// Node is one node of a plan as EXPLAIN (FORMAT JSON, VERBOSE) gives it.
type Node struct {
	Type        string   `json:"Node Type"`
	Place       string   `json:"Parent Relationship"`
	Join        string   `json:"Join Type"`
	Schema      string   `json:"Schema"`
	Relation    string   `json:"Relation Name"`
	Alias       string   `json:"Alias"`
	Index       string   `json:"Index Name"`
	TotalCost   float64  `json:"Total Cost"`
	Rows        float64  `json:"Plan Rows"`
	Filter      string   `json:"Filter"`
	IndexCond   string   `json:"Index Cond"`
	RecheckCond string   `json:"Recheck Cond"`
	JoinFilter  string   `json:"Join Filter"`
	HashCond    string   `json:"Hash Cond"`
	MergeCond   string   `json:"Merge Cond"`
	SortKey     []string `json:"Sort Key"`
	GroupKey    []string `json:"Group Key"`
	Output      []string `json:"Output"`
	Children    []*Node  `json:"Plans"`
}
