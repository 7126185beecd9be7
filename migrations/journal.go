package migrations

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/golang-migrate/migrate/v4/source"
)

// journalSource gives golang-migrate the migrations that are in effect, from
// the journal: what was undone or failed is not among them, or Steps(1) would
// run it again.
type journalSource struct {
	entries []Entry // ascending
}

var _ source.Driver = (*journalSource)(nil)

func newSource(entries []Entry) *journalSource {
	var current []Entry
	for _, entry := range entries {
		if !entry.Over() && entry.State != Permanent {
			current = append(current, entry)
		}
	}
	slices.SortFunc(current, func(a, b Entry) int { return cmp.Compare(a.Version, b.Version) })
	return &journalSource{current}
}

// Open is for drivers that are named by a URL, which this one is not.
func (s *journalSource) Open(string) (source.Driver, error) {
	return nil, errors.New("the journal is not opened by URL")
}

// Close has nothing to close: the entries are in memory.
func (s *journalSource) Close() error { return nil }

// First is the lowest version.
func (s *journalSource) First() (uint, error) { return s.at(0, "first") }

// Prev is the version before.
func (s *journalSource) Prev(version uint) (uint, error) {
	return s.at(s.index(version)-1, "prev")
}

// Next is the version after.
func (s *journalSource) Next(version uint) (uint, error) {
	i := s.index(version)
	if i < 0 {
		return s.at(-1, "next")
	}
	return s.at(i+1, "next")
}

// ReadUp is the text of a migration.
func (s *journalSource) ReadUp(version uint) (io.ReadCloser, string, error) {
	return s.read(version, func(e Entry) string { return e.Up })
}

// ReadDown is the text that takes a migration back.
func (s *journalSource) ReadDown(version uint) (io.ReadCloser, string, error) {
	return s.read(version, func(e Entry) string { return e.Down })
}

func (s *journalSource) index(version uint) int {
	return slices.IndexFunc(s.entries, func(e Entry) bool { return uint(e.Version) == version })
}

// golang-migrate recognises "no such migration" by fs.ErrNotExist alone.
func (s *journalSource) at(i int, what string) (uint, error) {
	if i < 0 || i >= len(s.entries) {
		return 0, &fs.PathError{Op: what, Path: "pgdoctor.journal", Err: fs.ErrNotExist}
	}
	return uint(s.entries[i].Version), nil
}

func (s *journalSource) read(version uint, text func(Entry) string) (io.ReadCloser, string, error) {
	i := s.index(version)
	if i < 0 {
		return nil, "", &fs.PathError{Op: "read", Path: "pgdoctor.journal", Err: fs.ErrNotExist}
	}
	return io.NopCloser(strings.NewReader(text(s.entries[i]))), s.entries[i].Slug, nil
}
