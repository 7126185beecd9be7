package advisor

import (
	"context"
	"math"
	"slices"
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

func (b both) Plan(ctx context.Context, statement string, indexes []Index) (Plan, error) {
	if statement != "a" {
		return b.priced.Plan(ctx, statement, indexes)
	}
	first, second := keyed(indexes, "user_id"), keyed(indexes, "code")
	if first >= 0 && second >= 0 {
		return Plan{Cost: 10, Uses: []int{min(first, second), max(first, second)}, Root: &Node{}}, nil
	}
	return Plan{Cost: b.base, Root: &Node{}}, nil
}

func keyed(indexes []Index, column string) int {
	return slices.IndexFunc(indexes, func(i Index) bool { return i.Keys[0].Column == column })
}

// What pays only together is taken together, also in the place of what the budget was given to before.
func TestSearchTakesWhatPaysTogether(t *testing.T) {
	table := orders()
	on := func(columns ...string) Index {
		index := Index{Schema: "public", Table: "orders", Method: "btree"}
		for _, column := range columns {
			index.Keys = append(index.Keys, Key{Column: column})
		}
		return index
	}
	pair, other := []Index{on("user_id"), on("code")}, on("status", "id", "created_at")
	bytes := table.indexBytes(pair[0]) + table.indexBytes(pair[1])
	for _, test := range []struct {
		ms     float64 // of the other statement
		budget float64 // bytes
		want   string
	}{
		{0, 0, `USING btree ("code"); USING btree ("user_id")`},
		{300, bytes, `USING btree ("code"); USING btree ("user_id")`},
		{300, bytes + table.indexBytes(other), `USING btree ("code"); USING btree ("user_id"); USING btree ("status", "id", "created_at")`},
		{3000, bytes, `USING btree ("status", "id", "created_at")`},
	} {
		advice := &Advice{Statements: []*Query{reading("a", 1000), reading("b", test.ms)}, least: defaultShare, leastOfAll: leastOfAll, TotalMS: 1000 + test.ms}
		a := &adviser{engine: both{priced{1000, map[string]float64{"b status,id,created_at": 10}}}, advice: advice, places: map[string]int{}, unit: 1,
			options: Options{Budget: test.budget / (table.Pages * 8192)},
			catalog: &Catalog{Tables: []*Table{table}, roots: map[Name]*Table{{"public", "orders"}: table}}}
		for _, query := range advice.Statements {
			query.cache, query.Base, query.Best, query.weight, query.Share = map[string]float64{}, 1000, 1000, query.TotalMS/1000, query.TotalMS/advice.TotalMS
			query.Bindings = []Binding{{Query: query.ID, Weight: 1, Cost: 1000, root: &Node{TotalCost: 1000}}}
			query.refs = []*Reference{{Table: table}}
		}
		advice.Statements[0].Candidates, advice.Statements[1].Candidates = pair, []Index{other}
		for _, query := range advice.Statements {
			if err := a.choose(t.Context(), query); err != nil {
				t.Fatal(err)
			}
		}
		if err := a.search(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := proposed(advice); got != test.want {
			t.Errorf("%.0f ms beside it, %.0f bytes: got %s, want %s", test.ms, test.budget, got, test.want)
		}
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
