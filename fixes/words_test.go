package fixes

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

func TestWords(t *testing.T) {
	number := func(n int64) *int64 { return &n }
	for name, test := range map[string]struct {
		proof Proof
		want  []string
	}{
		"nothing": {Proof{}, nil},
		"numbers": {
			Proof{Numbers: []Number{
				{Name: "rows of public.users to remove", Value: number(1234567)}, {Name: "orphans", Value: number(0)},
				{Name: "rows to read", Unknown: "could not be read: SQLSTATE 42501"}, {Name: "nobody knows"},
			}},
			[]string{"1,234,567 rows of public.users to remove", "0 orphans", "rows to read: could not be read: SQLSTATE 42501"},
		},
		"cost by the planner": {
			Proof{Cost: &Cost{Statement: "SELECT 1", Before: 12345.678, After: 8.04, By: "hypopg"}},
			[]string{"cost 12,345.7 before, 8.0 after (by the planner, through hypopg) of SELECT 1"},
		},
		"cost by the model": {
			Proof{Cost: &Cost{Statement: "SELECT 1", Before: 100, After: 8.5, By: "model"}},
			[]string{"cost 100.0 before, 8.5 after (a model, not verified by a planner: hypopg is not installed) of SELECT 1"},
		},
		"size": {
			Proof{Bytes: 22487040, Disk: 78704640, Seconds: []float64{0.8, 3}},
			[]string{"the index takes about 21 MiB (75 MiB of disk while it is built), and 0.8 to 3 s to build"},
		},
		"small": {
			Proof{Bytes: 16384, Disk: 57344, Seconds: []float64{0, 0.9}},
			[]string{"the index takes about 16 KiB (56 KiB of disk while it is built), and less than a second to build"},
		},
		"blockers": {
			Proof{Blockers: []Blocker{
				{PID: 42, User: "ann", Application: "web", State: "idle in transaction", Seconds: 3723.9},
				{User: "bob", Application: "prepared transaction", State: "prepared", Seconds: 60},
			}},
			[]string{
				"would wait now for pid 42 (ann, web), idle in transaction, in a transaction for 3,723 s",
				"would wait now for a prepared transaction of bob, prepared, in a transaction for 60 s",
			},
		},
		"not provable": {
			Proof{NotProvable: []string{openWait, "the cost without and with the index: SQLSTATE 42501"}},
			[]string{"not provable: the cost without and with the index: SQLSTATE 42501"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, test.proof.Words()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestModelCost(t *testing.T) {
	ssd := postgres.Server{Settings: postgres.Settings{"random_page_cost": "1.1", "cpu_tuple_cost": "0.01", "cpu_index_tuple_cost": "not a number"}}
	for name, test := range map[string]struct {
		server postgres.Server
		before planNode
		want   float64
	}{
		"defaults":            {postgres.Server{}, planNode{Cost: 1000, Rows: 10}, 48.15},
		"its settings":        {ssd, planNode{Cost: 1000, Rows: 10}, 13.35},
		"never dearer":        {postgres.Server{}, planNode{Cost: 30, Rows: 10}, 30},
		"nothing to be found": {postgres.Server{}, planNode{Cost: 1000}, 8},
	} {
		t.Run(name, func(t *testing.T) {
			if got := modelCost(test.server, test.before); got < test.want-1e-9 || got > test.want+1e-9 {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}
