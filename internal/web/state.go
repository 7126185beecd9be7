package web

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

// state is what is known of one target now.
type state struct {
	Run     report.Run       // the latest
	Good    *report.Run      // the latest that reached the target, nil where none is known
	Doc     *report.Document // what that one found
	Trouble string           // why there is no Doc although there is a Good
	Stale   bool             // the latest run is old
}

// lookBack is how many days a run that reached the target is searched for.
const lookBack = 90

// states are those of all targets, by name.
func (s *server) states(ctx context.Context) ([]state, error) {
	latest, err := s.History.Latest(ctx)
	if err != nil {
		return nil, err
	}
	list := make([]state, len(latest))
	for i, run := range latest {
		if list[i], err = s.stateOf(ctx, run); err != nil {
			return nil, err
		}
	}
	s.documents.keepOnly(list)
	return list, nil
}

func (s *server) stateOf(ctx context.Context, latest report.Run) (state, error) {
	st := state{Run: latest, Stale: s.now().Sub(latest.StartedAt) > s.Stale}
	good, err := s.lastGood(ctx, latest)
	if err != nil || good == nil {
		return st, err
	}
	st.Good = good
	doc, err := s.documents.of(ctx, s.History, *good)
	switch {
	case errors.Is(err, report.ErrNoDocument):
		st.Trouble = s.Words(err)
	case err != nil:
		return st, err
	default:
		st.Doc = &doc
	}
	return st, nil
}

func (s *server) lastGood(ctx context.Context, latest report.Run) (*report.Run, error) {
	if latest.Error == "" {
		return &latest, nil
	}
	runs, err := s.History.Runs(ctx, latest.Target, latest.StartedAt.AddDate(0, 0, -lookBack))
	for _, run := range slices.Backward(runs) {
		if run.Error == "" {
			return &run, err
		}
	}
	return nil, err
}

// known is the latest run of a target that somebody names.
func (s *server) known(ctx context.Context, target string) (report.Run, error) {
	latest, err := s.History.Latest(ctx)
	if err != nil {
		return report.Run{}, err
	}
	for _, run := range latest {
		if run.Target == target {
			return run, nil
		}
	}
	return report.Run{}, asked(http.StatusNotFound, "there is no target %q", target)
}

// document is that of a run that somebody names.
func (s *server) document(ctx context.Context, id int64) (report.Document, error) {
	doc, err := s.History.Document(ctx, id)
	if errors.Is(err, report.ErrNoDocument) {
		return doc, asked(http.StatusNotFound, "%s", s.Words(err))
	}
	return doc, err
}

func (s *server) problems(ctx context.Context) ([]Problem, error) {
	if history, ok := s.History.(problematic); ok {
		return history.Problems(ctx)
	}
	return nil, nil
}

// found is a finding, and where.
type found struct {
	Target string
	Run    report.Run
	Check  report.Check
	report.Finding
}

// findingsOf are the findings of all targets, those of a target by check and key.
func findingsOf(states []state) []found {
	var list []found
	for _, st := range states {
		if st.Doc == nil {
			continue
		}
		for _, check := range st.Doc.Checks {
			for _, finding := range check.Findings {
				list = append(list, found{st.Run.Target, *st.Good, check, finding})
			}
		}
	}
	return list
}

// gap is what nobody may take for healthy.
type gap struct {
	Target string        `json:"target"`
	Check  string        `json:"check,omitempty"`  // "" for the target as a whole
	Object string        `json:"object,omitempty"` // "" for the check as a whole
	Status checks.Status `json:"status,omitempty"`
	Reason string        `json:"reason"`
}

func notExamined(states []state) []gap {
	list := []gap{}
	for _, st := range states {
		target := st.Run.Target
		if st.Run.Error != "" {
			list = append(list, gap{Target: target, Reason: st.Run.Error})
		}
		if st.Trouble != "" {
			list = append(list, gap{Target: target, Reason: st.Trouble})
		}
		if st.Doc == nil {
			continue
		}
		for _, check := range st.Doc.Checks {
			if check.Status == checks.Skipped || check.Status == checks.Failed {
				list = append(list, gap{target, check.ID, "", check.Status, check.Reason})
			}
			for _, unknown := range check.Unknown {
				list = append(list, gap{target, check.ID, unknown.Object, "", unknown.Reason})
			}
		}
	}
	return list
}

// queryOf reads a query, of which only the named words are known: a misspelt one
// would silently show something else.
func queryOf(r *http.Request, names ...string) (url.Values, error) {
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, asked(http.StatusBadRequest, "the address is not well-formed behind its question mark")
	}
	for name, given := range values {
		if !slices.Contains(names, name) {
			return nil, asked(http.StatusBadRequest, "this page knows no %q, it knows %s", name, orNothing(names))
		}
		if len(given) > 1 {
			return nil, asked(http.StatusBadRequest, "%s is given more than once", name)
		}
	}
	return values, nil
}

func orNothing(names []string) string {
	if len(names) == 0 {
		return "nothing of the kind"
	}
	return strings.Join(names, ", ")
}
