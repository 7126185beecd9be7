package advisor

import (
	"math"
	"testing"
)

func TestPassing(t *testing.T) {
	table := orders()
	table.Columns = append(table.Columns, Column{Name: "day", Type: "date", BaseType: "date", Category: "D", Nulls: 0.5, Common: []string{"2024-03-01"}, Frequencies: Floats{0.1}, Histogram: []string{"2024-01-01", "2024-02-01", "2024-04-01", "2024-05-01", "2024-06-01"}})
	for condition, want := range map[string]float64{
		"(o.status = 'open'::text)":                                0.08,
		"(o.status = ANY ('{open,lost}'::text[]))":                 0.1,
		"(o.status = ANY ($1))":                                    1,
		"(o.user_id = ANY ('{1,2}'::integer[]))":                   3.0 / 5000,
		"(o.user_id > 10)":                                         0.5,
		"(o.user_id > $1)":                                         1.0 / 3,
		"(o.created_at >= '2024-01-01'::timestamp with time zone)": 1,
		"(o.created_at < (now() - '7 days'::interval))":            1.0 / 3,
		"(o.day < '2024-04-01'::date)":                             0.1 + 0.4*0.5,
		"(o.day >= '2024-04-01'::date)":                            0.5 - 0.3,
		"(o.day > '1999-01-01'::date)":                             0.5,
		"((o.status = 'open'::text) AND (o.user_id < 10))":         0.04,
	} {
		if got := table.passing(table.clauses(condition)); math.Abs(got-want) > 1e-9 {
			t.Errorf("%s: %g of the rows, want %g", condition, got, want)
		}
	}
}
