package config

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml/ast"

	"github.com/pgdoctor/pgdoctor/checks"
)

// All lists pgdoctor's checks and those of the file, by ID.
func (f File) All() []checks.Check {
	return slices.SortedFunc(slices.Values(slices.Concat(checks.All(), f.Own)), func(a, b checks.Check) int {
		return strings.Compare(a.Describe().ID, b.Describe().ID)
	})
}

// Find returns the check with an ID or alias, also of those of the file.
func (f File) Find(id string) (checks.Check, bool) {
	for _, check := range f.Own {
		if check.Describe().ID == id {
			return check, true
		}
	}
	return checks.Find(id)
}

// custom reads the key custom before all others, which may name its checks.
func (r reader) custom(body ast.Node, file *File) error {
	mapping, ok := body.(ast.MapNode)
	if !ok {
		return nil // what else it is, fields says
	}
	for pairs := mapping.MapRange(); pairs.Next(); {
		if pairs.Key().GetToken().Value != "custom" {
			continue
		}
		return r.list(pairs.Value(), "custom", func(item ast.Node) error {
			var pattern Value[string]
			if err := r.text("a file of custom", &pattern)(nil, item); err != nil {
				return err
			}
			file.Custom = append(file.Custom, pattern)
			return r.load(item, pattern.V, file)
		})
	}
	return nil
}

// load reads the checks of the files that a pattern names, which is relative to
// the folder of the configuration file.
func (r reader) load(item ast.Node, pattern string, file *File) error {
	if !filepath.IsAbs(pattern) {
		pattern = filepath.Join(filepath.Dir(r.path), pattern)
	}
	paths, err := filepath.Glob(pattern)
	switch {
	case err != nil:
		return r.at(item.GetToken(), "%q is no pattern of files", pattern)
	case len(paths) == 0:
		return r.at(item.GetToken(), "there is no file %q", pattern)
	}
	for _, path := range paths {
		check, err := LoadCheck(path)
		if err != nil {
			return err
		}
		id := check.Describe().ID
		if other, twice := file.Find(id); twice {
			return &Error{Path: path, Line: 1, Column: 1, Text: fmt.Sprintf("check %s is in %s already", id, other.Describe().Custom.File)}
		}
		file.Own = append(file.Own, check)
	}
	return nil
}

// LoadCheck reads a custom check from its SQL file. What is wrong with it is an *Error.
func LoadCheck(path string) (checks.Check, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read a custom check: %w", err)
	}
	return ParseCheck(path, string(text))
}

// opening begins a custom check's file, as a line of its own.
const opening = "/* pgdoctor"

var thresholdForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// entry is what the comment of a custom check's file says.
type entry struct {
	id, title, why, message Value[string]

	category   Value[checks.Category]
	severity   Value[checks.Severity]
	presets    []Value[checks.Preset]
	object     []Value[string]
	extension  Value[string]
	major      Value[float64]
	thresholds []checks.Threshold
	fix        *checks.CustomFix
}

// ParseCheck reads a custom check from the text of its file: a comment in YAML,
// and the query after it.
func ParseCheck(path, text string) (checks.Check, error) {
	r := reader{path: path}
	head, query, line, err := r.split(text)
	if err != nil {
		return nil, err
	}
	body, err := r.parse([]byte(head))
	if err != nil {
		return nil, err
	}
	var e entry
	if err := r.entry(body, &e); err != nil {
		return nil, err
	}
	doc := e.doc()
	doc.Custom.File, doc.Custom.SQL, doc.Custom.Line = path, query, line
	if name, at := checks.UnknownThreshold(doc); name != "" {
		return nil, &Error{
			Path: path, Line: line + strings.Count(query[:at], "\n"), Column: at - strings.LastIndex(query[:at], "\n"),
			Text: fmt.Sprintf("threshold %q is not under thresholds", name),
		}
	}
	check, err := checks.NewCustom(doc)
	if err != nil {
		return nil, r.at(nil, "%s", err)
	}
	return check, nil
}

// split parts the file of a check into the YAML of its comment, whose lines keep
// their numbers, and the query, which begins on a line.
func (r reader) split(text string) (head, query string, line int, err error) {
	text = strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n")
	if i := strings.IndexFunc(text, hidden); i >= 0 {
		return "", "", 0, &Error{Path: r.path, Line: 1 + strings.Count(text[:i], "\n"), Column: 1, Text: "holds a control character, or is not UTF-8"}
	}
	first, rest, _ := strings.Cut(text, "\n")
	if strings.TrimRight(first, " ") != opening {
		return "", "", 0, r.at(nil, "a custom check begins with the line %q, and what it is in YAML up to */", opening)
	}
	yaml, query, closed := strings.Cut(rest, "*/")
	if !closed {
		return "", "", 0, r.at(nil, "the comment is not closed: */ comes before the query")
	}
	head = "#\n" + yaml
	line = 1 + strings.Count(head, "\n")
	trimmed := strings.TrimLeft(query, " \t\n")
	line += strings.Count(query[:len(query)-len(trimmed)], "\n")
	trimmed = strings.TrimRight(trimmed, " \t\n;")
	if trimmed == "" {
		return "", "", 0, r.at(nil, "there is no query after the comment")
	}
	return head, trimmed, line, nil
}

// entry reads the YAML of a check and says what is missing.
func (r reader) entry(body ast.Node, e *entry) error {
	if body == nil {
		return r.at(nil, "the comment says nothing: it needs id, title, why, severity, object and message")
	}
	err := r.fields(body, "the comment", map[string]func(key, value ast.Node) error{
		"id":         func(_, value ast.Node) error { return r.customID(value, &e.id) },
		"title":      r.line("title", &e.title),
		"why":        r.visible("why", &e.why),
		"severity":   word(r, "severity", severities, &e.severity),
		"category":   word(r, "category", checks.Categories, &e.category),
		"object":     func(_, value ast.Node) error { return r.columns(value, &e.object) },
		"message":    func(_, value ast.Node) error { return r.message(value, &e.message) },
		"presets":    func(_, value ast.Node) error { return r.presets(value, &e.presets) },
		"needs":      func(_, value ast.Node) error { return r.needs(value, e) },
		"thresholds": func(_, value ast.Node) error { return r.declared(value, e) },
		"fix":        func(_, value ast.Node) error { return r.fix(value, e) },
	})
	if err != nil {
		return err
	}
	for _, one := range []struct {
		name string
		set  bool
	}{
		{"id", e.id.Set()}, {"title", e.title.Set()}, {"why", e.why.Set()}, {"severity", e.severity.Set()},
		{"object", len(e.object) > 0}, {"message", e.message.Set()},
	} {
		if !one.set {
			return r.at(firstKey(body).GetToken(), "%s is missing: a check needs id, title, why, severity, object and message", one.name)
		}
	}
	return nil
}

// visible reads a text in which nothing is hidden, by an escape of YAML, say.
func (r reader) visible(what string, into *Value[string]) func(key, value ast.Node) error {
	return func(key, value ast.Node) error {
		if err := r.text(what, into)(key, value); err != nil {
			return err
		}
		if strings.ContainsFunc(into.V, hidden) {
			return r.at(value.GetToken(), "%s holds a control character", what)
		}
		return nil
	}
}

// line reads a visible text of one line.
func (r reader) line(what string, into *Value[string]) func(key, value ast.Node) error {
	return func(key, value ast.Node) error {
		if err := r.visible(what, into)(key, value); err != nil {
			return err
		}
		if strings.Contains(into.V, "\n") {
			return r.at(value.GetToken(), "%s is one line", what)
		}
		return nil
	}
}

// hidden says whether a character does something that nobody sees.
func hidden(c rune) bool {
	return c != '\n' && c != '\t' && (unicode.In(c, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) || c == unicode.ReplacementChar)
}

// columns reads one column or a list of them.
func (r reader) columns(node ast.Node, into *[]Value[string]) error {
	if node.Type() == ast.SequenceType {
		return r.patterns("object", into)(nil, node)
	}
	var column Value[string]
	err := r.text("object", &column)(nil, node)
	*into = []Value[string]{column}
	return err
}

func (r reader) message(node ast.Node, into *Value[string]) error {
	if err := r.line("message", into)(nil, node); err != nil {
		return err
	}
	if _, err := checks.MessageColumns(into.V); err != nil {
		return r.at(node.GetToken(), "%s", err)
	}
	return nil
}

func (r reader) presets(node ast.Node, into *[]Value[checks.Preset]) error {
	return r.list(node, "presets", func(item ast.Node) error {
		var preset Value[checks.Preset]
		err := word(r, "preset", []checks.Preset{checks.PresetCI, checks.PresetTriage}, &preset)(nil, item)
		*into = append(*into, preset)
		return err
	})
}

func (r reader) needs(node ast.Node, e *entry) error {
	return r.fields(node, "needs", map[string]func(key, value ast.Node) error{
		"extension": r.line("extension", &e.extension),
		"major": func(_, value ast.Node) (err error) {
			e.major, err = r.number(value, "major")
			return err
		},
	})
}

func (r reader) customID(node ast.Node, into *Value[string]) error {
	if err := r.text("id", into)(nil, node); err != nil {
		return err
	}
	if !checks.CustomID(into.V) {
		return r.at(node.GetToken(), "id %q is not %s and words in lower case, joined by hyphens, such as %slate-payment", into.V, checks.CustomPrefix, checks.CustomPrefix)
	}
	return nil
}

// declared reads the thresholds that a check has.
func (r reader) declared(node ast.Node, e *entry) error {
	return r.entries(node, "thresholds", func(key, value ast.Node) error {
		name := key.GetToken().Value
		if !thresholdForm.MatchString(name) {
			return r.at(key.GetToken(), "threshold %q is not words in lower case, joined by hyphens", name)
		}
		var number Value[float64]
		var unit, why Value[string]
		err := r.fields(value, "a threshold", map[string]func(key, value ast.Node) error{
			"default": func(_, value ast.Node) (err error) {
				number, err = r.number(value, "default")
				return err
			},
			"unit": r.line("unit", &unit),
			"why":  r.line("why", &why),
		})
		if err != nil {
			return err
		}
		if !number.Set() || !unit.Set() || !why.Set() {
			return r.at(key.GetToken(), "threshold %s needs default, unit and why", name)
		}
		// The query judges, for all objects at once.
		e.thresholds = append(e.thresholds, checks.Threshold{Name: name, Default: number.V, Unit: unit.V, Why: why.V, Whole: true})
		return nil
	})
}

func (e entry) doc() checks.Doc {
	doc := checks.Doc{
		ID: e.id.V, Title: e.title.V, Why: strings.TrimSpace(e.why.V), Examines: "rows of its query",
		Category: checks.Data, Severity: e.severity.V, Thresholds: e.thresholds, Since: int(e.major.V),
		Custom: &checks.Custom{Message: e.message.V, Fix: e.fix},
	}
	if e.category.Set() {
		doc.Category = e.category.V
	}
	if e.extension.Set() {
		doc.Needs = []checks.Need{{Extension: e.extension.V}}
	}
	for _, column := range e.object {
		doc.Custom.Object = append(doc.Custom.Object, column.V)
	}
	for _, preset := range e.presets {
		doc.Triage = doc.Triage || preset.V == checks.PresetTriage
		doc.Custom.CI = doc.Custom.CI || preset.V == checks.PresetCI
	}
	return doc
}
