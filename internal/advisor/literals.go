package advisor

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"net/netip"
	"slices"
	"strings"
	"unicode"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// literal is an SQL literal for a parameter.
func literal(typeName string, uses []use, at level, within span) string {
	element, isArray := strings.CutSuffix(typeName, "[]")
	for _, use := range uses {
		if use.column == nil {
			continue
		}
		if text, ok := use.member(typeName, at); ok {
			return text
		}
		if text, ok := use.ofField(at); ok {
			return postgres.Literal(text) + "::" + typeName
		}
		if text, ok := since(typeName, use, at); ok {
			return text
		}
		if text, ok := use.ofRange(typeName, at); ok {
			return text
		}
		if text, ok := use.ofPath(typeName, at); ok {
			return text
		}
		if text, ok := use.narrowed(typeName, at, within); ok {
			return text
		}
		text, ok := sampled(use, at, within)
		if ok && use.clause.Epoch > 0 && use.clause.Params[use.nth] == use.clause.Epoch && slices.Contains(times, use.column.BaseType) {
			return "extract(epoch FROM " + postgres.Literal(text) + "::timestamp with time zone)::" + typeName
		}
		if !ok || !fits(element, use.column) && !use.written(typeName) {
			continue
		}
		if use.listed() {
			text = use.next(text, at)
		}
		text = use.clause.Cased(text)
		if isArray && use.column.Category != "A" {
			return arrayOf(use.column, text, element, at)
		}
		return postgres.Literal(text) + "::" + typeName
	}
	if isArray {
		return "ARRAY[" + fallback(element, at) + "]::" + typeName
	}
	return fallback(typeName, at)
}

// times are the types that say when.
var times = []string{"timestamp with time zone", "timestamp without time zone", "date"}

// numbers are the types of numbers.
var numbers = []string{"integer", "bigint", "smallint", "numeric", "real", "double precision"}

// fits says whether values of a column can be written as a type: a column of
// timestamps that is compared with now() - $1 says nothing about intervals.
func fits(typeName string, column *Column) bool {
	texts := []string{"text", "character varying", "bpchar", "name", "citext"}
	if slices.Contains(texts, typeName) && column.Category == "S" {
		return true
	}
	if slices.Contains(numbers, typeName) && column.Category == "N" {
		return slices.Contains(numbers, column.BaseType)
	}
	if slices.Contains(times, typeName) {
		return slices.Contains(times, column.BaseType)
	}
	return typeName == column.Type || typeName == column.BaseType
}

// written says whether a parameter is a text that is cast to a value of its column; one may stand for a list.
func (u use) written(typeName string) bool {
	return u.clause.Column != "" && slices.Contains(kinds, typeName) && u.clause.Params[min(u.nth, len(u.clause.Params)-1)] == u.clause.Text
}

// sampled is a value of a column as its statistics know it.
func sampled(u use, at level, within span) (string, bool) {
	if slices.Contains(patterns, u.clause.Operator) {
		return pattern(u, at)
	}
	switch u.clause.Operator {
	case workload.StartsWith:
		u.clause.Operator = "~~"
		text, ok := pattern(u, typical)
		return strings.TrimSuffix(text, "%"), ok
	case "<", "<=":
		return quantile(u.column, upper(at, within))
	case ">", ">=":
		return quantile(u.column, lower(at, within))
	case "<<", "<<=":
		return network(u.column)
	case "@>", "<@", "&&", "?", "@@", "@?", "%":
		return "", false
	}
	common, histogram := u.column.Common, u.column.Histogram
	switch {
	case at == frequent && len(common) > 0:
		return common[0], true
	case at == frequent:
		return pick(histogram, 0.25)
	case at.value() == rare && len(histogram) > 0:
		return pick(histogram, 0.75)
	case at.value() == rare:
		return pick(common, 1)
	case at == usual && u.table.skewed(u.column):
		return common[0], true
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
// mostly recent, and a range with two ends is a slice. With an upper end alone it is what
// is past and little, to be cleared away, or all that is due. Periods that overlap a recent one
// have nearly all begun before it ends.
func lower(at level, within span) float64 {
	if within == closed {
		return [extents]float64{0.85, 0.6, 0.985}[at.width()]
	}
	return [extents]float64{0.95, 0.6, 0.995}[at.width()]
}

func upper(at level, within span) float64 {
	switch within {
	case closed:
		return [extents]float64{0.9, 0.8, 0.995}[at.width()]
	case overlap:
		return [extents]float64{0.97, 0.65, 0.999}[at.width()]
	}
	return [extents]float64{0.05, 0.98, 0.4}[at.width()]
}

// since is an interval that leads back from the latest value of a column to the lower end of a range,
// as in at >= now() - $1.
func since(typeName string, u use, at level) (string, bool) {
	if typeName != "interval" || !slices.Contains(times, u.column.BaseType) || !strings.HasPrefix(u.clause.Operator, ">") || len(u.column.Histogram) < 2 {
		return "", false
	}
	last := len(u.column.Histogram) - 1
	to := u.column.Histogram[last]
	from := u.column.Histogram[min(last-1, int(lower(at, halfOpen)*float64(last)))]
	return fmt.Sprintf("(%s::timestamp - %s::timestamp)", postgres.Literal(to), postgres.Literal(from)), true
}

// network is the network around one of a column's addresses, with half of its bits or a quarter.
func network(column *Column) (string, bool) {
	text, ok := pick(slices.Concat(column.Histogram, column.Common), 0.5)
	if !ok {
		return "", false
	}
	text, _, _ = strings.Cut(text, "/")
	address, err := netip.ParseAddr(text)
	if err != nil {
		return "", false
	}
	bits := 16
	if address.Is6() {
		bits = 32
	}
	prefix, err := address.Prefix(bits)
	return prefix.String(), err == nil
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
	return list[int(math.Round(math.Min(q, 1)*float64(len(list)-1)))], true
}

// patterns are the operators that look for a pattern.
var patterns = []string{"~~", "~~*", "~", "~*"}

// pattern is a LIKE pattern or regular expression around a piece of a real value.
// Whether the application anchors it is not known: two of the three levels do, for LIKE, and all
// where the rows are wanted in the order of the column, as a field that completes what is typed
// in wants them; nobody writes ILIKE or a regular expression to search by a prefix.
func pattern(u use, at level) (string, bool) {
	q := [extents]float64{0.5, 0.3, 0.7}[at.value()]
	text, ok := pick(u.column.Histogram, q)
	step := 1 / math.Max(1, float64(len(u.column.Histogram)-1))
	before, _ := pick(u.column.Histogram, max(0, q-step))
	next, _ := pick(u.column.Histogram, q+step)
	if !ok {
		text, ok = pick(u.column.Common, 0.5)
	}
	if !ok {
		return "", false
	}
	special := `%_\`
	like := strings.HasPrefix(u.clause.Operator, "~~")
	if !like { // a regular expression
		special = `%_\.*+?()[]{}|^$`
	}
	if u.common && at == frequent && !u.sorted {
		if word := commonest(u.column); word != "" {
			return around(word, like), true
		}
	}
	if u.whole {
		return strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(text), true
	}
	piece := []rune(longest(text, special))
	shared := 0 // letters with the values that come a hundredth of the rows before and after
	for shared < len(piece) && (strings.HasPrefix(next, string(piece[:shared+1])) || strings.HasPrefix(before, string(piece[:shared+1]))) {
		shared++
	}
	if u.clause.Operator == "~~" && (at != frequent && !(u.folded && at.value() == rare) || u.sorted) && strings.HasPrefix(text, string(piece)) {
		piece = piece[:min(len(piece), max(3, shared+[extents]int{2, 0, 4}[at.value()]+u.longer()))]
		if u.longer() > 0 { // as for a rare one below
			altered(piece)
		}
		return string(piece) + "%", true
	}
	piece = piece[max(0, min(shared-2, len(piece)-5)):]
	piece = piece[:min(len(piece), 5)]
	if at.value() == rare { // what stands in a bound of the histogram is taken for a hundredth of the rows at least
		slices.Reverse(piece)
	}
	return around(string(piece), like), true
}

// altered swaps the last letter of a piece for the nearest other one before it, so that no bound of the histogram
// begins with it.
func altered(piece []rune) {
	last := len(piece) - 1
	for at := last - 1; at >= 0; at-- {
		if piece[at] != piece[last] {
			piece[last], piece[at] = piece[at], piece[last]
			return
		}
	}
}

// longer is how many letters more than tell a hundredth of the rows apart a prefix had where fewer rows were
// returned, at ten for each letter.
func (u use) longer() int {
	if u.rows < 0 || u.common {
		return 0
	}
	return max(0, int(math.Log10(0.01*math.Max(1, u.table.Rows)/(u.rows+1))))
}

// around is a pattern for texts that have a piece in them.
func around(piece string, like bool) string {
	if like {
		return "%" + piece + "%"
	}
	return piece
}

// longest is the longest piece of a text that means itself in a pattern.
func longest(text, special string) string {
	pieces := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(special, r) })
	if len(pieces) == 0 {
		return ""
	}
	return slices.MaxFunc(pieces, func(x, y string) int { return cmp.Compare(len(x), len(y)) })
}

// leastWord is the number of letters from which a piece of a text is a word that somebody looks for.
const leastWord = 3

// commonest is the word that most rows have, as far as the statistics show values; "" for none.
func commonest(column *Column) string {
	share := map[string]float64{}
	count := func(text string, weight float64) {
		words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		slices.Sort(words)
		for _, word := range slices.Compact(words) {
			if len([]rune(word)) >= leastWord {
				share[word] += weight
			}
		}
	}
	for i, text := range column.Common[:min(len(column.Common), len(column.Frequencies))] {
		count(text, column.Frequencies[i])
	}
	rest := max(0, 1-sum(column.Frequencies)) / max(1, float64(len(column.Histogram)))
	for _, text := range column.Histogram {
		count(text, rest)
	}
	most := ""
	for _, word := range slices.Sorted(maps.Keys(share)) {
		if share[word] > share[most] {
			most = word
		}
	}
	return most
}

// fallback is a value of a type where no column says which values there are.
func fallback(typeName string, at level) string {
	text := "1"
	switch {
	case strings.HasPrefix(typeName, "timestamp"), typeName == "date", strings.HasPrefix(typeName, "time"):
		return "now()::" + typeName
	case typeName == "interval":
		text = [extents]string{"7 days", "30 days", "1 hour"}[at.width()]
	case typeName == "boolean":
		text = "true"
	case typeName == "uuid":
		text = "00000000-0000-4000-8000-000000000000"
	case typeName == "jsonb", typeName == "json":
		text = `{"a": "b"}`
	case typeName == "hstore":
		text = "a=>b"
	case typeName == "jsonpath":
		text = "$.a"
	case typeName == "tsquery", typeName == "text", typeName == "character varying", typeName == "bpchar", typeName == "citext":
		text = [extents]string{"garden", "house", "1"}[at.value()] // no stop word, which would make an empty tsquery
	case typeName == "bytea":
		text = `\x00`
	case typeName == "inet", typeName == "cidr":
		text = "10.0.0.1"
	case slices.Contains(numbers, typeName):
		text = [extents]string{"10", "100", "1"}[at.value()]
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
