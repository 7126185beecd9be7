package report

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
)

// BaselineFormat is the version of the baseline files that this pgdoctor writes and reads.
const BaselineFormat = 1

// Baseline is the findings that are known, and are not to fail a run.
type Baseline struct {
	Format   int      `json:"format"`
	Tool     Tool     `json:"tool"`
	Findings []string `json:"findings"` // keys, sorted
}

// Compared is how the findings of a report compare with a baseline.
type Compared struct {
	File       string   `json:"file"`
	New        int      `json:"new"`
	Known      int      `json:"known"`
	Gone       []string `json:"gone"`       // keys of the baseline that are no finding any more
	Unexamined []Absent `json:"unexamined"` // those of which nobody knows
}

// Absent is a finding that is not there, and why that does not mean that it is gone.
type Absent struct {
	Key    string `json:"key"`
	Reason string `json:"reason"`
}

// ReadBaseline reads a file that a Baseline was written to.
func ReadBaseline(r io.Reader) (Baseline, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return Baseline{}, fmt.Errorf("read baseline: %w", err)
	}
	var head struct {
		Format   *int             `json:"format"`
		Findings *json.RawMessage `json:"findings"`
		Targets  *json.RawMessage `json:"targets"`
	}
	if err := json.Unmarshal(text, &head); err != nil {
		return Baseline{}, fmt.Errorf("not a whole baseline: %w", err)
	}
	switch {
	case head.Format == nil:
		return Baseline{}, errors.New(`not a baseline of pgdoctor: it has no "format"`)
	case *head.Format != BaselineFormat:
		return Baseline{}, fmt.Errorf("baseline format %d is not known, this pgdoctor reads format %d", *head.Format, BaselineFormat)
	case head.Targets != nil:
		return Baseline{}, errors.New("it is the baseline of a fleet: it goes with --targets or --all-databases")
	case head.Findings == nil:
		return Baseline{}, errors.New(`not a baseline of pgdoctor: it has no "findings"`)
	}
	var baseline Baseline
	if err := json.Unmarshal(text, &baseline); err != nil {
		return Baseline{}, fmt.Errorf("not a baseline of pgdoctor: %w", err)
	}
	return baseline, renameKeys(baseline.Findings)
}

// renameKeys puts the names that checks have now into keys.
func renameKeys(keys []string) error {
	for i, key := range keys {
		id, object, ok := strings.Cut(key, ":")
		if !ok {
			return fmt.Errorf("not a baseline of pgdoctor: %q is no key of a finding", key)
		}
		if check, renamed := checks.Find(id); renamed {
			keys[i] = check.Describe().ID + ":" + object
		}
	}
	return nil
}

// Compare marks the findings of a report as new or not. file is the baseline's
// name, for people.
func (b Baseline) Compare(doc *Document, file string) {
	known, absent := map[string]bool{}, map[string]bool{}
	for _, key := range b.Findings {
		known[key], absent[key] = true, true
	}
	compared := &Compared{File: file, Gone: []string{}, Unexamined: []Absent{}}
	for i := range doc.Checks {
		for j := range doc.Checks[i].Findings {
			finding := &doc.Checks[i].Findings[j]
			isNew := !known[finding.Key]
			finding.New = &isNew
			if isNew {
				compared.New++
			} else {
				compared.Known++
			}
			delete(absent, finding.Key)
		}
		for j := range doc.Checks[i].Ignored {
			ignored := &doc.Checks[i].Ignored[j]
			isNew := !known[ignored.Key]
			ignored.New = &isNew
			delete(absent, ignored.Key) // is still there
		}
	}
	for _, key := range slices.Sorted(maps.Keys(absent)) {
		if reason := doc.unexamined(key); reason != "" {
			compared.Unexamined = append(compared.Unexamined, Absent{key, reason})
		} else {
			compared.Gone = append(compared.Gone, key)
		}
	}
	doc.Baseline = compared
}

// NewBaseline is the baseline that accepts every finding of a report. What an
// earlier one accepted and this report could not examine stays in it.
func NewBaseline(doc Document) Baseline {
	keys := []string{}
	for _, check := range doc.Checks {
		for _, finding := range check.Findings {
			keys = append(keys, finding.Key)
		}
	}
	if doc.Baseline != nil {
		for _, absent := range doc.Baseline.Unexamined {
			keys = append(keys, absent.Key)
		}
	}
	slices.Sort(keys)
	return Baseline{Format: BaselineFormat, Tool: doc.Tool, Findings: slices.Compact(keys)}
}

// unexamined says why the absence of a finding does not mean that it is gone, ""
// where it does.
func (d Document) unexamined(key string) string {
	id, object, _ := strings.Cut(key, ":")
	i := slices.IndexFunc(d.Checks, func(c Check) bool { return c.ID == id })
	if i < 0 {
		return "the check did not run"
	}
	if d.Configuration.leavesOut(object) {
		return "its schema is left out by " + d.Configuration.File
	}
	return d.Checks[i].gap()
}

// gap says why a check did not examine everything, "" where it did.
func (c Check) gap() string {
	if (c.Status == checks.OK || c.Status == checks.Findings) && len(c.Unknown) == 0 {
		return ""
	}
	return string(c.Status) + ": " + cmp.Or(c.Reason, "no reason was given")
}

// old says whether a finding stands in the baseline.
func (f Finding) old() bool { return f.New != nil && !*f.New }

// newFirst is findings in the order in which they are drawn: what a baseline
// knows comes last.
func newFirst(list []Finding) []Finding {
	sorted := slices.Clone(list)
	slices.SortStableFunc(sorted, func(a, b Finding) int {
		switch {
		case a.old() == b.old():
			return 0
		case a.old():
			return 1
		}
		return -1
	})
	return sorted
}

// Notes are what is to be said of a finding beside its message: "new", or
// "known" where there is a baseline, and its usual severity where that was changed.
func (f Finding) Notes() string {
	var notes []string
	switch {
	case f.old():
		notes = append(notes, "known")
	case f.New != nil:
		notes = append(notes, "new")
	}
	return strings.Join(append(notes, f.usually()...), ", ")
}

// usually is "usually info", nothing where the severity was not changed.
func (f Finding) usually() []string {
	if f.Usual == "" {
		return nil
	}
	return []string{"usually " + Safe(string(f.Usual))}
}

// mark stands before a finding where there is a baseline.
func (f Finding) mark() string {
	switch {
	case f.New == nil:
		return ""
	case *f.New:
		return "new  "
	}
	return "     "
}

// writeBaseline draws what of a baseline is not there any more.
func writeBaseline(out *bytes.Buffer, doc Document, style Style) error {
	if doc.Baseline == nil {
		return nil
	}
	file := Safe(doc.Baseline.File)
	if len(doc.Baseline.Gone) > 0 {
		fmt.Fprintf(out, "\nGONE, of %s (%d)\n", file, len(doc.Baseline.Gone))
		for _, key := range doc.Baseline.Gone {
			fmt.Fprintln(out, indent+Safe(key))
		}
	}
	if len(doc.Baseline.Unexamined) == 0 {
		return nil
	}
	drawn, err := absences(doc.Baseline.Unexamined, style.Width)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "\nNOT EXAMINED, of %s (%d)\n%s\n", file, len(doc.Baseline.Unexamined), drawn)
	return nil
}

func absences(list []Absent, width int) (string, error) {
	entries := make([]entry, len(list))
	for i, absent := range list {
		entries[i] = entry{names: []string{Safe(absent.Key)}, text: Safe(absent.Reason)}
	}
	drawn, err := lines(entries, width)
	return strings.Join(drawn, "\n"), err
}

// Words count what a comparison found.
func (c Compared) Words() string {
	said := fmt.Sprintf("%s: %d new, %d known", c.File, c.New, c.Known)
	if len(c.Gone) > 0 {
		said += fmt.Sprintf(", %d gone", len(c.Gone))
	}
	if len(c.Unexamined) > 0 {
		said += fmt.Sprintf(", %d not examined", len(c.Unexamined))
	}
	return said
}
