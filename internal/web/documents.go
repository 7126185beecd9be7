package web

import (
	"context"
	"sync"

	"github.com/pgdoctor/pgdoctor/internal/report"
)

// mostDocuments bounds what is kept: about as many targets as fit on a page.
const mostDocuments = 500

// documents keeps the reports that the pages show first, those of the latest runs:
// to read them anew for each page takes long where there are many targets. A run
// whose ID is given to another is another.
type documents struct {
	mu    sync.Mutex
	byRun map[report.Run]report.Document
}

// of is the report of a run. Nobody may change it.
func (d *documents) of(ctx context.Context, history History, run report.Run) (report.Document, error) {
	d.mu.Lock()
	doc, kept := d.byRun[run]
	d.mu.Unlock()
	if kept {
		return doc, nil
	}
	doc, err := history.Document(ctx, run.ID)
	if err != nil {
		return doc, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.byRun == nil || len(d.byRun) >= mostDocuments {
		d.byRun = map[report.Run]report.Document{}
	}
	d.byRun[run] = doc
	return doc, nil
}

// keepOnly forgets the reports of runs that are not the latest any more.
func (d *documents) keepOnly(states []state) {
	current := map[report.Run]bool{}
	for _, st := range states {
		if st.Good != nil {
			current[*st.Good] = true
		}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	for run := range d.byRun {
		if !current[run] {
			delete(d.byRun, run)
		}
	}
}
