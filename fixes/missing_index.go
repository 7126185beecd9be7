package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.LacksIndex,
	Cure{Kind: "create-index", Risk: Online, Reversible: true, order: 21},
	func(row checks.MissingIndex, c Context) ([]Step, error) {
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
		if row.Extends != "" {
			steps[0].Note = fmt.Sprintf("it does all that the index %s does, which index-redundant finds from then on", postgres.Name(row.Schema, row.Extends))
		}
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
	first := row.Statements[0]
	return &Cost{Statement: first.Query, Before: first.CostBefore, After: first.CostAfter, By: row.Engine}
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
