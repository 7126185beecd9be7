package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
)

// idForm is stricter than the catalogue's: the first character also begins a Go name.
var idForm = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

func namesOf(id string) (names, error) {
	n := names{ID: id, File: strings.ReplaceAll(id, "-", "_")}
	switch {
	case id == "":
		return n, errors.New("which check? make new-check ID=some-illness")
	case !idForm.MatchString(id):
		return n, fmt.Errorf("%q is not kebab-case (small letters, digits, single hyphens): some-illness", id)
	case len(id) > 60:
		return n, fmt.Errorf("%q is longer than 60 characters", id)
	case !builtEverywhere(n.File + ".go"):
		return n, fmt.Errorf("%q would make %s.go, which Go builds in tests or on some systems only: choose another last word", id, n.File)
	}
	n.Go = goName(id)
	n.Row = n.Go + "Row"
	return n, nil
}

// builtEverywhere is false for names such as x_test.go and x_linux.go. A system
// that does not exist is asked, which only a file for all systems suits.
func builtEverywhere(file string) bool {
	nowhere := build.Context{GOOS: "none", GOARCH: "none", Compiler: "gc", OpenFile: func(string) (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader("package checks\n")), nil
	}}
	match, err := nowhere.MatchFile("", file)
	return match && err == nil && !strings.HasSuffix(file, "_test.go")
}

// free refuses an ID of which a file, an ID, an alias or a Go name is in use.
func free(tree fs.FS, n names) error {
	for _, file := range targets(n) {
		if _, err := fs.Stat(tree, file.path); err == nil {
			return fmt.Errorf("%s is taken: %s exists", n.ID, file.path)
		}
	}
	sources, err := fs.Glob(tree, "checks/*.go")
	if err != nil {
		return err
	}
	if len(sources) == 0 {
		return errors.New("no checks/*.go here: this is not a checkout of pgdoctor")
	}
	for _, source := range sources {
		if err := freeIn(tree, source, n); err != nil {
			return err
		}
	}
	return nil
}

// freeIn parses, since an alias may stand in any check's file, and since the
// tree need not compile for another check to be started.
func freeIn(tree fs.FS, source string, n names) error {
	text, err := fs.ReadFile(tree, source)
	if err != nil {
		return err
	}
	file, err := parser.ParseFile(token.NewFileSet(), source, text, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	for _, name := range declared(file) {
		if name == n.Go || name == n.Row {
			return fmt.Errorf("%s is taken: %s declares %s", n.ID, source, name)
		}
	}
	var taken error
	ast.Inspect(file, func(node ast.Node) bool {
		pair, ok := node.(*ast.KeyValueExpr)
		if !ok {
			return taken == nil
		}
		if key, ok := pair.Key.(*ast.Ident); ok && (key.Name == "ID" || key.Name == "Aliases") && holds(pair.Value, n.ID) {
			taken = fmt.Errorf("%s is taken: it is an ID or alias in %s", n.ID, source)
		}
		return taken == nil
	})
	return taken
}

// holds says whether a string literal in an expression is text.
func holds(expression ast.Expr, text string) bool {
	found := false
	ast.Inspect(expression, func(node ast.Node) bool {
		if literal, ok := node.(*ast.BasicLit); ok && literal.Kind == token.STRING {
			value, err := strconv.Unquote(literal.Value)
			found = found || err == nil && value == text
		}
		return !found
	})
	return found
}

// declared lists a file's package-level names.
func declared(file *ast.File) []string {
	var list []string
	for _, declaration := range file.Decls {
		switch d := declaration.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil {
				list = append(list, d.Name.Name)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch s := spec.(type) {
				case *ast.TypeSpec:
					list = append(list, s.Name.Name)
				case *ast.ValueSpec:
					for _, name := range s.Names {
						list = append(list, name.Name)
					}
				}
			}
		}
	}
	return list
}
