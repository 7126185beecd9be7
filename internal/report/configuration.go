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
	File     string        `json:"file"`
	Disabled []string      `json:"disabled,omitempty"`         // checks that would have run
	Include  []string      `json:"schemas_included,omitempty"` // patterns: no others were examined
	Exclude  []string      `json:"schemas_excluded,omitempty"` // patterns
	Expired  []ExpiredRule `json:"expired,omitempty"`
}

// ExpiredRule is a rule that ignores nothing any more.
type ExpiredRule struct {
	Key    string `json:"key,omitempty"`
	Check  string `json:"check,omitempty"`
	Object string `json:"object,omitempty"`
	Reason string `json:"reason"`
	Until  string `json:"until"`
	From   string `json:"from"` // file and line
}

// Ignored is a finding that users have said not to be told of.
type Ignored struct {
	Key      string          `json:"key"`
	Severity checks.Severity `json:"severity"`
	Object   string          `json:"object"`
	Message  string          `json:"message"`
	Reason   string          `json:"reason"`
	Until    string          `json:"until,omitempty"`
	From     string          `json:"from"` // file and line
}

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

// writeExpired draws the rules that have ignored nothing since their last day.
func writeExpired(out *bytes.Buffer, c *Configuration, style Style) error {
	if c == nil || len(c.Expired) == 0 {
		return nil
	}
	entries := make([]entry, len(c.Expired))
	for i, rule := range c.Expired {
		what := cmp.Or(rule.Key, strings.TrimSpace(rule.Check+" "+rule.Object))
		entries[i] = entry{names: []string{Safe(rule.From), Safe(what)}, text: Safe(rule.Reason + ", until " + rule.Until)}
	}
	drawn, err := lines(entries, style.Width)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "\nEXPIRED, and ignores nothing any more (%d)\n%s\n", len(entries), strings.Join(drawn, "\n"))
	return nil
}

// writeConfigured draws what a configuration file ignored or left out, a line for
// each rule, and which of its rules have expired.
func writeConfigured(out *bytes.Buffer, doc Document, style Style) error {
	var rules []string // in the order of their first finding
	ignored := map[string][]Ignored{}
	for _, check := range doc.Checks {
		for _, one := range check.Ignored {
			if ignored[one.From] == nil {
				rules = append(rules, one.From)
			}
			ignored[one.From] = append(ignored[one.From], one)
		}
	}
	var entries []entry
	for _, rule := range rules {
		list := ignored[rule]
		what := Safe(list[0].Key)
		if len(list) > 1 {
			what = humanize.Comma(int64(len(list))) + " of " + Safe(strings.Join(idsOf(list), ", "))
		}
		text := Safe(list[0].Reason)
		if list[0].Until != "" {
			text += ", until " + Safe(list[0].Until)
		}
		entries = append(entries, entry{names: []string{Safe(rule), what}, text: text})
	}
	if len(entries) > 0 {
		drawn, err := lines(entries, style.Width)
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "\nIGNORED (%d)\n%s\n", doc.Summary.Ignored, strings.Join(drawn, "\n"))
	}
	if err := writeExpired(out, doc.Configuration, style); err != nil {
		return err
	}
	if note := doc.LeftOutNote(); note != "" {
		fmt.Fprintf(out, "\n%s\n", strings.Join(Wrap(Safe(note), style.Width), "\n"))
	}
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
