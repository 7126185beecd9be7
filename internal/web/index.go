package web

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/report"
)

// entry is one run, and how its document is had.
type entry struct {
	run  report.Run
	keys []string // of its findings, sorted
	read func() (report.Document, error)
}

// newEntry is the run of a document.
func newEntry(target string, doc report.Document, read func() (report.Document, error)) entry {
	e := entry{
		run:  report.Run{Target: target, StartedAt: doc.StartedAt, DurationMS: doc.DurationMS, Summary: doc.Summary},
		read: read,
	}
	for _, check := range doc.Checks {
		for _, finding := range check.Findings {
			e.keys = append(e.keys, finding.Key)
		}
	}
	slices.Sort(e.keys)
	return e
}

// failed is a run that could not reach its target.
func failed(target string, started time.Time, reason string) entry {
	return entry{run: report.Run{Target: target, StartedAt: started, Error: reason}}
}

// index is runs in memory, by ID. The same run, from two files, is there once.
type index []entry

// newIndex gives the runs IDs: the same at each start, and higher for later runs.
func newIndex(entries []entry) index {
	x := slices.Clone(entries)
	order := func(a, b entry) int {
		return cmp.Or(a.run.StartedAt.Compare(b.run.StartedAt), strings.Compare(a.run.Target, b.run.Target))
	}
	slices.SortStableFunc(x, order)
	x = slices.CompactFunc(x, func(a, b entry) bool { return order(a, b) == 0 })
	for i := range x {
		id := x[i].run.StartedAt.UnixMilli() * 1000
		if i > 0 {
			id = max(id, x[i-1].run.ID+1)
		}
		x[i].run.ID = id
	}
	return x
}

func (x index) latest() []report.Run {
	byTarget := map[string]report.Run{}
	for _, e := range x {
		byTarget[e.run.Target] = e.run
	}
	runs := make([]report.Run, 0, len(byTarget))
	for _, run := range byTarget {
		runs = append(runs, run)
	}
	slices.SortFunc(runs, func(a, b report.Run) int { return strings.Compare(a.Target, b.Target) })
	return runs
}

func (x index) runs(target string, since time.Time) []report.Run {
	return x.filter(func(e entry) bool { return e.run.Target == target && !e.run.StartedAt.Before(since) })
}

func (x index) seen(target, key string) []report.Run {
	return x.filter(func(e entry) bool {
		_, there := slices.BinarySearch(e.keys, key)
		return there && e.run.Target == target
	})
}

func (x index) filter(wanted func(entry) bool) []report.Run {
	var runs []report.Run
	for _, e := range x {
		if wanted(e) {
			runs = append(runs, e.run)
		}
	}
	return runs
}

func (x index) document(id int64) (report.Document, error) {
	at, there := slices.BinarySearchFunc(x, id, func(e entry, id int64) int { return cmp.Compare(e.run.ID, id) })
	switch {
	case !there:
		return report.Document{}, fmt.Errorf("%w of run %d: it is not there, or not any more", report.ErrNoDocument, id)
	case x[at].run.Error != "":
		return report.Document{}, fmt.Errorf("%w of run %d, as %s could not be examined: %s", report.ErrNoDocument, id, x[at].run.Target, x[at].run.Error)
	case x[at].read == nil:
		return report.Document{}, fmt.Errorf("%w of run %d any more: only its counts are kept", report.ErrNoDocument, id)
	}
	return x[at].read()
}
