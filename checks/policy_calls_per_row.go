package checks

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var policyMinRows = Threshold{
	Name: "min-rows", Default: 10_000, Unit: "rows",
	Why: "in a smaller table the calls cost milliseconds",
}

// perRequest is a call whose result is the same for all rows of a statement.
var perRequest = regexp.MustCompile(`\b(current_setting|auth\.(?:uid|jwt|role|email))\(`)

// PolicyCallsPerRow finds policies that ask for each row who is asking.
var PolicyCallsPerRow = define(Spec[Policy]{
	Doc: Doc{
		ID:       "policy-calls-per-row",
		Title:    "policy that asks for each row who is asking",
		Examines: "policies",
		Why: `A function in a policy, such as current_setting('app.tenant') or Supabase's auth.uid(), is called again for each row that a statement looks at, though its result is the same for all of them. On a large table that is most of the time of the statement, and an index on the compared column may go unused.

Confirm: EXPLAIN (ANALYZE) as the application's role shows the call in a Filter.

Cure: write it as a sub-select, which is evaluated once for a statement: USING (tenant_id = (SELECT current_setting('app.tenant')::bigint)). ALTER POLICY changes the expression in place. An index on the compared column belongs to it.

Prevention: write all such calls in policies that way.`,
		Category:   Security,
		Severity:   Info,
		OptIn:      true,
		Thresholds: []Threshold{policyMinRows},
	},
	Judge: func(row *Policy, _ postgres.Server, t Thresholds) (Verdict, bool) {
		for _, expression := range []*string{row.Visible, row.Allowed} {
			if expression == nil || float64(row.Rows) < t.Of(policyMinRows) {
				continue
			}
			if call := perRequest.FindStringSubmatch(withoutSubselects(*expression)); call != nil {
				return Verdict{
					Object:  row.Object(),
					Message: fmt.Sprintf("calls %s for each row: (SELECT %s(...)) is called once", call[1], call[1]),
				}, row.Enabled
			}
		}
		return Verdict{}, false
	},
})

// withoutSubselects cuts everything out that stands in a sub-select. The text is
// PostgreSQL's own, which writes a sub-select as "( SELECT ...)".
func withoutSubselects(expression string) string {
	var out strings.Builder
	depth, inside := 0, 0 // parentheses that are open; where the outermost sub-select began
	literal := false
	for i, c := range expression {
		switch {
		case c == '\'':
			literal = !literal
		case literal:
		case c == '(':
			depth++
			if inside == 0 && strings.HasPrefix(expression[i:], "( SELECT ") {
				inside = depth
			}
		case c == ')':
			if inside == depth {
				inside = 0
			}
			depth--
		}
		if inside == 0 {
			out.WriteRune(c)
		}
	}
	return out.String()
}
