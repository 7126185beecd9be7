package workload

import (
	"errors"
	"regexp"

	pg "github.com/pganalyze/pg_query_go/v6"
)

var calling = regexp.MustCompile(`(?i)^\s*call\b`)

// Hide takes the constants out of a CALL, which pg_stat_statements keeps up to version 16 of the server; any other text stays as it is.
// What it cannot read it returns as "CALL".
func Hide(text string) string {
	if !calling.MatchString(text) {
		return text
	}
	hidden, err := normalize(text)
	if err != nil {
		return "CALL"
	}
	return hidden
}

// Asked is what a text has others do.
type Asked struct {
	Tables    bool // whether it names any
	Functions []Invoked
	Changes   []Change // which may fire triggers
}

// Invoked is a call of a function.
type Invoked struct {
	Schema, Name string // Schema is "" where the text does not say
	Args         int
}

// Asks says what a text has others do. An error says why it cannot be read.
func Asks(text string) (Asked, error) {
	node, ok := sole(text)
	if !ok {
		return Asked{}, errors.New("not one statement that PostgreSQL's parser (of 17) reads")
	}
	asked, ctes := Asked{}, ctesIn(node)
	invoked := func(call *pg.FuncCall) {
		if parts := names(call.GetFuncname()); len(parts) > 0 {
			one := Invoked{Name: parts[len(parts)-1], Args: len(call.GetArgs())}
			if len(parts) > 1 {
				one.Schema = parts[len(parts)-2]
			}
			asked.Functions = append(asked.Functions, one)
		}
	}
	if call := node.GetCallStmt().GetFunccall(); call != nil {
		invoked(call)
	}
	each(node.ProtoReflect(), func(n *pg.Node) bool {
		if n.GetFuncCall() != nil {
			invoked(n.GetFuncCall())
		}
		if table := n.GetRangeVar(); table != nil {
			asked.Tables = asked.Tables || table.GetSchemaname() != "" || !ctes[table.GetRelname()]
		}
		return true
	})
	statement := Statement{}
	if read := statement.reading(node); read != nil {
		statement.readCTEs(read)
	}
	asked.Changes = statement.Changes
	asked.Tables = asked.Tables || len(asked.Changes) > 0
	return asked, nil
}
