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
	for _, check := range e.File.All() {
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
	for _, check := range e.File.All() {
		id := check.Describe().ID
		rules, flags := e.File.Checks[id], e.Flags.Thresholds[id]
		usual := over(nil, rules.Thresholds)
		if all := merge(usual, flags); len(all) > 0 {
			options.Thresholds[id] = all
		}
		for _, object := range rules.Objects {
			if len(object.Thresholds) > 0 {
				options.Objects[id] = append(options.Objects[id], checks.ObjectThresholds{
					Matches:    Pattern(object.Object.V),
					Thresholds: merge(over(usual, object.Thresholds), flags),
				})
			}
		}
	}
	if include, exclude := e.File.Schemas.Patterns(); len(include)+len(exclude) > 0 {
		options.Schema = Held(include, exclude)
	}
	if len(e.File.Checks)+len(e.File.Ignore) > 0 {
		options.Review = e.File.reviewer(now)
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

// reviewer gives findings the severity that the file wants, and says by which
// rule one is ignored, nil if by none.
func (f File) reviewer(now time.Time) func(*checks.Finding) *checks.Ignored {
	type override struct {
		names    func(object string) bool
		severity checks.Severity
	}
	overrides := map[string][]override{} // by check
	for id, rules := range f.Checks {
		if rules.Severity.Set() {
			overrides[id] = append(overrides[id], override{Pattern("*"), rules.Severity.V})
		}
		for _, object := range rules.Objects {
			if object.Severity.Set() {
				overrides[id] = append(overrides[id], override{Pattern(object.Object.V), object.Severity.V})
			}
		}
	}
	var rules []IgnoreRule
	var ignores []func(checks.Finding) bool
	for _, rule := range f.Ignore {
		if !rule.Expired(now) {
			rules, ignores = append(rules, rule), append(ignores, rule.names())
		}
	}
	return func(finding *checks.Finding) *checks.Ignored {
		for _, one := range overrides[finding.Check] {
			if one.names(finding.Object) {
				finding.Severity = one.severity
			}
		}
		for i, ignores := range ignores {
			if ignores(*finding) {
				return &checks.Ignored{Finding: *finding, Reason: rules[i].Reason.V, Until: rules[i].Until.V, From: rules[i].From}
			}
		}
		return nil
	}
}
