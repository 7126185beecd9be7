package advisor

import (
	"cmp"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// mostOptional is the number of optional conditions of which each is tried alone.
const mostOptional = 8

// optional are the switches of a statement's optional conditions, by their parameters, each with what
// goes with it: the values of a filter that is left empty are NULL as well.
func (q *Query) optional() (switches []workload.Switch, off map[workload.Switch][]workload.Switch) {
	off = map[workload.Switch][]workload.Switch{}
	for _, ref := range q.refs {
		for _, clause := range ref.Clauses {
			if clause.Switch.Param == 0 {
				continue
			}
			if len(off[clause.Switch]) == 0 {
				switches = append(switches, clause.Switch)
			}
			off[clause.Switch] = append(off[clause.Switch], clause.Switch)
			if clause.Switch.Value != "NULL" {
				continue
			}
			for _, param := range clause.Params {
				off[clause.Switch] = append(off[clause.Switch], workload.Switch{Param: param, Value: "NULL"})
			}
		}
	}
	slices.SortFunc(switches, func(x, y workload.Switch) int { return cmp.Compare(x.Param, y.Param) })
	return switches, off
}

// left are the switches to turn off in turn, so that optional conditions are nothing: none of
// these; all; and all but one, as most calls of a search form fill one field in. No parameter that
// another condition asks for is among them.
func (q *Query) left() [][]workload.Switch {
	switches, off := q.optional()
	sets := [][]workload.Switch{nil}
	if len(switches) == 0 {
		return sets
	}
	needed := q.needed()
	without := func(kept workload.Switch) []workload.Switch {
		var list []workload.Switch
		for _, one := range switches {
			for _, with := range off[one] {
				if one != kept && !needed[with.Param] && !slices.ContainsFunc(list, func(s workload.Switch) bool { return s.Param == with.Param }) {
					list = append(list, with)
				}
			}
		}
		return list
	}
	sets = append(sets, without(workload.Switch{}))
	for _, one := range switches[:min(len(switches), mostOptional)] {
		if len(switches) > 1 {
			sets = append(sets, without(one))
		}
	}
	return sets
}

// needed are the parameters that conditions ask for which are not optional.
func (q *Query) needed() map[int]bool {
	needed := map[int]bool{}
	for _, ref := range q.refs {
		for _, clause := range ref.Clauses {
			for _, param := range clause.Params {
				needed[param] = needed[param] || clause.Switch.Param == 0
			}
		}
	}
	return needed
}

// off is the value with which a switch is off in a binding, "" where the parameter is none of those.
func (b *binder) off(param int, typeName string, at level, binding Binding) string {
	i := slices.IndexFunc(binding.off, func(s workload.Switch) bool { return s.Param == param+1 })
	if i < 0 {
		return ""
	}
	value := binding.off[i].Value
	if same := binding.off[i].Same; same > 0 && same <= len(b.seen.types) {
		binding.off = nil // two that are each other's constant would ask for each other for ever
		value = b.value(same-1, at, binding)
	}
	return value + "::" + typeName
}

// on is a value with which a switch is on, "" where any but one is.
func (b *binder) on(param int, typeName string) string {
	i := slices.IndexFunc(b.switches, func(s workload.Switch) bool { return s.Param == param+1 })
	if i < 0 {
		return ""
	}
	switch b.switches[i].Value {
	case "true":
		return "false"
	case "false":
		return "true"
	case "":
		return unlike(typeName)
	}
	return ""
}

// unlike is a value that no column is asked for: the constant that stands for an empty filter.
func unlike(typeName string) string {
	text := ""
	switch {
	case strings.HasSuffix(typeName, "[]"):
		text = "{}"
	case slices.Contains(numbers, typeName):
		text = "-1"
	case slices.Contains(times, typeName):
		text = "-infinity"
	case typeName == "boolean":
		text = "false"
	case typeName == "uuid":
		text = "00000000-0000-0000-0000-000000000000"
	case !slices.Contains([]string{"text", "character varying", "bpchar", "citext"}, typeName):
		return ""
	}
	return postgres.Literal(text) + "::" + typeName
}
