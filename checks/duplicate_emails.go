package checks

import (
	"context"
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// How two addresses are compared.
const (
	Exact  = "exact"  // by the type's own equality
	Folded = "folded" // without case and surrounding spaces
)

// DuplicateEmails is one e-mail column under one way of comparing, and how many
// of its rows say the same as another.
type DuplicateEmails struct {
	Schema     string         `db:"schema_name" json:"schema"`
	Table      string         `db:"table_name" json:"table"`
	Kind       string         `db:"table_kind" json:"kind"` // r or p
	Column     string         `db:"column_name" json:"column"`
	Mode       string         `db:"mode" json:"mode"`
	Key        postgres.Names `db:"key" json:"key"`                 // primary key columns, empty without one
	Recency    string         `db:"recency" json:"recency"`         // column that says when a row was made, or ""
	SoftDelete string         `db:"soft_delete" json:"soft_delete"` // rows where this column is set do not count, or ""
	HasUnique  bool           `db:"has_unique" json:"has_unique"`   // a unique index on just this column
	Groups     int64          `json:"groups"`                       // addresses that occur more than once
	Surplus    int64          `json:"surplus"`                      // rows (folded: spellings) beyond one per group
	Rows       int64          `json:"rows"`                         // rows that count
	Blank      int64          `json:"blank"`                        // rows with an empty address, which do not count
	Doubtful   bool           `json:"doubtful,omitempty"`           // perhaps not meant to be unique: no fix

	Pages *int64 `db:"pages" json:"-"` // of the table; nil: not known
}

var emailsMaxSurplusShare = Threshold{
	Name: "max-surplus-share", Default: 0.5, Unit: "share",
	Why: "where more of the rows repeat an address than that, the column is probably not meant to be unique, and the finding is info",
}

// DuplicateEmail finds e-mail addresses that more than one row has.
var DuplicateEmail = define(Spec[DuplicateEmails]{
	Doc: Doc{
		ID:       "duplicate-emails",
		Title:    "e-mail address that more than one row has",
		Examines: "ways to compare an e-mail column",
		Why: `Where people log in by e-mail, two accounts with one address mean that login, password reset and invoices reach whichever row the query returns first. A check in the application does not prevent it: two requests at the same moment both find nothing. Addresses that differ only in case or in surrounding spaces reach the same mailbox and are reported on their own, as info.

Left out are logs, queues and invitations, addresses that are unique within a tenant or under a condition, and soft-deleted rows.

Confirm: SELECT lower(btrim(email)), count(*) FROM users GROUP BY 1 HAVING count(*) > 1.

Cure: decide which row survives, point everything that refers to the others at it, remove the others. pgdoctor fix does it, keeps every removed row in quarantine, and then builds the unique index. Deleting the duplicates by hand is refused by their children, or takes the children along.

Prevention: a unique index, best on lower(email), or a citext column; trim what users type.`,
		Category:   Data,
		Severity:   Warning,
		Thresholds: []Threshold{emailsMaxSurplusShare},
	},
	Probe: countDuplicates,
	Judge: func(row *DuplicateEmails, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if row.Surplus == 0 {
			return Verdict{}, false
		}
		verdict := Verdict{Object: row.object()}
		if row.Mode == Folded {
			verdict.Severity = Info
			verdict.Message = fmt.Sprintf("%s of %s.%s only in case or surrounding spaces from another (%s)",
				many(row.Surplus, "spelling", "spellings"), postgres.Name(row.Schema, row.Table),
				postgres.Name(row.Column)+differ(row.Surplus), many(row.Groups, "address", "addresses"))
		} else {
			verdict.Message = fmt.Sprintf("%s of %s too many: %s more than once",
				many(row.Surplus, "row", "rows"), postgres.Name(row.Schema, row.Table),
				many(row.Groups, "value of "+postgres.Name(row.Column)+" occurs", "values of "+postgres.Name(row.Column)+" occur"))
		}
		if float64(row.Surplus) > t.Of(emailsMaxSurplusShare)*float64(row.Rows) {
			row.Doubtful = true
			verdict.Severity = Info
			verdict.Message += fmt.Sprintf(", out of %d rows: perhaps the column is not meant to be unique", row.Rows)
		}
		return verdict, true
	},
})

func differ(n int64) string {
	if n == 1 {
		return " differs"
	}
	return " differ"
}

// object names the column, and the way of comparing where it is not the type's.
func (d DuplicateEmails) object() string {
	if d.Mode == Folded {
		return postgres.Name(d.Schema, d.Table) + ".lower(" + postgres.Name(d.Column) + ")"
	}
	return postgres.Name(d.Schema, d.Table, d.Column)
}

// RowCondition is the SQL condition of the rows that count: with an address,
// and not soft-deleted.
func (d DuplicateEmails) RowCondition(alias string) string {
	column := postgres.Quote(alias, d.Column)
	return fmt.Sprintf("%s IS NOT NULL AND pg_catalog.btrim(%s::pg_catalog.text) <> ''", column, column) + d.present(alias)
}

// blankCondition is the SQL condition of the rows whose address is empty.
func (d DuplicateEmails) blankCondition(alias string) string {
	return fmt.Sprintf("pg_catalog.btrim(%s::pg_catalog.text) = ''", postgres.Quote(alias, d.Column)) + d.present(alias)
}

func (d DuplicateEmails) present(alias string) string {
	if d.SoftDelete == "" {
		return ""
	}
	return fmt.Sprintf(" AND %s IS NULL", postgres.Quote(alias, d.SoftDelete))
}

// counting is the statement that counts Groups, Surplus, Rows and Blank. Folded
// groups count spellings, not rows, so that a pure exact duplicate is not
// reported twice; spellings are told apart as the column's type does.
func (d DuplicateEmails) counting() string {
	column := postgres.Quote("t", d.Column)
	key, members := column, "pg_catalog.count(*)"
	if d.Mode == Folded {
		key = fmt.Sprintf("pg_catalog.lower(pg_catalog.btrim(%s::pg_catalog.text))", column)
		members = fmt.Sprintf("pg_catalog.count(DISTINCT %s)", column)
	}
	return fmt.Sprintf(`SELECT
    pg_catalog.count(*) FILTER (WHERE g.members > 1) AS groups,
    coalesce(pg_catalog.sum(g.members - 1), 0)::bigint AS surplus,
    coalesce(pg_catalog.sum(g.occurrences), 0)::bigint AS rows,
    (SELECT pg_catalog.count(*) FROM %s AS t WHERE %s) AS blank
FROM (
    SELECT %s AS members, pg_catalog.count(*) AS occurrences
    FROM %s AS t
    WHERE %s
    GROUP BY %s
) AS g`, fromItem(d.Kind, d.Schema, d.Table), d.blankCondition("t"), members, fromItem(d.Kind, d.Schema, d.Table), d.RowCondition("t"), key)
}

func countDuplicates(ctx context.Context, p *Prober, columns []DuplicateEmails) ([]DuplicateEmails, error) {
	list := make([]Count, len(columns))
	for i, column := range columns {
		list[i] = Count{column.counting(), column.Pages}
	}
	numbers, errs := p.counts(ctx, list)
	var counted []DuplicateEmails
	for i, column := range columns {
		if errs[i] != nil {
			if err := p.Unknown(ctx, column.object(), errs[i]); err != nil {
				return nil, err
			}
			continue
		}
		n := numbers[i]
		column.Groups, column.Surplus, column.Rows, column.Blank = n[0], n[1], n[2], n[3]
		counted = append(counted, column)
	}
	return counted, nil
}
