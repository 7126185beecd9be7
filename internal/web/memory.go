package web

import (
	"context"
	"sync"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/report"
)

// What a Memory keeps: counts and keys for a week and more of a run every 15
// minutes, and whole reports of the last hours.
const (
	runsKept      = 1000
	documentsKept = 20
)

// Memory is a History of the runs that it was given, of which it forgets the
// oldest. The zero value is empty.
type Memory struct {
	mu      sync.Mutex
	entries []entry
	index   index
}

// Add keeps a run.
func (m *Memory) Add(target string, doc report.Document) {
	m.add(newEntry(target, doc, func() (report.Document, error) { return doc, nil }))
}

// Fail keeps that a target could not be examined, and why.
func (m *Memory) Fail(target string, started time.Time, reason string) {
	m.add(failed(target, started, reason))
}

func (m *Memory) add(e entry) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.entries = append(m.entries, e)
	if surplus := len(m.entries) - runsKept; surplus > 0 {
		m.entries = append([]entry(nil), m.entries[surplus:]...)
	}
	documents := 0
	for i := len(m.entries) - 1; i >= 0; i-- {
		if m.entries[i].read == nil {
			continue
		}
		if documents++; documents > documentsKept {
			m.entries[i].read = nil
		}
	}
	m.index = newIndex(m.entries)
}

func (m *Memory) current() index {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.index
}

// Latest implements History.
func (m *Memory) Latest(context.Context) ([]report.Run, error) { return m.current().latest(), nil }

// Runs implements History.
func (m *Memory) Runs(_ context.Context, target string, since time.Time) ([]report.Run, error) {
	return m.current().runs(target, since), nil
}

// Document implements History.
func (m *Memory) Document(_ context.Context, id int64) (report.Document, error) {
	return m.current().document(id)
}

// Seen implements History.
func (m *Memory) Seen(_ context.Context, target, key string) ([]report.Run, error) {
	return m.current().seen(target, key), nil
}
