package advisor

import (
	"context"
	"errors"
	"strings"
	"testing"
)

// A set for a budget comes from the one without: what loses the least for its bytes goes, or becomes shorter.
func TestRelaxed(t *testing.T) {
	size := func(columns ...string) float64 {
		index := Index{Method: "btree"}
		for _, column := range columns {
			index.Keys = append(index.Keys, Key{Column: column})
		}
		return orders().indexBytes(index)
	}
	costs := map[string]float64{"a user_id,created_at": 10, "a user_id": 100, "b code": 10, "c id": 10}
	all := size("user_id", "created_at") + size("code") + size("id")
	for name, test := range map[string]struct {
		room float64
		want string
	}{
		"all of it":               {all, `("code"); ("user_id", "created_at"); ("id")`},
		"all with one less key":   {all - size("user_id", "created_at") + size("user_id"), `("code"); ("id"); ("user_id")`},
		"two of them":             {size("user_id") + size("code"), `("code"); ("user_id")`},
		"the one that saves most": {size("code"), `("code")`},
	} {
		queries := []*Query{reading("a", 1000), reading("b", 2000), reading("c", 500)}
		a := offered(t, orders(), 1.001*test.room/(orders().Pages*8192), priced{1000, costs}, queries, []string{"user_id", "created_at"}, []string{"code"}, []string{"id"})
		chosen, err := a.relaxed(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, at := range chosen {
			got = append(got, strings.TrimPrefix(a.pool[at].Tail(), "USING btree "))
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("room for %s: got %s, want %s", name, strings.Join(got, "; "), test.want)
		}
	}
}

// refusing is an engine that fails where an index on one column is among those offered.
type refusing struct {
	priced
	column string
}

func (r refusing) Plan(ctx context.Context, statement string, indexes []Index) (Plan, error) {
	if len(indexes) > 1 && keyed(indexes, r.column) >= 0 {
		return Plan{}, errors.New("this set cannot be planned")
	}
	return r.priced.Plan(ctx, statement, indexes)
}

// A set that the planner refuses serves nothing, and the rest is advised on.
func TestSearchGoesOnWithoutWhatIsRefused(t *testing.T) {
	costs := map[string]float64{"a user_id": 300, "a code": 10, "b user_id": 10}
	queries := []*Query{reading("a", 1000), reading("b", 1000)}
	advice := advisedOn(t, orders(), 0, refusing{priced{1000, costs}, "code"}, queries, []string{"user_id"}, []string{"code"})
	if got, want := proposed(advice), `USING btree ("user_id")`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if len(queries[0].Unbuilt) != 1 || queries[0].Unbuilt[0] != "this set cannot be planned" {
		t.Errorf("nothing is said of it: %q", queries[0].Unbuilt)
	}
}
