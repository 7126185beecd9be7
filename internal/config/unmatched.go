package config

import (
	"slices"
	"strings"
	"time"

	"github.com/pgdoctor/pgdoctor/checks"
)

// wild are the characters of a pattern that do not stand for themselves.
const wild = `*?\`

// Unmatched lists the rules that name none of a run's findings, of those of which
// that can be known: every check that a rule may name has run and examined all,
// its schemas are not left out, and its findings do not come and go by the minute.
func (e Effective) Unmatched(results []checks.Result, now time.Time) []IgnoreRule {
	whole := map[string]bool{}
	var found []checks.Finding
	for _, result := range results {
		id := result.Doc.ID
		inFull := (result.Status == checks.OK || result.Status == checks.Findings) && len(result.Unknown) == 0
		whole[id] = inFull && !result.Doc.Triage && len(e.Flags.Thresholds[id]) == 0
		found = append(found, result.Everything()...)
	}
	var list []IgnoreRule
	for _, rule := range e.File.Ignore {
		if !rule.Expired(now) && !slices.ContainsFunc(found, rule.names()) && e.knows(rule, whole) {
			list = append(list, rule)
		}
	}
	return list
}

// knows says whether all that a rule could name was examined. whole are the
// checks that examined everything.
func (e Effective) knows(rule IgnoreRule, whole map[string]bool) bool {
	id, object := rule.Check.V, rule.Object.V
	if rule.Key.Set() {
		id, object, _ = strings.Cut(rule.Key.V, ":")
	}
	begins := id == ""
	if i := strings.IndexAny(id, wild); i >= 0 { // which may well stand for the colon too
		id, object, begins = id[:i], "", true
	}
	for _, check := range e.File.All() {
		doc := check.Describe()
		named := doc.ID == id || begins && strings.HasPrefix(doc.ID, id)
		if named && !whole[doc.ID] {
			return false
		}
	}
	include, exclude := e.File.Schemas.Patterns()
	if len(include)+len(exclude) == 0 {
		return true
	}
	schema, _, within := strings.Cut(object, ".")
	if !within || strings.ContainsAny(schema, wild+`"`) { // it may be any, or has dots of its own
		return false
	}
	return Held(include, exclude)(schema)
}
