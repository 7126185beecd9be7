// Package web is the page over the latest runs of one or many targets. It reads
// a History and draws; it can change nothing, and knows no database.
package web

import (
	"context"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/report"
)

// History is where runs come from. It may be asked from several requests at a time.
type History interface {
	// Latest is the latest run of each target, by the target's name.
	Latest(ctx context.Context) ([]report.Run, error)
	// Runs are those of a target since a moment, oldest first.
	Runs(ctx context.Context, target string, since time.Time) ([]report.Run, error)
	// Document is what a run found. Where the run failed, or is gone, the error is
	// report.ErrNoDocument with the reason.
	Document(ctx context.Context, id int64) (report.Document, error)
	// Seen are the runs of a target in which the finding with a key was there, oldest first.
	Seen(ctx context.Context, target, key string) ([]report.Run, error)
}

// Problem is a source of runs that could not be read.
type Problem struct{ Source, Reason string }

// problematic is a History that knows what of it could not be read.
type problematic interface {
	Problems(ctx context.Context) ([]Problem, error)
}
