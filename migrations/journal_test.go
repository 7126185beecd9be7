package migrations

import (
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"
	"testing"
)

// journal is one of five migrations in no order: two in effect, one on its way.
func journal() []Entry {
	return []Entry{
		{Version: 30, Slug: "c", State: Applied, Up: "up 30", Down: "down 30"},
		{Version: 10, Slug: "a", State: Applied, Up: "up 10", Down: "down 10"},
		{Version: 40, Slug: "d", State: Failed, Up: "up 40"},
		{Version: 20, Slug: "b", State: Undone, Up: "up 20"},
		{Version: 20260101120000, Slug: "e", State: Applying, Up: "up e", Down: "-- nothing"},
	}
}

func versions(entries []Entry) []int64 {
	list := []int64{}
	for _, entry := range entries {
		list = append(list, entry.Version)
	}
	return list
}

func TestSourceWalks(t *testing.T) {
	source := newSource(journal())
	var up []uint
	version, err := source.First()
	for err == nil {
		up = append(up, version)
		version, err = source.Next(version)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("after the last: %v", err)
	}
	if want := []uint{10, 30, 20260101120000}; !slices.Equal(up, want) {
		t.Errorf("up: got %v, want %v", up, want)
	}
	var down []uint
	version, err = 20260101120000, nil
	for err == nil {
		down = append(down, version)
		version, err = source.Prev(version)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("before the first: %v", err)
	}
	slices.Reverse(down)
	if !slices.Equal(up, down) {
		t.Errorf("up %v, down %v", up, down)
	}
}

func TestSourceReads(t *testing.T) {
	source := newSource(journal())
	for name, test := range map[string]struct {
		read func(uint) (io.ReadCloser, string, error)
		of   uint
		want string
		slug string
	}{
		"up":        {source.ReadUp, 30, "up 30", "c"},
		"down":      {source.ReadDown, 10, "down 10", "a"},
		"a comment": {source.ReadDown, 20260101120000, "-- nothing", "e"},
	} {
		t.Run(name, func(t *testing.T) {
			reader, slug, err := test.read(test.of)
			if err != nil {
				t.Fatal(err)
			}
			text, err := io.ReadAll(reader)
			if err := errors.Join(err, reader.Close()); err != nil {
				t.Fatal(err)
			}
			if string(text) != test.want || slug != test.slug {
				t.Errorf("got %q, %q", text, slug)
			}
		})
	}
}

// TestSourceHasNot: golang-migrate asks by fs.ErrNotExist whether it is at the
// end, and takes any other error for a failure.
func TestSourceHasNot(t *testing.T) {
	full, empty := newSource(journal()), newSource(nil)
	read := func(_ io.ReadCloser, _ string, err error) error { return err }
	at := func(_ uint, err error) error { return err }
	for name, err := range map[string]error{
		"first of none":     at(empty.First()),
		"next in none":      at(empty.Next(10)),
		"prev in none":      at(empty.Prev(10)),
		"next of unknown":   at(full.Next(15)),
		"next of zero":      at(full.Next(0)),
		"prev of unknown":   at(full.Prev(15)),
		"next of undone":    at(full.Next(20)),
		"prev of failed":    at(full.Prev(40)),
		"up of unknown":     read(full.ReadUp(15)),
		"up of undone":      read(full.ReadUp(20)),
		"up of failed":      read(full.ReadUp(40)),
		"down of undone":    read(full.ReadDown(20)),
		"down in an empty":  read(empty.ReadDown(10)),
		"only failed first": at(newSource([]Entry{{Version: 1, State: Failed}}).First()),
	} {
		t.Run(name, func(t *testing.T) {
			var path *fs.PathError
			if !errors.Is(err, fs.ErrNotExist) || !errors.As(err, &path) {
				t.Errorf("got %v", err)
			}
		})
	}
	if _, err := full.Open("pgdoctor://x"); err == nil {
		t.Error("it was opened by URL")
	}
	if err := full.Close(); err != nil {
		t.Error(err)
	}
}

func TestSourceLeavesEntriesAlone(t *testing.T) {
	entries := journal()
	before := versions(entries)
	newSource(entries)
	Undoable(entries)
	if got := versions(entries); !slices.Equal(got, before) {
		t.Errorf("the order was %v and is %v", before, got)
	}
}

func TestUndoable(t *testing.T) {
	states := []Entry{
		{Version: 1, State: Undoing}, {Version: 2, State: Applied}, {Version: 3, State: Undone},
		{Version: 4, State: Applying}, {Version: 5, State: Failed},
	}
	if got, want := versions(Undoable(states)), []int64{2, 1}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := Undoable(nil); len(got) != 0 {
		t.Errorf("of none: got %v", got)
	}
}

func TestSelect(t *testing.T) {
	for name, test := range map[string]struct {
		entries []Entry
		all     bool
		to      int64
		want    []int64
		fail    string
	}{
		"the newest":           {entries: journal(), want: []int64{30}},
		"all":                  {entries: journal(), all: true, want: []int64{30, 10}},
		"newer than one":       {entries: journal(), to: 10, want: []int64{30}},
		"newer than newest":    {entries: journal(), to: 30, want: []int64{}},
		"to one that is gone":  {entries: journal(), to: 20, fail: "no migration 20 is in effect"},
		"to one that failed":   {entries: journal(), to: 40, fail: "no migration 40 is in effect"},
		"to one on its way":    {entries: journal(), to: 20260101120000, fail: "no migration 20260101120000 is in effect"},
		"to an unknown one":    {entries: journal(), to: 15, fail: "no migration 15 is in effect"},
		"of none":              {want: []int64{}},
		"of none, all":         {all: true, want: []int64{}},
		"of none that is left": {entries: []Entry{{Version: 1, State: Undone}}, want: []int64{}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Select(test.entries, test.all, test.to)
			switch {
			case test.fail != "":
				if err == nil || !strings.Contains(err.Error(), test.fail) {
					t.Errorf("got %v, %v", versions(got), err)
				}
			case err != nil:
				t.Error(err)
			case !slices.Equal(versions(got), test.want):
				t.Errorf("got %v, want %v", versions(got), test.want)
			}
		})
	}
}

func TestHighest(t *testing.T) {
	if got := Highest(journal()); got != 20260101120000 {
		t.Errorf("got %d", got)
	}
	// what failed or was undone keeps its version: golang-migrate skips lower ones
	if got := Highest([]Entry{{Version: 7, State: Failed}, {Version: 3}}); got != 7 {
		t.Errorf("got %d", got)
	}
	if got := Highest(nil); got != 0 {
		t.Errorf("of none: got %d", got)
	}
}
