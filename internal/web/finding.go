package web

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"slices"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/report"
)

// runsListed is how many runs a page lists of a target.
const runsListed = 50

type findingPage struct {
	found
	Gone     bool // it is not in the latest run that reached the target
	Unsure   string
	Evidence []fact
	Seen     []report.Run // newest first, some of them
	Times    int          // how often it was seen
	Since    int          // runs since it was first seen that reached the target
	First    report.Run
	Last     report.Run
}

// costs are those of statements without and with a fix, in the planner's unit.
type costs struct {
	Before, After string
	Verified      bool // by the planner itself; else a model says them
}

// Costs are in the evidence of a check that asked what a statement costs, nil elsewhere.
func (p findingPage) Costs() *costs {
	var read struct {
		Before   *float64 `json:"cost_before"`
		After    *float64 `json:"cost_after"`
		Verified bool     `json:"verified"`
	}
	if json.Unmarshal(p.Finding.Evidence, &read) != nil || read.Before == nil || read.After == nil {
		return nil
	}
	return &costs{humanize.CommafWithDigits(*read.Before, 1), humanize.CommafWithDigits(*read.After, 1), read.Verified}
}

// finding is the page of one finding, also of one that is gone.
func (s *server) finding(w http.ResponseWriter, r *http.Request) error {
	q, err := queryOf(r, "target", "key")
	if err != nil {
		return err
	}
	target, key := q.Get("target"), q.Get("key")
	if target == "" || key == "" {
		return asked(http.StatusBadRequest, "a finding is named by target and key")
	}
	latest, err := s.known(r.Context(), target)
	if err != nil {
		return err
	}
	now, err := s.stateOf(r.Context(), latest)
	if err != nil {
		return err
	}
	page, err := s.newFindingPage(r.Context(), now, key)
	if err != nil {
		return err
	}
	s.draw(w, r, http.StatusOK, "finding", page.Object, page)
	return nil
}

func (s *server) newFindingPage(ctx context.Context, now state, key string) (findingPage, error) {
	seen, err := s.History.Seen(ctx, now.Run.Target, key)
	if err != nil {
		return findingPage{}, err
	}
	var page findingPage
	if one, there := findingIn(now.Run.Target, now.Good, now.Doc, key); there {
		page.found = one
	} else if page.found, err = s.lastSeen(ctx, now.Run.Target, key, seen); err != nil {
		return page, err
	} else {
		page.Gone = true
		page.Unsure = unsure(now, page.Check.ID)
	}
	page.Evidence = facts(page.Finding.Evidence)
	page.Times = len(seen)
	if page.Times == 0 { // a history may forget keys sooner than reports
		return page, nil
	}
	page.First, page.Last = seen[0], seen[len(seen)-1]
	since, err := s.History.Runs(ctx, now.Run.Target, page.First.StartedAt)
	if err != nil {
		return page, err
	}
	for _, run := range since {
		if run.Error == "" {
			page.Since++
		}
	}
	page.Seen = newest(seen, runsListed)
	return page, nil
}

// newest are the last runs, the newest first.
func newest(runs []report.Run, most int) []report.Run {
	list := slices.Clone(runs[max(0, len(runs)-most):])
	slices.Reverse(list)
	return list
}

func findingIn(target string, run *report.Run, doc *report.Document, key string) (found, bool) {
	if doc == nil {
		return found{}, false
	}
	for _, check := range doc.Checks {
		for _, finding := range check.Findings {
			if finding.Key == key {
				return found{target, *run, check, finding}, true
			}
		}
	}
	return found{}, false
}

// lastSeen is a finding that is not there now, as it was. Runs whose report is not
// kept any more are passed over.
func (s *server) lastSeen(ctx context.Context, target, key string, seen []report.Run) (found, error) {
	for _, run := range newest(seen, runsListed) {
		doc, err := s.History.Document(ctx, run.ID)
		if errors.Is(err, report.ErrNoDocument) {
			continue
		}
		if err != nil {
			return found{}, err
		}
		if one, there := findingIn(target, &run, &doc, key); there {
			return one, nil
		}
	}
	return found{}, asked(http.StatusNotFound, "no run of %q that is kept has a finding %q", target, key)
}

// unsure is why a finding that is not there may be there all the same, "" where it
// is gone.
func unsure(now state, check string) string {
	if now.Doc == nil {
		return "the latest run has no report"
	}
	for _, one := range now.Doc.Checks {
		if one.ID != check {
			continue
		}
		switch gaps := notExamined([]state{{Run: report.Run{Target: now.Run.Target}, Doc: &report.Document{Checks: []report.Check{one}}}}); {
		case len(gaps) > 0:
			return gaps[0].Reason
		case len(one.Ignored) > 0:
			return "the configuration file ignores findings of this check"
		}
		return ""
	}
	return "the latest run did not run this check"
}
