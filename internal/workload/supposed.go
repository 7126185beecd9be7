package workload

import (
	"slices"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v6"
)

// Settings are what the server takes where a statement does not say.
type Settings struct {
	TextSearch string // the configuration
	TimeZone   string
}

// Ranges are the types of ranges that PostgreSQL has, those of days and moments first, and the functions that
// make them of two ends.
var Ranges = []string{"daterange", "tsrange", "tstzrange", "int4range", "int8range", "numrange"}

// Supposed are values of parameters inside the expression itself, which were
// constants that pg_stat_statements has hidden, where only one is likely: the text
// search configuration of to_tsvector, the time zone of AT TIME ZONE, the blank between two texts, the
// default of coalesce (none, "", where the type is not a text), the day of date_trunc, that regexp_replace
// takes out all that is no digit, that ltrim takes zeros away, and that a range has both its ends.
func (c Clause) Supposed(settings Settings) map[int]string {
	values := map[int]string{}
	suppose := func(n *pg.Node, value string) {
		if typed := n.GetTypeCast(); typed != nil {
			n = typed.GetArg()
		}
		if param := n.GetParamRef(); param != nil {
			values[int(param.GetNumber())] = value
		}
	}
	if c.Expression == "" {
		return values
	}
	each(c.node.ProtoReflect(), func(n *pg.Node) bool {
		if expr := n.GetAExpr(); expr != nil && last(expr.GetName()) == "||" {
			suppose(expr.GetLexpr(), " ")
			suppose(expr.GetRexpr(), " ")
		}
		for _, arg := range n.GetCoalesceExpr().GetArgs() {
			suppose(arg, "")
		}
		args := n.GetFuncCall().GetArgs()
		switch name := last(n.GetFuncCall().GetFuncname()); {
		case name == "to_tsvector" && len(args) == 2:
			suppose(args[0], settings.TextSearch)
		case name == "timezone" && len(args) == 2:
			suppose(args[0], settings.TimeZone)
		case name == "date_trunc" && len(args) == 2:
			suppose(args[0], "day")
		case slices.Contains(Ranges, name) && len(args) == 3:
			suppose(args[2], "[]") // the other usual one, [), need not be said
		case name == "ltrim" && len(args) == 2:
			suppose(args[1], "0")
		case name == "regexp_replace" && len(args) == 4:
			suppose(args[1], "[^0-9]")
			suppose(args[2], "")
			suppose(args[3], "g")
		}
		return true
	})
	return values
}

// Cased is a value of the clause's column in the letters that its expression would make of it: lower(name).
func (c Clause) Cased(value string) string {
	switch last(c.node.GetFuncCall().GetFuncname()) {
	case "lower":
		return strings.ToLower(value)
	case "upper":
		return strings.ToUpper(value)
	}
	return value
}

// written are the parameters of a text that is cast to a value, or taken apart into several.
func written(other *pg.Node) (text, separator int) {
	if call := uncasted(other).GetFuncCall(); last(call.GetFuncname()) == "string_to_array" && len(call.GetArgs()) > 1 {
		return numberOf(call.GetArgs()[0]), numberOf(call.GetArgs()[1])
	}
	return numberOf(other), 0
}
