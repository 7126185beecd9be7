// Package architecture holds the test of who may import whom. It stands apart
// from the other integration tests because it needs no server.
package architecture

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	root   = "../.."
	module = "github.com/pgdoctor/pgdoctor/"
)

// ours says which of our packages a package may import, itself and its own
// subpackages aside: queries <- checks <- fixes <- migrations <- cmd, and
// internal/postgres below all of them. A package that is not listed may import
// none; nothing but integration imports integration.
var ours = map[string][]string{
	"queries":    {},
	"checks":     {"queries", "internal/advisor", "internal/postgres", "internal/workload"},
	"fixes":      {"checks", "internal/advisor", "internal/postgres"},
	"migrations": {"fixes", "internal/postgres"},
	// plans as fixes do, and what they plan is applied in the same way
	"internal/procedures": {"checks", "fixes", "internal/postgres"},
	"cmd/pgdoctor":        {"queries", "checks", "fixes", "migrations", "internal"},
	"internal/postgres":   {},
	"internal/workload":   {},
	"internal/throwaway":  {},
	"internal/demo":       {"internal/throwaway"},
	"internal/advisor":    {"internal/postgres", "internal/throwaway", "internal/workload"},
	"internal/config":     {"checks", "fixes"},                                                    // which risks there are, and what a fix may say
	"internal/report":     {"checks", "internal/advisor", "internal/config", "internal/postgres"}, // reads a report, knows no database
	"internal/store":      {"migrations", "internal/postgres", "internal/report"},                 // keeps reports, and makes none
	"internal/web":        {"checks", "internal/report"},                                          // draws what a history has, and knows no database
	"integration":         {"queries", "checks", "fixes", "migrations", "internal"},
}

// homes says where a dependency lives: folders, or single files.
var homes = map[string][]string{
	"github.com/jmoiron/sqlx": {
		"internal/postgres", "checks", "integration",
		"fixes/bystanders.go", "fixes/buildtime.go", "fixes/disk.go", "fixes/groups.go", "fixes/identity.go", "fixes/proof.go", "fixes/sample.go", "fixes/size.go", "fixes/strategy.go", // what proves a plan reads; planning itself is pure
		"internal/procedures",
		"internal/advisor",
		"internal/store",
		"cmd/pgdoctor/engine.go", "cmd/pgdoctor/target.go", "cmd/pgdoctor/snapshot.go", // the type alone
	},
	"github.com/golang-migrate/migrate/v4":        {"migrations", "integration"},
	"github.com/olekukonko/tablewriter":           {"internal/report"},
	"github.com/owenrumney/go-sarif/v3":           {"internal/report"},
	"github.com/prometheus":                       {"internal/report", "cmd/pgdoctor/alerts_test.go"},
	"github.com/prometheus/prometheus":            {"cmd/pgdoctor/alerts_test.go"}, // large, and of a test alone
	"github.com/urfave/cli/v2":                    {"cmd/pgdoctor"},
	"github.com/testcontainers/testcontainers-go": {"integration"},
	"github.com/moby/moby":                        {"integration"},
	"github.com/rogpeppe/go-internal":             {"integration", "cmd/pgdoctor/app_test.go"},
	"github.com/goccy/go-yaml":                    {"internal/config", "cmd/pgdoctor/examples_test.go"},
	"github.com/invopop/jsonschema":               {"internal/config"},
	"github.com/google/go-cmp":                    {}, // tests alone, see below
	"github.com/yuin/goldmark":                    {},
	"golang.org/x/net":                            {},
	"github.com/santhosh-tekuri/jsonschema/v6":    {},
	"github.com/creack/pty":                       {},
	"github.com/chromedp":                         {"integration"},
	"k8s.io":                                      {},
	"sigs.k8s.io/yaml":                            {},
}

// testsOnly may stand in any test and nowhere else.
var testsOnly = []string{
	"github.com/google/go-cmp", "github.com/yuin/goldmark", "golang.org/x/net", "github.com/santhosh-tekuri/jsonschema/v6",
	"github.com/creack/pty", "k8s.io", "sigs.k8s.io/yaml",
}

func TestImports(t *testing.T) {
	files := 0
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (path != root && strings.HasPrefix(entry.Name(), ".") || entry.Name() == "testdata") {
			return filepath.SkipDir
		}
		if strings.HasSuffix(path, ".go") {
			files++
			file, err := filepath.Rel(root, path)
			if err != nil {
				return err
			}
			checkFile(t, path, filepath.ToSlash(file))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 50 {
		t.Errorf("%d Go files seen: this is not the whole tree", files)
	}
}

func checkFile(t *testing.T, path, file string) {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	for _, spec := range parsed.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		if complaint := wrong(file, imported); complaint != "" {
			t.Error(complaint)
		}
	}
}

// wrong says why a file may not import a package, or "".
func wrong(file, imported string) string {
	if inner, isOurs := strings.CutPrefix(imported, module); isOurs {
		home := longest(slices.Collect(maps.Keys(ours)), file)
		allowed := append(slices.Clone(ours[home]), home)
		if home != "" && longest(allowed, inner) != "" || within(filepath.ToSlash(filepath.Dir(file)), inner) {
			return ""
		}
		return file + " imports " + inner + ": may import " + list(ours[home]) + " (table ours in imports_test.go)"
	}
	dependency := longest(slices.Collect(maps.Keys(homes)), imported)
	switch {
	case dependency == "",
		strings.HasSuffix(file, "_test.go") && slices.Contains(testsOnly, dependency),
		longest(homes[dependency], file) != "":
		return ""
	}
	return file + " imports " + imported + ": its home is " + list(homes[dependency]) + " (table homes in imports_test.go)"
}

// longest is the longest of the paths that path is or lies in, or "".
func longest(paths []string, path string) string {
	best := ""
	for _, candidate := range paths {
		if within(candidate, path) && len(candidate) > len(best) {
			best = candidate
		}
	}
	return best
}

func within(folder, path string) bool { return path == folder || strings.HasPrefix(path, folder+"/") }

func list(paths []string) string {
	if len(paths) == 0 {
		return "nothing"
	}
	return strings.Join(paths, ", ")
}

// The rules themselves must be able to say no.
func TestRules(t *testing.T) {
	for _, c := range []struct {
		file, imported string
		allowed        bool
	}{
		{"checks/run.go", module + "queries", true},
		{"checks/run.go", module + "fixes", false},
		{"queries/queries.go", module + "checks", false},
		{"internal/postgres/connect.go", module + "checks", false},
		{"internal/report/table.go", module + "checks", true},
		{"internal/report/table.go", module + "fixes", false},
		{"migrations/apply.go", module + "fixes", true},
		{"migrations/apply.go", module + "cmd/pgdoctor", false},
		{"internal/demo/demo.go", module + "internal/postgres", false},
		{"internal/web/server.go", module + "internal/report", true},
		{"internal/web/server.go", module + "internal/store", false},
		{"internal/web/server.go", module + "internal/postgres", false},
		{"internal/web/server.go", module + "fixes", false},
		{"internal/web/server.go", "github.com/jmoiron/sqlx", false},
		{"internal/web/server.go", "github.com/chromedp/chromedp", false},
		{"internal/new/new.go", module + "queries", false},
		{"internal/procedures/readonly.go", module + "fixes", true},
		{"internal/procedures/readonly.go", module + "migrations", false},
		{"fixes/fix.go", module + "internal/procedures", false},
		{"cmd/pgdoctor/app.go", module + "internal/new", true},
		{"cmd/pgdoctor/app.go", module + "integration/servers", false},
		{"integration/main_test.go", module + "integration/servers", true},
		{"internal/store/save.go", module + "migrations", true},
		{"internal/store/save.go", module + "checks", false},
		{"internal/store/save.go", "github.com/golang-migrate/migrate/v4", false},
		{"internal/report/table.go", module + "internal/store", false},
		{"fixes/proof.go", "github.com/jmoiron/sqlx", true},
		{"fixes/index.go", "github.com/jmoiron/sqlx", false},
		{"checks/schema.go", "github.com/jmoiron/sqlx/reflectx", true},
		{"fixes/fix.go", "github.com/golang-migrate/migrate/v4/source", false},
		{"cmd/pgdoctor/fix.go", "github.com/olekukonko/tablewriter", false},
		{"internal/report/table.go", "github.com/urfave/cli/v2", false},
		{"internal/throwaway/docker.go", "github.com/testcontainers/testcontainers-go", false},
		{"checks/run_test.go", "github.com/google/go-cmp/cmp", true},
		{"checks/run.go", "github.com/google/go-cmp/cmp", false},
		{"cmd/pgdoctor/kubernetes_test.go", "k8s.io/api/batch/v1", true},
		{"cmd/pgdoctor/fleet.go", "k8s.io/api/batch/v1", false},
		{"checks/run.go", "context", true},
	} {
		if got := wrong(c.file, c.imported); (got == "") != c.allowed {
			t.Errorf("%s importing %s: %q", c.file, c.imported, got)
		}
	}
}
