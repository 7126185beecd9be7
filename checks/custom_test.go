package checks

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestNewCustomRefuses(t *testing.T) {
	sound := func() Doc {
		return Doc{ID: "custom-a", Custom: &Custom{SQL: "SELECT 1 AS a", Object: []string{"a"}, Message: "{a}"}}
	}
	if _, err := NewCustom(sound()); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		spoil func(*Doc)
		want  string
	}{
		"a built-in's ID":      {func(d *Doc) { d.ID = "fk-without-index" }, "is not custom-"},
		"the prefix alone":     {func(d *Doc) { d.ID = "custom-" }, "is not custom-"},
		"no object":            {func(d *Doc) { d.Custom.Object = nil }, "object names no column"},
		"a brace":              {func(d *Doc) { d.Custom.Message = "{a" }, "without its other half"},
		"an unknown threshold": {func(d *Doc) { d.Custom.SQL = "SELECT @threshold:x@" }, `threshold "x" is not declared`},
		"a threshold unnamed":  {func(d *Doc) { d.Custom.SQL = "SELECT @threshold:@" }, "is not declared"},
	} {
		doc := sound()
		c.spoil(&doc)
		if _, err := NewCustom(doc); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %s", name, err, c.want)
		}
	}
	for _, check := range All() {
		if strings.HasPrefix(check.Describe().ID, CustomPrefix) {
			t.Errorf("%s is in the catalogue", check.Describe().ID)
		}
	}
}

func TestCustomRowName(t *testing.T) {
	text := func(s string) *string { return &s }
	custom := &Custom{Object: []string{"schema_name", "name"}, Message: "{name} owes {sum}, {schema_name}"}
	columns := []string{"name", "schema_name", "sum"}
	var row CustomRow
	if err := row.name(custom, columns, []*string{text("a.b {sum}"), text("public"), nil}); err != nil {
		t.Fatal(err)
	}
	// What a row holds is never looked at for placeholders.
	if row.object != `public."a.b {sum}"` || row.message != "a.b {sum} owes NULL, public" {
		t.Errorf("object %s, message %s", row.object, row.message)
	}
	for _, value := range []*string{nil, text("")} {
		if err := row.name(custom, columns, []*string{value, text("public"), nil}); err == nil || !strings.Contains(err.Error(), "column name, which names the object, is empty") {
			t.Errorf("an object without a name: error %v", err)
		}
	}
}

// A saved report holds the row as the server wrote it.
func TestCustomRowJSON(t *testing.T) {
	for object, want := range map[string]string{
		`{"schema_name":"audit","n":12.50}`: "audit",
		`{"schema_name":7}`:                 "",
		`{"n":null}`:                        "",
	} {
		var row CustomRow
		if err := json.Unmarshal([]byte(object), &row); err != nil {
			t.Fatal(err)
		}
		back, err := json.Marshal(row)
		if err != nil || string(back) != object || SchemaOf(row) != want {
			t.Errorf("%s came back as %s, schema %q, error %v", object, back, SchemaOf(row), err)
		}
	}
	if got := twice(`{"a":{"b":1},"b":[2],"a":3}`); got != "a" {
		t.Errorf("twice is %q, want a", got)
	}
	if got := twice(`{"a":{"b":1},"b":[2]}`); got != "" {
		t.Errorf("twice is %q, want none", got)
	}
}
