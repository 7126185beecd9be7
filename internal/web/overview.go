package web

import (
	"cmp"
	"net/http"
	"slices"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

type overviewPage struct {
	Cards    []card
	Problems []Problem
	Sum      report.Summary // of all targets
	Lost     int            // targets that were not reached
	Stale    int
}

// card is a target on the first page.
type card struct {
	state
	Sum   report.Summary
	Worst *found // one of the worst findings
}

// conditions of a target, the worst first.
var conditions = []string{"not reached", "critical", "warning", "incomplete", "info", "nothing found", "clean"}

// Condition is one word of conditions.
func (c card) Condition() string {
	switch {
	case c.Run.Error != "":
		return "not reached"
	case c.Sum.Critical > 0:
		return string(checks.Critical)
	case c.Sum.Warning > 0:
		return string(checks.Warning)
	case c.Doc == nil || c.Sum.Checks.Failed > 0 || c.Sum.Checks.OK+c.Sum.Checks.Findings == 0:
		return "incomplete"
	case c.Sum.Info > 0:
		return string(checks.Info)
	case len(notExamined([]state{c.state})) > 0:
		return "nothing found" // but not everything was looked at
	}
	return "clean"
}

// Conclusion is the report's own sentence.
func (c card) Conclusion() string { return report.NewPage(*c.Doc, checks.Info).Conclusion }

// Class is how a condition looks.
func (c card) Class() string {
	switch condition := c.Condition(); condition {
	case "not reached":
		return string(checks.Critical)
	case "incomplete":
		return string(checks.Warning)
	case "clean", "nothing found":
		return "good"
	default:
		return condition
	}
}

// newCard is what there is to say of a target at a glance.
func newCard(st state) card {
	c := card{state: st}
	if st.Good != nil {
		c.Sum = st.Good.Summary
	}
	for _, one := range findingsOf([]state{st}) {
		if c.Worst == nil || one.Severity.Rank() > c.Worst.Severity.Rank() {
			c.Worst = &one
		}
	}
	return c
}

// overview is the first page: all targets, the worst first.
func (s *server) overview(w http.ResponseWriter, r *http.Request) error {
	if _, err := queryOf(r); err != nil {
		return err
	}
	states, err := s.states(r.Context())
	if err != nil {
		return err
	}
	var page overviewPage
	if page.Problems, err = s.problems(r.Context()); err != nil {
		return err
	}
	for _, st := range states {
		c := newCard(st)
		page.Cards = append(page.Cards, c)
		page.Sum.Critical += c.Sum.Critical
		page.Sum.Warning += c.Sum.Warning
		page.Sum.Info += c.Sum.Info
		if st.Run.Error != "" {
			page.Lost++
		}
		if st.Stale {
			page.Stale++
		}
	}
	slices.SortStableFunc(page.Cards, func(a, b card) int {
		return cmp.Compare(slices.Index(conditions, a.Condition()), slices.Index(conditions, b.Condition()))
	})
	s.draw(w, r, http.StatusOK, "overview", "Overview", page)
	return nil
}
