package web

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/report"
)

// What is read of files: a report of ten thousand tables has some megabytes, and
// ten thousand files are a nightly run of thirty targets for a year.
const (
	largestFile = 64 << 20
	mostFiles   = 10_000
)

// Files is a History of the JSON reports in files and directories. They are looked
// at anew when it is asked, at most once a second, and read where they changed.
type Files struct {
	paths []string
	pause time.Duration // between looks

	mu       sync.Mutex
	looked   time.Time
	known    map[string]file // by path
	index    index
	problems []Problem
	err      error // why nothing at all could be read
}

// file is what was read of one file, and the marks by which a change is seen.
type file struct {
	size     int64
	modified time.Time
	entries  []entry
	problem  string
}

// NewFiles is the history in reports as check --format json writes them. Of a
// directory it reads the files that end in .json, not those of directories below.
// Only a path that is not there is an error: what is in it may change.
func NewFiles(paths []string) (*Files, error) {
	for _, path := range paths {
		_, err := os.Stat(path)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("%s does not exist", path)
		}
		if err != nil {
			return nil, err
		}
	}
	return &Files{paths: paths, pause: time.Second}, nil
}

// Latest implements History.
func (f *Files) Latest(context.Context) ([]report.Run, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.look()
	return f.index.latest(), f.err
}

// Runs implements History.
func (f *Files) Runs(_ context.Context, target string, since time.Time) ([]report.Run, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.look()
	return f.index.runs(target, since), f.err
}

// Seen implements History.
func (f *Files) Seen(_ context.Context, target, key string) ([]report.Run, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.look()
	return f.index.seen(target, key), f.err
}

// Document implements History.
func (f *Files) Document(_ context.Context, id int64) (report.Document, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.look()
	if f.err != nil {
		return report.Document{}, f.err
	}
	return f.index.document(id)
}

// Problems are the files and directories that could not be read, by name.
func (f *Files) Problems(context.Context) ([]Problem, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.look()
	return f.problems, f.err
}

// look reads what changed since the look before.
func (f *Files) look() {
	if time.Since(f.looked) < f.pause {
		return
	}
	found, problems := f.find()
	f.err = nil
	if len(found) == 0 && len(problems) > 0 {
		f.err = fmt.Errorf("%s: %s", problems[0].Source, problems[0].Reason)
	}
	changed := f.known == nil || len(found) != len(f.known)
	next := map[string]file{}
	for path, info := range found {
		was, there := f.known[path]
		if there && was.size == info.Size() && was.modified.Equal(info.ModTime()) {
			next[path] = was
			continue
		}
		next[path], changed = readFile(path, info), true
	}
	var entries []entry
	for _, path := range slices.Sorted(maps.Keys(next)) {
		entries = append(entries, next[path].entries...)
		if reason := next[path].problem; reason != "" {
			problems = append(problems, Problem{path, reason})
		}
	}
	f.known, f.problems = next, problems
	if changed {
		f.index = newIndex(entries)
	}
	f.looked = time.Now()
}

// find lists the files there are now, and the paths that cannot be listed.
func (f *Files) find() (map[string]fs.FileInfo, []Problem) {
	found := map[string]fs.FileInfo{}
	var problems []Problem
	for _, path := range f.paths {
		info, err := os.Stat(path)
		if err != nil {
			problems = append(problems, Problem{path, cause(err)})
			continue
		}
		if !info.IsDir() {
			found[path] = info
			continue
		}
		inside, err := os.ReadDir(path)
		if err != nil {
			problems = append(problems, Problem{path, cause(err)})
			continue
		}
		for _, one := range inside {
			// a name with a dot in front is a report in the making
			if !strings.HasSuffix(one.Name(), ".json") || strings.HasPrefix(one.Name(), ".") {
				continue
			}
			if len(found) == mostFiles {
				problems = append(problems, Problem{path, fmt.Sprintf("more than %s files: the rest is not read, move old ones away", humanize.Comma(mostFiles))})
				break
			}
			name := filepath.Join(path, one.Name())
			info, err := os.Stat(name)
			switch {
			case err != nil: // a link that leads nowhere, or a file that went just now
				problems = append(problems, Problem{name, cause(err)})
			case !info.IsDir():
				found[name] = info
			}
		}
	}
	return found, problems
}

// readFile reads one file, of one target or of a fleet. What is wrong with it is its
// problem alone.
func readFile(path string, info fs.FileInfo) file {
	read := file{size: info.Size(), modified: info.ModTime()}
	doc, fleet, err := readReport(path, info)
	switch {
	case err != nil:
		read.problem = cause(err)
	case fleet == nil:
		read.entries = []entry{newEntry(doc.Target.Name(), doc, func() (report.Document, error) { return reread(path, info, "", doc.StartedAt) })}
	default:
		for _, target := range fleet.Targets {
			if target.Report == nil {
				read.entries = append(read.entries, failed(target.Name, fleet.StartedAt, target.Error))
				continue
			}
			started := target.Report.StartedAt
			read.entries = append(read.entries, newEntry(target.Name, *target.Report, func() (report.Document, error) { return reread(path, info, target.Name, started) }))
		}
	}
	return read
}

// reread reads the report of a run again, which may have been replaced just now.
// target is the name in a fleet, "" where there is one target.
func reread(path string, info fs.FileInfo, target string, started time.Time) (report.Document, error) {
	doc, fleet, err := readReport(path, info)
	if err == nil && fleet != nil {
		if one, there := fleet.Find(target); there && one.Report != nil {
			doc = *one.Report
		}
	}
	if err != nil || !doc.StartedAt.Equal(started) {
		return report.Document{}, fmt.Errorf("%w: %s is not any more what it was", report.ErrNoDocument, path)
	}
	return doc, nil
}

func readReport(path string, info fs.FileInfo) (report.Document, *report.Fleet, error) {
	switch {
	case !info.Mode().IsRegular():
		return report.Document{}, nil, errors.New("it is no regular file")
	case info.Size() > largestFile:
		return report.Document{}, nil, fmt.Errorf("it is larger than %s", humanize.IBytes(largestFile))
	}
	opened, err := os.Open(path)
	if err != nil {
		return report.Document{}, nil, err
	}
	defer opened.Close()
	return report.ReadAny(opened)
}

// cause is what the system says, without the path, which stands beside it.
func cause(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return strings.TrimPrefix(err.Error(), "read report: ")
}
