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
// search configuration of to_tsvector, the blank between two texts, the
// default of coalesce (none, "", where the type is not a text), that regexp_replace
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

// Inside are the parameters that stand in a clause's expression.
func (c Clause) Inside() []int {
	if c.Expression == "" {
		return nil
	}
	return paramsIn(c.node)
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

// written notes the parameters of a text that is cast to a value or read by a format, or taken apart into
// several, and of seconds that are made a moment.
func (c *Clause) written(other *pg.Node) {
	call := uncasted(other).GetFuncCall()
	args := call.GetArgs()
	switch name := last(call.GetFuncname()); {
	case name == "string_to_array" && len(args) > 1:
		c.Text, c.Separator = numberOf(args[0]), numberOf(args[1])
	case slices.Contains([]string{"to_date", "to_timestamp"}, name) && len(args) == 2:
		c.Text = numberOf(args[0])
	case name == "to_timestamp" && len(args) == 1:
		c.Epoch = numberOf(args[0])
	default:
		c.Text = numberOf(other)
	}
}

// words notes the parameters that can only have been one of few words, in expressions over columns and elsewhere, and
// those that are words which somebody looks for: plainto_tsquery($1), websearch_to_tsquery('simple', $1).
func (s *Statement) words(node *pg.Node) {
	s.Words = map[int]string{}
	each(node.ProtoReflect(), func(n *pg.Node) bool {
		for _, step := range n.GetAIndirection().GetIndirection() {
			s.Words[numberOf(step.GetAIndices().GetUidx())] = "1" // the first element of an array
		}
		name, args := last(n.GetFuncCall().GetFuncname()), n.GetFuncCall().GetArgs()
		if len(args) == 0 {
			return true
		}
		first, final := numberOf(args[0]), numberOf(args[len(args)-1])
		switch {
		case strings.HasSuffix(name, "to_tsquery") && final > 0:
			s.Searches = append(s.Searches, final)
		case len(args) < 2:
		case name == "date_trunc":
			s.Words[first] = "day"
		case name == "to_date", name == "to_timestamp":
			s.Words[final] = "YYYY-MM-DD HH24:MI:SS"
		case name == "encode", name == "decode":
			s.Words[final] = "hex"
		case name == "timezone":
			s.Zones = append(s.Zones, first)
		}
		return true
	})
	delete(s.Words, 0) // what is no parameter
}
