package fixes

import (
	"fmt"
	"regexp"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.IndexNullableLeading, Cure{Kind: "partial-index", Risk: Online, Reversible: true, order: 73},
	func(row checks.NullableIndex, _ Context) ([]Step, error) {
		switch {
		case row.Unique:
			return nil, refuse("it is unique: ON CONFLICT and foreign keys would not find a partial one without its WHERE")
		case row.Needed:
			return nil, refuse("a foreign key, a replica identity or CLUSTER names the index")
		case row.Partitioned:
			return nil, refuse("an index of a partitioned table can neither be built nor dropped concurrently")
		}
		table := checks.Table{Schema: row.Schema, Name: row.Table}
		predicate := postgres.Quote(row.Column) + " IS NOT NULL"
		rest, found := afterTable(row.Definition)
		if !found {
			return nil, refuse("how to build it as a partial index could not be derived from: %s", row.Definition)
		}
		definition := "ON " + table.SQL() + " " + rest
		if row.Tablespace != nil {
			definition += " TABLESPACE " + postgres.Quote(*row.Tablespace)
		}
		twin := derivedName("notnull", row.Index)
		build := buildIndex("partial-index", table, twin, definition+" WHERE "+predicate, false)
		build.Claims = []Claim{{"entries that are NULL, as far as statistics know", fmt.Sprintf(
			"SELECT (s.null_frac * c.reltuples)::bigint FROM pg_catalog.pg_stats AS s, pg_catalog.pg_class AS c WHERE c.oid = pg_catalog.to_regclass(%s) AND s.schemaname = %s AND s.tablename = %s AND s.attname = %s AND NOT s.inherited",
			postgres.Literal(table.SQL()), postgres.Literal(row.Schema), postgres.Literal(row.Table), postgres.Literal(row.Column))}}
		drop, err := dropIndex(checks.SurplusIndex{
			Schema: row.Schema, Index: row.Index, Table: row.Table, Definition: row.Definition, Tablespace: row.Tablespace,
			Comment: row.Comment, Statistics: row.Statistics,
			Kept: &twin, KeptDefinition: "the same columns WHERE " + predicate,
		}, Context{})
		if err != nil {
			return nil, err
		}
		return append([]Step{build}, drop...), nil
	})

// defined matches a definition as the server writes it, and in it what follows
// the table's name.
var defined = regexp.MustCompile(`(?s)^CREATE (?:UNIQUE )?INDEX (?:"(?:[^"]|"")*"|[^" ]+) ON (?:ONLY )?(?:"(?:[^"]|"")*"|[^". ]+)\.(?:"(?:[^"]|"")*"|[^". ]+) (USING .*)$`)

// afterTable is an index's definition from USING on: method, columns, options
// and predicate.
func afterTable(definition string) (string, bool) {
	match := defined.FindStringSubmatch(definition)
	if match == nil {
		return "", false
	}
	return match[1], true
}

var _ = example(checks.IndexNullableLeading, checks.NullableIndex{
	IndexShape: checks.IndexShape{Schema: "public", Index: "orders_coupon_idx", Table: "orders", Method: "btree", Rows: 1_000_000},
	Column:     "coupon", Definition: "CREATE INDEX orders_coupon_idx ON public.orders USING btree (coupon)"})
