// Command scaffold starts a new check: its query, its Go file and its scenario,
// which compile but fail the tests until they are filled in.
//
//	make new-check ID=some-illness
package main

import (
	"bytes"
	"embed"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"text/template"
)

//go:embed templates
var templates embed.FS

func main() {
	id := flag.String("id", "", "ID of the check: kebab-case, names the illness")
	root := flag.String("root", ".", "the checkout")
	flag.Parse()
	written, err := scaffold(os.DirFS(*root), *root, *id)
	for _, path := range written {
		fmt.Println(path)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "new-check:", err)
		os.Exit(1)
	}
	fmt.Print(next)
}

const next = `
Next: fill in the three files (CONTRIBUTING.md says how), then
  make docs       the new line in checks/README.md
  make golden     writes findings.json, once it is proven on every server
A fix goes into a fourth file of the same name in fixes/.
`

// names are what the templates fill in.
type names struct {
	ID   string // some-illness
	File string // some_illness
	Go   string // SomeIllness
	Row  string // SomeIllnessRow
}

// scaffold writes the files of a check, all of them or, unless writing itself
// fails, none.
func scaffold(tree fs.FS, root, id string) (written []string, err error) {
	n, err := namesOf(id)
	if err != nil {
		return nil, err
	}
	if err := free(tree, n); err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, file := range targets(n) {
		text, err := render(file.template, n)
		if err != nil {
			return nil, err
		}
		files[file.path] = text
	}
	for _, file := range targets(n) {
		path := filepath.Join(root, filepath.FromSlash(file.path))
		if err := write(path, files[file.path]); err != nil {
			return written, err
		}
		written = append(written, file.path)
	}
	return written, nil
}

type target struct{ template, path string }

func targets(n names) []target {
	return []target{
		{"query.sql", "queries/" + n.File + ".sql"},
		{"check.go", "checks/" + n.File + ".go"},
		{"scenario.txtar", "integration/testdata/checks/" + n.File + ".txtar"},
	}
}

func render(name string, n names) ([]byte, error) {
	// The ending keeps Go's tools from taking a template for source.
	tmpl, err := template.ParseFS(templates, "templates/"+name+".tmpl")
	if err != nil {
		return nil, err
	}
	var text bytes.Buffer
	err = tmpl.Execute(&text, n)
	return text.Bytes(), err
}

// write refuses to overwrite.
func write(path string, text []byte) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = file.Write(text)
	return errors.Join(err, file.Close())
}

// initialisms are written in capitals in Go names.
var initialisms = map[string]bool{"fk": true, "hba": true, "id": true, "io": true, "sql": true, "ssl": true, "tls": true, "ttl": true, "wal": true, "xid": true}

func goName(id string) string {
	var name strings.Builder
	for part := range strings.SplitSeq(id, "-") {
		if initialisms[part] {
			name.WriteString(strings.ToUpper(part))
			continue
		}
		name.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	return name.String()
}
