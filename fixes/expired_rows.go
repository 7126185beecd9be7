package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.ExpiredRows,
	Cure{Kind: "purge-expired", Risk: Data, Reversible: true, order: 45},
	func(row checks.ExpiringTable, c Context) ([]Step, error) {
		table, ok := c.Schema.Table(row.Schema, row.Table)
		if !ok {
			return nil, refuse("%s is not there any more", postgres.Name(row.Schema, row.Table))
		}
		if refs := c.Schema.Referring(table); len(refs) > 0 {
			return nil, refuse("%s refers to its rows: whether these may go with theirs only you can say", postgres.Name(refs[0].Schema, refs[0].Table))
		}
		m := removal{context: c, schema: c.Schema, keep: keeping{version: c.Version}, kept: map[string]string{}}
		if err := m.reach(table); err != nil {
			return nil, err
		}
		condition := func(alias string) string { return row.Condition(alias, row.Days) }
		const prolonged = "a row that had expired was given a new end meanwhile"
		move := Step{
			Kind: "purge-expired", Slug: slug("purge_expired", row.Table, row.Column),
			Up:    m.up(table, condition, prolonged, committed),
			Trial: m.up(table, condition, prolonged, tried),
			Down:  m.down(c),
			Alone: true, Risk: Data, Reversible: true, Locks: locksOn(m.touched(), m.loose),
			Note:   joinNotes(fmt.Sprintf("only rows that expired more than %d days ago go; their space is used again, but not given back to the disk", row.Days), m.note(c)),
			Claims: []Claim{{"expired rows of " + table.String() + " to move", fmt.Sprintf("SELECT pg_catalog.count(*) FROM %s AS t WHERE %s", fromItem(table), condition("t"))}},
			Copies: []string{table.SQL()},
			Sample: sampleRows(table, row.Condition("c", row.Days), row.Column),
			// a day more: rows go on expiring while it looks
			Done: fmt.Sprintf("SELECT NOT EXISTS (SELECT FROM %s AS t WHERE %s)", fromItem(table), row.Condition("t", row.Days+1)),
		}
		return []Step{m.keep.prepare("purge-expired", table, m.touched()), move}, nil
	})

var _ = example(checks.ExpiredRows, checks.ExpiringTable{Schema: "public", Table: "orders", Kind: "r", Column: "expires_at",
	Rows: 120_000, Expired: 90_000, Days: 30})

func joinNotes(first, second string) string {
	if second == "" {
		return first
	}
	return first + "; " + second
}
