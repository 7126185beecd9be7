package advisor

import (
	"math"
	"slices"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// negligible is the share of a statement's calls below which a binding is left out.
const negligible = 0.05

// leastRows are rows that a call can be expected to find.
const leastRows = 0.001

// weigh gives bindings their weights by what the statement really did: where the rows
// that it returned tell how much its conditions leave, the closer the estimate of rows
// the more, and of groups the less the fewer are expected; else by the blocks that it touched, where they are known. Whether LIMIT ended it,
// blocks alone tell: that no value was tried which leaves as few rows as there were says nothing
// about it. Those that then stand for next to nothing, beside others that do not, are left out: each
// is planned as often as the others. real is the part of the expected rows that there can be.
func weigh(bindings []Binding, statement workload.Statement, real, rowsPerCall, blocksPerCall float64) []Binding {
	bindings = possible(bindings, blocksPerCall)
	var prior, evidence, fits [2]float64 // of those that LIMIT ends, of those that are read through
	fit := make([]float64, len(bindings))
	for i, binding := range bindings {
		rows, blocks := math.Log((real*binding.Rows+1)/(rowsPerCall+1)), 0.0
		if real*binding.Rows < 1 && rowsPerCall >= 1 { // most calls would have found nothing
			rows = math.Log(math.Max(real*binding.Rows, leastRows) / rowsPerCall)
		}
		switch {
		case statement.Stops && !binding.Through:
			rows = 0
		case !statement.RowsTell: // groups: there are as many rows at least
			rows = math.Min(rows, 0)
		}
		if blocksPerCall > 0 && (!statement.RowsTell || statement.Stops || len(statement.Limits) > 0) {
			blocks = math.Log((binding.Blocks + 1) / (blocksPerCall + 1))
		}
		fit[i] = binding.Weight / (1 + rows*rows + blocks*blocks)
		if statement.Stops && !binding.Through && !whole(rowsPerCall) && binding.matching > 0 { // LIMIT did not end all calls
			fit[i] *= math.Min(1, pageOver(rowsPerCall)/binding.matching)
		}
		side := binding.side()
		fits[side] += fit[i]
		prior[side] = math.Max(prior[side], binding.Weight)
		evidence[side] = math.Max(evidence[side], 1/(1+blocks*blocks))
	}
	total, largest := 0.0, 0.0
	for i := range bindings {
		side := bindings[i].side()
		bindings[i].Weight = prior[side] * evidence[side] * fit[i] / fits[side]
		total += bindings[i].Weight
		largest = math.Max(largest, bindings[i].Weight)
	}
	least := math.Min(negligible*total, largest/2)
	kept := slices.DeleteFunc(bindings, func(b Binding) bool { return b.Weight < least })
	total = 0
	for _, binding := range kept {
		total += binding.Weight
	}
	for i := range kept {
		kept[i].Weight /= total
	}
	return kept
}

// overcounted is the part of the expected rows that values of expressions can have.
func (q *Query) overcounted() float64 {
	part := 1.0
	for _, ref := range q.refs {
		for _, clause := range ref.Clauses {
			if clause.Column == "" && !clause.Or && !clause.Any && len(clause.Params) > 0 && (clause.Operator == "=" || q.wholly(ref.Table, clause)) {
				part *= ref.Table.partOf(clause.Expression)
			}
		}
	}
	return part
}

// possible are the bindings for which a table is read at all, where one is: not those of whose values the planner sees that
// nothing can come of them, as of $1 = $2 beside a condition.
func possible(bindings []Binding, blocksPerCall float64) []Binding {
	if list := slices.DeleteFunc(slices.Clone(bindings), func(b Binding) bool { return b.Blocks < 1 }); blocksPerCall >= 1 && len(list) > 0 {
		return list
	}
	return bindings
}

func (b Binding) side() int {
	if b.Through {
		return 1
	}
	return 0
}
