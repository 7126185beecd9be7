package fixes

import (
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.ToastCompressionPGLZ,
	Cure{Kind: "set-compression", Risk: Locking, Reversible: true, order: 72},
	func(row checks.ToastedTable, _ Context) ([]Step, error) {
		if len(row.Columns) > maxInOneStep {
			return nil, refuse("%d partitions: set default_toast_compression = lz4 for the server instead", len(row.Columns))
		}
		step := Step{
			Kind: "set-compression", Slug: slug("set_compression", row.Table), Risk: Locking, Reversible: true,
			Note: "holds for values written from then on; stored ones stay as they are, and stay readable",
		}
		var up, down []string
		for _, columns := range row.Columns {
			for i, column := range columns {
				table := checks.Table{Schema: column.Schema, Name: column.Table}
				if i == 0 {
					step.Locks = append(step.Locks, Lock{"AccessExclusiveLock", table.String()})
					step.Requires = append(step.Requires, Requirement{tableExists(table), table.String() + " is not there any more"})
				}
				was := "DEFAULT"
				if column.Own {
					was = "pglz"
				}
				alter := "ALTER TABLE " + table.SQL() + " ALTER COLUMN " + postgres.Quote(column.Column) + " SET COMPRESSION "
				up, down = append(up, alter+"lz4;"), append(down, alter+was+";")
			}
		}
		step.Up, step.Down = strings.Join(up, "\n"), strings.Join(down, "\n")
		return []Step{step}, nil
	})

var _ = example(checks.ToastCompressionPGLZ, checks.ToastedTable{Schema: "public", Table: "users", ToastBytes: 4 << 30,
	Columns: [][]checks.CompressedColumn{{{Schema: "public", Table: "users", Column: "email"}}}})
