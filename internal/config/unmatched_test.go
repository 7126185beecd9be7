package config

import (
	"slices"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/checks"
)

// everything is the results of all checks, each of which examined all there is.
func everything() []checks.Result {
	var results []checks.Result
	for _, check := range checks.All() {
		results = append(results, checks.Result{Doc: check.Describe(), Status: checks.OK})
	}
	return results
}

func of(results []checks.Result, id string) *checks.Result {
	return &results[slices.IndexFunc(results, func(r checks.Result) bool { return r.Doc.ID == id })]
}

// A rule is only said to match nothing where nothing can have been overlooked.
func TestUnmatched(t *testing.T) {
	found := checks.Finding{Key: "index-unused:public.a", Check: "index-unused", Object: "public.a"}
	for _, c := range []struct {
		name, rule, schemas string
		change              func([]checks.Result) []checks.Result
		flags               Flags
		want                bool // that it is said
	}{
		{name: "a key", rule: `key: "index-unused:public.b"`, want: true},
		{name: "a check", rule: "check: no-primary-key", want: true},
		{name: "it matches", rule: `key: "index-unused:public.*"`},
		{name: "it matches what another rule ignores", rule: "object: public.a"},
		{name: "it expired", rule: "check: no-primary-key\n    until: 2020-01-01"},
		{name: "the check did not run", rule: "check: index-unused", change: func([]checks.Result) []checks.Result { return nil }},
		{name: "the check was skipped", rule: "check: no-primary-key", change: func(r []checks.Result) []checks.Result {
			of(r, "no-primary-key").Status = checks.Skipped
			return r
		}},
		{name: "another check was skipped", rule: "check: no-primary-key", want: true, change: func(r []checks.Result) []checks.Result {
			of(r, "orphan-rows").Status = checks.Skipped
			return r
		}},
		{name: "not all was examined", rule: `key: "orphan-rows:public.b*"`, change: func(r []checks.Result) []checks.Result {
			of(r, "orphan-rows").Unknown = []checks.Unknown{{Object: "o"}}
			return r
		}},
		{name: "it comes and goes", rule: "check: lock-wait"},
		{name: "a threshold of this run alone", rule: "check: no-primary-key", flags: Flags{Thresholds: map[string]checks.Thresholds{"no-primary-key": {"min-rows": 1}}}},
		{name: "any check, of which some come and go", rule: "object: public.b"},
		{name: "any check of some name", rule: `key: "index-u*"`},
		{name: "any check of some name, where none is found", rule: `key: "index-dup*"`, want: true},
		{name: "any check of some name, one skipped", rule: `key: "index-dup*"`, change: func(r []checks.Result) []checks.Result {
			of(r, "index-duplicate").Status = checks.Skipped
			return r
		}},
		{name: "a pattern that reaches over the colon", rule: `key: "*public.b"`},
		{name: "a schema that is left out", rule: `key: "index-unused:tmp.b"`, schemas: "exclude: [tmp]"},
		{name: "a schema that is not", rule: `key: "index-unused:public.b*"`, schemas: "exclude: [tmp]", want: true},
		{name: "a schema that is not among others", rule: `key: "index-unused:public.b*"`, schemas: "include: [app]"},
		{name: "perhaps one that is left out", rule: `key: "index-unused:t*.b"`, schemas: "exclude: [tmp]"},
		{name: "a quoted schema", rule: `key: 'index-unused:"public".b'`, schemas: "exclude: [tmp]"},
		{name: "any schema", rule: "check: no-primary-key", schemas: "exclude: [tmp]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := "ignore:\n  - " + c.rule + "\n    reason: r\n"
			if c.schemas != "" {
				text += "schemas:\n  " + c.schemas + "\n"
			}
			results := everything()
			of(results, "index-unused").Ignored = []checks.Ignored{{Finding: found}}
			if c.change != nil {
				results = c.change(results)
			}
			got := Effective{parsed(t, text), c.flags}.Unmatched(results, today)
			if said := len(got) == 1 && strings.HasSuffix(got[0].From, ":2"); said != c.want {
				t.Errorf("unmatched: %+v, want it: %v", got, c.want)
			}
		})
	}
}
