// Package queries holds every query that a check or the planner runs, one file
// each, and picks the one that fits a server.
package queries

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

//go:embed *.sql
var files embed.FS

// ErrUnsupported means that no variant of a query suits the server's major.
var ErrUnsupported = errors.New("not on this major version of PostgreSQL")

// Variant is one file of a query: the one that is valid from major Since on.
type Variant struct {
	File  string
	Since int // 0 for the file without a version in its name
}

var variantName = regexp.MustCompile(`^([a-z0-9_]+?)(?:\.pg(\d+))?\.sql$`)

// Variants lists the files of a query, oldest first. The id is a check's ID or
// a file's own name; hyphens and underscores are the same.
func Variants(id string) []Variant {
	var found []Variant
	for _, file := range all() {
		match := variantName.FindStringSubmatch(file)
		if match == nil || match[1] != strings.ReplaceAll(id, "-", "_") {
			continue
		}
		since, _ := strconv.Atoi(match[2]) // "" is 0: every supported major
		found = append(found, Variant{File: file, Since: since})
	}
	slices.SortFunc(found, func(a, b Variant) int { return a.Since - b.Since })
	return found
}

// Find returns the text of a query for a server's major, with includes and the
// schemas of extensions filled in. extensions maps an installed extension to
// its schema. It returns ErrUnsupported where no variant is old enough.
func Find(id string, major int, extensions map[string]string) (string, error) {
	file := ""
	for _, variant := range Variants(id) {
		if variant.Since <= major {
			file = variant.File
		}
	}
	if file == "" {
		return "", fmt.Errorf("query %s: %w", id, ErrUnsupported)
	}
	return expand(file, extensions)
}

var (
	include   = regexp.MustCompile(`(?m)^([ \t]*)-- include: ([a-z0-9_]+\.sql)$`)
	extschema = regexp.MustCompile(`@extschema:([a-z0-9_]+)@`)
)

// expand fills in what a file leaves open: "-- include: x.sql" stands for
// another file's text, and @extschema:x@ (PostgreSQL's own notation in
// extension scripts) for the schema of extension x, since search_path is empty.
func expand(file string, extensions map[string]string) (string, error) {
	text, err := files.ReadFile(file)
	if err != nil {
		return "", fmt.Errorf("read query %s: %w", file, err)
	}
	filled, missing := withIncludes(file, string(text), 0)
	filled = extschema.ReplaceAllStringFunc(filled, func(mark string) string {
		name := extschema.FindStringSubmatch(mark)[1]
		schema, ok := extensions[name]
		if !ok {
			missing = fmt.Errorf("query %s: extension %s is not installed", file, name)
			return mark
		}
		return `"` + strings.ReplaceAll(schema, `"`, `""`) + `"`
	})
	return strings.TrimRight(strings.TrimSpace(filled), ";"), missing
}

// deepest is how many files may include one another: more do so in a circle.
const deepest = 4

func withIncludes(file, text string, depth int) (string, error) {
	var failed error
	filled := include.ReplaceAllStringFunc(text, func(line string) string {
		match := include.FindStringSubmatch(line)
		part, err := files.ReadFile(match[2])
		if err == nil && depth == deepest {
			err = errors.New("files include one another in a circle")
		}
		inner := ""
		if err == nil {
			inner, err = withIncludes(match[2], strings.TrimSpace(string(part)), depth+1)
		}
		if err != nil {
			failed = fmt.Errorf("query %s includes %s: %w", file, match[2], err)
			return line
		}
		return match[1] + strings.ReplaceAll(inner, "\n", "\n"+match[1])
	})
	return filled, failed
}

// all lists the file names in alphabetical order.
func all() []string {
	names, err := fs.Glob(files, "*.sql")
	if err != nil {
		panic(err) // the pattern is a constant: only a wrong constant fails
	}
	return names
}
