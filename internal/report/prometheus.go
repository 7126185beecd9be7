package report

import (
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/common/expfmt"

	"github.com/pgdoctor/pgdoctor/checks"
)

// statuses are all that a check can end in: a metric has a series for each, as
// one that comes and goes is hard to alert on.
var statuses = []checks.Status{checks.OK, checks.Findings, checks.Skipped, checks.Failed}

// Prometheus writes a document as metrics, for node_exporter's textfile
// collector or a Pushgateway: OpenMetrics that is valid in the older text format
// too. Labels name checks and the target and never an object, so that their
// number is that of the checks, whatever the database holds. Style hides nothing.
func Prometheus(w io.Writer, doc Document, _ Style) error {
	registry := prometheus.NewRegistry()
	register(prometheus.WrapRegistererWith(targetLabels(doc.Target), registry), doc)
	return writeMetrics(w, registry)
}

// Examined is what is known of a target by its name.
type Examined struct {
	Run Run       // the latest
	Doc *Document // of the latest run that reached the target, nil where there is none
}

// Metrics writes the latest runs of targets as FleetPrometheus does, and how old each is.
func Metrics(w io.Writer, targets []Examined, now time.Time) error {
	registry := prometheus.NewRegistry()
	add := targetMetrics(registry)
	age := gauge(registry, "last_run_age_seconds", "How long ago the latest run of the target started, whether it reached it or not.", "target")
	for _, target := range targets {
		label := add(target.Run.Target, target.Run.Error == "", target.Doc)
		age(now.Sub(target.Run.StartedAt).Seconds(), label)
	}
	return writeMetrics(w, registry)
}

// targetMetrics makes what adds a target, by its name: whether the latest run reached
// it, and, with the name as one more label, the metrics of its document unless that
// is nil. It returns the label.
func targetMetrics(registry *prometheus.Registry) func(name string, reached bool, doc *Document) string {
	up := gauge(registry, "target_up", "1 where the target was examined, 0 where it could not be.", "target")
	taken := map[string]bool{}
	return func(name string, reached bool, doc *Document) string {
		name = Safe(name)
		for taken[name] { // two names may look alike, and a series can be there once
			name += "'"
		}
		taken[name] = true
		up(0, name)
		if reached {
			up(1, name)
		}
		if doc != nil {
			labels := targetLabels(doc.Target)
			labels["target"] = name
			register(prometheus.WrapRegistererWith(labels, registry), *doc)
		}
		return name
	}
}

func targetLabels(t Target) prometheus.Labels {
	return prometheus.Labels{"host": Safe(t.Host), "port": strconv.Itoa(t.Port), "database": Safe(t.Database)}
}

// register makes all metrics of one target.
func register(to prometheus.Registerer, doc Document) {
	runMetrics(to, doc)
	checkMetrics(to, doc)
	ignoredMetrics(to, doc)
	if doc.Configuration != nil {
		configurationMetrics(to, *doc.Configuration)
	}
	if doc.Baseline != nil {
		baselineMetrics(to, doc)
	}
}

func writeMetrics(w io.Writer, registry *prometheus.Registry) error {
	families, err := registry.Gather()
	if err != nil {
		return fmt.Errorf("write metrics: %w", err)
	}
	encoder := expfmt.NewEncoder(w, expfmt.NewFormat(expfmt.TypeOpenMetrics))
	for _, family := range families {
		if err := encoder.Encode(family); err != nil {
			return fmt.Errorf("write metrics: %w", err)
		}
	}
	if end, ok := encoder.(expfmt.Closer); ok {
		return end.Close()
	}
	return nil
}

// gauge makes a metric with labels, and what sets its series.
func gauge(to prometheus.Registerer, name, help string, labels ...string) func(value float64, labels ...string) {
	vector := prometheus.NewGaugeVec(prometheus.GaugeOpts{Namespace: "pgdoctor", Name: name, Help: help}, labels)
	to.MustRegister(vector)
	return func(value float64, labels ...string) { vector.WithLabelValues(labels...).Set(value) }
}

func runMetrics(to prometheus.Registerer, doc Document) {
	took := time.Duration(doc.DurationMS) * time.Millisecond
	gauge(to, "last_run_timestamp_seconds", "When the last run ended, in seconds since 1970.")(
		float64(doc.StartedAt.Add(took).UnixMilli()) / 1000)
	gauge(to, "last_run_duration_seconds", "How long the last run took.")(took.Seconds())
	gauge(to, "target_info", "The examined server and the pgdoctor that examined it.", "version", "server_version", "standby")(
		1, Safe(doc.Tool.Version), Safe(doc.Target.ServerVersion), strconv.FormatBool(doc.Target.Standby))
}

func checkMetrics(to prometheus.Registerer, doc Document) {
	bySeverity(to, doc, "findings", "Findings of a check by severity. A check that was skipped or failed has none: nobody knows.", func(check Check) []checks.Severity {
		var list []checks.Severity
		for _, finding := range check.Findings {
			list = append(list, finding.Severity)
		}
		return list
	})
	status := gauge(to, "check_status", "1 for the status that the check ended in: ok, findings, skipped or failed.", "check", "category", "status")
	examined := gauge(to, "check_examined_objects", "Objects that the check examined.", "check", "category")
	unknown := gauge(to, "check_unknown_objects", "Objects that the check could not examine.", "check", "category")
	took := gauge(to, "check_duration_seconds", "How long the check took.", "check", "category")
	for _, check := range doc.Checks {
		id, category := Safe(check.ID), Safe(string(check.Category))
		for _, known := range statuses {
			value := 0.0
			if check.Status == known {
				value = 1
			}
			status(value, id, category, string(known))
		}
		examined(float64(check.Examined), id, category)
		unknown(float64(len(check.Unknown)), id, category)
		took(check.DurationMS/1000, id, category)
	}
}

// bySeverity makes a metric of how many there are in each check that ran, and
// of which severity.
func bySeverity(to prometheus.Registerer, doc Document, name, help string, severities func(Check) []checks.Severity) {
	set := gauge(to, name, help, "check", "category", "severity")
	for _, check := range doc.Checks {
		if check.Status != checks.OK && check.Status != checks.Findings {
			continue
		}
		count := map[checks.Severity]int{}
		for _, severity := range severities(check) {
			count[severity]++
		}
		for _, severity := range worstFirst {
			set(float64(count[severity]), Safe(check.ID), Safe(string(check.Category)), string(severity))
		}
	}
}

func ignoredMetrics(to prometheus.Registerer, doc Document) {
	bySeverity(to, doc, "ignored_findings", "Findings that the configuration file ignores, in none of the other metrics.", func(check Check) []checks.Severity {
		var list []checks.Severity
		for _, ignored := range check.Ignored {
			list = append(list, ignored.Severity)
		}
		return list
	})
}

// configurationMetrics count what a configuration file leaves out, and which of
// its rules ignore nothing.
func configurationMetrics(to prometheus.Registerer, c Configuration) {
	left := gauge(to, "left_out", "What the configuration file leaves out: checks, and patterns of schemas.", "what")
	left(float64(len(c.Disabled)), "checks")
	left(float64(len(c.Include)+len(c.Exclude)), "schemas")
	idle := gauge(to, "idle_ignore_rules", "Rules of the configuration file that ignore nothing: expired ones, and those that are known to match nothing.", "state")
	idle(float64(len(c.Expired)), "expired")
	idle(float64(len(c.Unmatched)), "unmatched")
}

// baselineMetrics count what a comparison found.
func baselineMetrics(to prometheus.Registerer, doc Document) {
	bySeverity(to, doc, "new_findings", "Findings that are not in the baseline. There are none of these series without one.", func(check Check) []checks.Severity {
		var list []checks.Severity
		for _, finding := range check.Findings {
			if !finding.old() {
				list = append(list, finding.Severity)
			}
		}
		return list
	})
	gauge(to, "baseline_gone_findings", "Findings of the baseline that are no more.")(float64(len(doc.Baseline.Gone)))
	gauge(to, "baseline_unexamined_findings", "Findings of the baseline of which nobody knows, as they were not examined.")(float64(len(doc.Baseline.Unexamined)))
}
