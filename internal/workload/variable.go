package workload

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v6"
)

// assigned is what PL/pgSQL assigns to: n := (SELECT ...).
var assigned = regexp.MustCompile(`^\s*[\w."\[\]]+\s*:=`)

// Whole is a text that pg_stat_statements has of a function as a statement: of IF EXISTS (SELECT ...) and of
// n := (SELECT ...) PL/pgSQL sends the expression alone. Any other text stays as it is.
func Whole(text string) string {
	if _, err := parseTree(text); err == nil {
		return text
	}
	whole := "SELECT " + strings.TrimSpace(assigned.ReplaceAllString(text, ""))
	if _, err := parseTree(whole); err != nil {
		return text
	}
	return whole
}

// name is a column's name as it is written, with or without that of a table before it.
var name = regexp.MustCompile(`^(?:"(?:[^"]|"")*"|[\pL_][\pL\d_$]*)(?:\s*\.\s*(?:"(?:[^"]|"")*"|[\pL_][\pL\d_$]*))*`)

// Variable makes a parameter of a name, wherever a text has it: of the statements in functions pg_stat_statements
// keeps the names of variables, which no table has as a column. The name is the one at a position, in characters
// from 1 on, of query, which is the text written again. types are those of variables, as far as they are known. It
// returns false where no column's name stands there.
func Variable(text, query string, position int, types map[string]string) (changed string, ok bool) {
	again, parses := sole(query)
	node, also := sole(text)
	if !parses || !also {
		return "", false
	}
	at := int32(offset(query, position))
	variable := ""
	for _, found := range placesOf(again) {
		if found.location == at {
			variable = found.name
		}
	}
	if variable == "" {
		return "", false
	}
	found := placesOf(node)
	slices.SortFunc(found, func(a, b place) int { return cmp.Compare(b.location, a.location) }) // from behind, so that places stay
	param := fmt.Sprintf("$%d", 1+slices.Max(append(paramsIn(node), 0)))
	if types[variable] != "" {
		param = fmt.Sprintf("(%s::%s)", param, types[variable])
	}
	for _, one := range found {
		written := name.FindString(text[one.location:])
		if one.name == variable && written != "" {
			text, ok = text[:one.location]+param+text[int(one.location)+len(written):], true
		}
	}
	return text, ok
}

// place is a mention of a column in a text, by the byte at which it begins.
type place struct {
	name     string
	location int32
}

func placesOf(node *pg.Node) []place {
	var list []place
	each(node.ProtoReflect(), func(n *pg.Node) bool {
		if column := n.GetColumnRef(); column != nil {
			list = append(list, place{strings.Join(names(column.GetFields()), "\x00"), column.GetLocation()})
		}
		return true
	})
	return list
}
