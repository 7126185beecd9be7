//go:build unix

package web

import (
	"path/filepath"
	"syscall"
	"testing"
)

// Nobody waits for what a pipe may say one day.
func TestPipeIsNotRead(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	write(t, folder, "good.json", document("shop", noon))
	if err := syscall.Mkfifo(filepath.Join(folder, "pipe.json"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, want := latestOf(t, files(t, folder)), "db:5432/shop 2026-11-26 12:00:00 0; pipe.json: it is no regular file"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
