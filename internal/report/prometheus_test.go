package report

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	dto "github.com/prometheus/client_model/go"
	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"

	"github.com/pgdoctor/pgdoctor/checks"
)

func TestPrometheusGolden(t *testing.T) {
	golden(t, "hostile.prom", draw(t, "prometheus", compared(), Style{}))
}

// readMetrics reads OpenMetrics, and what node_exporter reads: both must find
// the same. The keys are names with labels, but those of the target.
func readMetrics(t *testing.T, text []byte) map[string]float64 {
	t.Helper()
	series := map[string]float64{}
	decoder := expfmt.NewDecoder(bytes.NewReader(text), expfmt.NewFormat(expfmt.TypeOpenMetrics))
	for {
		var family dto.MetricFamily
		err := decoder.Decode(&family)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		collect(series, &family)
	}
	parser := expfmt.NewTextParser(model.LegacyValidation)
	families, err := parser.TextToMetricFamilies(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	older := map[string]float64{}
	for _, family := range families {
		collect(older, family)
	}
	if fmt.Sprint(series) != fmt.Sprint(older) {
		t.Errorf("OpenMetrics reads %v, the text format %v", series, older)
	}
	return series
}

func collect(into map[string]float64, family *dto.MetricFamily) {
	for _, metric := range family.GetMetric() {
		key := family.GetName()
		for _, label := range metric.GetLabel() {
			switch label.GetName() {
			case "host", "port", "database", "category":
			default:
				key += " " + label.GetName() + "=" + label.GetValue()
			}
		}
		into[key] = metric.GetGauge().GetValue()
	}
}

func TestPrometheus(t *testing.T) {
	series := readMetrics(t, draw(t, "prometheus", compared(), Style{MinSeverity: checks.Critical}))
	for key, want := range map[string]float64{
		"pgdoctor_findings check=fk-without-index severity=warning":                5,
		"pgdoctor_findings check=fk-without-index severity=info":                   8,
		"pgdoctor_findings check=fk-without-index severity=critical":               0,
		"pgdoctor_findings check=xid-wraparound severity=critical":                 0,
		"pgdoctor_new_findings check=fk-without-index severity=warning":            3,
		"pgdoctor_new_findings check=pg-stat-statements-unavailable severity=info": 0,
		"pgdoctor_ignored_findings check=no-primary-key severity=critical":         1,
		"pgdoctor_ignored_findings check=xid-wraparound severity=critical":         0,
		"pgdoctor_left_out what=checks":                                            2,
		"pgdoctor_left_out what=schemas":                                           3,
		"pgdoctor_idle_ignore_rules state=expired":                                 1,
		"pgdoctor_idle_ignore_rules state=unmatched":                               1,
		"pgdoctor_baseline_gone_findings":                                          1,
		"pgdoctor_baseline_unexamined_findings":                                    1,
		"pgdoctor_check_status check=table-bloat status=failed":                    1,
		"pgdoctor_check_status check=table-bloat status=ok":                        0,
		"pgdoctor_check_status check=index-unused status=skipped":                  1,
		"pgdoctor_check_examined_objects check=xid-wraparound":                     1203,
		"pgdoctor_check_unknown_objects check=orphan-rows":                         2,
		"pgdoctor_check_duration_seconds check=fk-without-index":                   0.0004,
		"pgdoctor_last_run_duration_seconds":                                       0.812,
		"pgdoctor_last_run_timestamp_seconds":                                      1795422600.812,
		"pgdoctor_target_info server_version=15.18 standby=false version=1.2.3":    1,
	} {
		if got, ok := series[key]; !ok || got != want {
			t.Errorf("%s is %v (there: %v), want %v", key, got, ok, want)
		}
	}
	if _, there := series["pgdoctor_findings check=table-bloat severity=warning"]; there {
		t.Error("a failed check says that it found nothing")
	}
	// 7 checks: 4 states and 3 numbers of each, 3 severities of findings, of new and of
	// ignored ones of the 5 that ran, 3 of the run, 4 of the configuration, 2 of the baseline
	if want := 7*7 + 5*9 + 3 + 4 + 2; len(series) != want {
		t.Errorf("%d series, want %d", len(series), want)
	}
}

// Of many targets, each has its own series, whatever their names; two that look
// alike, or are the same database, do not spoil the rest.
func TestMetricsOfMany(t *testing.T) {
	now := time.Date(2026, 11, 23, 10, 30, 0, 0, time.UTC)
	run := func(target, failure string) Run {
		return Run{Target: target, StartedAt: now.Add(-2 * time.Hour), Error: failure}
	}
	doc := compared()
	plain := hostileDocument()
	plain.Configuration = nil
	var text bytes.Buffer
	err := Metrics(&text, []Examined{
		{run("shop", ""), &doc}, {run("shop again", ""), &plain}, {run("a\"} 1\n\x1b[2J\xff", ""), &doc}, {run("a\"} 1\\n\x1b[2J\xff", ""), &doc},
		{run("lost", "connection refused"), &doc}, {run("never", "no such host"), nil},
	}, now)
	if err != nil {
		t.Fatal(err)
	}
	series := readMetrics(t, text.Bytes())
	for key, want := range map[string]float64{
		"pgdoctor_target_up target=shop":                                                   1,
		"pgdoctor_target_up target=lost":                                                   0,
		"pgdoctor_target_up target=never":                                                  0,
		"pgdoctor_last_run_age_seconds target=never":                                       7200,
		"pgdoctor_findings check=fk-without-index severity=warning target=shop":            5,
		"pgdoctor_findings check=fk-without-index severity=warning target=shop again":      5,
		"pgdoctor_findings check=fk-without-index severity=warning target=lost":            5,
		"pgdoctor_new_findings check=fk-without-index severity=warning target=shop":        3,
		`pgdoctor_target_up target=a"} 1\n\x1b[2J\xff`:                                     1,
		`pgdoctor_target_up target=a"} 1\n\x1b[2J\xff'`:                                    1,
		`pgdoctor_check_status check=table-bloat status=failed target=a"} 1\n\x1b[2J\xff'`: 1,
	} {
		if got, ok := series[key]; !ok || got != want {
			t.Errorf("%s is %v (there: %v), want %v", key, got, ok, want)
		}
	}
	for key := range series {
		if strings.Contains(key, "target=never") && !strings.HasPrefix(key, "pgdoctor_target_up") && !strings.HasPrefix(key, "pgdoctor_last_run_age") {
			t.Errorf("%s, of a target that nobody examined", key)
		}
	}
}

// More findings make no more series, and no name makes another metric.
func TestPrometheusIsBounded(t *testing.T) {
	run := hostile()
	bounded := func() Document {
		doc := New(run, "1.2.3", nil)
		Baseline{}.Compare(&doc, "b.json")
		return doc
	}
	few := len(readMetrics(t, draw(t, "prometheus", bounded(), Style{})))
	for i := range 1000 {
		run.Results[4].Findings = append(run.Results[4].Findings, checks.Finding{Key: fmt.Sprint(i), Severity: checks.Warning, Object: fmt.Sprint(i)})
		run.Results[4].Ignored = append(run.Results[4].Ignored, checks.Ignored{Finding: run.Results[4].Findings[0], From: fmt.Sprint(i)})
	}
	doc := bounded()
	doc.Target.Database = "a\"} 1\npgdoctor_findings{x=\"\\ \x1b[2J \xff \u202e"
	if many := len(readMetrics(t, draw(t, "prometheus", doc, Style{}))); many != few {
		t.Errorf("%d series, %d with more findings", few, many)
	}
}
