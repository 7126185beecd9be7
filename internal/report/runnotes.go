package report

import "fmt"

// runNotes say, in safe lines, what a configuration file and a baseline mean for
// the whole run: for formats that have no place of their own for it.
func runNotes(doc Document) []string {
	var notes []string
	for _, note := range []string{doc.IgnoredNote(), doc.LeftOutNote()} {
		if note != "" {
			notes = append(notes, Safe(note))
		}
	}
	for _, one := range doc.idle() {
		for _, rule := range one.Rules {
			notes = append(notes, Safe(fmt.Sprintf("%s: %s: %s: %s", rule.From, one.Title(), rule.What(), rule.Why())))
		}
	}
	if doc.Baseline == nil {
		return notes
	}
	notes = append(notes, Safe(doc.Baseline.Words()))
	for _, absent := range doc.Baseline.Unexamined {
		notes = append(notes, Safe("not examined, of "+doc.Baseline.File+": "+absent.Key+": "+absent.Reason))
	}
	return notes
}

// goneNotes list, in safe lines, what of a baseline is no finding any more.
func goneNotes(doc Document) []string {
	var notes []string
	if doc.Baseline != nil {
		for _, key := range doc.Baseline.Gone {
			notes = append(notes, Safe("gone, of "+doc.Baseline.File+": "+key))
		}
	}
	return notes
}
