package checks

import "reflect"

// ObjectThresholds are all thresholds of one check, where they differ from its
// usual ones, for the objects that Matches names.
type ObjectThresholds struct {
	Matches    func(object string) bool
	Thresholds Thresholds
}

// Ignored is a finding that users have said not to be told of. It is kept: what
// else is clean can only be believed if it is known what was ignored.
type Ignored struct {
	Finding Finding
	Reason  string
	Until   string // last day, 2026-12-31, "" for ever
	From    string // where that is written, .pgdoctor.yaml:12
}

// judge judges a row by the thresholds of its object. Only a verdict names the
// object, and so each set of thresholds is tried until one gives a verdict.
func (s *Spec[R]) judge(row *R, r *runner) (Verdict, bool) {
	if len(r.objects) == 0 {
		return s.Judge(row, r.server, r.thresholds)
	}
	tried := []Thresholds{r.thresholds}
	for _, rule := range r.objects {
		tried = append(tried, rule.Thresholds)
	}
	for _, thresholds := range tried {
		trial := *row // a Judge completes the row
		if verdict, sick := s.Judge(&trial, r.server, thresholds); sick {
			return s.Judge(row, r.server, r.thresholdsOf(verdict.Object))
		}
	}
	return Verdict{}, false
}

// thresholdsOf is those of an object: of several rules the last counts.
func (r *runner) thresholdsOf(object string) Thresholds {
	thresholds := r.thresholds
	for _, rule := range r.objects {
		if rule.Matches(object) {
			thresholds = rule.Thresholds
		}
	}
	return thresholds
}

// least is the lowest value of a threshold for any object: what Judge would find
// healthy by all of them need not be examined.
func (r *runner) least(threshold Threshold) float64 {
	value := r.thresholds.Of(threshold)
	for _, rule := range r.objects {
		value = min(value, rule.Thresholds.Of(threshold))
	}
	return value
}

// within keeps the rows whose schema is to be examined, and those that are of none.
func within[R any](rows []R, schema func(name string) bool) []R {
	if schema == nil {
		return rows
	}
	kept := make([]R, 0, len(rows))
	for _, row := range rows {
		if name := SchemaOf(row); name == "" || schema(name) {
			kept = append(kept, row)
		}
	}
	return kept
}

// SchemaOf is the schema of what a row is about, "" for what is in none.
func SchemaOf(row any) string {
	value := reflect.ValueOf(row)
	if value.Kind() != reflect.Struct {
		return ""
	}
	field := value.FieldByName("Schema")
	if field.IsValid() && field.Kind() == reflect.Pointer {
		field = field.Elem() // invalid if nil
	}
	if !field.IsValid() || field.Kind() != reflect.String {
		return ""
	}
	return field.String()
}

// review takes out of a result what users ignore, and gives the rest the
// severity that they want.
func (r *Result) review(rule func(*Finding) *Ignored) {
	if rule == nil {
		return
	}
	var kept []Finding
	for _, finding := range r.Findings {
		usual := finding.Severity
		if ignored := rule(&finding); ignored != nil {
			r.Ignored = append(r.Ignored, *ignored)
			continue
		}
		if finding.Severity != usual {
			finding.Usual = usual
		}
		kept = append(kept, finding)
	}
	r.Findings = kept
}

// Everything lists all findings of a result, also the ignored ones.
func (r Result) Everything() []Finding {
	list := append([]Finding(nil), r.Findings...)
	for _, ignored := range r.Ignored {
		list = append(list, ignored.Finding)
	}
	return list
}
