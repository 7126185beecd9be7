package config

import (
	"reflect"

	"github.com/invopop/jsonschema"

	"github.com/pgdoctor/pgdoctor/checks"
)

// JSONSchema describes the file for editors.
func JSONSchema() *jsonschema.Schema {
	reflector := jsonschema.Reflector{DoNotReference: true, Anonymous: true}
	schema := reflector.Reflect(File{})
	schema.Title = Name
	schema.Description = "Configuration of pgdoctor check and pgdoctor fix."
	property(schema, "fail-on").Enum = words(failOns)
	ids := words(identifiers(checks.All()))
	known := property(schema, "checks")
	usual := known.AdditionalProperties
	known.AdditionalProperties = jsonschema.FalseSchema
	known.Properties = jsonschema.NewProperties()
	for _, check := range checks.All() {
		doc := check.Describe()
		for _, id := range append([]string{doc.ID}, doc.Aliases...) {
			known.Properties.Set(id, ofCheck(usual, doc))
		}
	}
	// Custom checks are known by their files alone: a schema knows how their IDs begin.
	known.PatternProperties = map[string]*jsonschema.Schema{"^" + checks.CustomPrefix: usual}
	rule := property(schema, "ignore").Items
	property(rule, "check").AnyOf = []*jsonschema.Schema{{Enum: ids}, {Pattern: "^" + checks.CustomPrefix}}
	rule.AnyOf = []*jsonschema.Schema{{Required: []string{"key"}}, {Required: []string{"check"}}, {Required: []string{"object"}}}
	rule.Not = &jsonschema.Schema{Required: []string{"key"}, AnyOf: []*jsonschema.Schema{{Required: []string{"check"}}, {Required: []string{"object"}}}}
	return schema
}

// TargetsSchema describes the file of --targets for editors.
func TargetsSchema() *jsonschema.Schema {
	reflector := jsonschema.Reflector{DoNotReference: true, Anonymous: true}
	schema := reflector.Reflect(Targets{})
	schema.Title = "targets"
	schema.Description = "The targets of pgdoctor check --targets."
	targets := property(schema, "targets")
	targets.MinItems = new(uint64)
	*targets.MinItems = 1
	name := property(targets.Items, "name")
	name.MaxLength = new(uint64)
	*name.MaxLength = longestName
	return schema
}

// ofCheck is the schema of one check's rules: the usual one with its thresholds.
func ofCheck(usual *jsonschema.Schema, doc checks.Doc) *jsonschema.Schema {
	schema := replaced(usual, "thresholds", thresholdSchema(doc, false))
	schema.Description = doc.Title
	objects := *property(usual, "objects")
	objects.Items = replaced(objects.Items, "thresholds", thresholdSchema(doc, true))
	schema.Properties.Set("objects", &objects)
	return schema
}

// thresholdSchema describes thresholds of a check, or those of some of its objects.
func thresholdSchema(doc checks.Doc, some bool) *jsonschema.Schema {
	schema := &jsonschema.Schema{Type: "object", Properties: jsonschema.NewProperties(), AdditionalProperties: jsonschema.FalseSchema}
	for _, threshold := range doc.Thresholds {
		if some && threshold.Whole {
			continue
		}
		one := &jsonschema.Schema{Type: "number"}
		if !some { // once is enough
			one.Description = threshold.Unit + ": " + threshold.Why
			one.Default = threshold.Default
		}
		schema.Properties.Set(threshold.Name, one)
	}
	return schema
}

// replaced is a copy of an object's schema with another property.
func replaced(schema *jsonschema.Schema, name string, with *jsonschema.Schema) *jsonschema.Schema {
	changed := *schema
	changed.Properties = jsonschema.NewProperties()
	for pair := schema.Properties.Oldest(); pair != nil; pair = pair.Next() {
		changed.Properties.Set(pair.Key, pair.Value)
	}
	changed.Properties.Set(name, with)
	return &changed
}

func property(schema *jsonschema.Schema, name string) *jsonschema.Schema {
	found, _ := schema.Properties.Get(name)
	return found
}

// JSONSchema is the schema of the bare value.
func (v Value[T]) JSONSchema() *jsonschema.Schema {
	schema := &jsonschema.Schema{}
	switch reflect.TypeFor[T]().Kind() {
	case reflect.Bool:
		schema.Type = "boolean"
	case reflect.Float64:
		schema.Type = "number"
	default:
		schema.Type = "string"
		schema.MinLength = new(uint64)
		*schema.MinLength = 1
	}
	switch any(v.V).(type) {
	case checks.Severity:
		schema.Enum = words(severities)
	case checks.Preset:
		schema.Enum = words(checks.Presets)
	}
	return schema
}

func words[T any](list []T) []any {
	var all []any
	for _, word := range list {
		all = append(all, word)
	}
	return all
}

// identifiers lists the names that checks are known by, also earlier ones.
func identifiers(list []checks.Check) []string {
	var known []string
	for _, check := range list {
		doc := check.Describe()
		known = append(append(known, doc.ID), doc.Aliases...)
	}
	return known
}
