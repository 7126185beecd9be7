package fixes

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// stays are the premises that the row which is to take the orphans is none that
// the same plan removes: as a duplicate, or as an orphan itself.
func (r relink) stays(c Context) ([]Requirement, error) {
	parent := postgres.Name(r.row.ParentSchema, r.row.ParentTable)
	var list []Requirement
	for _, finding := range c.Findings {
		other := c
		other.Strategy = c.Strategies.of(finding)
		switch row := finding.Evidence.(type) {
		case checks.DuplicateEmails:
			if !c.Planned(finding.Key) {
				continue
			}
			premise, err := r.outlivesMerge(row, parent, other)
			if err != nil {
				return nil, err
			}
			list = append(list, premise...)
		case checks.OrphanedReference:
			if postgres.Name(row.Schema, row.Table) != parent || row.Doubtful || other.Strategy.Way != Quarantine || c.MaxRisk.Rank() < Data.Rank() {
				continue
			}
			list = append(list, Requirement{
				SQL:  fmt.Sprintf("SELECT NOT EXISTS (SELECT FROM %s AS p WHERE %s AND (%s))", r.parent(), r.target, row.OrphanCondition("p")),
				Else: fmt.Sprintf("reassign: the row of %s with %s is an orphan itself, and leaves by the same plan: name another one", parent, r.named()),
			})
		}
	}
	return list, nil
}

// outlivesMerge asks whether the row is a loser of a merge. Which rows of further
// tables a merge removes, it finds out only while it goes on.
func (r relink) outlivesMerge(row checks.DuplicateEmails, parent string, c Context) ([]Requirement, error) {
	table, ok := c.Schema.Table(row.Schema, row.Table)
	if !ok {
		return nil, nil
	}
	m := merge{schema: c.Schema, keep: keeping{version: c.Version}}
	root, chosen, err := m.of(row, table, c)
	if err != nil {
		return nil, nil // then it is not planned either
	}
	if table.String() != parent {
		for _, gone := range m.gone {
			if gone.String() == parent {
				return nil, refuse("reassign: the merge of %s may remove rows of %s too: apply that first, and name one that is left", table, parent)
			}
		}
		return nil, nil
	}
	names := make([]string, 0, len(root.columns)+1)
	for i := range root.columns {
		names = append(names, fmt.Sprintf("pgdoctor_old_%d, pgdoctor_new_%d", i+1, i+1))
	}
	return []Requirement{{
		SQL: fmt.Sprintf("SELECT NOT EXISTS (SELECT FROM %s AS p JOIN (%s) AS m (%s, pgdoctor_batch) ON %s WHERE %s)",
			r.parent(), ranking(row, root, chosen), strings.Join(names, ", "), root.on("old", "p"), r.target),
		Else: fmt.Sprintf("reassign: the row of %s with %s is a duplicate that the same plan merges into another one: name the one that stays", parent, r.named()),
	}}, nil
}
