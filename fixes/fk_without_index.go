package fixes

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.FKWithoutIndex,
	Cure{Kind: "create-index", Risk: Online, Reversible: true, order: 20},
	func(row checks.UnindexedFK, c Context) ([]Step, error) {
		table, ok := c.Schema.Table(row.Schema, row.Table)
		if !ok {
			return nil, refuse("%s is not there any more", postgres.Name(row.Schema, row.Table))
		}
		if other := plannedFor(row.Schema, row.Table, row.Columns, c); other != "" {
			return nil, refuse("the index planned for %s serves it as well", other)
		}
		name := derivedName("idx", append([]string{row.Table}, row.Columns...)...)
		columns := "(" + postgres.QuoteList(row.Columns) + ")"
		gain := &Gain{
			Statement: parentLookup(row, table),
			Index:     "CREATE INDEX ON " + table.SQL() + " " + columns,
			Schema:    row.Schema, Table: row.Table, Columns: row.Columns,
		}
		if table.Kind == "p" {
			steps, err := partitionedIndex("create-index", table, name, columns)
			if err != nil {
				return nil, err
			}
			steps[0].Gain = gain
			return steps, nil
		}
		step := buildIndex("create-index", table, name, "ON "+table.SQL()+" "+columns, false)
		step.Gain = gain
		return []Step{step}, nil
	})

// parentLookup is what the server asks of the child for every parent row that
// is deleted. The scalar subquery stands for a value that the planner does not
// know, as in the server's own prepared statement.
func parentLookup(row checks.UnindexedFK, table checks.Table) string {
	conditions := make([]string, len(row.Columns))
	for i, column := range row.Columns {
		quoted := postgres.Quote(column)
		conditions[i] = fmt.Sprintf("c.%s = (SELECT v.%s FROM %s AS v LIMIT 1)", quoted, quoted, table.SQL())
	}
	return fmt.Sprintf("SELECT 1 FROM %s AS c WHERE %s", table.SQL(), strings.Join(conditions, " AND "))
}
