package config

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
)

// longestName is how many bytes the name of a target may have.
const longestName = 200

// Targets is what a file of a fleet's targets says.
type Targets struct {
	Targets []TargetEntry `json:"targets" jsonschema_description:"the databases to examine"`
}

// TargetEntry is one target, or all databases of a server.
type TargetEntry struct {
	Name         Value[string] `json:"name" jsonschema_description:"what reports and the history call it"`
	DSN          Value[string] `json:"dsn" jsonschema_description:"connection string; ${NAME} is a variable of the environment"`
	Config       Value[string] `json:"config,omitzero" jsonschema_description:"a .pgdoctor.yaml of its own, relative to this file"`
	AllDatabases Value[bool]   `json:"all-databases,omitzero" jsonschema_description:"examine each database of the server that the role may connect to"`
}

// LoadTargets reads a file of targets. path is how users know it. lookup gives the
// values of environment variables. What is wrong with the file is an *Error.
func LoadTargets(path string, lookup func(string) (string, bool)) ([]TargetEntry, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read the targets: %w", err)
	}
	return ParseTargets(path, text, lookup)
}

// ParseTargets reads the text of a file of targets.
func ParseTargets(path string, text []byte, lookup func(string) (string, bool)) ([]TargetEntry, error) {
	r := reader{path: path}
	body, err := r.parse(text)
	if err != nil {
		return nil, err
	}
	var list []TargetEntry
	names := map[string]string{}
	err = r.fields(body, "the file", map[string]func(key, value ast.Node) error{
		"targets": func(_, value ast.Node) error {
			return r.list(value, "targets", func(item ast.Node) error {
				entry, err := r.target(item, lookup)
				if err != nil {
					return err
				}
				if earlier := names[entry.Name.V]; earlier != "" {
					return r.at(firstKey(item).GetToken(), "a second target called %q: the first is at %s", entry.Name.V, earlier)
				}
				names[entry.Name.V] = entry.Name.From
				list = append(list, entry)
				return nil
			})
		},
	})
	if err == nil && len(list) == 0 {
		return nil, r.at(nil, "there are no targets in it: write targets: and under it, for each, - name: … and dsn: …")
	}
	return list, err
}

func (r reader) target(node ast.Node, lookup func(string) (string, bool)) (TargetEntry, error) {
	var entry TargetEntry
	err := r.fields(node, "a target", map[string]func(key, value ast.Node) error{
		"name":          func(_, value ast.Node) error { return r.targetName(value, &entry.Name) },
		"dsn":           func(_, value ast.Node) error { return r.dsn(value, &entry.DSN, lookup) },
		"config":        r.text("config", &entry.Config),
		"all-databases": r.yes("all-databases", &entry.AllDatabases),
	})
	if err != nil {
		return entry, err
	}
	switch first := firstKey(node); {
	case !entry.Name.Set():
		return entry, r.at(first.GetToken(), "a target needs a name")
	case !entry.DSN.Set():
		return entry, r.at(first.GetToken(), "target %q needs a dsn: host=… dbname=… user=…, or a URL", entry.Name.V)
	}
	if entry.Config.Set() && !filepath.IsAbs(entry.Config.V) {
		entry.Config.V = filepath.Join(filepath.Dir(r.path), entry.Config.V)
	}
	return entry, nil
}

func (r reader) targetName(node ast.Node, into *Value[string]) error {
	if err := r.text("name", into)(nil, node); err != nil {
		return err
	}
	switch {
	case len(into.V) > longestName:
		return r.at(node.GetToken(), "a name has at most %d bytes", longestName)
	case strings.TrimSpace(into.V) != into.V, !utf8.ValidString(into.V), strings.ContainsFunc(into.V, func(r rune) bool { return r < ' ' || r == 0x7f }):
		return r.at(node.GetToken(), "a name is one line without spaces around it")
	case strings.Contains(into.V, "://"):
		return r.at(node.GetToken(), "a name is not a connection string: that goes into dsn")
	}
	return nil
}

var reference = regexp.MustCompile(`\$\{([^}]*)\}`)

// dsn reads a connection string and puts in the variables that it refers to. No
// error repeats it: it may hold a password.
func (r reader) dsn(node ast.Node, into *Value[string], lookup func(string) (string, bool)) error {
	if err := r.text("dsn", into)(nil, node); err != nil {
		return err
	}
	var wrong error
	into.V = reference.ReplaceAllStringFunc(into.V, func(found string) string {
		name := reference.FindStringSubmatch(found)[1]
		value, ok := lookup(name)
		if !ok && wrong == nil {
			wrong = r.at(node.GetToken(), "the environment variable %q is not set", name)
		}
		return value
	})
	if wrong != nil {
		return wrong
	}
	if strings.TrimSpace(into.V) == "" {
		return r.at(node.GetToken(), "dsn is empty: the variables that it refers to are")
	}
	return nil
}
