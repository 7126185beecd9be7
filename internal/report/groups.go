package report

import (
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
)

// group is what one check found of one severity.
type group struct {
	Check    Check
	Severity checks.Severity
	Findings []Finding
}

// grouped is what there is to read, the worst first; milder findings than
// minimum are left out.
func grouped(doc Document, minimum checks.Severity) []group {
	var groups []group
	for _, severity := range worstFirst {
		if severity.Rank() < minimum.Rank() {
			continue
		}
		for _, check := range doc.Checks {
			g := group{Check: check, Severity: severity}
			for _, finding := range newFirst(check.Findings) {
				if finding.Severity == severity {
					g.Findings = append(g.Findings, finding)
				}
			}
			if len(g.Findings) > 0 {
				groups = append(groups, g)
			}
		}
	}
	return groups
}

// Fix is how the findings of the group would be cured, or nil.
func (g group) Fix() *Fix {
	for _, finding := range g.Findings {
		if finding.Fix != nil {
			return finding.Fix
		}
	}
	return nil
}

// fresh is how many of the findings are not in the baseline, 0 without one.
func (g group) fresh() int {
	n := 0
	for _, finding := range g.Findings {
		if finding.New != nil && *finding.New {
			n++
		}
	}
	return n
}

// noted says whether there is anything to be said beside the messages.
func (g group) noted() bool {
	return slices.ContainsFunc(g.Findings, func(f Finding) bool { return f.Notes() != "" })
}

// title is the check's own line in the catalogue, "" for a check that only
// another version of pgdoctor has.
func title(check Check) string { return described(check).Title }

// described is what is known of a check: from its own file, else from the catalogue.
func described(check Check) checks.Doc {
	if own := check.Custom; own != nil {
		var why []string
		for paragraph := range strings.SplitSeq(own.Why, "\n\n") {
			why = append(why, Safe(strings.ReplaceAll(paragraph, "\n", " ")))
		}
		return checks.Doc{ID: check.ID, Title: Safe(own.Title), Why: strings.Join(why, "\n\n"), Category: check.Category, Severity: own.Severity}
	}
	if known, ok := checks.Find(check.ID); ok {
		return known.Describe()
	}
	return checks.Doc{}
}

// unseen is something that nobody may take for healthy: an object that a check
// could not look at, or checks that did not run, all for one reason.
type unseen struct {
	Checks []string
	Object string // "" for checks as a whole
	State  string // skipped, failed, or unknown where the rest of the check was examined
	Reason string
}

// Names are the checks as one text.
func (u unseen) Names() string { return strings.Join(u.Checks, ", ") }

// many is how many checks must have been left out for one reason for it to be
// said once for all of them.
const many = 3

// unexamined lists what was not examined: objects and single checks in the order of
// the checks, then the reasons that several share. The number counts objects
// and checks.
func unexamined(doc Document) ([]unseen, int) {
	sharing := map[string][]string{}
	for _, check := range doc.Checks {
		if notRun(check) {
			sharing[check.Reason] = append(sharing[check.Reason], check.ID)
		}
	}
	var list, shared []unseen
	size := 0
	for _, check := range doc.Checks {
		state := string(check.Status)
		if check.Status == checks.Findings || check.Status == checks.OK {
			state = "unknown"
		}
		for _, unknown := range check.Unknown {
			list = append(list, unseen{[]string{check.ID}, unknown.Object, state, unknown.Reason})
		}
		size += len(check.Unknown)
		if !notRun(check) {
			continue
		}
		size++
		ids := sharing[check.Reason]
		switch {
		case len(ids) < many:
			list = append(list, unseen{[]string{check.ID}, "", state, check.Reason})
		case ids[0] == check.ID:
			shared = append(shared, unseen{ids, "", state, check.Reason})
		}
	}
	return append(list, shared...), size
}

// notRun says whether a check as a whole was left out. With unknown objects its
// own reason only sums them up.
func notRun(check Check) bool {
	return len(check.Unknown) == 0 && (check.Status == checks.Skipped || check.Status == checks.Failed)
}
