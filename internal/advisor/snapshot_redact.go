package advisor

import (
	"regexp"
	"slices"
	"sort"
	"strings"
)

// Redact takes people's data out of the statistics. Values of text columns (text,
// varchar, char, citext) become made-up words of the same length that sort as the
// values did, a little longer where the values were too short to be told apart.
// Values of booleans, numbers, dates, times, intervals and enums stay, because
// plans hang on them. The values of every other type are dropped, with those of
// expressions and the elements of arrays and documents; how often each of them
// occurs stays.
//
// Definitions (partition bounds, predicates, views, functions, policies) and query texts,
// in which pg_stat_statements keeps a constant here and there, stay as they are.
func (s *Snapshot) Redact() {
	types := map[[3]string]string{}
	for _, table := range s.Tables {
		for _, column := range table.Columns {
			types[[3]string{table.Schema, table.Name, column.Name}] = column.Type
		}
	}
	harmless := map[string]bool{}
	for _, object := range s.Objects {
		if strings.Contains(object.SQL, " AS ENUM (") && object.Kind == "type" {
			harmless[object.Schema+"."+object.Name] = true
		}
	}
	for i := range s.Statistics {
		column := &s.Statistics[i]
		kind := types[[3]string{column.Schema, column.Table, column.Column}]
		column.CommonElems = nil
		switch {
		case textType.MatchString(kind):
			column.replaceValues()
		case !harmlessType.MatchString(kind) && !harmless[kind]:
			column.CommonValues, column.Histogram = nil, nil
		}
		if column.CommonValues == nil {
			column.CommonFreqs = nil
		}
		if column.CommonElems == nil {
			column.ElemFreqs = nil
		}
	}
	s.Redacted = true
}

var (
	textType     = regexp.MustCompile(`^(text|character varying|character|bpchar|(\w+\.)?citext)(\(\d+\))?$`)
	harmlessType = regexp.MustCompile(`^(boolean|smallint|integer|bigint|real|double precision|numeric|money|oid|date|interval|` +
		`time(stamp)?)(\(\d+(,-?\d+)?\))?( with(out)? time zone)?$`)
)

// replaceValues gives the values stand-ins. The histogram is in the order of the
// column's collation; common values are put between its bounds by their bytes,
// which is the same order but for capitals and accents.
func (c *ColumnStatistics) replaceValues() {
	common, bounds := parseArray(c.CommonValues), parseArray(c.Histogram)
	order := slices.Clone(bounds)
	for _, value := range common {
		at := sort.SearchStrings(order, value)
		order = slices.Insert(order, at, value)
	}
	digits := 1
	for room := 26; room < len(order); room *= 26 {
		digits++
	}
	standIn := map[string]string{}
	for rank, value := range order {
		if _, ok := standIn[value]; !ok {
			standIn[value] = word(rank, digits, len([]rune(value)))
		}
	}
	replace := func(values []string) *string {
		if values == nil {
			return nil
		}
		replaced := make([]string, len(values))
		for i, value := range values {
			replaced[i] = standIn[value]
		}
		text := formatArray(replaced)
		return &text
	}
	c.CommonValues, c.Histogram = replace(common), replace(bounds)
}

// word is a number in letters, filled up to a length.
func word(number, digits, length int) string {
	letters := make([]byte, max(digits, length))
	for i := range letters {
		letters[i] = 'a'
	}
	for i := digits - 1; i >= 0; i-- {
		letters[i] = byte('a' + number%26)
		number /= 26
	}
	return string(letters)
}

// standsIn says whether a text looks as word makes them.
func standsIn(text string) bool {
	const most = 4 // letters that count, of half a million values
	rest := strings.TrimLeft(text[:min(most, len(text))], "abcdefghijklmnopqrstuvwxyz") + strings.Trim(text[min(most, len(text)):], "a")
	return rest == ""
}

// parseArray takes an array of one dimension apart as PostgreSQL writes it; nil
// for none. NULL cannot be among statistics and comes back as the word.
func parseArray(text *string) []string {
	if text == nil {
		return nil
	}
	body := strings.TrimSuffix(strings.TrimPrefix(*text, "{"), "}")
	list := []string{}
	if body == "" {
		return list
	}
	var element strings.Builder
	quoted := false
	for i := 0; i < len(body); i++ {
		switch b := body[i]; {
		case b == '\\' && i+1 < len(body):
			i++
			element.WriteByte(body[i])
		case b == '"':
			quoted = !quoted
		case b == ',' && !quoted:
			list = append(list, element.String())
			element.Reset()
		default:
			element.WriteByte(b)
		}
	}
	return append(list, element.String())
}

// formatArray is the reverse. Every element is quoted: that is always right.
func formatArray(list []string) string {
	quoted := make([]string, len(list))
	for i, element := range list {
		quoted[i] = `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(element) + `"`
	}
	return "{" + strings.Join(quoted, ",") + "}"
}
