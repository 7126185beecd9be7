package advisor

import (
	"testing"
)

// What updates count up is worth an index only where another does not serve nearly as well, or where its value is asked for.
func TestCool(t *testing.T) {
	for name, test := range map[string]struct {
		condition string
		other     float64 // cost with the other index
		want      string
	}{
		"a counter that is small":    {"((o.status = 'open'::text) AND (o.user_id < 5))", 14, `USING btree ("status", "code")`},
		"a counter, nothing serves":  {"((o.status = 'open'::text) AND (o.user_id < 5))", 300, `USING btree ("user_id")`},
		"a state of a certain value": {"((o.status = 'open'::text) AND (o.user_id = 5))", 14, `USING btree ("user_id")`},
	} {
		queue, count := reading("queue", 1000), writing("UPDATE orders SET user_id = user_id + $1 WHERE id = $2", 10, 0, 0.1)
		engine := priced{1000, map[string]float64{"queue user_id": 10, "queue status,code": test.other}}
		rest := reading("rest", 2000)
		a := offered(t, orders(), 0, engine, []*Query{queue, rest, count})
		queue.refs = []*Reference{reference(a.catalog.Tables[0], test.condition)}
		queue.refs[0].Table = a.catalog.Tables[0]
		for _, keys := range [][]Key{{{Column: "user_id"}}, {{Column: "status"}, {Column: "code"}}} {
			a.enter(queue, Index{Schema: "public", Table: "orders", Method: "btree", Keys: keys})
		}
		queue.Best = 10
		if err := a.search(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := proposed(a.advice); got != test.want {
			t.Errorf("%s: got %s, want %s", name, got, test.want)
		}
	}
}
