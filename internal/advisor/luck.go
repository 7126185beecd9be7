package advisor

import "slices"

// unlucky is the share of what LIMIT is thought to spare that a plan is charged with, where
// that rests on rows being spread evenly that a filter picks: the planner supposes so, and
// those of a queue that wait are all at its end. What finds them by a key needs no luck.
const (
	unlucky = 0.1
	ofPart  = 3 // times as much for a part of a value: the planner hardly knows how many rows have it
	ofState = 5 // times as much for a column that updates change, or that has few values: rows of one state lie together
)

// streaming are nodes that pass rows on as they come.
var streaming = []string{"LockRows", "Nested Loop", "Append", "Merge Append", "Subquery Scan", "Result", "Unique", "Group", "Incremental Sort"}

// luck is what a plan is charged with for each LIMIT that is to end it early. Those that
// are carried out for each row of something else are left out.
func (a *adviser) luck(n *Node) float64 {
	if n.stops() {
		return a.unlucked(n)
	}
	charge := 0.0
	for _, child := range n.Children {
		if child.Place != "Inner" && child.Place != "SubPlan" {
			charge += a.luck(child)
		}
	}
	return charge
}

// unlucked is what one LIMIT is charged with.
func (a *adviser) unlucked(limit *Node) float64 {
	spared := limit.Children[0].TotalCost - limit.TotalCost
	return unlucky * max(0, spared) * a.picked(limit.Children[0])
}

// picked is how much depends on luck below LIMIT, from 0, where half of the rows or more
// pass the filter of the first scan, to 1, where none do, and more where it is known that
// they are not spread evenly.
func (a *adviser) picked(n *Node) float64 {
	if slices.Contains(streaming, n.Type) && len(n.Children) > 0 {
		return a.picked(n.Children[0])
	}
	table, ok := a.catalog.Table(Name{n.Schema, n.Relation})
	if !ok || n.Relation == "" || n.Filter == "" {
		return 0
	}
	clauses, times := table.clauses(n.Filter), 1.0
	for _, clause := range clauses {
		if clause.Searches() {
			times = max(times, ofPart)
		}
		if column, known := table.Column(clause.Column); clause.Operator == "=" && (a.changes(table, clause.Column) || known && table.skewed(column)) {
			times = max(times, ofState)
		}
	}
	return times * max(0, 1-2*table.passing(clauses))
}
