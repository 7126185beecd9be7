// Package migrations turns a plan's steps into migrations, runs them through
// golang-migrate and keeps the record of them in the database, from which any
// machine can take them back.
package migrations

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"github.com/pgdoctor/pgdoctor/fixes"
)

// File is one migration as text.
type File struct {
	Name string // <version>_<slug>, without ending
	Up   string
	Down string
}

// Destination says where migrations are to run.
type Destination int

// The destinations.
const (
	// ToRecord is the database's own record: a transactional migration marks
	// itself as committed there.
	ToRecord Destination = iota
	// ToFiles is a team's own folder, for a database that may have no record.
	ToFiles
)

// Render writes a step as a migration. The text is exactly what runs.
func Render(step fixes.Step, to Destination, tool string) File {
	head := header(step, tool)
	return File{
		Name: fmt.Sprintf("%d_%s", step.Version, step.Slug),
		Up:   head + wrap(step.Up, step.Alone, limits(step, step.Up), mark(step.Version, "up", to)),
		Down: head + wrap(step.Down, step.DownAlone || isComment(step.Down), limits(step, step.Down), mark(step.Version, "down", to)),
	}
}

func header(step fixes.Step, tool string) string {
	lines := []string{
		fmt.Sprintf("pgdoctor %s: %s for %s", tool, step.Kind, step.Cures),
		fmt.Sprintf("risk: %s; reversible: %t", step.Risk, step.Reversible),
	}
	for _, lock := range step.Locks {
		lines = append(lines, fmt.Sprintf("lock: %s on %s", lock.Mode, lock.Relation))
	}
	if step.Waits {
		lines = append(lines, "runs alone, without lock_timeout and statement_timeout, never through a pooler in transaction mode")
	}
	if step.Note != "" {
		lines = append(lines, step.Note)
	}
	text := ""
	for _, line := range lines {
		text += "-- " + oneLine(line) + "\n"
	}
	return text
}

// oneLine keeps a name with a line break in it from ending a comment and
// becoming a statement.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		// Cf: marks that turn the direction of writing make a line look like another
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, text)
}

// wrap completes a transactional text. There is no BEGIN or COMMIT in it: the
// whole file is one message and so one transaction, while after a failure
// within an explicit one golang-migrate cannot even unlock (25P02).
func wrap(text string, alone bool, limits, marker string) string {
	text = strings.TrimSpace(text) + "\n"
	if alone {
		return text
	}
	return limits + text + marker
}

const (
	localTimeout = "SET LOCAL lock_timeout = '500ms';\n"
	// briefly ends what was to change only the catalogs, and yet holds a strong lock for
	// long. The server counts from each statement anew.
	briefly = "SET LOCAL statement_timeout = '5s';\n"
)

// limits are how long a transactional text may wait and take. What reads or moves
// rows, or builds, takes the time that it takes.
func limits(step fixes.Step, text string) string {
	if step.Risk == fixes.Locking && step.Untried == "" && !isComment(text) {
		return localTimeout + briefly
	}
	return localTimeout
}

// keepsOnly says whether an up does nothing but stand there for its down.
func (e Entry) keepsOnly() bool {
	text := strings.Replace(e.Up, localTimeout, "", 1)
	return isComment(strings.Replace(text, mark(e.Version, "up", ToRecord), "", 1))
}

func mark(version int64, direction string, to Destination) string {
	if to == ToFiles {
		return ""
	}
	return fmt.Sprintf("UPDATE pgdoctor.journal SET %s_committed = true WHERE version = %d;\n", direction, version)
}

// isComment says that a text holds no statement.
func isComment(text string) bool { return fixes.OnlyComments(text) }

// NextVersion is the version of a plan's first step: the time in UTC as
// yyyymmddhhmmss, raised above every version that is there already, because
// golang-migrate silently skips what is lower than the current one.
func NextVersion(now time.Time, highest int64) int64 {
	var version int64
	fmt.Sscanf(now.UTC().Format("20060102150405"), "%d", &version) //nolint:errcheck // digits are digits
	return max(version, highest+1)
}

// Write writes the steps as plain golang-migrate files into a folder, which it
// makes if need be. It overwrites nothing.
func Write(folder string, steps []fixes.Step, tool string) ([]string, error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, fmt.Errorf("make the folder for migrations: %w", err)
	}
	var written []string
	for _, step := range steps {
		file := Render(step, ToFiles, tool)
		for _, half := range [][2]string{{".up.sql", file.Up}, {".down.sql", file.Down}} {
			path := filepath.Join(folder, file.Name+half[0])
			if err := writeNew(path, half[1]); err != nil {
				return written, err
			}
			written = append(written, path)
		}
	}
	return written, nil
}

func writeNew(path, text string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return fmt.Errorf("write a migration: %w", err)
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Close())
}

// HighestIn is the highest version among the migrations of a folder, 0 for
// none or no folder.
func HighestIn(folder string) int64 {
	entries, _ := os.ReadDir(folder) // a folder that is not there yet holds none
	var highest int64
	for _, entry := range entries {
		var version int64
		if n, _ := fmt.Sscanf(entry.Name(), "%d_", &version); n == 1 {
			highest = max(highest, version)
		}
	}
	return highest
}
