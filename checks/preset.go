package checks

import "slices"

// Preset is a named choice of checks.
type Preset string

// The presets.
const (
	PresetDefault Preset = "default" // all but the opinionated ones
	PresetAll     Preset = "all"     // every check
	PresetCI      Preset = "ci"      // what the catalog alone says: right after a migration, on an empty server
	PresetTriage  Preset = "triage"  // what is wrong at this moment, in seconds
)

// Presets lists the presets, the usual one first.
var Presets = []Preset{PresetDefault, PresetAll, PresetCI, PresetTriage}

// ofTheSchema are the categories that a migration can make sick: what the
// others judge is the server's, and of the one that CI throws away nobody cares.
var ofTheSchema = []Category{Indexes, Tables, Vacuum, Constraints, Schemas, Sequences, Security}

// Holds says whether a check belongs to the preset.
func (p Preset) Holds(check Check) bool {
	doc := check.Describe()
	switch p {
	case PresetAll:
		return true
	case PresetCI:
		if doc.Custom != nil {
			return doc.Custom.CI
		}
		return !doc.OptIn && !doc.Runtime && !check.readsRows() && slices.Contains(ofTheSchema, doc.Category) &&
			!slices.ContainsFunc(doc.Needs, func(n Need) bool { return n.Role != "" })
	case PresetTriage:
		return doc.Triage
	}
	return !doc.OptIn
}
