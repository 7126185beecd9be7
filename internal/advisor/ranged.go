package advisor

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// texts are the types of what a parameter of text may be.
var texts = []string{"text", "character varying", "bpchar"}

// ofRange is a literal for a parameter that a column of ranges is compared with: a range, one of its
// ends, or a value that it is to contain. Two equal ends would be an empty range, which the planner
// knows to overlap nothing.
func (u use) ofRange(typeName string, at level) (string, bool) {
	if u.column.Category != "R" || u.clause.Column == "" {
		return "", false
	}
	if slices.Contains(texts, typeName) { // of which kind the bounds are
		return "'[)'::" + typeName, true
	}
	last := u.nth == len(u.clause.Params)-1
	from, to := u.column.ends(at, typeName)
	switch {
	case typeName == u.column.Type || typeName == u.column.BaseType:
		low, high := u.column.ends(at, strings.TrimSuffix(typeName, "range"))
		return fmt.Sprintf("%s(%s, %s)", typeName, low, high), true
	case u.nth > 0 && last || u.nth == 1:
		return to + "::" + typeName, true
	}
	return from + "::" + typeName, true
}

// ends are a lower and an upper end of ranges, as the statistics know them (from PostgreSQL 17 on), or
// around now. What is asked for is mostly short and recent.
func (c *Column) ends(at level, typeName string) (from, to string) {
	if last := len(c.Histogram) - 1; last > 0 {
		low := boundsOf(c.Histogram[int(lower(at, halfOpen)*float64(last))])[0]
		high := boundsOf(c.Histogram[min(last, 1+int(upper(broad, halfOpen)*float64(last)))])[1]
		if at != broad && at != frequent {
			high = boundsOf(c.Histogram[min(last, 1+int(lower(at, halfOpen)*float64(last)))])[1]
		}
		if low != "" && high != "" && low != high {
			return postgres.Literal(low), postgres.Literal(high)
		}
	}
	if strings.HasPrefix(typeName, "timestamp") || strings.HasPrefix(typeName, "ts") || typeName == "date" {
		return fmt.Sprintf("(now() - interval '%s')", [levels]string{"7 days", "365 days", "1 day", "365 days", "7 days"}[at]), "now()"
	}
	return "'10'", [levels]string{"'20'", "'1000'", "'11'", "'1000'", "'20'"}[at]
}

// boundsOf are the two ends of a range as PostgreSQL writes it, "" for one that is open.
func boundsOf(text string) [2]string {
	low, high, _ := strings.Cut(strings.Trim(text, "[]()"), ",")
	return [2]string{strings.Trim(low, `"`), strings.Trim(high, `"`)}
}
