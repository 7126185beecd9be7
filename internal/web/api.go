package web

import (
	"bytes"
	"net/http"
	"strconv"
	"time"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

// writeJSON answers with a value, or with nothing of it.
func writeJSON(w http.ResponseWriter, status int, value any) {
	var text bytes.Buffer
	if err := report.WriteJSON(&text, value); err != nil {
		panic(err) // ours are all writable
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	w.Write(text.Bytes()) //nolint:errcheck // whoever asked may be gone
}

// apiRun is a run in the API. Its names are a contract.
type apiRunSummary struct {
	ID         int64           `json:"id"`
	Target     string          `json:"target"`
	StartedAt  time.Time       `json:"started_at"`
	DurationMS int64           `json:"duration_ms"`
	Error      string          `json:"error,omitempty"`
	Summary    *report.Summary `json:"summary,omitempty"` // of a run that reached its target
}

func apiSummary(run report.Run) apiRunSummary {
	said := apiRunSummary{ID: run.ID, Target: run.Target, StartedAt: run.StartedAt.UTC(), DurationMS: run.DurationMS, Error: run.Error}
	if run.Error == "" {
		said.Summary = &run.Summary
	}
	return said
}

// apiRuns lists the latest run of each target, or with target all of one.
func (s *server) apiRuns(w http.ResponseWriter, r *http.Request) error {
	q, err := queryOf(r, "target", "since")
	if err != nil {
		return err
	}
	since := s.now().AddDate(0, 0, -30)
	if text := q.Get("since"); text != "" {
		if since, err = time.Parse(time.RFC3339, text); err != nil {
			return asked(http.StatusBadRequest, "since %q is no time: write it as 2026-01-31T08:00:00Z", text)
		}
		if q.Get("target") == "" {
			return asked(http.StatusBadRequest, "since needs target: without one, the latest run of each target is listed")
		}
	}
	var runs []report.Run
	if target := q.Get("target"); target == "" {
		runs, err = s.History.Latest(r.Context())
	} else if _, err = s.known(r.Context(), target); err == nil {
		runs, err = s.History.Runs(r.Context(), target, since)
	}
	if err != nil {
		return err
	}
	list := make([]apiRunSummary, 0, len(runs))
	for _, run := range runs {
		list = append(list, apiSummary(run))
	}
	writeJSON(w, http.StatusOK, map[string]any{"runs": list})
	return nil
}

// apiRun is a run's report, as check --format json wrote it.
func (s *server) apiRun(w http.ResponseWriter, r *http.Request) error {
	if _, err := queryOf(r); err != nil {
		return err
	}
	id, err := strconv.ParseInt(r.PathValue("id"), 10, 64)
	if err != nil {
		return asked(http.StatusBadRequest, "%q is no run: its ID is a number, which /api/v1/runs lists", r.PathValue("id"))
	}
	doc, err := s.document(r.Context(), id)
	if err != nil {
		return err
	}
	writeJSON(w, http.StatusOK, doc)
	return nil
}

// apiFinding is a finding of a target's latest run.
type apiFinding struct {
	Target   string          `json:"target"`
	Run      int64           `json:"run"`
	Check    string          `json:"check"`
	Category checks.Category `json:"category"`
	report.Finding
}

// apiFindings lists what the page of findings does, all of it.
func (s *server) apiFindings(w http.ResponseWriter, r *http.Request) error {
	f, err := filterOf(r)
	if err != nil {
		return err
	}
	states, err := s.states(r.Context())
	if err != nil {
		return err
	}
	if err := f.knows(states); err != nil {
		return err
	}
	list := []apiFinding{}
	for _, one := range f.sorted(f.chosen(findingsOf(states))) {
		list = append(list, apiFinding{one.Target, one.Run.ID, one.Check.ID, one.Check.Category, one.Finding})
	}
	writeJSON(w, http.StatusOK, map[string]any{"findings": list, "not_examined": notExamined(states)})
	return nil
}
