package web

import (
	"bytes"
	"net/http"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/report"
)

// metrics are those of all targets. The text is valid in both formats, so that only
// its name depends on who asks.
func (s *server) metrics(w http.ResponseWriter, r *http.Request) error {
	states, err := s.states(r.Context())
	if err != nil {
		return err
	}
	var list []report.Examined
	for _, st := range states {
		list = append(list, report.Examined{Run: st.Run, Doc: st.Doc})
	}
	var text bytes.Buffer
	if err := report.Metrics(&text, list, s.now()); err != nil {
		return err
	}
	kind := "text/plain; version=0.0.4; charset=utf-8"
	if strings.Contains(r.Header.Get("Accept"), "application/openmetrics-text") {
		kind = "application/openmetrics-text; version=1.0.0; charset=utf-8"
	}
	w.Header().Set("Content-Type", kind)
	w.Write(text.Bytes()) //nolint:errcheck // whoever asked may be gone
	return nil
}
