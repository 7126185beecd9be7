package workload

import (
	pg "github.com/pganalyze/pg_query_go/v6"
)

// Constants are the literals that a statement had where pg_stat_statements has numbered
// them, by their numbers and as SQL. sent is the statement as a client sent it. bound says
// that it had parameters of its own, so that what it has as a literal the program itself
// wrote. Of two different statements nothing is said.
func Constants(text, sent string) (literals map[int]string, bound bool) {
	normal, err := parseTree(text)
	if err != nil || len(normal.GetStmts()) != 1 {
		return nil, false
	}
	real, err := parseTree(sent)
	if err != nil || len(real.GetStmts()) != 1 {
		return nil, false
	}
	var pairs [][2]*pg.Node
	if !alike(normal.GetStmts()[0].GetStmt().ProtoReflect(), real.GetStmts()[0].GetStmt().ProtoReflect(), &pairs) {
		return nil, false
	}
	literals = map[int]string{}
	differs := map[int]bool{}
	for _, pair := range pairs {
		if isParam(pair[1]) {
			bound = true
			continue
		}
		literal, err := sqlOf(pair[1])
		number := int(pair[0].GetParamRef().GetNumber())
		if err != nil || !isParam(pair[0]) {
			continue
		}
		if known, there := literals[number]; there && known != literal {
			differs[number] = true
		}
		literals[number] = literal
	}
	for number := range differs {
		delete(literals, number)
	}
	return literals, bound
}
