package advisor

import (
	"context"
	"math"
	"testing"
)

func TestImpliedCosts(t *testing.T) {
	known := costed{offered: []int{1, 3, 5, 8}, used: []int{8, 3}}
	for name, test := range map[string]struct {
		offered []int
		want    bool
	}{
		"the same":                  {[]int{1, 3, 5, 8}, true},
		"without one that is idle":  {[]int{1, 3, 8}, true},
		"only what is read":         {[]int{3, 8}, true},
		"without what is read":      {[]int{1, 3, 5}, false},
		"more to choose from":       {[]int{1, 3, 5, 8, 9}, false},
		"another in place of one":   {[]int{2, 3, 8}, false},
		"nothing of what there was": {[]int{4}, false},
	} {
		if got := (costed{offered: test.offered}).impliedBy(known); got != test.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// Bindings that cost the same everywhere are planned once, and the weights stay one together.
func TestMerge(t *testing.T) {
	query := &Query{weight: 10, Bindings: []Binding{{Weight: 0.5, Cost: 100}, {Weight: 0.2, Cost: 101}, {Weight: 0.2, Cost: 100}, {Weight: 0.1, Cost: 100, Through: true}}}
	query.Base = 100.2
	query.merge([]Plan{{Cost: 5, Uses: []int{1}}, {Cost: 5, Uses: []int{1}}, {Cost: 5, Uses: []int{2}}, {Cost: 5, Uses: []int{1}}})
	if len(query.Bindings) != 3 || query.Bindings[0].Weight < 0.699 || query.Bindings[0].Weight > 0.701 {
		t.Fatalf("%+v", query.Bindings)
	}
	if total := query.weight * query.Base; total < 1001.9 || total > 1002.1 {
		t.Errorf("all calls take %.1f", total)
	}
	query.refs = make([]*Reference, manyRelations)
	query.Bindings = []Binding{{Weight: 0.1, Cost: 1}, {Weight: 0.4, Cost: 2}, {Weight: 0.3, Cost: 3}, {Weight: 0.2, Cost: 4}}
	query.merge(make([]Plan, 4))
	if len(query.Bindings) != ofMany || query.Bindings[0].Cost != 2 || query.Bindings[2].Cost != 4 {
		t.Errorf("of a statement that takes long to plan: %+v", query.Bindings)
	}
}

// both is an engine that needs two indexes, for the two sides of an OR.
type both struct{ priced }

func (b both) Plan(_ context.Context, _ string, indexes []Index) (Plan, error) {
	if len(indexes) == 2 {
		return Plan{Cost: 10, Uses: []int{0, 1}, Root: &Node{}}, nil
	}
	return Plan{Cost: b.base, Root: &Node{}}, nil
}

func TestSearchTakesWhatPaysTogether(t *testing.T) {
	query := reading("a", 1000)
	table := orders()
	advice := &Advice{Statements: []*Query{query}, least: defaultShare, leastOfAll: leastOfAll, TotalMS: 1000}
	a := &adviser{engine: both{priced{base: 1000}}, advice: advice, places: map[string]int{}, unit: 1,
		catalog: &Catalog{Tables: []*Table{table}, roots: map[Name]*Table{{"public", "orders"}: table}}}
	query.cache, query.Base, query.Best, query.weight, query.Share = map[string]float64{}, 1000, 1000, 1, 1
	query.Bindings = []Binding{{Query: "a", Weight: 1, Cost: 1000, root: &Node{TotalCost: 1000}}}
	query.refs = []*Reference{{Table: table}}
	query.Candidates = []Index{
		{Schema: "public", Table: "orders", Method: "btree", Keys: []Key{{Column: "user_id"}}},
		{Schema: "public", Table: "orders", Method: "btree", Keys: []Key{{Column: "code"}}},
	}
	if err := a.choose(t.Context(), query); err != nil {
		t.Fatal(err)
	}
	if err := a.search(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got, want := proposed(advice), `USING btree ("code"); USING btree ("user_id")`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// The server leaves a generic plan once the plans for given values are cheaper.
func TestWeighted(t *testing.T) {
	bindings := []Binding{{Weight: 0.5}, {Weight: 0.25}, {Weight: 0.25, Generic: true}}
	for costs, want := range map[[3]float64]float64{{100, 400, 150}: 187.5, {100, 400, 5000}: 200, {8, 8, 8}: 8} {
		plans := []Plan{{Cost: costs[0]}, {Cost: costs[1]}, {Cost: costs[2]}}
		if got := weighted(bindings, plans); math.Abs(got-want) > 1e-9 {
			t.Errorf("%v: got %v, want %v", costs, got, want)
		}
	}
	if got := weighted([]Binding{{Weight: 1, Generic: true}}, []Plan{{Cost: 7}}); got != 7 {
		t.Errorf("the generic plan alone: %v", got)
	}
}
