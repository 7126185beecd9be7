package config

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/goccy/go-yaml/ast"

	"github.com/pgdoctor/pgdoctor/checks"
)

// FailOnNone is the severity that no finding has.
const FailOnNone = "none"

var (
	severities = []checks.Severity{checks.Info, checks.Warning, checks.Critical}
	failOns    = []string{string(checks.Info), string(checks.Warning), string(checks.Critical), FailOnNone}
)

// Load reads a file. path is how users know it: it stands in all messages.
func Load(path string) (File, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return File{}, fmt.Errorf("read the configuration: %w", err)
	}
	return Parse(path, text)
}

// Parse reads the text of a file. What is wrong with it is an *Error.
func Parse(path string, text []byte) (File, error) {
	r := reader{path: path}
	file := File{Path: path}
	body, err := r.parse(text)
	if err != nil {
		return file, err
	}
	if err := r.custom(body, &file); err != nil {
		return file, err
	}
	r.own = file.Own
	err = r.fields(body, "the file", map[string]func(key, value ast.Node) error{
		"preset":  word(r, "preset", checks.Presets, &file.Preset),
		"fail-on": word(r, "fail-on", failOns, &file.FailOn),
		"schemas": func(_, value ast.Node) error { return r.schemas(value, &file.Schemas) },
		"custom":  func(_, _ ast.Node) error { return nil }, // was read first
		"checks":  func(_, value ast.Node) error { return r.checks(value, &file) },
		"ignore": func(_, value ast.Node) error {
			return r.list(value, "ignore", func(item ast.Node) error {
				rule, err := r.ignore(item)
				file.Ignore = append(file.Ignore, rule)
				return err
			})
		},
	})
	return file, err
}

func (r reader) schemas(node ast.Node, into *Schemas) error {
	return r.fields(node, "schemas", map[string]func(key, value ast.Node) error{
		"include": r.patterns("include", &into.Include),
		"exclude": r.patterns("exclude", &into.Exclude),
	})
}

// patterns reads a list of patterns.
func (r reader) patterns(what string, into *[]Value[string]) func(key, value ast.Node) error {
	return func(_, value ast.Node) error {
		return r.list(value, what, func(item ast.Node) error {
			var pattern Value[string]
			err := r.text("a pattern", &pattern)(nil, item)
			*into = append(*into, pattern)
			return err
		})
	}
}

func (r reader) checks(node ast.Node, file *File) error {
	file.Checks = map[string]CheckRules{}
	return r.entries(node, "checks", func(key, value ast.Node) error {
		doc, err := r.check(key)
		if err != nil {
			return err
		}
		if _, twice := file.Checks[doc.ID]; twice {
			return r.at(key.GetToken(), "%s is an earlier name of %s, which stands here already", key.GetToken().Value, doc.ID)
		}
		var rules CheckRules
		err = r.fields(value, "a check", map[string]func(key, value ast.Node) error{
			"enabled":    r.yes("enabled", &rules.Enabled),
			"severity":   word(r, "severity", severities, &rules.Severity),
			"thresholds": r.thresholds(doc, false, &rules.Thresholds),
			"objects": func(_, value ast.Node) error {
				return r.list(value, "objects", func(item ast.Node) error {
					rule, err := r.object(item, doc)
					rules.Objects = append(rules.Objects, rule)
					return err
				})
			},
		})
		file.Checks[doc.ID] = rules
		return err
	})
}

// find returns the check with an ID or alias.
func (r reader) find(id string) (checks.Check, bool) { return File{Own: r.own}.Find(id) }

// check is the check that a node names by ID or alias.
func (r reader) check(node ast.Node) (checks.Doc, error) {
	if check, ok := r.find(node.GetToken().Value); ok {
		return check.Describe(), nil
	}
	return checks.Doc{}, r.unknown(node, "check", identifiers(File{Own: r.own}.All()))
}

func (r reader) object(node ast.Node, doc checks.Doc) (ObjectRules, error) {
	var rule ObjectRules
	err := r.fields(node, "a rule of objects", map[string]func(key, value ast.Node) error{
		"object":     r.text("object", &rule.Object),
		"severity":   word(r, "severity", severities, &rule.Severity),
		"thresholds": r.thresholds(doc, true, &rule.Thresholds),
	})
	if err == nil && !rule.Object.Set() {
		return rule, r.at(firstKey(node).GetToken(), "a rule of objects needs object: a pattern of their names")
	}
	return rule, err
}

// thresholds reads thresholds of a check, or those of some of its objects.
func (r reader) thresholds(doc checks.Doc, some bool, into *map[string]Value[float64]) func(key, value ast.Node) error {
	known := map[string]checks.Threshold{}
	var names []string
	for _, threshold := range doc.Thresholds {
		known[threshold.Name] = threshold
		names = append(names, threshold.Name)
	}
	return func(_, value ast.Node) error {
		*into = map[string]Value[float64]{}
		return r.entries(value, "thresholds", func(key, value ast.Node) error {
			name := key.GetToken().Value
			threshold, ok := known[name]
			switch {
			case len(known) == 0:
				return r.at(key.GetToken(), "check %s has no thresholds", doc.ID)
			case !ok:
				return r.unknown(key, "threshold of "+doc.ID, names)
			case some && threshold.Whole:
				return r.at(key.GetToken(), "threshold %s of %s is one for all objects: it goes under thresholds of the check", name, doc.ID)
			}
			number, err := r.number(value, name)
			(*into)[name] = number
			return err
		})
	}
}

func (r reader) ignore(node ast.Node) (IgnoreRule, error) {
	rule := IgnoreRule{}
	err := r.fields(node, "a rule of ignore", map[string]func(key, value ast.Node) error{
		"key":    func(_, value ast.Node) error { return r.key(value, &rule.Key) },
		"object": r.text("object", &rule.Object),
		"reason": r.text("reason", &rule.Reason),
		"until":  func(_, value ast.Node) error { return r.day(value, &rule.Until) },
		"check": func(_, value ast.Node) error {
			if err := r.text("check", &rule.Check)(nil, value); err != nil {
				return err
			}
			doc, err := r.check(value)
			rule.Check.V = doc.ID
			return err
		},
	})
	if err != nil {
		return rule, err
	}
	first := firstKey(node)
	rule.From = r.from(first)
	switch {
	case !rule.Key.Set() && !rule.Check.Set() && !rule.Object.Set():
		return rule, r.at(first.GetToken(), "a rule of ignore says what: key, check or object")
	case rule.Key.Set() && (rule.Check.Set() || rule.Object.Set()):
		return rule, r.at(first.GetToken(), "a rule of ignore has key, or check and object, not both")
	case !rule.Reason.Set():
		return rule, r.at(first.GetToken(), "a rule of ignore needs a reason")
	}
	return rule, nil
}

// key reads a pattern of keys. A check that it names must exist.
func (r reader) key(node ast.Node, into *Value[string]) error {
	if err := r.text("key", into)(nil, node); err != nil {
		return err
	}
	id, object, whole := strings.Cut(into.V, ":")
	if strings.ContainsAny(id, `*?\`) {
		return nil
	}
	if !whole {
		return r.at(node.GetToken(), "key %q is not CHECK:OBJECT", into.V)
	}
	check, ok := r.find(id)
	if !ok {
		err := r.at(node.GetToken(), "key %q: check %q is not known", into.V, id)
		err.Word, err.Known = id, identifiers(File{Own: r.own}.All())
		return err
	}
	into.V = check.Describe().ID + ":" + object
	return nil
}

// day reads a date.
func (r reader) day(node ast.Node, into *Value[string]) error {
	if err := r.text("until", into)(nil, node); err != nil {
		return err
	}
	if _, err := time.Parse(time.DateOnly, into.V); err != nil {
		return r.at(node.GetToken(), "until %q is not a day such as 2026-12-31", into.V)
	}
	return nil
}
