// Package report is what pgdoctor says about one run: the JSON document that
// scripts lean on, and one renderer per format that reads nothing else. It
// knows no database.
package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Format is the version of the document that this pgdoctor writes and reads.
const Format = 1

// Document is a run's result as JSON, format 1. Fields are added, never
// renamed or given another meaning, without a new format number.
type Document struct {
	Format     int       `json:"format"`
	Tool       Tool      `json:"tool"`
	StartedAt  time.Time `json:"started_at"`
	DurationMS int64     `json:"duration_ms"`
	Target     Target    `json:"target"`
	Summary    Summary   `json:"summary"`
	Checks     []Check   `json:"checks"`
	// Configuration is what a configuration file left out or changed, nil without one.
	Configuration *Configuration `json:"configuration,omitempty"`
	// Baseline is how the findings compare with a baseline, nil without one.
	Baseline *Compared `json:"baseline,omitempty"`
	// Objects are what the fixes of the findings are about, as they were, for
	// pgdoctor fix --from to compare.
	Objects []json.RawMessage `json:"objects,omitempty"`
	// Overview is for pictures; it judges nothing.
	Overview []checks.Chart `json:"overview,omitempty"`
}

// Tool is the program that wrote the document.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// Target is the examined database and its server. It never holds a password.
type Target struct {
	Host             string `json:"host"`
	Port             int    `json:"port"`
	Database         string `json:"database"`
	User             string `json:"user"`
	ServerVersion    string `json:"server_version"`
	ServerVersionNum int    `json:"server_version_num"`
	Standby          bool   `json:"standby"`
	Note             string `json:"note,omitempty"`
}

// Name is what a target is called that was given no name: HOST:PORT/DATABASE.
func (t Target) Name() string {
	return postgres.Target{Host: t.Host, Port: t.Port, Database: t.Database}.Address()
}

// Summary counts findings by severity and checks by status.
type Summary struct {
	Critical int    `json:"critical"`
	Warning  int    `json:"warning"`
	Info     int    `json:"info"`
	Ignored  int    `json:"ignored,omitempty"` // by the configuration file, in none of the others
	Checks   Counts `json:"checks"`
}

// Counts is how many checks ended in which way.
type Counts struct {
	OK       int `json:"ok"`
	Findings int `json:"findings"`
	Skipped  int `json:"skipped"`
	Failed   int `json:"failed"`
}

// Check is what one check found out. Severity is that of its worst finding,
// else the check's usual one.
type Check struct {
	ID         string          `json:"id"`
	Category   checks.Category `json:"category"`
	Severity   checks.Severity `json:"severity"`
	Status     checks.Status   `json:"status"`
	Reason     string          `json:"reason,omitempty"`
	Examined   int             `json:"examined"`
	DurationMS float64         `json:"duration_ms"`
	Findings   []Finding       `json:"findings"`
	Ignored    []Ignored       `json:"ignored,omitempty"`
	Unknown    []Unknown       `json:"unknown,omitempty"`
	Custom     *Custom         `json:"custom,omitempty"`
}

// Custom is what a check says of itself that users wrote: no catalogue has it.
type Custom struct {
	File     string          `json:"file"`
	Title    string          `json:"title"`
	Why      string          `json:"why"`
	Severity checks.Severity `json:"severity"` // the usual one
}

// Finding is one sick object.
type Finding struct {
	Key      string          `json:"key"`
	Severity checks.Severity `json:"severity"`
	Usual    checks.Severity `json:"usual_severity,omitempty"` // where the configuration file gives another
	Object   string          `json:"object"`
	Message  string          `json:"message"`
	Evidence json.RawMessage `json:"evidence"`
	Fix      *Fix            `json:"fix,omitempty"`
	New      *bool           `json:"new,omitempty"` // not in the baseline; nil without one
}

// Fix says how pgdoctor would cure a finding.
type Fix struct {
	Kind       string `json:"kind"`
	Risk       string `json:"risk"`
	Reversible bool   `json:"reversible"`
	// SQL is what the fix would run, where it may as well be run by hand: it moves
	// no rows and changes no settings. A plan may differ, as it looks at the others.
	SQL string `json:"sql,omitempty"`
}

// Unknown is one object that could not be examined.
type Unknown struct {
	Object string `json:"object"`
	Reason string `json:"reason"`
}

// New makes the document of a run. fixOf, which may be nil, says how the findings of
// a check would be cured, or nil.
func New(run checks.Report, toolVersion string, fixOf func(checks.Doc) *Fix) Document {
	doc := Document{
		Format:     Format,
		Tool:       Tool{Name: "pgdoctor", Version: toolVersion},
		StartedAt:  run.Started.UTC().Truncate(time.Millisecond),
		DurationMS: run.Took.Milliseconds(),
		Target:     target(run),
		Checks:     make([]Check, 0, len(run.Results)),
	}
	for _, result := range run.Results {
		doc.Checks = append(doc.Checks, newCheck(result, fixOf))
	}
	slices.SortStableFunc(doc.Checks, func(a, b Check) int { return strings.Compare(a.ID, b.ID) })
	doc.Summary = summarize(doc.Checks)
	return doc
}

func target(run checks.Report) Target {
	version, _, _ := strings.Cut(run.Server.Version, " ") // packagers append their own: 15.18 (Debian …)
	t := Target{
		Host: run.Target.Host, Port: run.Target.Port, Database: run.Target.Database, User: run.Target.User,
		ServerVersion: version, ServerVersionNum: run.Server.VersionNum, Standby: run.Server.Standby,
	}
	// The server knows better: a pooler may lead elsewhere, and a role setting
	// changes whose rights count.
	if run.Server.Database != "" {
		t.Database = run.Server.Database
	}
	if run.Server.Role != "" {
		t.User = run.Server.Role
	}
	if run.Server.Major() > postgres.NewestMajor {
		t.Note = fmt.Sprintf("PostgreSQL %d was not tested: it is newer than %d, the newest that this pgdoctor knows",
			run.Server.Major(), postgres.NewestMajor)
	}
	return t
}

func newCheck(result checks.Result, fixOf func(checks.Doc) *Fix) Check {
	check := Check{
		ID: result.Doc.ID, Category: result.Doc.Category, Severity: result.Doc.Severity,
		Status: result.Status, Reason: result.Reason, Examined: result.Examined,
		DurationMS: math.Round(result.Took.Seconds()*10_000) / 10,
		Findings:   make([]Finding, 0, len(result.Findings)),
	}
	if doc := result.Doc; doc.Custom != nil {
		check.Custom = &Custom{File: doc.Custom.File, Title: doc.Title, Why: doc.Why, Severity: doc.Severity}
	}
	for _, found := range result.Findings {
		finding := Finding{
			Key: found.Key, Severity: found.Severity, Usual: found.Usual, Object: found.Object,
			Message: found.Message, Evidence: evidence(found.Evidence),
		}
		if fixOf != nil {
			finding.Fix = fixOf(result.Doc)
		}
		check.Findings = append(check.Findings, finding)
	}
	slices.SortStableFunc(check.Findings, func(a, b Finding) int { return strings.Compare(a.Key, b.Key) })
	for i, finding := range check.Findings {
		if i == 0 || finding.Severity.Rank() > check.Severity.Rank() {
			check.Severity = finding.Severity
		}
	}
	for _, ignored := range result.Ignored {
		check.Ignored = append(check.Ignored, NewIgnored(ignored))
	}
	for _, unknown := range result.Unknown {
		check.Unknown = append(check.Unknown, Unknown{Object: unknown.Object, Reason: unknown.Reason})
	}
	return check
}

// evidence is a row as JSON. A row that has no JSON form (a NaN, say) must not
// cost the whole report.
func evidence(row any) json.RawMessage {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(row); err != nil {
		text, _ := json.Marshal("evidence has no JSON form: " + err.Error()) // a string always has one
		return json.RawMessage(`{"error":` + string(text) + `}`)
	}
	return escapeInvisible(bytes.TrimSpace(buffer.Bytes()))
}

func summarize(list []Check) Summary {
	var sum Summary
	for _, check := range list {
		switch check.Status {
		case checks.OK:
			sum.Checks.OK++
		case checks.Findings:
			sum.Checks.Findings++
		case checks.Skipped:
			sum.Checks.Skipped++
		case checks.Failed:
			sum.Checks.Failed++
		}
		sum.Ignored += len(check.Ignored)
		for _, finding := range check.Findings {
			switch finding.Severity {
			case checks.Critical:
				sum.Critical++
			case checks.Warning:
				sum.Warning++
			case checks.Info:
				sum.Info++
			}
		}
	}
	return sum
}

// Count is how many findings are at least as bad as severity: with a baseline, of
// the new ones.
func (d Document) Count(severity checks.Severity) int {
	n := 0
	for _, check := range d.Checks {
		for _, finding := range check.Findings {
			if finding.Severity.Rank() >= severity.Rank() && !finding.old() {
				n++
			}
		}
	}
	return n
}

// known is how many findings a baseline knows already.
func (d Document) known() int {
	n := 0
	for _, check := range d.Checks {
		for _, finding := range check.Findings {
			if finding.old() {
				n++
			}
		}
	}
	return n
}

// Failed names the checks that could not be carried out.
func (d Document) Failed() []string {
	var ids []string
	for _, check := range d.Checks {
		if check.Status == checks.Failed {
			ids = append(ids, check.ID)
		}
	}
	return ids
}
