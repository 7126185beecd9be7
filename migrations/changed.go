package migrations

import (
	"context"
	"fmt"
	"time"

	"github.com/pgdoctor/pgdoctor/fixes"
)

// changed says what has changed of what a step is about since it was planned,
// "" for nothing.
func (r *Record) changed(ctx context.Context, step fixes.Step) (string, error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Minute) // see Entries
	defer cancel()
	var what string
	if err := r.guard.QueryRow(ctx, step.Changed()).Scan(&what); err != nil {
		return "", fmt.Errorf("compare what %s is about: %s", step.Slug, say(err))
	}
	return refusal(what), nil
}

// refusal is why a step is refused whose objects have changed.
func refusal(what string) string {
	if what == "" {
		return ""
	}
	return "the database changed since it was examined: " + what
}
