package checks

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// NamedRelation is one table or view, and which of its names are not as they
// should be.
type NamedRelation struct {
	Schema   string         `db:"schema_name" json:"schema"`
	Relation string         `db:"relation_name" json:"relation"`
	Itself   bool           `db:"itself" json:"itself"`   // its own name
	Columns  postgres.Names `db:"columns" json:"columns"` // and of what belongs to it
}

// judgeNames makes a Judge of what is wrong with the names that a row lists.
// One finding a relation: a schema in camel case would have one a column.
func judgeNames(wrong string) func(*NamedRelation, postgres.Server, Thresholds) (Verdict, bool) {
	return func(row *NamedRelation, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		var names []string
		if row.Itself {
			names = append(names, postgres.Quote(row.Relation))
		}
		for _, column := range row.Columns {
			names = append(names, postgres.Quote(column))
		}
		const shown = 5
		if more := len(names) - shown; more > 1 {
			names = append(names[:shown], fmt.Sprintf("%d more", more))
		}
		return Verdict{
			Object:  postgres.Name(row.Schema, row.Relation),
			Message: wrong + ": " + strings.Join(names, ", "),
		}, len(names) > 0
	}
}
