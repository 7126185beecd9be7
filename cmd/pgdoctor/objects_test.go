package main

import (
	"testing"

	"github.com/pgdoctor/pgdoctor/fixes"
)

// What needs pgdoctor around it is not offered to be run by hand.
func TestByHand(t *testing.T) {
	online := fixes.Step{Risk: fixes.Online, Up: "\nCREATE INDEX CONCURRENTLY a ON b (c);\n"}
	locking := fixes.Step{Risk: fixes.Locking, Up: "ALTER TABLE b ADD CHECK (d) NOT VALID;"}
	for _, c := range []struct {
		name  string
		steps []fixes.Step
		want  string
	}{
		{"online", []fixes.Step{online}, "CREATE INDEX CONCURRENTLY a ON b (c);\n"},
		{"locking", []fixes.Step{locking, online}, "SET lock_timeout = '2s'; -- nobody waits for long; try again where it cannot have its lock\n" +
			"ALTER TABLE b ADD CHECK (d) NOT VALID;\nCREATE INDEX CONCURRENTLY a ON b (c);\n"},
		{"rows", []fixes.Step{online, {Risk: fixes.Data, Up: "DELETE FROM b;"}}, ""},
		{"settings", []fixes.Step{{Risk: fixes.Disruptive, Up: "ALTER SYSTEM SET fsync = on;"}}, ""},
		{"our schema", []fixes.Step{{Risk: fixes.Online, Up: "INSERT INTO pgdoctor.kept VALUES (1);"}}, ""},
	} {
		if got, ok := byHand(c.steps); got != c.want || ok != (c.want != "") {
			t.Errorf("%s: %q, %v, want %q", c.name, got, ok, c.want)
		}
	}
}
