package report

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/config"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Configuration is what a configuration file took out of a report.
type Configuration struct {
	File     string   `json:"file"`
	Disabled []string `json:"disabled,omitempty"`         // checks that would have run
	Include  []string `json:"schemas_included,omitempty"` // patterns: no others were examined
	Exclude  []string `json:"schemas_excluded,omitempty"` // patterns
	Expired  []Rule   `json:"expired,omitempty"`
	// Unmatched are rules that name no finding, although all that they could name was examined.
	Unmatched []Rule `json:"unmatched,omitempty"`
}

// Rule is one that says what to ignore.
type Rule struct {
	Key    string `json:"key,omitempty"`
	Check  string `json:"check,omitempty"`
	Object string `json:"object,omitempty"`
	Reason string `json:"reason"`
	Until  string `json:"until,omitempty"`
	From   string `json:"from"` // file and line
}

// What is what a rule names.
func (r Rule) What() string { return cmp.Or(r.Key, strings.TrimSpace(r.Check+" "+r.Object)) }

// Why is its reason and its last day.
func (r Rule) Why() string { return until(r.Reason, r.Until) }

func until(reason, day string) string {
	if day == "" {
		return reason
	}
	return reason + ", until " + day
}

// Ignored is a finding that users have said not to be told of.
type Ignored struct {
	Key      string          `json:"key"`
	Severity checks.Severity `json:"severity"`
	Object   string          `json:"object"`
	Message  string          `json:"message"`
	Reason   string          `json:"reason"`
	Until    string          `json:"until,omitempty"`
	From     string          `json:"from"`          // file and line
	New      *bool           `json:"new,omitempty"` // not in the baseline; nil without one
}

// Why is the reason, and the last day of the rule.
func (i Ignored) Why() string { return until(i.Reason, i.Until) }

// NewIgnored makes the entry of an ignored finding.
func NewIgnored(i checks.Ignored) Ignored {
	return Ignored{
		Key: i.Finding.Key, Severity: i.Finding.Severity, Object: i.Finding.Object, Message: i.Finding.Message,
		Reason: i.Reason, Until: i.Until, From: i.From,
	}
}

// leavesOut says whether objects of that name were not to be examined.
func (c *Configuration) leavesOut(object string) bool {
	if c == nil {
		return false
	}
	parts := postgres.ParseName(object)
	return len(parts) > 1 && !config.Held(c.Include, c.Exclude)(parts[0])
}

// IgnoredNote is "3 findings ignored by .pgdoctor.yaml", "" where none is.
func (d Document) IgnoredNote() string {
	if d.Summary.Ignored == 0 {
		return ""
	}
	file := "the configuration file"
	if d.Configuration != nil {
		file = d.Configuration.File
	}
	return Count(d.Summary.Ignored, "finding") + " ignored by " + file
}

// LeftOutNote says what a configuration file did not have examined, "" for nothing.
func (d Document) LeftOutNote() string {
	c := d.Configuration
	if c == nil {
		return ""
	}
	var parts []string
	if len(c.Disabled) > 0 {
		parts = append(parts, Count(len(c.Disabled), "check")+" ("+strings.Join(c.Disabled, ", ")+")")
	}
	if len(c.Include) > 0 {
		parts = append(parts, "schemas other than "+strings.Join(c.Include, ", "))
	}
	if len(c.Exclude) > 0 {
		parts = append(parts, "schemas "+strings.Join(c.Exclude, ", "))
	}
	if len(parts) == 0 {
		return ""
	}
	return "left out by " + c.File + ": " + strings.Join(parts, "; ")
}

// ignoring is what one rule ignored.
type ignoring struct {
	From, What, Why string
	Findings        []Ignored
}

// ignoring lists the rules that ignored something, in the order of their first
// finding.
func (d Document) ignoring() []ignoring {
	var list []ignoring
	at := map[string]int{}
	for _, check := range d.Checks {
		for _, one := range check.Ignored {
			i, known := at[one.From]
			if !known {
				i = len(list)
				at[one.From] = i
				list = append(list, ignoring{From: one.From, What: one.Key, Why: one.Why()})
			}
			list[i].Findings = append(list[i].Findings, one)
		}
	}
	for i, rule := range list {
		if len(rule.Findings) > 1 {
			list[i].What = humanize.Comma(int64(len(rule.Findings))) + " of " + strings.Join(idsOf(rule.Findings), ", ")
		}
	}
	return list
}

// idle is rules that ignore nothing, and what is to be said of them.
type idle struct {
	State, Rest string
	Rules       []Rule
}

// Title is both in one.
func (i idle) Title() string { return i.State + i.Rest }

// idle lists the rules that only stand in the way of whoever reads the file.
func (d Document) idle() []idle {
	var list []idle
	if d.Configuration == nil {
		return nil
	}
	for _, one := range []idle{
		{"expired", ", and ignores nothing any more", d.Configuration.Expired},
		{"matches nothing", ", and may be stale", d.Configuration.Unmatched},
	} {
		if len(one.Rules) > 0 {
			list = append(list, one)
		}
	}
	return list
}

// configurationNotes say in a few words each what a configuration file did to a
// report, and how many of its rules do nothing.
func (d Document) configurationNotes() []string {
	notes := []string{d.IgnoredNote(), d.LeftOutNote()}
	if c := d.Configuration; c != nil && len(c.Expired) > 0 {
		notes = append(notes, Count(len(c.Expired), "rule")+" of "+c.File+" expired")
	}
	if c := d.Configuration; c != nil && len(c.Unmatched) > 0 {
		notes = append(notes, Count(len(c.Unmatched), "rule")+" of "+c.File+" matched nothing")
	}
	return slices.DeleteFunc(notes, func(note string) bool { return note == "" })
}

// writeConfigured draws what a configuration file ignored or left out, a line for
// each rule, and which of its rules ignore nothing.
func writeConfigured(out *bytes.Buffer, doc Document, style Style) error {
	var entries []entry
	for _, rule := range doc.ignoring() {
		entries = append(entries, entry{names: []string{Safe(rule.From), Safe(rule.What)}, text: Safe(rule.Why)})
	}
	if err := writeEntries(out, "IGNORED", doc.Summary.Ignored, entries, style); err != nil {
		return err
	}
	for _, one := range doc.idle() {
		var entries []entry
		for _, rule := range one.Rules {
			entries = append(entries, entry{names: []string{Safe(rule.From), Safe(rule.What())}, text: Safe(rule.Why())})
		}
		if err := writeEntries(out, strings.ToUpper(one.State)+one.Rest, len(entries), entries, style); err != nil {
			return err
		}
	}
	if note := doc.LeftOutNote(); note != "" {
		fmt.Fprintf(out, "\n%s\n", strings.Join(Wrap(Safe(note), style.Width), "\n"))
	}
	return nil
}

// writeEntries draws entries under a title, nothing where there are none.
func writeEntries(out *bytes.Buffer, title string, size int, entries []entry, style Style) error {
	if len(entries) == 0 {
		return nil
	}
	drawn, err := lines(entries, style.Width)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "\n%s (%d)\n%s\n", title, size, strings.Join(drawn, "\n"))
	return nil
}

// idsOf lists the checks of findings, each once.
func idsOf(list []Ignored) []string {
	var ids []string
	for _, one := range list {
		id, _, _ := strings.Cut(one.Key, ":")
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
