package fixes

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pgdoctor/pgdoctor/checks"
)

func TestStrategies(t *testing.T) {
	const key = "orphan-rows:public.orders.user=id -> public.users.id"
	for text, want := range map[string]Strategies{
		"latest":                            {"duplicate-emails": {Way: Latest}},
		"earliest":                          {"duplicate-emails": {Way: Earliest}},
		"duplicate-emails=earliest":         {"duplicate-emails": {Way: Earliest}},
		"orphan-rows=quarantine":            {"orphan-rows": {Way: Quarantine}},
		"orphan-rows=set-null":              {"orphan-rows": {Way: SetNull}},
		"orphan-rows=reassign:7":            {"orphan-rows": {Way: Reassign, Row: []string{"7"}}},
		"orphan-rows=reassign:a,b":          {"orphan-rows": {Way: Reassign, Row: []string{"a,b"}}},
		"orphan-rows=reassign:(7,eu)":       {"orphan-rows": {Way: Reassign, Row: []string{"7", "eu"}}},
		`orphan-rows=reassign:("a, ""b",2)`: {"orphan-rows": {Way: Reassign, Row: []string{`a, "b`, "2"}}},
		"orphan-rows=reassign:x=set-null":   {"orphan-rows": {Way: Reassign, Row: []string{"x=set-null"}}},
		key + "=set-null":                   {key: {Way: SetNull}},
		key + "=reassign:2024-01-01 10:00":  {key: {Way: Reassign, Row: []string{"2024-01-01 10:00"}}},
	} {
		got := Strategies{}
		if err := got.Add(text); err != nil {
			t.Errorf("%s: %v", text, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
	for text, says := range map[string]string{
		"":                               "is no strategy: there are duplicate-emails=latest|earliest",
		"newest":                         "is no strategy",
		"set-null":                       "is no strategy",
		"orphan-rows=latest":             "is no strategy",
		"duplicate-emails=set-null":      "is no strategy",
		"index-invalid=latest":           "is no strategy",
		"orphan-rows=reassign":           "followed by the key of a row",
		"orphan-rows=reassign:":          "followed by the key of a row",
		"orphan-rows=set-null:7":         "nothing else, is followed",
		`orphan-rows=reassign:(7,"eu)`:   "read the key",
		"orphan-rows=reassign:()":        "read the key",
		"orphan-rows:x -> y=quarantined": "is no strategy",
	} {
		if err := (Strategies{}).Add(text); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: got %v, want %q", text, err, says)
		}
	}
}

// TestRelinkNames: whatever names and keys hold, the statements are the same.
func TestRelinkNames(t *testing.T) {
	for _, way := range []Strategy{{Way: SetNull}, {Way: Reassign, Row: []string{"ph_value"}}} {
		relinked := func(n names) Plan {
			if way.Row != nil {
				way.Row = []string{n.of("value")}
			}
			schema := n.schema()
			for i := range schema.Tables {
				for j := range schema.Tables[i].Columns {
					schema.Tables[i].Columns[j].NotNull = false
				}
			}
			var orphans []checks.Finding
			for _, finding := range n.findings(t) {
				if finding.Check == checks.OrphanRows.ID {
					orphans = append(orphans, finding)
				}
			}
			return planned(t, Options{Schema: schema, Strategies: Strategies{checks.OrphanRows.ID: way}}, orphans...)
		}
		plain := relinked(newNames(""))
		if len(plain.Steps) < 2 {
			t.Fatalf("%s: %d steps, %v", way.Way, len(plain.Steps), plain.Unfixed)
		}
		for name, ending := range nasty {
			n := newNames(ending)
			for i, step := range relinked(n).Steps {
				for which, text := range map[string]string{"up": step.Up, "down": step.Down} {
					want := map[string]string{"up": plain.Steps[i].Up, "down": plain.Steps[i].Down}[which]
					if got, want := len(statements(t, text)), len(statements(t, want)); got != want {
						t.Errorf("%s, %s of %s: %d statements, want %d", name, which, step.Slug, got, want)
					}
				}
				for _, premise := range step.Premises {
					if got := len(statements(t, premise.SQL)); got != 1 {
						t.Errorf("%s: a premise is %d statements", name, got)
					}
				}
			}
		}
	}
}
