package advisor

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

//go:embed scratch/expressions.sql
var expressionsSQL string

// expression is one key of an index that is computed from one column.
type expression struct {
	schema, index, attribute string
	sql                      string
	rows                     float64 // of the table
	column, columnType       string
	source                   *ColumnStatistics // of the column
}

// deriveExpressions gives expressions of indexes the statistics that ANALYZE would
// find, as far as those of the one column say: its values are put through the
// expression. Without any, the planner would guess at half a percent of the rows.
func (s *Scratch) deriveExpressions(ctx context.Context, _ *Snapshot) error {
	list, err := s.expressions(ctx)
	if err != nil || len(list) == 0 {
		return err
	}
	var derived []typedStatistics
	for _, e := range list {
		images, typeOID, err := s.images(ctx, e)
		if err != nil {
			return err
		}
		limit, err := s.distinctLimit(ctx, e)
		if err != nil {
			return err
		}
		derived = append(derived, typedStatistics{deriveStatistics(e, images, limit), typeOID})
	}
	return s.insertStatistics(ctx, derived)
}

func (s *Scratch) expressions(ctx context.Context) ([]expression, error) {
	rows, err := s.admin.Query(ctx, expressionsSQL)
	if err != nil {
		return nil, err
	}
	var list []expression
	var e expression
	var table, tree, columns string
	var oid uint32
	var place int
	_, err = pgx.ForEachRow(rows, []any{&e.schema, &e.index, &table, &oid, &e.attribute, &place, &tree, &e.sql, &columns}, func() error {
		var byNumber map[string][2]string
		if err := json.Unmarshal([]byte(columns), &byNumber); err != nil {
			return err
		}
		number := soleColumn(tree, place)
		e.column, e.columnType = byNumber[number][0], byNumber[number][1]
		e.source = s.statistics[columnName{e.schema, table, e.column}]
		e.rows = s.figures[oid].Tuples
		if e.source != nil {
			list = append(list, e)
		}
		return nil
	})
	return list, err
}

var columnReference = regexp.MustCompile(`:varattno (\d+)`)

// soleColumn is the number of the one column in an expression, the place-th of a
// list as pg_node_tree shows it; "" for none or several.
func soleColumn(tree string, place int) string {
	depth, start := 0, 0
	for i := 0; i < len(tree); i++ {
		switch tree[i] {
		case '\\':
			i++
		case '{':
			if depth == 0 {
				place--
				start = i
			}
			depth++
		case '}':
			depth--
			if depth == 0 && place == 0 {
				found := map[string]bool{}
				number := ""
				for _, match := range columnReference.FindAllStringSubmatch(tree[start:i], -1) {
					number = match[1]
					found[number] = true
				}
				if len(found) != 1 {
					return ""
				}
				return number
			}
		}
	}
	return ""
}

// image is what an expression makes of some values of its column.
type image struct {
	text   *string // nil for NULL
	weight float64 // share of the rows
	common int     // values among the common ones that lead to it
	bounds int     // values among the bounds of the histogram that do
	place  int     // of the first of those in the histogram
	width  float64
}

// images puts the known values of the column through the expression; sorted, and the oid of their type, which is not that
// of the index's attribute where GIN keeps something else. None where that fails, or nothing is known. It is a stranger's
// expression: the owner computes it.
func (s *Scratch) images(ctx context.Context, e expression) (list []image, typeOID uint32, err error) {
	common, bounds := parseArray(e.source.CommonValues), parseArray(e.source.Histogram)
	if len(common)+len(bounds) == 0 || strings.HasSuffix(e.columnType, "[]") {
		return nil, 0, nil
	}
	rest := 1 - e.source.NullFrac
	weights := make([]string, 0, len(common)+len(bounds))
	for _, share := range e.source.CommonFreqs {
		rest -= share
		weights = append(weights, strconv.FormatFloat(share, 'g', -1, 64))
	}
	for range bounds {
		weights = append(weights, strconv.FormatFloat(math.Max(0, rest)/float64(len(bounds)), 'g', -1, 64))
	}
	sql := fmt.Sprintf(`
		SELECT
			t.image::text,
			pg_catalog.sum(t.weight),
			pg_catalog.count(*) FILTER (WHERE t.place <= %[1]d),
			pg_catalog.count(*) FILTER (WHERE t.place > %[1]d),
			pg_catalog.min(t.place) FILTER (WHERE t.place > %[1]d),
			pg_catalog.avg(pg_catalog.pg_column_size(t.image)),
			pg_catalog.pg_typeof(t.image)::oid
		FROM (
			SELECT (%[2]s) AS image, pgdoctor_weight AS weight, pgdoctor_place AS place
			FROM ROWS FROM (pg_catalog.unnest($1::%[3]s[]), pg_catalog.unnest($2::float8[])) WITH ORDINALITY
				AS v (%[4]s, pgdoctor_weight, pgdoctor_place)
		) AS t
		GROUP BY t.image
		ORDER BY t.image`, len(common), e.sql, e.columnType, postgres.Quote(e.column))
	result := s.owner.PgConn().ExecParams(ctx, sql, [][]byte{
		[]byte(formatArray(append(common, bounds...))), []byte("{" + strings.Join(weights, ",") + "}"),
	}, nil, nil, nil).Read()
	var refusal *pgconn.PgError
	if errors.As(result.Err, &refusal) {
		return nil, 0, nil
	}
	if result.Err != nil {
		return nil, 0, result.Err
	}
	list = make([]image, len(result.Rows))
	for i, row := range result.Rows {
		if row[0] != nil {
			text := string(row[0])
			list[i].text = &text
		}
		list[i].weight, list[i].common, list[i].bounds = number(row[1]), int(number(row[2])), int(number(row[3]))
		list[i].place, list[i].width = int(number(row[4])), number(row[5])
		typeOID = uint32(number(row[6]))
	}
	return list, typeOID, nil
}

func number(text []byte) float64 {
	n, err := strconv.ParseFloat(string(text), 64)
	if err != nil { // NULL
		return 0
	}
	return n
}

// continuous are types whose values can be interpolated, and how.
var continuous = []struct {
	types *regexp.Regexp
	step  string
}{
	{regexp.MustCompile(`^date$`), "(b.high - b.low) * g.n / 2000"},
	{regexp.MustCompile(`^timestamp`), "(b.high - b.low) * (g.n / 2000.0)"},
	{regexp.MustCompile(`^(smallint|integer|bigint|numeric|real|double precision)`), "(b.high::numeric - b.low::numeric) * (g.n / 2000.0)"},
}

// distinctLimit is how many values an expression of a number or a time can have
// between the least and the greatest known one, 0 for more than can be counted: a
// day of a time has few, and a histogram of a hundred bounds would not show it.
func (s *Scratch) distinctLimit(ctx context.Context, e expression) (float64, error) {
	known := append(parseArray(e.source.CommonValues), parseArray(e.source.Histogram)...)
	for _, kind := range continuous {
		if !kind.types.MatchString(e.columnType) || strings.HasSuffix(e.columnType, "]") || len(known) < 2 {
			continue
		}
		sql := fmt.Sprintf(`
			SELECT pg_catalog.count(DISTINCT t.image)
			FROM (
				SELECT (%[1]s) AS image
				FROM (
					SELECT (b.low + %[2]s)::%[3]s AS %[4]s
					FROM (SELECT pg_catalog.min(v.v) AS low, pg_catalog.max(v.v) AS high FROM pg_catalog.unnest($1::%[3]s[]) AS v (v)) AS b
					CROSS JOIN pg_catalog.generate_series(0, 2000) AS g (n)
				) AS v
			) AS t`, e.sql, kind.step, e.columnType, postgres.Quote(e.column))
		result := s.owner.PgConn().ExecParams(ctx, sql, [][]byte{[]byte(formatArray(known))}, nil, nil, nil).Read()
		var refusal *pgconn.PgError
		switch {
		case errors.As(result.Err, &refusal): // infinity, for one
			return 0, nil
		case result.Err != nil:
			return 0, result.Err
		}
		if count := number(result.Rows[0][0]); count > 0 && count < 1800 {
			return count, nil
		}
	}
	return 0, nil
}

// deriveStatistics makes statistics of what is known of the images.
func deriveStatistics(e expression, images []image, limit float64) ColumnStatistics {
	derived := ColumnStatistics{
		Schema: e.schema, Table: e.index, Column: e.attribute,
		NullFrac: e.source.NullFrac, AvgWidth: e.source.AvgWidth, Distinct: e.source.Distinct,
	}
	if len(images) == 0 {
		return derived
	}
	var common []image
	var bounds []string
	width, weight := 0.0, 0.0
	for _, i := range images {
		if i.text == nil {
			derived.NullFrac += i.weight
			continue
		}
		width, weight = width+i.width*i.weight, weight+i.weight
		if i.common > 0 || i.bounds > 2 { // three bounds are at least a fiftieth of the rest
			common = append(common, i)
		} else {
			bounds = append(bounds, *i.text)
		}
	}
	if weight > 0 {
		derived.AvgWidth = max(1, int(math.Round(width/weight)))
	}
	slices.SortStableFunc(common, func(a, b image) int { return cmpFloat(b.weight, a.weight) })
	var values []string
	for _, i := range common {
		values = append(values, *i.text)
		derived.CommonFreqs = append(derived.CommonFreqs, i.weight)
	}
	if len(values) > 0 {
		text := formatArray(values)
		derived.CommonValues = &text
	}
	if len(bounds) > 1 {
		text := formatArray(bounds)
		derived.Histogram = &text
	}
	derived.Distinct = imagesDistinct(e, images, limit)
	derived.Correlation = imagesCorrelation(e, images)
	return derived
}

func cmpFloat(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// imagesDistinct estimates how many values the expression has: as many as the
// column, unless images coincide; then as ANALYZE does from a sample, which the
// bounds of the histogram are taken for.
func imagesDistinct(e expression, images []image, limit float64) float64 {
	rows := math.Max(1, e.rows)
	distinct := e.source.Distinct
	if distinct < 0 {
		distinct *= -rows
	}
	commonImages, common, sample, seen, once := 0.0, 0.0, 0.0, 0.0, 0.0
	rest := 0.0
	for _, i := range images {
		if i.text == nil {
			continue
		}
		common += float64(i.common)
		if i.common > 0 {
			commonImages++
			continue
		}
		sample, seen, rest = sample+float64(i.bounds), seen+1, rest+i.weight
		if i.bounds == 1 {
			once++
		}
	}
	distinct -= common - commonImages
	if sample > seen {
		distinct = math.Min(distinct, commonImages+sample*seen/(sample-once+once*sample/math.Max(sample, rows*rest)))
	}
	if limit > 0 {
		distinct = math.Min(distinct, limit)
	}
	distinct = math.Max(distinct, 1)
	if distinct > 0.1*rows { // as ANALYZE writes what grows with the table
		return -math.Min(1, distinct/rows)
	}
	return distinct
}

// imagesCorrelation is the column's as far as the expression keeps its order.
func imagesCorrelation(e expression, images []image) *float64 {
	if e.source.Correlation == nil {
		return nil
	}
	up, pairs, last := 0.0, 0.0, 0
	for _, i := range images {
		if i.text == nil || i.place == 0 {
			continue
		}
		if last > 0 {
			pairs++
			if i.place > last {
				up++
			}
		}
		last = i.place
	}
	if pairs == 0 {
		return nil
	}
	// every step up: 1; half of them: 0; none: the order is turned around
	kept := *e.source.Correlation * (2*up/pairs - 1)
	return &kept
}
