package config

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"github.com/pgdoctor/pgdoctor/checks"
)

// Flags is what a command line says. It wins over the file.
type Flags struct {
	Preset     checks.Preset // "" is not given
	FailOn     string        // "" is not given
	Only, Skip []string      // IDs of checks
	Thresholds map[string]checks.Thresholds
}

// Effective is what is in force: the file, and the flags over it.
type Effective struct {
	File  File
	Flags Flags
}

// Preset is the preset in force.
func (e Effective) Preset() checks.Preset {
	return cmp.Or(e.Flags.Preset, e.File.Preset.V, checks.PresetDefault)
}

// FailOn is the severity from which on findings fail a run, or FailOnNone.
func (e Effective) FailOn() checks.Severity {
	return checks.Severity(cmp.Or(e.Flags.FailOn, e.File.FailOn.V, string(checks.Warning)))
}

// Runs says whether a check runs. Who names a check wants it, whatever the file
// says; a preset on the command line is that preset, without what the file
// disables.
func (e Effective) Runs(check checks.Check) bool {
	id := check.Describe().ID
	if slices.Contains(e.Flags.Skip, id) {
		return false
	}
	if len(e.Flags.Only) > 0 {
		return slices.Contains(e.Flags.Only, id)
	}
	switch enabled := e.File.Checks[id].Enabled; {
	case enabled.Set() && !enabled.V:
		return false
	case enabled.Set() && e.Flags.Preset == "":
		return true
	}
	return e.Preset().Holds(check)
}

// Disabled lists the checks that would run if the file did not disable them.
func (e Effective) Disabled() []string {
	without := e
	without.File.Checks = nil
	var ids []string
	for _, check := range checks.All() {
		if without.Runs(check) && !e.Runs(check) {
			ids = append(ids, check.Describe().ID)
		}
	}
	return ids
}

// Expired lists the rules that ignore nothing any more.
func (e Effective) Expired(now time.Time) []IgnoreRule {
	var list []IgnoreRule
	for _, rule := range e.File.Ignore {
		if rule.Expired(now) {
			list = append(list, rule)
		}
	}
	return list
}

// Apply puts what is in force into the options of a run.
func (e Effective) Apply(options *checks.Options, now time.Time) {
	options.Thresholds = map[string]checks.Thresholds{}
	options.Objects = map[string][]checks.ObjectThresholds{}
	for _, check := range checks.All() {
		id := check.Describe().ID
		rules, flags := e.File.Checks[id], e.Flags.Thresholds[id]
		usual := over(nil, rules.Thresholds)
		if all := merge(usual, flags); len(all) > 0 {
			options.Thresholds[id] = all
		}
		for _, object := range rules.Objects {
			if len(object.Thresholds) > 0 {
				options.Objects[id] = append(options.Objects[id], checks.ObjectThresholds{
					Matches:    func(name string) bool { return Matches(object.Object.V, name) },
					Thresholds: merge(over(usual, object.Thresholds), flags),
				})
			}
		}
	}
	if include, exclude := e.File.Schemas.Patterns(); len(include)+len(exclude) > 0 {
		options.Schema = func(name string) bool { return Held(include, exclude, name) }
	}
	if len(e.File.Checks)+len(e.File.Ignore) > 0 {
		options.Review = func(f *checks.Finding) *checks.Ignored { return e.File.Review(f, now) }
	}
}

// over is thresholds with those of the file put over them.
func over(thresholds checks.Thresholds, values map[string]Value[float64]) checks.Thresholds {
	changed := maps.Clone(thresholds)
	if changed == nil {
		changed = checks.Thresholds{}
	}
	for name, value := range values {
		changed[name] = value.V
	}
	return changed
}

func merge(thresholds, flags checks.Thresholds) checks.Thresholds {
	changed := maps.Clone(thresholds)
	maps.Copy(changed, flags)
	return changed
}

// Patterns are the patterns of schemas to include and to exclude.
func (s Schemas) Patterns() (include, exclude []string) {
	for _, pattern := range s.Include {
		include = append(include, pattern.V)
	}
	for _, pattern := range s.Exclude {
		exclude = append(exclude, pattern.V)
	}
	return include, exclude
}

// Review gives a finding the severity that the file wants, and says by which
// rule it is ignored, nil if by none.
func (f File) Review(finding *checks.Finding, now time.Time) *checks.Ignored {
	rules := f.Checks[finding.Check]
	if rules.Severity.Set() {
		finding.Severity = rules.Severity.V
	}
	for _, object := range rules.Objects {
		if object.Severity.Set() && Matches(object.Object.V, finding.Object) {
			finding.Severity = object.Severity.V
		}
	}
	for _, rule := range f.Ignore {
		if !rule.Expired(now) && rule.matches(*finding) {
			return &checks.Ignored{Finding: *finding, Reason: rule.Reason.V, Until: rule.Until.V, From: rule.From}
		}
	}
	return nil
}
