package report

import (
	"errors"
	"time"
)

// Run is what a history keeps of one examination of one target, without its findings.
type Run struct {
	ID         int64  // unique in its history, later runs have higher ones
	Target     string // the name that it was given, else HOST:PORT/DATABASE
	StartedAt  time.Time
	DurationMS int64
	Summary    Summary
	Error      string // why the target could not be examined, "" where it was
}

// ErrNoDocument is in the errors of a history about a run of which it has no
// document: the run failed, or is gone.
var ErrNoDocument = errors.New("no report")
