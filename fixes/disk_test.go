package fixes

import (
	"math"
	"strings"
	"testing"
	"time"
)

func TestExceeding(t *testing.T) {
	const gib = int64(1 << 30)
	step := func(finding string, p Proof) Step { return Step{Cures: finding, Proof: p} }
	index := Proof{Bytes: gib, Disk: int64(indexSpace * float64(gib))}
	plan := Plan{Steps: []Step{
		step("a", index), step("b", Proof{Disk: 3 * gib, Kept: gib}), step("b", index), step("c", Proof{Disk: 6 * gib}), step("d", Proof{}),
	}}
	for free, want := range map[int64]string{
		10 * gib: "",
		6 * gib:  "c", // 3 GiB stay taken by then
		5 * gib:  "b c",
		4 * gib:  "b c",
		3 * gib:  "a b c",
		1:        "a b c",
	} {
		over := plan.Exceeding(free)
		var got []string
		for _, finding := range []string{"a", "b", "c", "d"} {
			if over[finding] != "" {
				got = append(got, finding)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("with %d free: %v, want %q", free, over, want)
		}
	}
	if why := plan.Exceeding(6 * gib)["c"]; why != "it needs about 6.0 GiB of disk while it runs, and 3.0 GiB of what is free (--free-disk) is left by then" {
		t.Errorf("c: %s", why)
	}
	if words := strings.Join(step("b", Proof{Disk: 3 * gib, Kept: gib}).Proof.Words(), "\n"); words != "takes about 3.0 GiB of disk while it runs, 1.0 GiB of it for the rows that are kept" {
		t.Errorf("in words: %s", words)
	}
}

func TestScaled(t *testing.T) {
	for _, c := range []struct {
		took    time.Duration
		n, rows float64
		want    float64
	}{
		{100 * time.Millisecond, 100_000, 100_000, 0.1},
		{100 * time.Millisecond, 100_000, 10_000_000, 14}, // 100 times the rows, each compared 1.4 times as often
		{100 * time.Millisecond, 200_000, 100_000, 0.1},   // the statistics lag behind
	} {
		if got := scaled(c.took, c.n, c.rows); math.Abs(got-c.want) > 0.01 {
			t.Errorf("%v: %g, want %g", c, got, c.want)
		}
	}
}
