package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/pgdoctor/pgdoctor/checks"
)

// The elements of JUnit's XML that continuous integration reads. There is no
// standard; these are the names that Jenkins, GitLab, GitHub actions and Azure share.
type (
	junitSuites struct {
		XMLName xml.Name `xml:"testsuites"`
		junitCounts
		Suites []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		junitCounts
		Timestamp  string          `xml:"timestamp,attr"`
		Properties []junitProperty `xml:"properties>property"`
		Cases      []junitCase     `xml:"testcase"`
		Output     string          `xml:"system-out,omitempty"`
	}
	junitCounts struct {
		Name     string `xml:"name,attr"`
		Tests    int    `xml:"tests,attr"`
		Failures int    `xml:"failures,attr"`
		Errors   int    `xml:"errors,attr"`
		Skipped  int    `xml:"skipped,attr"`
		Time     string `xml:"time,attr"` // seconds
	}
	junitProperty struct {
		Name  string `xml:"name,attr"`
		Value string `xml:"value,attr"`
	}
	junitCase struct {
		Class   string     `xml:"classname,attr"`
		Name    string     `xml:"name,attr"`
		Time    string     `xml:"time,attr"`
		Skipped *junitNote `xml:"skipped"`
		Error   *junitNote `xml:"error"`
		Failure *junitNote `xml:"failure"`
		Output  string     `xml:"system-out,omitempty"`
	}
	junitNote struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr,omitempty"`
		Text    string `xml:",chardata"`
	}
)

// JUnit writes a document as test results: each check is a test, which fails
// by findings of at least the minimum severity, with a baseline by new ones. What
// fails no test is in the output.
func JUnit(w io.Writer, doc Document, style Style) error {
	suite := junitSuiteOf(doc, style)
	return writeJUnit(w, suite.junitCounts, []junitSuite{suite})
}

func writeJUnit(w io.Writer, counts junitCounts, suites []junitSuite) error {
	all := junitSuites{junitCounts: counts, Suites: suites}
	all.Name = "pgdoctor"
	// Of what XML cannot hold, encoding/xml makes U+FFFD.
	text, err := xml.MarshalIndent(all, "", "  ")
	if err != nil {
		return fmt.Errorf("write JUnit: %w", err)
	}
	_, err = fmt.Fprintf(w, "%s%s\n", xml.Header, text)
	return err
}

// junitSuiteOf is the suite of one target.
func junitSuiteOf(doc Document, style Style) junitSuite {
	suite := junitSuite{
		junitCounts: junitCounts{Name: Safe(doc.Target.Database), Time: seconds(float64(doc.DurationMS))},
		Timestamp:   doc.StartedAt.UTC().Format("2006-01-02T15:04:05"),
		Properties: []junitProperty{
			{"target", headline(doc.Target)},
			{"pgdoctor", Safe(doc.Tool.Version)},
		},
	}
	if doc.Target.Note != "" {
		suite.Properties = append(suite.Properties, junitProperty{"note", Safe(doc.Target.Note)})
	}
	for _, check := range doc.Checks {
		test := junitTest(check, style.MinSeverity)
		suite.Tests++
		switch {
		case test.Failure != nil:
			suite.Failures++
		case test.Error != nil:
			suite.Errors++
		case test.Skipped != nil:
			suite.Skipped++
		}
		suite.Cases = append(suite.Cases, test)
	}
	suite.Output = strings.Join(append(runNotes(doc), goneNotes(doc)...), "\n")
	return suite
}

func seconds(ms float64) string {
	return fmt.Sprintf("%.4f", ms/float64(time.Second/time.Millisecond))
}

func junitTest(check Check, minimum checks.Severity) junitCase {
	test := junitCase{Class: "pgdoctor." + Safe(string(check.Category)), Name: Safe(check.ID), Time: seconds(check.DurationMS)}
	var failing, said []string
	severity := checks.Severity("")
	for _, g := range grouped(Document{Checks: []Check{check}}, "") {
		for _, finding := range g.Findings {
			line := fmt.Sprintf("%s: %s: %s", g.Severity, Safe(finding.Object), Safe(finding.Message))
			if notes := finding.Notes(); notes != "" {
				line += " (" + notes + ")"
			}
			if g.Severity.Rank() < minimum.Rank() || finding.old() {
				said = append(said, line)
				continue
			}
			if severity == "" {
				severity = g.Severity
			}
			failing = append(failing, line)
		}
	}
	for _, ignored := range check.Ignored {
		said = append(said, fmt.Sprintf("ignored: %s: %s: %s (%s: %s)", ignored.Severity, Safe(ignored.Object), Safe(ignored.Message),
			Safe(ignored.From), Safe(ignored.Why())))
	}
	var unseen []string
	for _, unknown := range check.Unknown {
		unseen = append(unseen, fmt.Sprintf("not examined: %s: %s", Safe(unknown.Object), Safe(unknown.Reason)))
	}
	switch {
	case len(failing) > 0:
		message := failing[0]
		if more := len(failing) - 1; more > 0 {
			message = fmt.Sprintf("%s (and %d more)", message, more)
		}
		test.Failure = &junitNote{message, string(severity), "\n" + strings.Join(append(failing, unseen...), "\n") + "\n"}
		unseen = nil
	case check.Status == checks.Failed:
		test.Error = &junitNote{Message: Safe(check.Reason), Type: "failed"}
	case check.Status == checks.Skipped:
		test.Skipped = &junitNote{Message: Safe(check.Reason)}
	}
	test.Output = strings.Join(append(said, unseen...), "\n")
	return test
}
