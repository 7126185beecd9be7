package advisor

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// The types of parameters that a column of ranges is compared with: what says of which kind the bounds
// are, ranges, and what they are made of. Of others no value is known.
var (
	kinds  = []string{"text", "character varying", "bpchar"}
	ranges = workload.Ranges
	bounds = append([]string{"integer", "bigint", "numeric"}, times...)
)

// ofRange is a literal for a parameter that a column of ranges is compared with: a range, one of its
// ends, or a value that it is to contain. Two equal ends would be an empty range, which the planner
// knows to overlap nothing.
func (u use) ofRange(typeName string, at level) (string, bool) {
	if !spans(u.clause) && (u.column.Category != "R" || u.clause.Column == "") {
		return "", false
	}
	from, to := u.column.ends(at, typeName)
	switch {
	case slices.Contains(kinds, typeName):
		return "'[)'::" + typeName, true
	case slices.Contains(ranges, typeName):
		return fmt.Sprintf("%s(%s, %s)", typeName, from, to), true
	case !slices.Contains(bounds, typeName):
		return "", false
	case u.nth == 1:
		return to + "::" + typeName, true
	}
	return from + "::" + typeName, true
}

// spans says whether a clause is about the range between two columns: daterange(arrival, departure).
func spans(c workload.Clause) bool {
	function, _, called := strings.Cut(c.Expression, "(")
	return called && slices.Contains(ranges, function)
}

// ends are a lower and an upper end of ranges, as the statistics know them (from PostgreSQL 17 on), or
// around now. What is asked for is mostly short and recent.
func (c *Column) ends(at level, typeName string) (from, to string) {
	if last := len(c.Histogram) - 1; last > 0 {
		low := boundsOf(c.Histogram[int(lower(at, halfOpen)*float64(last))])[0]
		high := boundsOf(c.Histogram[min(last, 1+int(upper(broad, halfOpen)*float64(last)))])[1]
		if at.width() != frequent {
			high = boundsOf(c.Histogram[min(last, 1+int(lower(at, halfOpen)*float64(last)))])[1]
		}
		if low != "" && high != "" && low != high {
			return postgres.Literal(low), postgres.Literal(high)
		}
	}
	if slices.Contains(times, typeName) || slices.Contains(ranges[:3], typeName) {
		return fmt.Sprintf("(now() - interval '%s')", [extents]string{"7 days", "365 days", "1 day"}[at.width()]), "now()"
	}
	return "'10'", [extents]string{"'20'", "'1000'", "'11'"}[at.width()]
}

// boundsOf are the two ends of a range as PostgreSQL writes it, "" for one that is open; of one value
// it is both.
func boundsOf(text string) [2]string {
	low, high, two := strings.Cut(strings.Trim(text, "[]()"), ",")
	if !two {
		return [2]string{text, text}
	}
	return [2]string{strings.Trim(low, `"`), strings.Trim(high, `"`)}
}
