package config

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"github.com/pgdoctor/pgdoctor/checks"
)

// Error is a mistake in a configuration file. Where it is a word that nobody
// knows, Word and Known say which and what it could have been.
type Error struct {
	Path         string
	Line, Column int
	Text         string
	Word         string
	Known        []string
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.Path, e.Line, e.Column, e.Text)
}

// reader reads nodes of one file.
type reader struct {
	path string
	own  []checks.Check // that it has besides pgdoctor's
}

// at is an error at a token.
func (r reader) at(t *token.Token, format string, args ...any) *Error {
	err := &Error{Path: r.path, Line: 1, Column: 1, Text: fmt.Sprintf(format, args...)}
	if t != nil && t.Position != nil {
		err.Line, err.Column = t.Position.Line, t.Position.Column
	}
	return err
}

// unknown is an error about a word that is none of the known ones.
func (r reader) unknown(node ast.Node, what string, known []string) *Error {
	word := node.GetToken().Value
	err := r.at(node.GetToken(), "%s %q is not known", what, word)
	err.Word, err.Known = word, known
	return err
}

// from is where a node stands, for people.
func (r reader) from(node ast.Node) string {
	return fmt.Sprintf("%s:%d", r.path, node.GetToken().Position.Line)
}

const (
	largest = 256 << 10 // bytes of a file
	deepest = 64        // brackets within brackets
)

// tame refuses what the parser would take all memory for: it needs the square of
// the depth of brackets and dashes.
func (r reader) tame(text []byte) error {
	if len(text) > largest {
		return r.at(nil, "larger than %d KiB", largest>>10)
	}
	open, line := 0, 1
	for i, c := range text {
		switch c {
		case '\n':
			line++
		case '[', '{':
			open++
		case ']', '}':
			open = max(0, open-1)
		}
		if open > deepest || bytes.HasPrefix(text[i:], manyDashes) {
			return &Error{Path: r.path, Line: line, Column: 1, Text: fmt.Sprintf("nested more than %d levels deep", deepest)}
		}
	}
	return nil
}

var manyDashes = bytes.Repeat([]byte("- "), deepest)

// parse reads the one document of a file, nil if there is nothing in it.
func (r reader) parse(text []byte) (ast.Node, error) {
	if err := r.tame(text); err != nil {
		return nil, err
	}
	file, err := parser.ParseBytes(text, 0)
	if err != nil {
		var wrong yaml.Error
		if errors.As(err, &wrong) {
			return nil, r.at(wrong.GetToken(), "%s", wrong.GetMessage())
		}
		return nil, r.at(nil, "%s", err)
	}
	var body ast.Node
	for _, document := range file.Docs {
		switch {
		case document.Body == nil:
		case body != nil:
			return nil, r.at(document.Body.GetToken(), "a second document: there is to be one")
		default:
			body = document.Body
		}
	}
	return body, nil
}

// fields reads a mapping whose keys are known.
func (r reader) fields(node ast.Node, what string, known map[string]func(key, value ast.Node) error) error {
	names := make([]string, 0, len(known))
	for name := range known {
		names = append(names, name)
	}
	slices.Sort(names)
	return r.entries(node, what, func(key, value ast.Node) error {
		read, ok := known[key.GetToken().Value]
		if !ok {
			return r.unknown(key, "key", names)
		}
		return read(key, value)
	})
}

// entries reads a mapping, key by key. An empty value is an empty mapping.
func (r reader) entries(node ast.Node, what string, read func(key, value ast.Node) error) error {
	if node == nil || node.Type() == ast.NullType {
		return nil
	}
	mapping, ok := node.(ast.MapNode)
	if !ok {
		return r.wrong(node, what+" has keys and values")
	}
	for pairs := mapping.MapRange(); pairs.Next(); {
		key := pairs.Key()
		if _, ok := key.(*ast.StringNode); !ok {
			return r.at(key.GetToken(), "%q cannot be a key here", key.GetToken().Value)
		}
		if err := read(key, pairs.Value()); err != nil {
			return err
		}
	}
	return nil
}

// firstKey is where a mapping begins for people.
func firstKey(node ast.Node) ast.Node {
	if mapping, ok := node.(ast.MapNode); ok {
		if pairs := mapping.MapRange(); pairs.Next() {
			return pairs.Key()
		}
	}
	return node
}

// list reads a sequence, item by item. An empty value is an empty list.
func (r reader) list(node ast.Node, what string, read func(item ast.Node) error) error {
	if node.Type() == ast.NullType {
		return nil
	}
	sequence, ok := node.(*ast.SequenceNode)
	if !ok {
		return r.wrong(node, what+" is a list")
	}
	for _, item := range sequence.Values {
		if err := read(item); err != nil {
			return err
		}
	}
	return nil
}

// wrong is an error about a value of another kind than is wanted.
func (r reader) wrong(node ast.Node, want string) *Error {
	switch node.Type() {
	case ast.AliasType:
		want += "; this is an alias: put quotes around a pattern that begins with *"
	case ast.AnchorType, ast.TagType:
		want += "; anchors and tags are not read"
	case ast.NullType:
		want += ", and there is none"
	}
	return r.at(node.GetToken(), "%s", want)
}

// text reads a text that is not empty.
func (r reader) text(what string, into *Value[string]) func(key, value ast.Node) error {
	return func(_, value ast.Node) error {
		var text string
		switch node := value.(type) {
		case *ast.StringNode:
			text = node.Value
		case *ast.LiteralNode:
			text = node.Value.Value
		default:
			return r.wrong(value, what+" is a text")
		}
		if strings.TrimSpace(text) == "" {
			return r.at(value.GetToken(), "%s is empty", what)
		}
		*into = Value[string]{text, r.from(value)}
		return nil
	}
}

// word reads one of the known words.
func word[T ~string](r reader, what string, known []T, into *Value[T]) func(key, value ast.Node) error {
	return func(_, value ast.Node) error {
		node, ok := value.(*ast.StringNode)
		if ok && slices.Contains(known, T(node.Value)) {
			*into = Value[T]{T(node.Value), r.from(value)}
			return nil
		}
		names := make([]string, len(known))
		for i, name := range known {
			names[i] = string(name)
		}
		if !ok {
			return r.wrong(value, what+" is one of "+strings.Join(names, ", "))
		}
		return r.unknown(value, what, names)
	}
}

// yes reads true or false.
func (r reader) yes(what string, into *Value[bool]) func(key, value ast.Node) error {
	return func(_, value ast.Node) error {
		node, ok := value.(*ast.BoolNode)
		if !ok {
			return r.wrong(value, what+" is true or false")
		}
		*into = Value[bool]{node.Value, r.from(value)}
		return nil
	}
}

// number reads a finite number.
func (r reader) number(value ast.Node, what string) (Value[float64], error) {
	t := value.GetToken()
	plain := value.Type() == ast.IntegerType || value.Type() == ast.FloatType || value.Type() == ast.StringType && t.Type == token.StringType
	number, err := strconv.ParseFloat(t.Value, 64)
	if !plain || err != nil || math.IsInf(number, 0) || math.IsNaN(number) {
		return Value[float64]{}, r.wrong(value, what+" is a number")
	}
	return Value[float64]{number, r.from(value)}, nil
}
