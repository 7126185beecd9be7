package advisor

import (
	"context"
	"encoding/json"
	"errors"

	_ "embed"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

//go:embed scratch/fill_statistics.sql
var fillStatisticsSQL string

// So many rows of pg_stats go to the server at a time.
const statisticsBatch = 1000

func (s *Scratch) fillStatistics(ctx context.Context, snapshot *Snapshot) error {
	for i := range snapshot.Statistics {
		row := &snapshot.Statistics[i]
		if name := (columnName{row.Schema, row.Table, row.Column}); !row.Inherited {
			s.statistics[name] = row
		}
	}
	for rest := snapshot.Statistics; len(rest) > 0; {
		n := min(statisticsBatch, len(rest))
		var rows []typedStatistics
		for _, row := range rest[:n] {
			rows = append(rows, typedStatistics{ColumnStatistics: row})
		}
		if err := s.insertStatistics(ctx, rows); err != nil {
			return err
		}
		rest = rest[n:]
	}
	return nil
}

// typedStatistics are statistics of values of a type, by its oid; 0 for that of the attribute. The attribute of an index
// has the type of what its access method keeps (text in GIN of jsonb), where the statistics of an expression have the
// expression's (analyze.c, examine_attribute): with the other the planner reads beyond its memory.
type typedStatistics struct {
	ColumnStatistics
	Type uint32 `json:"type,omitempty"`
}

// insertStatistics writes rows of pg_stats. A value that its type does not read
// here, such as one of a domain that is missing, costs its own row the values.
func (s *Scratch) insertStatistics(ctx context.Context, rows []typedStatistics) error {
	text, err := json.Marshal(rows)
	if err != nil {
		return err
	}
	_, err = s.admin.Exec(ctx, fillStatisticsSQL, string(text))
	var refusal *pgconn.PgError
	if !errors.As(err, &refusal) {
		return err
	}
	if len(rows) > 1 {
		return errors.Join(s.insertStatistics(ctx, rows[:len(rows)/2]), s.insertStatistics(ctx, rows[len(rows)/2:]))
	}
	row := rows[0]
	s.miss("statistics", row.Schema, postgres.Name(row.Table, row.Column), refusal)
	if row.CommonValues == nil && row.Histogram == nil && row.CommonElems == nil {
		return nil
	}
	row.CommonValues, row.CommonFreqs, row.Histogram = nil, nil, nil
	row.CommonElems, row.ElemFreqs, row.ElementCounts = nil, nil, nil
	return s.insertStatistics(ctx, []typedStatistics{row})
}
