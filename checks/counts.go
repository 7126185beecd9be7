package checks

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/jmoiron/sqlx"
)

// Count is one statement that counts rows of users' tables: it returns one row
// of bigints.
type Count struct {
	Statement string
	Pages     *int64 // of the tables that it reads; nil: not known
}

// Small tables are counted several to a statement, since going there and back
// and setting up a transaction takes longer than reading them.
const (
	smallPages   = 128             // 1 MiB
	mostTogether = 32              // the locks of all of them are held until the last one is counted
	togetherTime = 2 * time.Second // a table may have grown since its pages were noted
)

// counts runs the statements and returns, for each, what it counted or why it
// could not. One that fails costs the others nothing.
func (p *Prober) counts(ctx context.Context, list []Count) ([][]int64, []error) {
	counted, errs := make([][]int64, len(list)), make([]error, len(list))
	each := func(indexes []int) {
		for _, i := range indexes {
			if errs[i] = ctx.Err(); errs[i] == nil {
				counted[i], errs[i] = p.count(ctx, list[i].Statement)
			}
		}
	}
	var small []int
	flush := func() {
		if len(small) < 2 || p.countTogether(ctx, list, small, counted) != nil {
			each(small) // within its own time, and failing on its own
		}
		small = nil
	}
	for i, count := range list {
		if count.Pages == nil || *count.Pages > smallPages {
			each([]int{i})
			continue
		}
		if small = append(small, i); len(small) == mostTogether {
			flush()
		}
	}
	flush()
	return counted, errs
}

// count runs one statement.
func (p *Prober) count(ctx context.Context, statement string) ([]int64, error) {
	var row []any
	err := p.In(ctx, func(tx *sqlx.Tx) (err error) {
		row, err = tx.QueryRowxContext(ctx, mark(statement)).SliceScan()
		return err
	})
	if err != nil {
		return nil, err
	}
	return integers(row)
}

// countTogether runs the statements with these indexes as one.
func (p *Prober) countTogether(ctx context.Context, list []Count, indexes []int, counted [][]int64) error {
	parts := make([]string, len(indexes))
	for n, i := range indexes {
		parts[n] = fmt.Sprintf("SELECT %d::bigint AS n, q.* FROM (\n%s\n) AS q", i, list[i].Statement)
	}
	within := *p.runner
	within.timeout = min(within.timeout, togetherTime)
	return (&Prober{runner: &within}).In(ctx, func(tx *sqlx.Tx) error {
		rows, err := tx.QueryxContext(ctx, mark(strings.Join(parts, "\nUNION ALL\n")))
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			row, err := rows.SliceScan()
			if err != nil {
				return err
			}
			numbers, err := integers(row)
			if err != nil {
				return err
			}
			counted[numbers[0]] = numbers[1:]
		}
		return rows.Err()
	})
}

func integers(row []any) ([]int64, error) {
	numbers := make([]int64, len(row))
	for i, value := range row {
		number, ok := value.(int64)
		if !ok {
			return nil, fmt.Errorf("count: column %d is %T, not bigint", i+1, value)
		}
		numbers[i] = number
	}
	return numbers, nil
}
