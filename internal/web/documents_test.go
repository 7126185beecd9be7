package web

import (
	"context"
	"testing"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/report"
)

// counted counts how often a document is read.
type counted struct {
	*Memory
	read int
}

func (c *counted) Document(ctx context.Context, id int64) (report.Document, error) {
	c.read++
	return c.Memory.Document(ctx, id)
}

// A report is read once, until there is a newer one, which is shown at once.
func TestDocumentsAreKept(t *testing.T) {
	t.Parallel()
	history := &counted{Memory: &Memory{}}
	s := newServer(Options{History: history, Stale: time.Hour, Words: func(err error) string { return err.Error() }})
	handler := s.handler()
	history.Add("shop", document("shop", noon))
	history.Add("wiki", document("wiki", noon))
	for range 3 {
		get(t, handler, "/", 200)
		get(t, handler, "/findings", 200)
	}
	if history.read != 2 {
		t.Errorf("read %d times", history.read)
	}
	history.Add("shop", document("shop", noon.Add(time.Hour), many(7)...))
	if got := len(listed(t, get(t, handler, "/findings", 200))); got != 7 || history.read != 3 {
		t.Errorf("%d findings, read %d times", got, history.read)
	}
	if len(s.documents.byRun) != 2 {
		t.Errorf("%d are kept", len(s.documents.byRun))
	}
}
