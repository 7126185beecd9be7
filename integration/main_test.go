// Package integration runs pgdoctor against real servers of every supported
// major that can be had: scenarios of each check and its fix, the contract of
// the queries, the command line, and what goes wrong.
package integration

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/pgdoctor/pgdoctor/integration/servers"
)

// update rewrites goldens, each only after what it stands for was proven.
var update = flag.Bool("update", false, "rewrite the goldens")

var (
	all    []*servers.Server // one per major, oldest first
	folder string            // for what a run needs
)

// binary is pgdoctor, built from this tree when the first test wants it, with cgo where
// there is a C compiler: without, each run that reads statements first compiles their
// parser, which takes more than a second.
var binary = sync.OnceValue(func() string { return compiled("pgdoctor", "") })

// portable is pgdoctor as make build makes it, without cgo.
var portable = sync.OnceValue(func() string { return compiled("portable/pgdoctor", "CGO_ENABLED=0") })

func compiled(name, environment string) string {
	path := filepath.Join(folder, name)
	build := exec.Command("go", "build", "-o", path, "../cmd/pgdoctor")
	build.Env = os.Environ()
	if environment != "" {
		build.Env = append(build.Env, environment)
	}
	if out, err := build.CombinedOutput(); err != nil {
		panic(fmt.Sprintf("build pgdoctor: %v\n%s", err, out))
	}
	return path
}

func TestMain(m *testing.M) {
	flag.Parse()
	os.Exit(run(m))
}

func run(m *testing.M) int {
	if testing.Short() { // the tests that need no server are in the packages
		fmt.Println("integration tests need servers: left out by -short")
		return 0
	}
	var err error
	if folder, err = os.MkdirTemp("", "pgdoctor-test-"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(folder)
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	var stop func()
	if all, stop, err = servers.Start(ctx, nil); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer stop()
	return m.Run()
}

// onEach runs a test on every server, in parallel.
func onEach(t *testing.T, test func(t *testing.T, s *servers.Server)) {
	t.Helper()
	for _, s := range all {
		t.Run(fmt.Sprintf("pg%d", s.Major), func(t *testing.T) {
			t.Parallel()
			test(t, s)
		})
	}
}
