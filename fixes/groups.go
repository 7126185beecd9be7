package fixes

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	humanize "github.com/dustin/go-humanize"
	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Group is some rows that count as the same, the one that stays first.
type Group struct {
	Columns []string `json:"columns"` // in which they differ
	Rows    []Member `json:"rows"`
	More    int      `json:"more,omitempty"` // rows that are not listed
}

// Member is one row of a group.
type Member struct {
	Key        []string  `json:"key"`
	References int64     `json:"references"` // rows that refer to it
	Values     []*string `json:"values"`     // of Columns, nil for NULL
}

const (
	shownGroups  = 5  // in a plan
	shownMembers = 10 // of a group
)

// groups is a query of the groups whose rows differ in any column but key and
// address: every row as JSON, all values as text. Its one parameter is how many
// groups at most.
func groups(row checks.DuplicateEmails, root mapping, s survivor, c Context) string {
	counted, joins := referenced(root, c.Schema)
	var key, values, names []string
	for _, column := range root.key {
		key = append(key, "t."+postgres.Quote(column)+"::text")
	}
	for _, column := range root.table.Columns {
		if column.Generated || column.Name == row.Column || slices.Contains(root.key, column.Name) {
			continue
		}
		names = append(names, strings.TrimSpace(postgres.Literal(column.Name)))
		// one collation for all, or an array of them has none to be compared by (42P22)
		values = append(values, "t."+postgres.Quote(column.Name)+`::text COLLATE pg_catalog."C"`)
	}
	if len(values) == 0 {
		return ""
	}
	return fmt.Sprintf(`SELECT pg_catalog.json_build_object(
    'columns', ARRAY[%s],
    'rows', pg_catalog.json_agg(pg_catalog.json_build_object('key', r.pgdoctor_key, 'references', r.pgdoctor_references, 'values', r.pgdoctor_values)
        ORDER BY r.pgdoctor_place) FILTER (WHERE r.pgdoctor_place <= %d),
    'more', greatest(pg_catalog.count(*) - %d, 0))::text
FROM (
    SELECT
        pg_catalog.dense_rank() OVER (ORDER BY t.%s) AS pgdoctor_group,
        pg_catalog.row_number() OVER w AS pgdoctor_place,
        ARRAY[%s] AS pgdoctor_key,
        %s AS pgdoctor_references,
        ARRAY[%s] AS pgdoctor_values
    FROM %s AS t%s
    WHERE %s
    WINDOW w AS (PARTITION BY t.%s ORDER BY %s)
) AS r
GROUP BY r.pgdoctor_group
HAVING pg_catalog.count(DISTINCT r.pgdoctor_values) > 1
ORDER BY r.pgdoctor_group
LIMIT $1`, strings.Join(names, ", "), shownMembers, shownMembers, postgres.Quote(row.Column), strings.Join(key, ", "), counted, strings.Join(values, ", "),
		fromItem(root.table), strings.ReplaceAll(joins, "\n", "\n    "), row.RowCondition("t"), postgres.Quote(row.Column), s.order)
}

// ReadGroups reads the groups of a step whose rows differ, at most limit of
// them, with their values as they are.
func ReadGroups(ctx context.Context, db *sqlx.DB, step Step, limit int, timeout time.Duration) ([]Group, error) {
	var texts []string
	err := postgres.ReadOnly(ctx, db, timeout, func(tx *sqlx.Tx) error {
		return tx.SelectContext(ctx, &texts, step.Groups+"\n/* pgdoctor */", limit)
	})
	if err != nil {
		return nil, fmt.Errorf("read the groups whose rows differ: %w", err)
	}
	list := make([]Group, len(texts))
	for i, text := range texts {
		if err := postgres.ScanJSON(text, &list[i]); err != nil {
			return nil, fmt.Errorf("read the groups whose rows differ: %w", err)
		}
		list[i].narrow()
	}
	return list, nil
}

// narrow leaves out the columns in which all rows agree.
func (g *Group) narrow() {
	same := func(column int) bool {
		return !slices.ContainsFunc(g.Rows, func(m Member) bool { return text(m.Values[column]) != text(g.Rows[0].Values[column]) })
	}
	for column := len(g.Columns) - 1; column >= 0; column-- {
		if !same(column) {
			continue
		}
		g.Columns = slices.Delete(g.Columns, column, column+1)
		for i := range g.Rows {
			g.Rows[i].Values = slices.Delete(g.Rows[i].Values, column, column+1)
		}
	}
}

// text tells NULL from every value.
func text(value *string) string {
	if value == nil {
		return "NULL"
	}
	return "=" + *value
}

// Redacted is the group with no value to be read from it.
func (g Group) Redacted() Group {
	g.Rows = slices.Clone(g.Rows)
	for i, member := range g.Rows {
		member.Values = slices.Clone(member.Values)
		for j, value := range member.Values {
			if value != nil {
				hidden := Redact(*value)
				member.Values[j] = &hidden
			}
		}
		g.Rows[i] = member
	}
	return g
}

// Redact leaves of a value its first character and how long it is.
func Redact(value string) string {
	length := utf8.RuneCountInString(value)
	if length < 2 {
		return strings.Repeat("*", length)
	}
	first, _ := utf8.DecodeRuneInString(value)
	return fmt.Sprintf("%c…(%d)", first, length)
}

// Words says what is known of a row, its values after the columns' names.
func (g Group) Words(n int) string {
	member := g.Rows[n]
	parts := []string{"(" + strings.Join(member.Key, ", ") + ")"}
	for i, column := range g.Columns {
		value := "NULL"
		if member.Values[i] != nil {
			value = "'" + *member.Values[i] + "'"
		}
		parts = append(parts, postgres.Name(column)+" "+value)
	}
	references := "rows refer"
	if member.References == 1 {
		references = "row refers"
	}
	return strings.Join(append(parts, fmt.Sprintf("%s %s to it", humanize.Comma(member.References), references)), ", ")
}

// words is the group on one line.
func (g Group) words() string {
	var rows []string
	for i := range g.Rows {
		rows = append(rows, g.Words(i))
	}
	if g.More > 0 {
		rows = append(rows, humanize.Comma(int64(g.More))+" more")
	}
	return "rows of a group differ: stays " + strings.Join(rows, "; goes ")
}

// proveGroups shows the first groups, redacted.
func proveGroups(ctx context.Context, db *sqlx.DB, step *Step, timeout time.Duration) {
	list, err := ReadGroups(ctx, db, *step, shownGroups+1, timeout)
	if err != nil {
		step.Proof.NotProvable = append(step.Proof.NotProvable, "in what the rows of a group differ: SQLSTATE "+postgres.SQLState(err))
		return
	}
	for _, group := range list[:min(len(list), shownGroups)] {
		step.Proof.Groups = append(step.Proof.Groups, group.Redacted())
	}
	if len(list) > shownGroups {
		step.Proof.NotProvable = append(step.Proof.NotProvable, "which row should stay where they differ: more groups differ than these; --choose asks for each")
	}
}
