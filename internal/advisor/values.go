package advisor

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// Binding is a statement with values in the place of its parameters, and how
// much of the calls it stands for.
type Binding struct {
	Query  string
	Weight float64 // of all bindings together 1
	Cost   float64 // without any new index
	Rows   float64
	Blocks float64 // of tables that it reads, without any new index
	// Through says that there are fewer rows than LIMIT allows: what it reads it reads to the end.
	Through bool
	// Generic hides the values from the planner, as they are in a generic plan.
	Generic bool
}

// use is one place where a parameter is compared with a column.
type use struct {
	table  *Table
	column *Column // nil where nothing is known
	clause workload.Clause
}

// level is which of a column's values to try.
type level int

// The levels: a value like most, the most frequent one, a rare one.
const (
	typical level = iota
	frequent
	rare
	levels
)

// bind makes bindings of a statement from the statistics of the columns that its
// parameters are compared with: the values in pg_stat_statements are gone. Their weights
// are what speaks for them before a plan is known.
func bind(statement workload.Statement, seen observed, refs []*Reference, rowsPerCall, calls float64, textSearch string) []Binding {
	uses := make([][]use, len(seen.types))
	fixed := supposed(seen, refs, textSearch)
	for _, ref := range refs {
		for _, clause := range ref.Clauses {
			for _, param := range clause.Params {
				if param < 1 || param > len(uses) {
					continue
				}
				column, _ := ref.Table.Column(clause.Columns[0])
				uses[param-1] = append(uses[param-1], use{ref.Table, column, clause})
			}
		}
	}
	var bindings []Binding
	add := func(at level, b Binding) {
		values := make([]string, len(seen.types))
		for i, typeName := range seen.types {
			switch {
			case slices.Contains(statement.Limits, i+1):
				values[i] = limit(rowsPerCall, b.Through)
			case slices.Contains(statement.Offsets, i+1):
				values[i] = "0"
			case fixed[i+1] != "":
				values[i] = fixed[i+1]
			case typeName == "regconfig":
				values[i] = postgres.Literal(textSearch) + "::regconfig"
			default:
				values[i] = value(typeName, uses[i], at, ranged(uses, i))
				if b.Generic && len(uses[i]) > 0 { // the planner does not look into a subquery; with the cast = ANY takes it for an array
					values[i] = "(SELECT " + values[i] + ")::" + typeName
				}
			}
		}
		b.Query = workload.Bind(seen.query, values)
		if !slices.ContainsFunc(bindings, func(other Binding) bool { return other.Query == b.Query && other.Through == b.Through }) {
			bindings = append(bindings, b)
		}
	}
	for at := range levels {
		add(at, Binding{Weight: 1})
	}
	if weight := unended(rowsPerCall, calls); statement.Stops && weight > 0 {
		for at := range levels {
			add(at, Binding{Weight: weight, Through: true})
		}
	}
	add(typical, Binding{Weight: 1, Generic: true})
	return bindings
}

// unended is how likely it is that LIMIT ended no call, next to 1 that it ended each: little
// where all calls seem to have returned the same whole number of rows. Where most returned none
// it is taken to be LIMIT 1, as a queue has: the planner expects rows that are not there, and
// reading to the end costs nothing.
func unended(rowsPerCall, calls float64) float64 {
	rows := math.Round(rowsPerCall)
	switch {
	case rowsPerCall < 0.995:
		return 0
	case math.Abs(rowsPerCall-rows) >= 0.005:
		return 1
	case rows == 1 || calls >= 10 || math.Mod(rows, 5) == 0: // of few calls a usual number says as much
		return 0.05
	}
	return 0.3
}

// limit is a value for LIMIT: the rows that a call returned, or where there were fewer than
// it allows the next usual size of a page.
func limit(rowsPerCall float64, through bool) string {
	rows := math.Max(1, math.Ceil(rowsPerCall))
	if through {
		rows = math.Pow(10, math.Ceil(math.Log10(rows+1)))
	}
	return fmt.Sprintf("%.0f", rows)
}

// plan is how an engine would execute a binding, at the cost that it then has: an engine
// reckons that the server stops early if it expects more rows than LIMIT allows.
func (b Binding) plan(ctx context.Context, engine Engine, indexes []Index) (Plan, error) {
	plan, err := engine.Plan(ctx, b.Query, indexes)
	if b.Through {
		plan.Cost = plan.Through
	}
	return plan, err
}

// supposed are the literals of parameters that stand inside expressions, as the
// index on the expression would have them.
func supposed(seen observed, refs []*Reference, textSearch string) map[int]string {
	values := map[int]string{}
	for _, ref := range refs {
		for _, clause := range ref.Clauses {
			for param, text := range clause.Supposed(textSearch) {
				if param >= 1 && param <= len(seen.types) {
					values[param] = postgres.Literal(text) + "::" + seen.types[param-1]
				}
			}
		}
	}
	return values
}

// ranged says whether a parameter is one end of a range that another parameter
// closes on the same column.
func ranged(uses [][]use, param int) bool {
	for _, mine := range uses[param] {
		for i, others := range uses {
			for _, other := range others {
				if i != param && mine.column != nil && mine.column == other.column &&
					isRange(mine.clause.Operator) && isRange(other.clause.Operator) && mine.clause.Operator[0] != other.clause.Operator[0] {
					return true
				}
			}
		}
	}
	return false
}

func isRange(operator string) bool { return slices.Contains([]string{"<", "<=", ">", ">="}, operator) }

// value is an SQL literal for a parameter.
func value(typeName string, uses []use, at level, ranged bool) string {
	element, isArray := strings.CutSuffix(typeName, "[]")
	for _, use := range uses {
		if use.column == nil {
			continue
		}
		text, ok := sampled(use, at, ranged)
		if !ok || !fits(element, use.column) {
			continue
		}
		if isArray && use.column.Category != "A" {
			return arrayOf(use.column, text, element)
		}
		return postgres.Literal(text) + "::" + typeName
	}
	if isArray {
		return "ARRAY[" + fallback(element, at) + "]::" + typeName
	}
	return fallback(typeName, at)
}

// fits says whether values of a column can be written as a type: a column of
// timestamps that is compared with now() - $1 says nothing about intervals.
func fits(typeName string, column *Column) bool {
	texts := []string{"text", "character varying", "character", "name", "citext"}
	if slices.Contains(texts, typeName) && column.Category == "S" {
		return true
	}
	numbers := []string{"integer", "bigint", "smallint", "numeric", "real", "double precision"}
	if slices.Contains(numbers, typeName) && column.Category == "N" {
		return slices.Contains(numbers, column.BaseType)
	}
	times := []string{"timestamp with time zone", "timestamp without time zone", "date"}
	if slices.Contains(times, typeName) {
		return slices.Contains(times, column.BaseType)
	}
	return typeName == column.Type || typeName == column.BaseType
}

// arrayOf is a list of a few values, as IN has.
func arrayOf(column *Column, text, element string) string {
	list := []string{text}
	for _, more := range append(slices.Clone(column.Histogram), column.Common...) {
		if len(list) < 3 && !slices.Contains(list, more) {
			list = append(list, more)
		}
	}
	for i := range list {
		list[i] = postgres.Literal(list[i])
	}
	return "ARRAY[" + strings.Join(list, ", ") + "]::" + element + "[]"
}

// sampled is a value of a column as its statistics know it.
func sampled(u use, at level, ranged bool) (string, bool) {
	switch u.clause.Operator {
	case "<", "<=":
		return quantile(u.column, upper(at, ranged))
	case ">", ">=":
		return quantile(u.column, lower(at, ranged))
	case "~~", "~~*", "~", "~*":
		return pattern(u, at)
	case "@>", "<@", "&&", "?", "@@", "@?", "%":
		return "", false
	}
	common, histogram := u.column.Common, u.column.Histogram
	switch at {
	case frequent:
		if len(common) > 0 {
			return common[0], true
		}
		return pick(histogram, 0.25)
	case rare:
		if len(histogram) > 0 {
			return pick(histogram, 0.75)
		}
		return pick(common, 1)
	}
	// where a few values are all there is, the middle one; else one of the many
	if len(histogram) > 0 && sum(u.column.Frequencies) < 0.5 {
		return pick(histogram, 0.5)
	}
	if len(common) > 0 {
		return pick(common, 0.5)
	}
	return pick(histogram, 0.5)
}

// lower and upper are the ends of ranges, as quantiles: what is asked for is
// mostly recent, and a range with two ends is a slice.
func lower(at level, ranged bool) float64 {
	if ranged {
		return [levels]float64{0.85, 0.6, 0.985}[at]
	}
	return [levels]float64{0.95, 0.6, 0.995}[at]
}

func upper(at level, ranged bool) float64 {
	if ranged {
		return [levels]float64{0.9, 0.8, 0.995}[at]
	}
	return [levels]float64{0.05, 0.4, 0.005}[at]
}

// quantile is a value that a share of the column's values lies below.
func quantile(column *Column, q float64) (string, bool) {
	if len(column.Histogram) > 0 {
		return pick(column.Histogram, q)
	}
	sorted := slices.Clone(column.Common) // good enough where there is nothing else
	slices.Sort(sorted)
	return pick(sorted, q)
}

func pick(list []string, q float64) (string, bool) {
	if len(list) == 0 {
		return "", false
	}
	return list[int(math.Round(q*float64(len(list)-1)))], true
}

// pattern is a LIKE pattern or regular expression around a piece of a real value.
// Whether the application anchors it is not known: two of the three levels do,
// for LIKE; nobody writes ILIKE or a regular expression to search by a prefix.
func pattern(u use, at level) (string, bool) {
	text, ok := pick(u.column.Histogram, [levels]float64{0.5, 0.3, 0.7}[at])
	if !ok {
		text, ok = pick(u.column.Common, 0.5)
	}
	if !ok {
		return "", false
	}
	runes := []rune(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`%_\.*+?()[]{}|^$`, r) {
			return -1
		}
		return r
	}, text))
	runes = runes[:min(len(runes), 5)]
	switch u.clause.Operator {
	case "~~":
		if at == frequent {
			return "%" + string(runes) + "%", true
		}
		return string(runes) + "%", true
	case "~~*":
		return "%" + string(runes) + "%", true
	}
	return string(runes), true
}

// fallback is a value of a type where no column says which values there are.
func fallback(typeName string, at level) string {
	text := "1"
	switch {
	case strings.HasPrefix(typeName, "timestamp"), typeName == "date", strings.HasPrefix(typeName, "time"):
		return "now()::" + typeName
	case typeName == "interval":
		text = [levels]string{"7 days", "30 days", "1 hour"}[at]
	case typeName == "boolean":
		text = "true"
	case typeName == "uuid":
		text = "00000000-0000-4000-8000-000000000000"
	case typeName == "jsonb", typeName == "json":
		text = `{"a": "b"}`
	case typeName == "jsonpath":
		text = "$.a"
	case typeName == "tsquery", typeName == "text", typeName == "character varying", typeName == "citext":
		text = [levels]string{"garden", "the", "1"}[at]
	case typeName == "bytea":
		text = `\x00`
	case typeName == "inet", typeName == "cidr":
		text = "10.0.0.1"
	case typeName == "integer", typeName == "bigint", typeName == "smallint", typeName == "numeric", typeName == "real", typeName == "double precision":
		text = [levels]string{"10", "100", "1"}[at]
	default:
		return "NULL::" + typeName
	}
	return postgres.Literal(text) + "::" + typeName
}

func sum(list []float64) float64 {
	total := 0.0
	for _, value := range list {
		total += value
	}
	return total
}

// negligible is the share of a statement's calls below which a binding is left out.
const negligible = 0.05

// weigh gives bindings their weights by what the statement really did: where the rows
// that it returned tell how much its conditions leave, the closer the estimate of rows
// the more; else by the blocks that it touched, where they are known. Those that then stand
// for next to nothing are left out: each is planned as often as the others.
func weigh(bindings []Binding, statement workload.Statement, rowsPerCall, blocksPerCall float64) []Binding {
	total := 0.0
	for i, binding := range bindings {
		rows, blocks := 0.0, 0.0
		if statement.RowsTell && (!statement.Stops || binding.Through) {
			rows = math.Log((binding.Rows + 1) / (rowsPerCall + 1))
		}
		// of what LIMIT ends in some bindings and not in others, blocks tell which
		if blocksPerCall > 0 && (!statement.RowsTell || statement.Stops) {
			blocks = math.Log((binding.Blocks + 1) / (blocksPerCall + 1))
		}
		bindings[i].Weight /= 1 + rows*rows + blocks*blocks
		total += bindings[i].Weight
	}
	kept := slices.DeleteFunc(bindings, func(b Binding) bool { return b.Weight < negligible*total })
	total = 0
	for _, binding := range kept {
		total += binding.Weight
	}
	for i := range kept {
		kept[i].Weight /= total
	}
	return kept
}
