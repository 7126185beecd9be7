package main

import (
	"bytes"
	"encoding/json"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// emptyTree has the folders of a checkout and one check, with an alias.
func emptyTree(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	for _, folder := range []string{"queries", "checks", "integration/testdata/checks"} {
		if err := os.MkdirAll(filepath.Join(root, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	check := `package checks

type BloatedTable struct{}

var TableBloat, Other = define(Doc{ID: "table-bloat", Aliases: []string{"fat-table"}, Why: "unlike dead-rows"}), 1

func FindIt() {}
`
	for path, text := range map[string]string{"checks/bloat.go": check, "queries/tables.sql": "SELECT 1"} {
		if err := os.WriteFile(filepath.Join(root, path), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestScaffold(t *testing.T) {
	root := emptyTree(t)
	written, err := scaffold(os.DirFS(root), root, "wal-too-old")
	if err != nil {
		t.Fatal(err)
	}
	want := "queries/wal_too_old.sql checks/wal_too_old.go integration/testdata/checks/wal_too_old.txtar"
	if got := strings.Join(written, " "); got != want {
		t.Fatalf("wrote %s, want %s", got, want)
	}
	source, err := os.ReadFile(filepath.Join(root, "checks", "wal_too_old.go"))
	if err != nil {
		t.Fatal(err)
	}
	if formatted, err := format.Source(source); err != nil || !bytes.Equal(formatted, source) {
		t.Errorf("checks/wal_too_old.go is not as gofmt writes it (%v):\n%s", err, source)
	}
	file, err := parser.ParseFile(token.NewFileSet(), "", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(declared(file), " "); got != "WALTooOldRow WALTooOld" {
		t.Errorf("declares %s", got)
	}
	scenario, err := os.ReadFile(filepath.Join(root, "integration/testdata/checks/wal_too_old.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	// Empty, so that the scenario test refuses it: a scaffold must not pass for a check.
	if !strings.Contains(string(scenario), "-- sick.sql --\n-- healthy.sql --\n") {
		t.Errorf("sick.sql is not empty:\n%s", scenario)
	}
	if _, err := scaffold(os.DirFS(root), root, "wal-too-old"); err == nil {
		t.Error("the same check was started twice")
	}
}

func TestRefused(t *testing.T) {
	root := emptyTree(t)
	for id, reason := range map[string]string{
		"":                      "which check?",
		"Table-Bloat":           "not kebab-case",
		"table_bloat":           "not kebab-case",
		"table--bloat":          "not kebab-case",
		"-bloat":                "not kebab-case",
		"bloat-":                "not kebab-case",
		"2-bloat":               "not kebab-case",
		"../bloat":              "not kebab-case",
		"bloat\n":               "not kebab-case",
		strings.Repeat("x", 61): "longer than 60",
		"slow-test":             "in tests or on some systems only",
		"slow-linux":            "in tests or on some systems only",
		"slow-arm64":            "in tests or on some systems only",
		"tables":                "queries/tables.sql exists",
		"bloat":                 "checks/bloat.go exists",
		"table-bloat":           "checks/bloat.go declares TableBloat",
		"bloated-table":         "declares BloatedTable",
		"find-it":               "declares FindIt",
		"other":                 "declares Other",
		"fat-table":             "ID or alias in checks/bloat.go",
	} {
		written, err := scaffold(os.DirFS(root), root, id)
		if err == nil || !strings.Contains(err.Error(), reason) || len(written) > 0 {
			t.Errorf("%q: wrote %v, error %v, want one with %q", id, written, err, reason)
		}
	}
	// named in prose only
	if err := free(os.DirFS(root), names{ID: "dead-rows", File: "dead_rows", Go: "DeadRows", Row: "DeadRowsRow"}); err != nil {
		t.Error(err)
	}
	if _, err := scaffold(os.DirFS(t.TempDir()), t.TempDir(), "new-check"); err == nil || !strings.Contains(err.Error(), "not a checkout") {
		t.Errorf("outside a checkout: %v", err)
	}
}

// What is written must compile in this tree and be taken into the catalogue.
// An overlay shows it to the compiler without writing it here.
func TestCompiles(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles the checks")
	}
	const id = "scaffold-of-tests"
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	folder := emptyTree(t)
	written, err := scaffold(os.DirFS(folder), folder, id)
	if err != nil {
		t.Fatal(err)
	}
	if err := free(os.DirFS(root), names{ID: id, File: "scaffold_of_tests", Go: "ScaffoldOfTests", Row: "ScaffoldOfTestsRow"}); err != nil {
		t.Fatalf("the name of this test is in use: %v", err)
	}
	replace := map[string]string{}
	for _, path := range written[:2] {
		replace[filepath.Join(root, path)] = filepath.Join(folder, path)
	}
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		t.Fatal(err)
	}
	overlay := filepath.Join(folder, "overlay.json")
	if err := os.WriteFile(overlay, text, 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "go", "run", "-overlay", overlay, "./cmd/pgdoctor", "explain", id, "--pg", "18")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	out, err := cmd.CombinedOutput()
	if err != nil || !bytes.Contains(out, []byte(id)) || !bytes.Contains(out, []byte("false AS sick")) {
		t.Errorf("pgdoctor explain %s: %v\n%s", id, err, out)
	}
}
