package main

import (
	"io"
	"strings"
	"testing"
)

// The commands that the demo shows must be understood as they stand: nobody
// types --dsn to a port where nothing listens, so the connection is refused,
// and that only after the whole command line was read.
func TestDemoCommandsAreUnderstood(t *testing.T) {
	for _, step := range demoSteps {
		t.Run(strings.Join(step.args, " "), func(t *testing.T) {
			app := newApp(strings.NewReader(""), io.Discard, io.Discard)
			line := append([]string{"pgdoctor"}, step.args...)
			err := app.RunContext(t.Context(), reorder(app, append(line, "--dsn", "postgres://127.0.0.1:1/x")))
			if got := exitCode(err); got != exitJob {
				t.Errorf("exit code %d (%v), want %d", got, err, exitJob)
			}
		})
	}
}
