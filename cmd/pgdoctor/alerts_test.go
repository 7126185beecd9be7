package main

import (
	"bytes"
	"errors"
	"io"
	"log/slog"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	dto "github.com/prometheus/client_model/go"
	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"
	"github.com/prometheus/prometheus/model/labels"
	"github.com/prometheus/prometheus/model/rulefmt"
	"github.com/prometheus/prometheus/promql/parser"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

// sickMetrics are the series of a database where every alert has something to say.
func sickMetrics(t *testing.T) []map[string]string {
	t.Helper()
	doc := report.New(checks.Report{Started: time.Now(), Results: []checks.Result{
		{Doc: checks.Doc{ID: "xid-wraparound", Category: checks.Vacuum}, Status: checks.Findings, Findings: []checks.Finding{{Key: "k", Severity: checks.Critical}}},
		{Doc: checks.Doc{ID: "table-bloat", Category: checks.Tables}, Status: checks.Failed},
	}}, "1", nil)
	var text bytes.Buffer
	if err := report.Metrics(&text, []report.Examined{{Run: report.Run{Target: "shop", Error: "refused"}, Doc: &doc}}, time.Now()); err != nil {
		t.Fatal(err)
	}
	var series []map[string]string
	decoder := expfmt.NewDecoder(&text, expfmt.NewFormat(expfmt.TypeOpenMetrics))
	for {
		var family dto.MetricFamily
		err := decoder.Decode(&family)
		if errors.Is(err, io.EOF) {
			return series
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, metric := range family.GetMetric() {
			one := map[string]string{model.MetricNameLabel: family.GetName()}
			for _, label := range metric.GetLabel() {
				one[label.GetName()] = label.GetValue()
			}
			series = append(series, one)
		}
	}
}

var labelInText = regexp.MustCompile(`\$labels\.(\w+)`)

// The example is what Prometheus takes, and each of its rules is about series and
// labels that pgdoctor writes.
func TestAlertRules(t *testing.T) {
	groups, faults := rulefmt.ParseFile(filepath.Join("..", "..", "examples", "prometheus", "alerts.yml"), false,
		model.UTF8Validation, parser.NewParser(parser.Options{}), slog.New(slog.DiscardHandler))
	if len(faults) > 0 {
		t.Fatal(errors.Join(faults...))
	}
	series := sickMetrics(t)
	rules := 0
	for _, group := range groups.Groups {
		for _, rule := range group.Rules {
			rules++
			expression, err := parser.NewParser(parser.Options{}).ParseExpr(rule.Expr)
			if err != nil {
				t.Fatal(err)
			}
			var found map[string]string
			parser.Inspect(expression, func(node parser.Node, _ []parser.Node) error {
				if selector, ok := node.(*parser.VectorSelector); ok {
					if found = seriesOf(series, selector.LabelMatchers); found == nil {
						t.Errorf("%s: nothing is selected by %s", rule.Alert, selector)
					}
				}
				return nil
			})
			for _, text := range rule.Annotations {
				for _, name := range labelInText.FindAllStringSubmatch(text, -1) {
					if _, there := found[name[1]]; !there {
						t.Errorf("%s: no label %s", rule.Alert, name[1])
					}
				}
			}
		}
	}
	if rules != 5 {
		t.Errorf("%d rules", rules)
	}
}

// seriesOf is a series that all matchers match, nil where there is none.
func seriesOf(series []map[string]string, matchers []*labels.Matcher) map[string]string {
	for _, one := range series {
		all := true
		for _, matcher := range matchers {
			all = all && matcher.Matches(one[matcher.Name])
		}
		if all {
			return one
		}
	}
	return nil
}
