package web

import (
	"net/http"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

type targetPage struct {
	card
	Report *report.Page   // of the latest run that reached the target, nil where there is none
	Sick   []report.Check // checks that found something
	Runs   []report.Run   // newest first
}

// target is the page of one target: all that its latest report says but the
// findings, which have a page of their own.
func (s *server) target(w http.ResponseWriter, r *http.Request) error {
	q, err := queryOf(r, "name")
	if err != nil {
		return err
	}
	if q.Get("name") == "" {
		return asked(http.StatusBadRequest, "a target is named by name")
	}
	latest, err := s.known(r.Context(), q.Get("name"))
	if err != nil {
		return err
	}
	st, err := s.stateOf(r.Context(), latest)
	if err != nil {
		return err
	}
	page := targetPage{card: newCard(st)}
	if st.Doc != nil {
		drawn := report.NewPage(*st.Doc, checks.Info)
		page.Report = &drawn
		for _, check := range st.Doc.Checks {
			if len(check.Findings) > 0 {
				page.Sick = append(page.Sick, check)
			}
		}
	}
	runs, err := s.History.Runs(r.Context(), latest.Target, s.now().AddDate(0, 0, -lookBack))
	if err != nil {
		return err
	}
	page.Runs = newest(runs, runsListed)
	s.draw(w, r, http.StatusOK, "target", latest.Target, page)
	return nil
}
