package advisor

import (
	"slices"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// union gives the other branches of a UNION ALL what is asked of its first: the planner names a column of the whole by
// that of the first branch, and can join each branch by an index, or read it in an order, where all have one.
func (r *referring) union(node *Node) {
	if node.Type != "Append" && node.Type != "Merge Append" || len(node.Children) < 2 {
		return
	}
	var first []column // of as many as are known, in their places
	for _, child := range node.Children[1:] {
		if r.sameTable(node.Children[0], child) {
			continue
		}
		if first == nil {
			first = r.columnsOf(node.Children[0])
		}
		same := map[column]column{}
		for i, own := range r.columnsOf(child) {
			if i < len(first) && own.ref != nil && first[i].ref != nil && own.ref != first[i].ref {
				same[first[i]] = own
			}
		}
		r.share(same)
	}
}

// sameTable says whether two nodes scan partitions of one table.
func (r *referring) sameTable(one, other *Node) bool {
	return one.Relation != "" && other.Relation != "" && r.find(one.Alias) == r.find(other.Alias)
}

// column is one of a relation's.
type column struct {
	ref  *Reference
	name string
}

// branch is what a branch of a UNION ALL returns, by the names of its relations.
func (n *Node) branch() []string {
	if n.Type == "Subquery Scan" && len(n.Children) == 1 && len(n.Children[0].Output) == len(n.Output) {
		return n.Children[0].branch()
	}
	return n.Output
}

// columnsOf are the columns that a branch returns, the zero column in the place of anything else.
func (r *referring) columnsOf(branch *Node) []column {
	var list []column
	for _, item := range branch.branch() {
		one := column{}
		if terms, _, ok := workload.Terms([]string{item}); ok && terms[0].Column != "" {
			one = column{r.find(terms[0].Alias), terms[0].Column}
		}
		list = append(list, one)
	}
	return list
}

// share copies joins and orders from columns of the first branch to those of another.
func (r *referring) share(same map[column]column) {
	orders := map[*Reference][]Order{}
	for _, ref := range r.list {
		for _, clause := range slices.Clone(ref.Clauses) {
			own, ok := same[column{ref, clause.Column}]
			if ok && clause.Expression == "" && len(clause.Others) > 0 {
				clause.Alias, clause.Column, clause.Columns = own.ref.Alias, own.name, []string{own.name}
				own.ref.add(clause)
			}
		}
		for _, order := range ref.Orders {
			to, terms := (*Reference)(nil), slices.Clone(order.Terms)
			for i, term := range terms {
				own, ok := same[column{ref, term.Column}]
				if !ok || term.Expression != "" || to != nil && to != own.ref {
					to = nil
					break
				}
				to = own.ref
				terms[i].Alias, terms[i].Column, terms[i].Columns = to.Alias, own.name, []string{own.name}
			}
			if to != nil {
				order.Terms = terms
				orders[to] = append(orders[to], order)
			}
		}
	}
	for ref, list := range orders {
		ref.Orders = append(ref.Orders, list...)
	}
}
