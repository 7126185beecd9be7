package report

import (
	"fmt"
	"strings"
)

// drawRehearsal says what came of the rehearsal of a step.
func drawRehearsal(out *strings.Builder, r *Rehearsal, style Style) {
	if r == nil {
		return
	}
	switch {
	case r.Status == "not-rehearsed":
		paragraph(out, textIndent, "tried ", "not: "+Safe(r.Reason), style.Width)
	case r.Status != "rehearsed":
		paragraph(out, textIndent, "tried ", strings.ToUpper(r.Status)+": "+Safe(r.Reason), style.Width)
	case r.Down != nil || r.Again != nil:
		paragraph(out, textIndent, "tried ", fmt.Sprintf("up in %s, down in %s, up again in %s%s", span(r.Up), span(r.Down), span(r.Again), fate(r)), style.Width)
	case r.Up != nil:
		what := "ran in "
		if r.OneBatch {
			what = "one batch ran in "
		}
		paragraph(out, textIndent, "tried ", what+span(r.Up)+", and was rolled back", style.Width)
	default:
		paragraph(out, textIndent, "tried ", "it runs nothing on the way up", style.Width)
	}
	if len(r.Locks) > 0 {
		paragraph(out, textIndent, "seen  ", lockWords(r.Locks), style.Width)
	}
	if len(r.Undeclared) > 0 {
		paragraph(out, textIndent, "BEYOND ", "the plan does not name "+lockWords(r.Undeclared), style.Width)
	}
	for _, left := range r.Leaves {
		paragraph(out, textIndent, "left  ", Safe(left), style.Width)
	}
}

// fate says whether the finding went, came back and went again.
func fate(r *Rehearsal) string {
	switch {
	case r.Cured == nil && r.Reason != "":
		return "; " + Safe(r.Reason)
	case r.Cured == nil:
		return ""
	case !*r.Cured:
		return "; the finding was NOT cured"
	case r.Returned != nil && !*r.Returned:
		return "; cured, and still so after down"
	}
	return "; cured, back after down, cured again"
}

func span(milliseconds *float64) string {
	switch {
	case milliseconds == nil:
		return "no time"
	case *milliseconds < 10:
		return fmt.Sprintf("%.1f ms", *milliseconds)
	case *milliseconds < 1000:
		return fmt.Sprintf("%.0f ms", *milliseconds)
	}
	return fmt.Sprintf("%.1f s", *milliseconds/1000)
}

func lockWords(locks []PlanLock) string {
	words := make([]string, len(locks))
	for i, lock := range locks {
		words[i] = lock.Mode + " on " + Safe(lock.Relation)
	}
	return strings.Join(words, ", ")
}

// rehearsalSummary counts the steps by what came of them.
func rehearsalSummary(plan PlanDocument) string {
	counts := map[string]int{}
	for _, step := range plan.Steps {
		if step.Rehearsal != nil {
			counts[step.Rehearsal.Status]++
		}
	}
	text := fmt.Sprintf("%d rehearsed", counts["rehearsed"])
	for _, status := range []struct{ name, words string }{{"failed", "FAILED"}, {"refused", "would be refused now"}, {"not-rehearsed", "not"}} {
		if n := counts[status.name]; n > 0 {
			text += fmt.Sprintf(", %d %s", n, status.words)
		}
	}
	if *plan.RehearsedOn == plan.Target {
		return text + "; all was rolled back, nothing was changed"
	}
	clone := *plan.RehearsedOn
	return text + fmt.Sprintf(" on the clone %s, where the plan stays in effect; nothing was changed in %s", Safe(fmt.Sprintf("%s at %s:%d", clone.Database, clone.Host, clone.Port)), Safe(plan.Target.Database))
}
