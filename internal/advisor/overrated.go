package advisor

import (
	"math"
	"slices"
	"strings"
)

// surplus is the share of the rows that the planner expects of a statement and that do not come, 0 where
// what was returned says nothing about it: with LIMIT, or of groups. Of a condition on an expression, or of
// several with OR, the planner often expects hundreds of rows where there is one, and thinks that what is
// done for each of them takes all of the time.
func (q *Query) surplus(root *Node) float64 {
	if !q.read.RowsTell || q.read.Stops {
		return 0
	}
	return math.Max(0, 1-(q.perCall()+1)/(root.Rows+1))
}

// keeping are nodes that pass on as many rows as they get.
var keeping = []string{"Sort", "Incremental Sort", "Result", "Subquery Scan", "Gather", "Gather Merge"}

// overrated is what a plan does not cost where a share of the expected rows does not come: what a
// left join looks up for each row, or one for what a function returns, and the subqueries in its SELECT list. How many
// rows another join throws away is not known.
func (n *Node) overrated(surplus float64) float64 {
	cost := 0.0
	for _, child := range n.Children {
		if child.Place == "SubPlan" && n.selects() {
			cost += surplus * n.Rows * child.TotalCost
		}
	}
	switch {
	case len(n.Children) == 0:
	case n.Type == "Nested Loop" && (n.Join == "Left" || n.Children[0].invented()):
		outer := n.Children[0]
		cost = surplus*(n.TotalCost-outer.TotalCost) + outer.overrated(surplus)
	case slices.Contains(keeping, n.Type) && n.Children[0].Place != "SubPlan":
		cost += n.Children[0].overrated(surplus)
	}
	return math.Min(cost, n.TotalCost)
}

// invented says whether the rows of a node are those of a function that returns several, of which the planner expects a
// round number (pg_proc.prorows).
func (n *Node) invented() bool {
	if n.Type == "Function Scan" || n.Type == "ProjectSet" {
		return n.Rows > 1
	}
	return n.Relation == "" && len(n.Children) == 1 && n.Children[0].invented()
}

// selects says whether the subqueries of a node are part of what it returns, and not of its filter.
func (n *Node) selects() bool {
	subquery := func(text string) bool { return strings.Contains(text, "SubPlan") }
	return slices.ContainsFunc(n.Output, subquery) && !subquery(n.Filter)
}
