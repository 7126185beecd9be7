package config

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/pgdoctor/pgdoctor/checks"
)

// Setting is one value in force, and who says so: default, the line of a file, or
// a flag.
type Setting struct {
	Name  string `json:"name"` // checks.table-bloat.thresholds.min-percent
	Value string `json:"value"`
	From  string `json:"from"`
}

const fromDefault = "default"

// Settings lists everything that is in force, and what has expired by now.
func (e Effective) Settings(now time.Time) []Setting {
	list := []Setting{
		choose("preset", string(e.Flags.Preset), Value[string]{string(e.File.Preset.V), e.File.Preset.From}, string(checks.PresetDefault)),
		choose("fail-on", e.Flags.FailOn, e.File.FailOn, string(checks.Warning)),
	}
	if len(e.Flags.Only) > 0 {
		list = append(list, Setting{"only", strings.Join(e.Flags.Only, ", "), "--only"})
	}
	if len(e.Flags.Skip) > 0 {
		list = append(list, Setting{"skip", strings.Join(e.Flags.Skip, ", "), "--skip"})
	}
	list = append(list, patterns("schemas.include", e.File.Schemas.Include)...)
	list = append(list, patterns("schemas.exclude", e.File.Schemas.Exclude)...)
	list = append(list, patterns("custom", e.File.Custom)...)
	for _, check := range e.File.All() {
		list = append(list, e.settingsOf(check)...)
	}
	for i, rule := range e.File.Ignore {
		words := rule.words()
		if rule.Expired(now) {
			words += " (expired)"
		}
		list = append(list, Setting{fmt.Sprintf("ignore[%d]", i), words, rule.From})
	}
	return list
}

// Changed lists what is not the default. Of the checks that a preset or --only
// chooses, the setting preset or only says it for all.
func (e Effective) Changed(now time.Time) []Setting {
	return slices.DeleteFunc(e.Settings(now), func(s Setting) bool {
		id, ok := strings.CutSuffix(strings.TrimPrefix(s.Name, "checks."), ".enabled")
		return s.From == fromDefault || ok && e.namedBy(id) == ""
	})
}

// choose is a setting that a flag or the file may change.
func choose(name, flag string, file Value[string], usual string) Setting {
	switch {
	case flag != "":
		return Setting{name, flag, "--" + name}
	case file.Set():
		return Setting{name, file.V, file.From}
	}
	return Setting{name, usual, fromDefault}
}

func patterns(name string, list []Value[string]) []Setting {
	var settings []Setting
	for i, pattern := range list {
		settings = append(settings, Setting{fmt.Sprintf("%s[%d]", name, i), pattern.V, pattern.From})
	}
	return settings
}

// settingsOf lists what holds for one check.
func (e Effective) settingsOf(check checks.Check) []Setting {
	doc := check.Describe()
	rules := e.File.Checks[doc.ID]
	name := "checks." + doc.ID
	list := []Setting{{name + ".enabled", strconv.FormatBool(e.Runs(check)), e.whyRuns(doc.ID)}}
	if rules.Severity.Set() {
		list = append(list, Setting{name + ".severity", string(rules.Severity.V), rules.Severity.From})
	}
	for _, threshold := range doc.Thresholds {
		setting := Setting{name + ".thresholds." + threshold.Name, number(threshold.Default), fromDefault}
		if value, ok := rules.Thresholds[threshold.Name]; ok {
			setting.Value, setting.From = number(value.V), value.From
		}
		if value, ok := e.Flags.Thresholds[doc.ID][threshold.Name]; ok {
			setting.Value, setting.From = number(value), "--threshold"
		}
		list = append(list, setting)
	}
	for i, object := range rules.Objects {
		under := fmt.Sprintf("%s.objects[%d].", name, i)
		list = append(list, Setting{under + "object", object.Object.V, object.Object.From})
		if object.Severity.Set() {
			list = append(list, Setting{under + "severity", string(object.Severity.V), object.Severity.From})
		}
		for _, threshold := range doc.Thresholds {
			if value, ok := object.Thresholds[threshold.Name]; ok {
				setting := Setting{under + "thresholds." + threshold.Name, number(value.V), value.From}
				if flag, ok := e.Flags.Thresholds[doc.ID][threshold.Name]; ok {
					setting.Value, setting.From = number(flag), "--threshold"
				}
				list = append(list, setting)
			}
		}
	}
	return list
}

// whyRuns says who decides whether a check runs.
func (e Effective) whyRuns(id string) string {
	if from := e.namedBy(id); from != "" {
		return from
	}
	switch {
	case len(e.Flags.Only) > 0:
		return "--only"
	case e.Flags.Preset != "":
		return "--preset"
	case e.Preset() == checks.PresetDefault:
		return fromDefault // also where the file says so: it changes nothing
	}
	return e.File.Preset.From
}

// namedBy says who decides by the check's name whether it runs, "" where what is
// said of all checks decides.
func (e Effective) namedBy(id string) string {
	enabled := e.File.Checks[id].Enabled
	switch {
	case slices.Contains(e.Flags.Skip, id):
		return "--skip"
	case len(e.Flags.Only) == 0 && enabled.Set() && (!enabled.V || e.Flags.Preset == ""):
		return enabled.From
	}
	return ""
}

// words say what a rule ignores, and why.
func (r IgnoreRule) words() string {
	var parts []string
	add := func(name string, value Value[string]) {
		if value.Set() {
			parts = append(parts, name+" "+value.V)
		}
	}
	add("key", r.Key)
	add("check", r.Check)
	add("object", r.Object)
	add("until", r.Until)
	return strings.Join(parts, ", ") + ": " + r.Reason.V
}

// number writes a threshold: 10000, 0.5.
func number(value float64) string { return strconv.FormatFloat(value, 'f', -1, 64) }
