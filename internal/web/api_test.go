package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/internal/report"
)

// fetch reads an answer of the API.
func fetch[T any](t *testing.T, handler http.Handler, path string, status int) T {
	t.Helper()
	response := ask(handler, "GET", path, nil)
	body := text(t, response)
	if response.StatusCode != status || response.Header.Get("Content-Type") != "application/json; charset=utf-8" {
		t.Errorf("%s: status %d, want %d, %s", path, response.StatusCode, status, response.Header.Get("Content-Type"))
	}
	var value T
	if err := json.Unmarshal([]byte(body), &value); err != nil {
		t.Fatalf("%s: %v: %s", path, err, body)
	}
	for _, raw := range []string{"\x1b", "\u202e", "\u009b"} {
		if strings.Contains(body, raw) {
			t.Errorf("%s holds %q as it is", path, raw)
		}
	}
	return value
}

type runsAnswer struct{ Runs []apiRunSummary }

func TestAPIRuns(t *testing.T) {
	t.Parallel()
	handler := site(t, hospital(), nil)
	latest := fetch[runsAnswer](t, handler, "/api/v1/runs", http.StatusOK).Runs
	var said []string
	for _, run := range latest {
		said = append(said, fmt.Sprint(run.Target, " ", run.Error, " ", run.Summary != nil, " ", run.ID > 0))
	}
	want := "<script>alert(1)</script>  true true|lost connection refused <b>\x1b[2J false true|never no such host false true|old  true true|sick  true true"
	if got := strings.Join(said, "|"); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	runs := fetch[runsAnswer](t, handler, "/api/v1/runs?target=sick", http.StatusOK).Runs
	if len(runs) != 3 || runs[0].ID >= runs[1].ID || runs[1].ID >= runs[2].ID || !runs[0].StartedAt.Before(runs[2].StartedAt) || runs[2].Summary.Critical != 4 {
		t.Errorf("runs %+v", runs)
	}
	if some := fetch[runsAnswer](t, handler, "/api/v1/runs"+query("target", "sick", "since", "2026-11-25T12:00:00+02:00"), http.StatusOK).Runs; len(some) != 2 {
		t.Errorf("%d runs since the 25th", len(some))
	}
	doc := fetch[report.Document](t, handler, fmt.Sprintf("/api/v1/runs/%d", runs[2].ID), http.StatusOK)
	if doc.Format != report.Format || doc.Target.Database != "sick" || len(doc.Checks) != 4 || len(doc.Checks[0].Findings) != len(hostileNames) {
		t.Errorf("document %+v", doc)
	}
	for i, finding := range doc.Checks[0].Findings {
		if finding.Object != "public."+hostileNames[i] {
			t.Errorf("object %q", finding.Object)
		}
	}
}

func TestAPIFaults(t *testing.T) {
	t.Parallel()
	handler := site(t, hospital(), nil)
	lost := fetch[runsAnswer](t, handler, "/api/v1/runs?target=never", http.StatusOK).Runs[0].ID
	for path, c := range map[string]struct {
		status int
		words  string
	}{
		"/api/v1/runs/x":                           {400, "is no run"},
		"/api/v1/runs/1":                           {404, "no report of run 1"},
		"/api/v1/runs/99999999999999999999":        {400, "is no run"},
		fmt.Sprintf("/api/v1/runs/%d", lost):       {404, "never could not be examined: no such host"},
		"/api/v1/runs?target=nobody":               {404, "no target"},
		"/api/v1/runs?since=2026-11-25T00:00:00Z":  {400, "since needs target"},
		"/api/v1/runs?target=sick&since=yesterday": {400, "is no time"},
		"/api/v1/runs?limit=1":                     {400, "knows no"},
		"/api/v1/findings?severity=bad":            {400, "none of info, warning, critical"},
		"/api/v1/findings?page=1":                  {400, "knows no"},
		"/api/v1/findings?target=nobody":           {404, "no target"},
		"/api/v1/nothing":                          {404, "no page"},
		"/api/v1/runs/1?x=1":                       {400, "knows nothing of the kind"},
	} {
		if got := fetch[struct{ Error string }](t, handler, path, c.status).Error; !strings.Contains(got, c.words) {
			t.Errorf("%s: %q, want %q", path, got, c.words)
		}
	}
}

func TestAPIFindings(t *testing.T) {
	t.Parallel()
	type answer struct {
		Findings    []apiFinding
		NotExamined []gap `json:"not_examined"`
	}
	handler := site(t, hospital(), nil)
	all := fetch[answer](t, handler, "/api/v1/findings", http.StatusOK)
	if len(all.Findings) != len(hostileNames)+1 || all.Findings[0].Severity != "critical" || all.Findings[0].Run == 0 || all.Findings[0].Check != "fk-without-index" || all.Findings[0].Category != "indexes" {
		t.Errorf("%d findings, the first %+v", len(all.Findings), all.Findings[0])
	}
	// of each of four documents a skipped and a failed check, and two targets that were not reached
	if len(all.NotExamined) != 10 {
		t.Errorf("not examined %+v", all.NotExamined)
	}
	none := fetch[answer](t, handler, "/api/v1/findings"+query("target", hostileNames[0]), http.StatusOK)
	if none.Findings == nil || len(none.Findings) != 0 {
		t.Errorf("findings %v", none.Findings)
	}
}

// The texts are the same; the type is what was asked for.
func TestMetrics(t *testing.T) {
	t.Parallel()
	handler := site(t, hospital(), nil)
	plain := ask(handler, "GET", "/metrics", nil)
	if got := plain.Header.Get("Content-Type"); got != "text/plain; version=0.0.4; charset=utf-8" {
		t.Errorf("type %s", got)
	}
	open := ask(handler, "GET", "/metrics", func(r *http.Request) {
		r.Header.Set("Accept", "application/openmetrics-text;version=1.0.0;q=0.6,text/plain;q=0.3")
	})
	if got := open.Header.Get("Content-Type"); got != "application/openmetrics-text; version=1.0.0; charset=utf-8" {
		t.Errorf("type %s", got)
	}
	body := text(t, plain)
	if body != text(t, open) {
		t.Error("the texts differ")
	}
	for _, line := range []string{
		`pgdoctor_target_up{target="lost"} 0`, `pgdoctor_target_up{target="sick"} 1`, `pgdoctor_last_run_age_seconds{target="sick"} 7200`,
		`pgdoctor_findings{category="indexes",check="fk-without-index",database="sick",host="db",port="5432",severity="critical",target="sick"} 4`,
		`pgdoctor_target_up{target="<script>alert(1)</script>"} 1`,
	} {
		if !strings.Contains(body, line+".0\n") && !strings.Contains(body, line+"\n") {
			t.Errorf("there is no line %s", line)
		}
	}
	if strings.Contains(body, "public.") {
		t.Error("a metric names an object")
	}
}
