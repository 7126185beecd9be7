package advisor

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// A row's trigger runs its function once for each row, a statement's once, and neither for what does not fire it.
func TestInvokes(t *testing.T) {
	trigger := func(row bool, function string, verbs, columns []string) Trigger {
		return Trigger{Schema: "s", Table: "t", EachRow: row, Verbs: verbs, Columns: columns, FunctionSchema: "f", Function: function, visible: true}
	}
	triggers := []Trigger{
		trigger(true, "rows", []string{"INSERT", "UPDATE"}, nil), trigger(false, "once", []string{"UPDATE"}, nil),
		trigger(true, "price", []string{"UPDATE"}, []string{"price"}), trigger(true, "gone", []string{"DELETE"}, nil),
	}
	for text, want := range map[string]map[string]float64{
		"UPDATE t SET note = $1 WHERE id = $2": {"rows": 70, "once": 10},
		"UPDATE s.t SET price = k($1)":         {"rows": 70, "once": 10, "price": 70, "k": 10},
		"UPDATE other.t SET price = 1":         {},
		"DELETE FROM s.t":                      {"gone": 70},
		"INSERT INTO t VALUES ($1)":            {"rows": 70},
		"INSERT INTO t VALUES ($1) ON CONFLICT (id) DO UPDATE SET n = excluded.n":   {"rows": 70, "once": 10, "price": 70},
		"MERGE INTO t USING u ON t.id = u.id WHEN MATCHED THEN UPDATE SET note = 1": {"rows": 70, "once": 10, "price": 70, "gone": 70},
		"SELECT k(n), x.m(1, 2) FROM t":                                             {"k": 10, "m": 10},
	} {
		asked, err := workload.Asks(text)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]float64{}
		for _, call := range (step{asked: asked, times: 10, rows: 70}).invokes(triggers) {
			got[call.Name] = call.times
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", text, diff)
		}
	}
}

// The time of a call is that of what its functions run, by its cost; a write has some of its own.
func TestDivide(t *testing.T) {
	call := &Query{Call: Call{Calls: 10, TotalMS: 1000}}
	insert := &Query{Call: Call{Calls: 10, Rows: 10, TotalMS: 1000}, read: workload.Statement{Changes: []workload.Change{{Verb: "INSERT"}}}}
	dear, cheap := &Query{In: "f()", Base: 90, callers: []*Query{call}}, &Query{In: "f()", Base: 10, callers: []*Query{call, insert}}
	call.inner, insert.inner = []*Query{dear, cheap}, []*Query{cheap}
	lost := &Query{In: "g()", Skipped: "why", callers: []*Query{insert}}
	a := &adviser{unit: 0.01, advice: &Advice{TotalMS: 2000, Statements: []*Query{call, insert, dear, cheap, lost}}}
	a.divide()
	if dear.TotalMS != 900 || call.ownMS() != 0 {
		t.Errorf("the dear one took %v, and %v is left of the call", dear.TotalMS, call.ownMS())
	}
	if own := insert.ownMS(); own <= 0 || own >= 1000 || cheap.TotalMS != 100+1000-own {
		t.Errorf("of the write %v is its own, and the cheap one took %v", own, cheap.TotalMS)
	}
	if dear.Share != 0.45 || lost.Share != insert.ownMS()/2000 {
		t.Errorf("shares %v and %v", dear.Share, lost.Share)
	}
}
