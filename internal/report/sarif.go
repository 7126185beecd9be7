package report

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/url"
	"strings"
	"time"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/pgdoctor/pgdoctor/checks"
)

const (
	homePage = "https://github.com/pgdoctor/pgdoctor"
	// sarifMost is how many results GitHub takes in one run; it refuses a file with more.
	sarifMost = 25_000
)

var sarifLevels = map[checks.Severity]string{checks.Critical: "error", checks.Warning: "warning", checks.Info: "note"}

// SARIF writes a document in SARIF 2.1.0, which code scanning reads. The
// findings milder than the minimum severity are left out.
func SARIF(w io.Writer, doc Document, style Style) error {
	log := sarif.NewReport().AddRun(sarifRun(doc, style))
	if doc.Summary.Ignored > 0 {
		return WriteJSON(w, withSuppressions(log))
	}
	return WriteJSON(w, log)
}

// sarifRun is the run of one target.
func sarifRun(doc Document, style Style) *sarif.Run {
	run := sarif.NewRunWithInformationURI("pgdoctor", homePage)
	run.Tool.Driver.WithVersion(Safe(doc.Tool.Version))
	run.WithColumnKind("unicodeCodePoints")
	// Runs of the same database are one history, those of others are another.
	run.WithAutomationDetails(sarif.NewRunAutomationDetails().WithID("pgdoctor/" + artifact(doc.Target, "")))
	for _, check := range doc.Checks {
		run.Tool.Driver.AddRule(sarifRule(check))
	}
	call := sarif.NewInvocation().WithExecutionSuccessful(len(doc.Failed()) == 0)
	call.WithStartTimeUtc(stamp(doc.StartedAt))
	call.WithEndTimeUtc(stamp(doc.StartedAt.Add(time.Duration(doc.DurationMS) * time.Millisecond)))
	call.WithToolExecutionNotifications(sarifNotes(doc))
	results, left := sarifResults(run, doc, style.MinSeverity, sarifMost)
	run.WithResults(results)
	if left > 0 {
		note := sarif.NewNotification().WithLevel("warning")
		call.AddToolExecutionNotification(note.WithMessage(message(were(left, "finding") + " left out: a run may have " + Count(sarifMost, "result"))))
	}
	return run.AddInvocation(call)
}

// withSuppressions writes an empty list where a result is not suppressed, which
// the library leaves out: of a run's results all must have a list, or none (3.27.23).
func withSuppressions(log *sarif.Report) any {
	type result struct {
		*sarif.Result
		Suppressions []*sarif.Suppression `json:"suppressions"`
	}
	type run struct {
		*sarif.Run
		Results []result `json:"results"`
	}
	whole := struct {
		*sarif.Report
		Runs []run `json:"runs"`
	}{Report: log}
	for _, one := range log.Runs {
		results := []result{}
		for _, r := range one.Results {
			results = append(results, result{r, append([]*sarif.Suppression{}, r.Suppressions...)})
		}
		whole.Runs = append(whole.Runs, run{one, results})
	}
	return whole
}

// sarifResults makes at most so many results, the worst first, then what is
// ignored, then what of a baseline is gone; and says how many are left.
func sarifResults(run *sarif.Run, doc Document, minimum checks.Severity, most int) (results []*sarif.Result, left int) {
	results = []*sarif.Result{}
	add := func(id string, result *sarif.Result) {
		if len(results) == most {
			left++
			return
		}
		results = append(results, result.WithRuleIndex(run.GetRuleIndex(Safe(id))))
	}
	for _, g := range grouped(doc, minimum) {
		for _, finding := range g.Findings {
			add(g.Check.ID, sarifResult(doc.Target, g.Check.ID, finding))
		}
	}
	for _, severity := range worstFirst {
		for _, check := range doc.Checks {
			for _, ignored := range check.Ignored {
				if ignored.Severity == severity && severity.Rank() >= minimum.Rank() {
					add(check.ID, sarifIgnored(doc.Target, check.ID, ignored))
				}
			}
		}
	}
	if doc.Baseline != nil {
		for _, key := range doc.Baseline.Gone {
			id, object, _ := strings.Cut(key, ":")
			add(id, sarifGone(doc.Target, id, key, object))
		}
	}
	return results, left
}

// sarifIgnored is a result that is there and not to be acted upon.
func sarifIgnored(target Target, id string, ignored Ignored) *sarif.Result {
	result := sarifResult(target, id, Finding{
		Key: ignored.Key, Severity: ignored.Severity, Object: ignored.Object, Message: ignored.Message, New: ignored.New,
	})
	result.AddSuppression(sarif.NewSuppression().WithKind("external").WithStatus("accepted").WithJustification(Safe(ignored.Reason)))
	result.Properties.Add("ignoredBy", Safe(ignored.From))
	if ignored.Until != "" {
		result.Properties.Add("ignoredUntil", Safe(ignored.Until))
	}
	return result
}

// sarifGone is a result that a baseline has and the run has not: it passes, or
// a viewer that knows no baselines would take it for one that fails.
func sarifGone(target Target, id, key, object string) *sarif.Result {
	result := sarifResult(target, id, Finding{Key: key, Object: object, Message: "is in the baseline, and no finding any more"})
	return result.WithKind("pass").WithLevel("none").WithBaselineState("absent")
}

func stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000Z") }

// sarifRule is a check in the words of the catalogue, where this pgdoctor has it.
func sarifRule(check Check) *sarif.ReportingDescriptor {
	rule := sarif.NewReportingDescriptor().WithID(Safe(check.ID))
	doc := described(check)
	if doc.ID == "" {
		return rule
	}
	message := func(text string) *sarif.MultiformatMessageString {
		return sarif.NewMultiformatMessageString().WithText(literal(text))
	}
	if check.Custom == nil {
		rule.WithHelpURI(homePage + "/blob/main/checks/README.md#" + doc.ID)
	}
	return rule.
		WithShortDescription(message(doc.Title)).
		WithFullDescription(message(doc.Title)).
		WithHelp(message(doc.Why)).
		WithDefaultConfiguration(sarif.NewReportingConfiguration().WithLevel(sarifLevels[doc.Severity])).
		WithDeprecatedIds(doc.Aliases).
		WithProperties(sarif.NewPropertyBag().WithTags([]string{"postgresql", string(doc.Category)}))
}

func sarifResult(target Target, id string, finding Finding) *sarif.Result {
	properties := sarif.NewPropertyBag().Add("object", Safe(finding.Object))
	if finding.Fix != nil {
		properties.Add("fix", Safe(finding.Fix.Kind)).Add("risk", Safe(finding.Fix.Risk))
	}
	if finding.Usual != "" {
		properties.Add("usualSeverity", Safe(string(finding.Usual)))
	}
	sum := sha256.Sum256([]byte(finding.Key))
	result := sarif.NewRuleResult(Safe(id)).
		WithLevel(sarifLevels[finding.Severity]).
		WithMessage(message(Safe(finding.Object) + ": " + Safe(finding.Message))).
		WithLocations([]*sarif.Location{location(target, finding.Object)}).
		// The second is the only one that GitHub compares runs by.
		WithPartialFingerprints(map[string]string{
			"findingKey/v1":           Safe(finding.Key),
			"primaryLocationLineHash": hex.EncodeToString(sum[:8]) + ":1",
		}).
		WithProperties(properties)
	switch {
	case finding.old():
		result.WithBaselineState("unchanged")
	case finding.New != nil:
		result.WithBaselineState("new")
	}
	return result
}

// sarifNotes says what was not examined, and what is known of the run as a whole.
func sarifNotes(doc Document) []*sarif.Notification {
	notes := []*sarif.Notification{}
	list, _ := unexamined(doc)
	for _, u := range list {
		level := "note"
		if u.State == string(checks.Failed) {
			level = "error"
		}
		for _, id := range u.Checks {
			note := sarif.NewNotification().WithLevel(level).
				WithAssociatedRule(sarif.NewReportingDescriptorReference().WithID(Safe(id)))
			said := u.State + ": " + Safe(u.Reason)
			if u.Object != "" {
				note.AddLocation(location(doc.Target, u.Object))
				said = Safe(u.Object) + " was not examined: " + Safe(u.Reason)
			}
			notes = append(notes, note.WithMessage(message(said)))
		}
	}
	for _, said := range runNotes(doc) {
		notes = append(notes, sarif.NewNotification().WithLevel("note").WithMessage(message(said)))
	}
	return notes
}

// location names an object as the logical place, and as a file that does not
// exist: without one, code scanning takes no result.
func location(target Target, object string) *sarif.Location {
	return sarif.NewLocation().
		WithPhysicalLocation(sarif.NewPhysicalLocation().
			WithArtifactLocation(sarif.NewSimpleArtifactLocation(artifact(target, object))).
			WithRegion(sarif.NewRegion().WithStartLine(1))).
		WithLogicalLocations([]*sarif.LogicalLocation{
			sarif.NewLogicalLocation().WithFullyQualifiedName(Safe(object)).WithKind("resource"),
		})
}

// artifact is a relative address, as GitHub wants it: no scheme, and no way out
// of the folder. The server is no part of it, or a database would be another
// one after each move.
func artifact(target Target, object string) string {
	return "postgresql/" + segment(target.Database) + "/" + segment(object)
}

// segment writes a name as one segment of a path.
func segment(name string) string {
	escaped := url.PathEscape(Safe(name))
	if strings.Trim(escaped, ".") == "" {
		return strings.ReplaceAll(escaped, ".", "%2E")
	}
	return escaped
}

func message(text string) *sarif.Message { return sarif.NewMessage().WithText(literal(text)) }

// literal keeps a text from being taken for one with placeholders or links,
// which messages may have (SARIF 2.1.0, 3.11.5 and 3.11.6).
func literal(text string) string {
	if strings.Contains(text, "](") {
		text = strings.NewReplacer("[", `\[`, "]", `\]`).Replace(text)
	}
	return strings.NewReplacer("{", "{{", "}", "}}").Replace(text)
}
