package migrations

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/pgdoctor/pgdoctor/fixes"
)

// standing lists the steps, by index, that stand from an earlier run of the same
// fix, which ended before the steps after them: they need not run again, and could
// not. Data steps are not among them: a new one goes on with the rows that are left.
func (r *Record) standing(ctx context.Context, entries []Entry, steps []fixes.Step) (map[int]Entry, error) {
	list := map[int]Entry{}
	for i, step := range steps {
		entry, ok := earlier(entries, steps, i)
		if !ok {
			continue
		}
		done := true
		if entry.Done != "" {
			var err error
			if done, err = r.holds(ctx, entry.Done); err != nil {
				return nil, fmt.Errorf("look whether %s is in effect: %s", step.Slug, say(err))
			}
		}
		if done {
			list[i] = entry
		}
	}
	return list, nil
}

// earlier finds a step in the newest plan for its finding, unless that plan was
// applied to its end: then the sickness has come back, and all is to be done again.
func earlier(entries []Entry, steps []fixes.Step, i int) (Entry, bool) {
	step, last := steps[i], steps[fixes.EndOf(steps, i)-1]
	var plan int64
	for _, entry := range entries {
		if entry.Finding == step.Cures {
			plan = max(plan, entry.Plan)
		}
	}
	var found Entry
	for _, entry := range entries {
		if entry.Plan != plan || entry.Finding != step.Cures || entry.State != Applied || entry.Risk == string(fixes.Data) {
			continue
		}
		if entry.Slug == last.Slug {
			return Entry{}, false
		}
		mine := strings.ReplaceAll(withoutLimits(Render(step, ToRecord, entry.Tool).Up), strconv.FormatInt(step.Version, 10), strconv.FormatInt(entry.Version, 10))
		if entry.Slug == step.Slug && withoutLimits(entry.Up) == mine {
			found = entry
		}
	}
	return found, found.Version != 0
}

// withoutLimits is a text without the limits of its time, which older pgdoctors set
// otherwise.
func withoutLimits(text string) string { return strings.Replace(text, briefly, "", 1) }
