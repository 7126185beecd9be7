package fixes

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.LacksIndex,
	Cure{Kind: "create-index", Risk: Online, Reversible: true, order: 19}, // before fk-without-index, which it may make needless
	func(row checks.MissingIndex, c Context) ([]Step, error) {
		if unique := uniqueInstead(row, c); unique != "" {
			return nil, refuse("the unique index that %s needs serves it as well", unique)
		}
		table, ok := c.Schema.Table(row.Schema, row.Table)
		if !ok {
			if row.Partitioned || row.Index.Table != row.Table {
				return nil, refuse("%s is not there any more", postgres.Name(row.Schema, row.Table))
			}
			table = checks.Table{Schema: row.Schema, Name: row.Table, Kind: "m"} // a materialized view
		}
		tail := row.Index.Tail()
		name := meaningfulName(row.Table+"\x00"+tail, "idx", append([]string{row.Table}, row.Index.Columns()...)...)
		gain := &Gain{Known: knownCost(row), Bytes: row.Bytes, Schema: row.Schema, Table: row.Table, Columns: plainKeys(row)}
		steps, err := missingIndex(row, table, name, tail)
		if err != nil {
			return nil, err
		}
		steps[0].Gain = gain
		notes := []string{steps[0].Note, row.Assumed}
		if row.Extends != "" {
			notes = append(notes, fmt.Sprintf("it does all that the index %s does, which index-redundant finds from then on", postgres.Name(row.Schema, row.Extends)))
		}
		steps[0].Note = strings.Join(slices.DeleteFunc(notes, func(note string) bool { return note == "" }), "; ")
		if row.Analyze {
			analyze := maintain("analyze", "ANALYZE", table, c.Server)
			analyze.Note = "without it the planner has no statistics of the expression, and supposes half a per cent of the rows for every value"
			steps = append(steps, analyze)
		}
		return steps, nil
	})

func missingIndex(row checks.MissingIndex, table checks.Table, name, tail string) ([]Step, error) {
	if row.Partitioned {
		return partitionedIndex("create-index", table, name, tail)
	}
	return []Step{buildIndex("create-index", table, name, "ON "+table.SQL()+" "+tail, false)}, nil
}

// knownCost is what the check found the index to do for the statement that it helps most.
func knownCost(row checks.MissingIndex) *Cost {
	if len(row.Statements) == 0 {
		return nil
	}
	first, by := row.Statements[0], row.Engine
	if !row.Verified {
		by = "rule"
	}
	return &Cost{Statement: first.Query, Before: first.CostBefore, After: first.CostAfter, By: by}
}

// plainKeys are the keys where all are columns: the time to build other indexes is
// not estimated.
func plainKeys(row checks.MissingIndex) []string {
	if row.Index.Method != "btree" || row.Index.Where != "" {
		return nil
	}
	for _, key := range row.Index.Keys {
		if key.Column == "" {
			return nil
		}
	}
	return row.Columns
}

// uniqueInstead is the finding of duplicates whose fix ends in a unique index on
// the same column, "" if there is none or its risk is not allowed.
func uniqueInstead(row checks.MissingIndex, c Context) string {
	if len(row.Columns) != 1 || row.Index.Method != "btree" || c.MaxRisk.Rank() < Data.Rank() {
		return ""
	}
	for _, finding := range c.Findings {
		duplicates, ok := finding.Evidence.(checks.DuplicateEmails)
		if ok && duplicates.Mode == checks.Exact && !duplicates.Doubtful && duplicates.SoftDelete == "" &&
			duplicates.Schema == row.Schema && duplicates.Table == row.Table && duplicates.Column == row.Index.Keys[0].Column {
			return finding.Key
		}
	}
	return ""
}

// plannedFor is the missing index that is planned already and begins with some
// columns of a table, "" if there is none.
func plannedFor(schema, table string, columns []string, c Context) string {
	for _, finding := range c.Findings {
		row, ok := finding.Evidence.(checks.MissingIndex)
		if !ok || row.Schema != schema || row.Table != table || row.Index.Method != "btree" || row.Index.Where != "" ||
			len(row.Index.Keys) < len(columns) || !c.Planned(finding.Key) {
			continue
		}
		serves := true
		for _, key := range row.Index.Keys[:len(columns)] {
			serves = serves && slices.Contains(columns, key.Column)
		}
		if serves {
			return finding.Key
		}
	}
	return ""
}
