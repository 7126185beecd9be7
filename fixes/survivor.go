package fixes

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// survivor is how the row of a group that stays is found: the window's order
// with it first, and what that order needs besides the table's rows t.
type survivor struct {
	order string
	joins string
}

func survivorOf(row checks.DuplicateEmails, root mapping, c Context) (survivor, error) {
	direction := "DESC"
	if c.Strategy.Way == Earliest {
		direction = "ASC"
	}
	var s survivor
	var order []string
	if len(c.Strategy.Keep) > 0 {
		order = append(order, root.among(c.Strategy.Keep)+" DESC")
	}
	if c.Strategy.Way == MostReferenced {
		counted, joins := referenced(root, c.Schema)
		s.joins = joins
		order = append(order, counted+" DESC")
	}
	if row.Recency != "" {
		order = append(order, fmt.Sprintf("t.%s %s NULLS LAST", postgres.Quote(row.Recency), direction))
	} else if c.Strategy.Way != MostReferenced && !slices.Contains([]string{"smallint", "integer", "bigint"}, typeOf(root.table, root.key[0])) {
		return s, refuse("%s has neither a time of creation nor a counting key, so which row is the latest cannot be told: choose --strategy duplicate-emails=%s",
			root.table, MostReferenced)
	}
	for _, column := range root.key {
		order = append(order, "t."+postgres.Quote(column)+" "+direction)
	}
	s.order = strings.Join(order, ", ")
	return s, nil
}

// byKey is the cheapest way to tell whether there are groups at all.
func byKey(root mapping) survivor {
	order := make([]string, len(root.key))
	for i, column := range root.key {
		order[i] = "t." + postgres.Quote(column)
	}
	return survivor{order: strings.Join(order, ", ")}
}

// among is the condition that a row t has one of some keys.
func (p mapping) among(keys [][]string) string {
	columns := make([]string, len(p.key))
	for i, column := range p.key {
		columns[i] = "t." + postgres.Quote(column)
	}
	rows := make([]string, len(keys))
	for i, key := range keys {
		values := make([]string, len(key))
		for j, value := range key {
			values[j] = "CAST(" + strings.TrimSpace(postgres.Literal(value)) + " AS " + typeOf(p.table, p.key[j]) + ")"
		}
		rows[i] = "(" + strings.Join(values, ", ") + ")"
	}
	return "((" + strings.Join(columns, ", ") + ") IN (" + strings.Join(rows, ", ") + "))"
}

// keptThere: who chose a row did not choose what the way would choose without it.
func keptThere(row checks.DuplicateEmails, root mapping, keys [][]string) Requirement {
	return Requirement{
		SQL:  fmt.Sprintf("SELECT pg_catalog.count(*) = %d FROM %s AS t WHERE %s AND %s", len(keys), fromItem(root.table), root.among(keys), row.RowCondition("t")),
		Else: "a row that was chosen to stay is not there any more: choose again",
	}
}

// referenced counts the rows that refer to each row t: one aggregated join a
// reference, since a subquery a row would read a child without an index each
// time. It groups by the row's own key, because two values that a child tells
// apart may both equal one of the parent's.
func referenced(root mapping, schema checks.Schema) (counted, joins string) {
	sum := []string{"0"}
	for i, ref := range schema.Referring(root.table) {
		child, _ := schema.Table(ref.Schema, ref.Table)
		var keys, names, on []string
		for n, column := range root.key {
			keys = append(keys, "p."+postgres.Quote(column))
			names = append(names, fmt.Sprintf("p.%s AS pgdoctor_k%d", postgres.Quote(column), n+1))
			on = append(on, fmt.Sprintf("pgdoctor_r%d.pgdoctor_k%d = t.%s", i+1, n+1, postgres.Quote(column)))
		}
		joins += fmt.Sprintf("\nLEFT JOIN (\n    SELECT %s, pg_catalog.count(*) AS pgdoctor_rows\n    FROM %s AS p\n    JOIN %s AS c ON %s\n    GROUP BY %s\n) AS pgdoctor_r%d ON %s",
			strings.Join(names, ", "), fromItem(root.table), fromItem(child), matches(ref, "p", "c"), strings.Join(keys, ", "), i+1, strings.Join(on, " AND "))
		sum = append(sum, fmt.Sprintf("coalesce(pgdoctor_r%d.pgdoctor_rows, 0)", i+1))
	}
	return "(" + strings.Join(sum, " + ") + ")", joins
}

// ranking is a query of the losers and winners, in the mapping's columns.
// Window functions find them in one sort, where a self-join is quadratic in the
// size of a group.
func ranking(row checks.DuplicateEmails, root mapping, s survivor) string {
	var inner, outer []string
	for i, column := range root.columns {
		quoted := "t." + postgres.Quote(column)
		inner = append(inner, fmt.Sprintf("%s AS pgdoctor_o%d, pg_catalog.first_value(%s) OVER w AS pgdoctor_n%d", quoted, i+1, quoted, i+1))
		outer = append(outer, fmt.Sprintf("r.pgdoctor_o%d, r.pgdoctor_n%d", i+1, i+1))
	}
	return fmt.Sprintf(`SELECT %s, NULL::bigint
FROM (
    SELECT %s, pg_catalog.row_number() OVER w AS pgdoctor_place
    FROM %s AS t%s
    WHERE %s
    WINDOW w AS (PARTITION BY t.%s ORDER BY %s)
) AS r
WHERE r.pgdoctor_place > 1`, strings.Join(outer, ", "), strings.Join(inner, ", "), fromItem(root.table), strings.ReplaceAll(s.joins, "\n", "\n    "),
		row.RowCondition("t"), postgres.Quote(row.Column), s.order)
}
