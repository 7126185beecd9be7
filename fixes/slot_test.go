package fixes

import (
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/checks"
)

// A physical slot can be made again, a logical one cannot.
func TestDropSlot(t *testing.T) {
	for name, test := range map[string]struct {
		row        checks.ReplicationSlot
		reversible bool
		down       string
	}{
		"physical":         {checks.ReplicationSlot{Slot: "a", Type: "physical", Restart: pointer("0/1")}, true, "pg_create_physical_replication_slot('a', true)"},
		"physical, unused": {checks.ReplicationSlot{Slot: "a", Type: "physical"}, true, "pg_create_physical_replication_slot('a', false)"},
		"logical":          {checks.ReplicationSlot{Slot: "a", Type: "logical", Plugin: pointer("pgoutput"), Database: pointer("it's")}, false, "cannot be brought back"},
	} {
		t.Run(name, func(t *testing.T) {
			steps, err := dropSlot(test.row, Context{})
			if err != nil || len(steps) != 1 {
				t.Fatalf("%d steps, %v", len(steps), err)
			}
			if steps[0].Reversible != test.reversible || !strings.Contains(steps[0].Down, test.down) {
				t.Errorf("reversible %t, down %q", steps[0].Reversible, steps[0].Down)
			}
			for _, text := range texts(steps[0]) {
				statements(t, text)
			}
		})
	}
}
