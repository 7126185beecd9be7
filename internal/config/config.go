// Package config reads .pgdoctor.yaml: which checks run, by what they judge,
// what is left out and what is ignored, and why.
package config

import (
	"time"

	"github.com/pgdoctor/pgdoctor/checks"
)

// Name is what the file is called.
const Name = ".pgdoctor.yaml"

// Value is one value of the file, and where it stands there.
type Value[T any] struct {
	V    T
	From string // ".pgdoctor.yaml:3", "" where the file does not say it
}

// Set says whether the file has the value.
func (v Value[T]) Set() bool { return v.From != "" }

// File is what a configuration file says. The zero File says nothing.
type File struct {
	Path    string                `json:"-"`
	Preset  Value[checks.Preset]  `json:"preset,omitzero" jsonschema_description:"which checks run"`
	FailOn  Value[string]         `json:"fail-on,omitzero" jsonschema_description:"exit with 1 from findings of this severity on"`
	Schemas Schemas               `json:"schemas,omitzero" jsonschema_description:"which schemas are examined"`
	Checks  map[string]CheckRules `json:"checks,omitzero" jsonschema_description:"what differs for a check, by its ID"`
	Custom  []Value[string]       `json:"custom,omitzero" jsonschema_description:"SQL files that are checks of your own: patterns, relative to this file"`
	Own     []checks.Check        `json:"-"` // those of Custom
	Ignore  []IgnoreRule          `json:"ignore,omitzero" jsonschema_description:"findings that are counted and shown as ignored"`
}

// Schemas are patterns of schemas' names.
type Schemas struct {
	Include []Value[string] `json:"include,omitzero" jsonschema_description:"examine only schemas that one of these patterns names"`
	Exclude []Value[string] `json:"exclude,omitzero" jsonschema_description:"leave out schemas that one of these patterns names"`
}

// CheckRules is what differs for one check.
type CheckRules struct {
	Enabled    Value[bool]               `json:"enabled,omitzero" jsonschema_description:"true adds the check to the preset, false takes it away"`
	Severity   Value[checks.Severity]    `json:"severity,omitzero" jsonschema_description:"of all its findings"`
	Thresholds map[string]Value[float64] `json:"thresholds,omitzero" jsonschema_description:"numbers that it judges by"`
	Objects    []ObjectRules             `json:"objects,omitzero" jsonschema_description:"what differs for some of its objects; of several rules the last counts"`
}

// ObjectRules is what differs for the objects of a check that a pattern names.
type ObjectRules struct {
	Object     Value[string]             `json:"object" jsonschema_description:"pattern of the objects' names: * is any text, ? one character"`
	Severity   Value[checks.Severity]    `json:"severity,omitzero" jsonschema_description:"of their findings"`
	Thresholds map[string]Value[float64] `json:"thresholds,omitzero" jsonschema_description:"numbers that they are judged by"`
}

// IgnoreRule says which findings are ignored, and why. What it does not name, it
// does not ask for.
type IgnoreRule struct {
	Key    Value[string] `json:"key,omitzero" jsonschema_description:"pattern of the findings' keys, CHECK:OBJECT"`
	Check  Value[string] `json:"check,omitzero" jsonschema_description:"ID of the check"`
	Object Value[string] `json:"object,omitzero" jsonschema_description:"pattern of the objects' names: * is any text, ? one character"`
	Reason Value[string] `json:"reason" jsonschema_description:"why"`
	Until  Value[string] `json:"until,omitzero" jsonschema_description:"last day, 2026-12-31: afterwards it ignores nothing" jsonschema:"format=date"`
	From   string        `json:"-"`
}

// Expired says whether a rule's last day (UTC) is over.
func (r IgnoreRule) Expired(now time.Time) bool {
	return r.Until.Set() && now.UTC().Format(time.DateOnly) > r.Until.V
}

// names says of a finding whether a rule names it.
func (r IgnoreRule) names() func(checks.Finding) bool {
	key, object := Pattern(r.Key.V), Pattern(r.Object.V)
	return func(f checks.Finding) bool {
		return (!r.Key.Set() || key(f.Key)) && (!r.Check.Set() || r.Check.V == f.Check) && (!r.Object.Set() || object(f.Object))
	}
}
