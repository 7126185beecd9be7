package report

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
)

// many is how many checks must have been left out for one reason for it to be
// said once for all of them.
const many = 3

// writeUnexamined lists everything that nobody may take for healthy: checks
// that did not run, and objects that a check could not look at.
func writeUnexamined(out *bytes.Buffer, doc Document, style Style) error {
	var reasons []string // in the order of their first check
	sharing := map[string][]string{}
	for _, check := range doc.Checks {
		if notRun(check) {
			if sharing[check.Reason] == nil {
				reasons = append(reasons, check.Reason)
			}
			sharing[check.Reason] = append(sharing[check.Reason], Safe(check.ID))
		}
	}
	var entries []entry
	size := 0
	for _, check := range doc.Checks {
		state := string(check.Status)
		if check.Status == checks.Findings || check.Status == checks.OK {
			state = "unknown"
		}
		for _, unknown := range check.Unknown {
			entries = append(entries, entry{names: []string{Safe(check.ID), Safe(unknown.Object), state}, text: Safe(unknown.Reason)})
		}
		if notRun(check) && len(sharing[check.Reason]) < many {
			entries = append(entries, entry{names: []string{Safe(check.ID), "", state}, text: Safe(check.Reason)})
		}
	}
	drawn, err := lines(entries, style.Width)
	if err != nil {
		return err
	}
	size += len(entries)
	for _, reason := range reasons {
		if ids := sharing[reason]; len(ids) >= many {
			size += len(ids)
			drawn = append(drawn, indent+Safe(reason)+"\n"+
				textIndent+strings.Join(Wrap(strings.Join(ids, ", "), style.Width-len(textIndent)), "\n"+textIndent))
		}
	}
	if size > 0 {
		fmt.Fprintf(out, "\nNOT EXAMINED (%d)\n%s\n", size, strings.Join(drawn, "\n"))
	}
	return nil
}

// notRun says whether a check as a whole was left out. With unknown objects its
// own reason only sums them up.
func notRun(check Check) bool {
	return len(check.Unknown) == 0 && (check.Status == checks.Skipped || check.Status == checks.Failed)
}
