package advisor

import (
	"maps"
	"slices"
)

// mostOptional is the number of optional conditions of which each is tried alone.
const mostOptional = 8

// left are the parameters to leave NULL in turn, so that optional conditions are nothing: of none of
// these; of all; and of all but one, as most calls of a search form fill one field in.
func (q *Query) left() [][]int {
	off, needed := map[int][]int{}, map[int]bool{} // by switch what goes with it; what other conditions ask for
	for _, ref := range q.refs {
		for _, clause := range ref.Clauses {
			if clause.Switch > 0 {
				off[clause.Switch] = append(append(off[clause.Switch], clause.Switch), clause.Params...)
				continue
			}
			for _, param := range clause.Params {
				needed[param] = true
			}
		}
	}
	switches := slices.Sorted(maps.Keys(off))
	without := func(kept int) []int {
		var list []int
		for _, one := range switches {
			if one != kept {
				list = append(list, off[one]...)
			}
		}
		slices.Sort(list)
		return slices.DeleteFunc(slices.Compact(list), func(param int) bool { return needed[param] })
	}
	sets := [][]int{nil}
	if len(switches) == 0 {
		return sets
	}
	sets = append(sets, without(0))
	for _, one := range switches[:min(len(switches), mostOptional)] {
		if len(switches) > 1 {
			sets = append(sets, without(one))
		}
	}
	return sets
}
