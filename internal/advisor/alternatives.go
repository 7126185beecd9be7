package advisor

import (
	"math"
	"slices"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// byAlternatives is what a scan with an OR in its filter saves where an index serves each side, those of
// the table or those offered (BitmapOr), and the offered ones among them.
func (m *model) byAlternatives(node *Node, table *Table, indexes []Index) (saved float64, uses []int) {
	clauses, rows := table.clauses(node.Filter), math.Max(1, rowsOf(table))
	for _, or := range workload.Alternatives(node.Filter) {
		found, used := 0.0, []int{}
		for _, side := range or {
			share, use := m.servedAlone(table, side, clauses, indexes)
			if found += share * rows; use >= 0 {
				used = append(used, use)
			}
		}
		gain := node.TotalCost - perDescent*float64(len(or)) - fetching(math.Max(node.Rows, found), table)
		if gain > saved && len(used) > 0 {
			saved, uses = gain, used
		}
	}
	return saved, uses
}

const ofTheTable = -1

// servedAlone is the least share of the rows that an index leaves for one side of an OR, and which of the
// offered ones it is or that the table has it; all rows where there is none. clauses are those beside the OR too.
func (m *model) servedAlone(table *Table, side, clauses []workload.Clause, indexes []Index) (share float64, use int) {
	share, use = math.Inf(1), ofTheTable
	for _, clause := range side {
		clause = table.uncasted(clause)
		if clause.Or || len(clause.Others) > 0 {
			continue
		}
		leaves := table.shareOfClause(clause)
		if clause.Operator == "=" && clause.Column != "" && leaves < share && table.covers(Index{Method: "btree", Keys: []Key{{Column: clause.Column}}}) {
			share, use = leaves, ofTheTable
		}
		serving := slices.IndexFunc(indexes, func(i Index) bool {
			found, ok := m.catalog.Table(Name{i.Schema, i.Table})
			return ok && found == table && serves(i.Keys[0], i.Method, clause) && impliedBy(i.Where, clauses)
		})
		if serving >= 0 && leaves < share {
			share, use = leaves, serving
		}
	}
	return share, use
}
