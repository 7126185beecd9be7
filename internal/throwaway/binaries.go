package throwaway

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
)

const oldestMajor = 13

var errNoBinaries = errors.New("no PostgreSQL server programs found")

// packageFolders are where packages put the server programs when they do not put them on the PATH.
var packageFolders = []string{
	"/usr/lib/postgresql/*/bin",          // Debian, Ubuntu
	"/usr/pgsql-*/bin",                   // PGDG for Red Hat, SUSE
	"/usr/lib/postgresql*/bin",           // SUSE
	"/usr/libexec/postgresql*",           // Alpine
	"/opt/homebrew/opt/postgresql@*/bin", // Homebrew on Apple silicon
	"/usr/local/opt/postgresql@*/bin",    // Homebrew on Intel
	"/home/linuxbrew/.linuxbrew/opt/postgresql@*/bin",
	"/Library/PostgreSQL/*/bin", // EDB's installer for macOS
	"/Applications/Postgres.app/Contents/Versions/*/bin",
	"/usr/local/pgsql/bin",              // built from source
	`C:\Program Files\PostgreSQL\*\bin`, // EDB's installer for Windows
}

// binaries is one installation of the server.
type binaries struct {
	folder  string
	version string
	major   int
}

func (b binaries) program(name string) string {
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return filepath.Join(b.folder, name)
}

// findBinaries returns the installation on the PATH, else the newest one in a package folder: of the major that is
// asked for (0: any), with the library beside it that is asked for ("": none).
func findBinaries(ctx context.Context, major int, library string) (binaries, error) {
	var found []binaries
	if path, err := exec.LookPath("postgres"); err == nil {
		// A link such as /usr/bin/postgres may have none of the other programs beside it.
		if real, err := filepath.EvalSymlinks(path); err == nil {
			path = real
		}
		if b, ok := inspect(ctx, filepath.Dir(path)); ok {
			found = append(found, b)
		}
	}
	found = append(found, inPackageFolders(ctx, packageFolders)...)
	if major > 0 {
		found = slices.DeleteFunc(found, func(b binaries) bool { return b.major != major })
	}
	switch {
	case len(found) == 0 && major > 0:
		return binaries{}, fmt.Errorf("%w of major %d", errNoBinaries, major)
	case len(found) == 0:
		return binaries{}, errNoBinaries
	}
	for _, b := range found {
		if library == "" || b.has(library) {
			return b, nil
		}
	}
	return binaries{}, fmt.Errorf("%w with %s (%s has it not: install postgresql-contrib)",
		errNoBinaries, library, found[0].folder)
}

// inPackageFolders returns the installations that the patterns match, the newest first.
func inPackageFolders(ctx context.Context, patterns []string) []binaries {
	var found []binaries
	for _, pattern := range patterns {
		folders, err := filepath.Glob(pattern)
		if err != nil {
			continue
		}
		for _, folder := range folders {
			if b, ok := inspect(ctx, folder); ok {
				found = append(found, b)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b binaries) int { return b.major - a.major })
	return found
}

var versionPattern = regexp.MustCompile(`\(PostgreSQL\) ((\d+)\S*)`)

// inspect says which version lies in a folder; a folder without server, or with one too old, is none.
func inspect(ctx context.Context, folder string) (binaries, bool) {
	b := binaries{folder: folder}
	if _, err := os.Stat(b.program("initdb")); err != nil {
		return binaries{}, false
	}
	out, err := exec.CommandContext(ctx, b.program("postgres"), "--version").Output()
	if err != nil {
		return binaries{}, false
	}
	match := versionPattern.FindSubmatch(out)
	if match == nil {
		return binaries{}, false
	}
	b.version = string(match[1])
	b.major, err = strconv.Atoi(string(match[2]))
	return b, err == nil && b.major >= oldestMajor
}

// has looks for a library where packages keep loadable ones, seen from their programs. Asking pg_config would be
// exact, but packages ship it apart.
func (b binaries) has(library string) bool {
	for _, pattern := range []string{
		"../lib*/" + library + ".*",
		"../lib*/postgresql*/" + library + ".*",
		"../lib*/postgresql/*/lib/" + library + ".*",
		"../lib*/pgsql*/" + library + ".*",
		"../../lib/postgresql*/" + library + ".*",
	} {
		if found, err := filepath.Glob(filepath.Join(b.folder, pattern)); err == nil && len(found) > 0 {
			return true
		}
	}
	return false
}
