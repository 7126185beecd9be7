package workload

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestConstants(t *testing.T) {
	for _, test := range []struct {
		text, sent string
		want       map[int]string
		bound      bool
	}{
		{"SELECT id FROM jobs WHERE status = $1 ORDER BY at LIMIT $2 FOR UPDATE SKIP LOCKED", "select id from jobs where status = 'queued' order by at limit 10 for update skip locked",
			map[int]string{1: "'queued'", 2: "10"}, false},
		{"SELECT a FROM t WHERE b = $1 AND c = $2", "SELECT a FROM t WHERE b = $1 AND c = 'it''s'", map[int]string{2: "'it''s'"}, true},
		{"SELECT a FROM t WHERE d > date $1 AND x ->> $2 = $3 AND n = $4", "SELECT a FROM t WHERE d > date '2026-01-01' AND x ->> 'k' = $1 AND n = -5",
			map[int]string{1: "'2026-01-01'", 2: "'k'", 4: "-5"}, true},
		{"SELECT a FROM t WHERE b = $1", "SELECT a FROM t WHERE c = 1", nil, false},
		{"SELECT a FROM t WHERE b IN ($1 /*, ... */)", "SELECT a FROM t WHERE b IN (1, 2)", nil, false},
		{"SELECT a FROM t WHERE b = $1", "SELECT a FROM t WHERE b = 'cut of", nil, false},
		{"SELECT a FROM t WHERE b = $1", "SELECT a FROM t WHERE b = $1", map[int]string{}, true},
	} {
		got, bound := Constants(test.text, test.sent)
		if !cmp.Equal(got, test.want) || bound != test.bound {
			t.Errorf("%s: got %v, %v", test.sent, got, bound)
		}
	}
}
