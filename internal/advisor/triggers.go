package advisor

import (
	"context"
	"fmt"
	"slices"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// Trigger is a trigger that runs a function in PL/pgSQL.
type Trigger struct {
	Schema         string   `json:"schema"`
	Table          string   `json:"table"`
	EachRow        bool     `json:"each_row"`    // or once for each statement
	Verbs          []string `json:"verbs"`       // INSERT, UPDATE, DELETE
	Columns        []string `json:"columns"`     // that UPDATE must set; none for any
	Transitions    []string `json:"transitions"` // names by which the function knows the rows that were changed: REFERENCING NEW TABLE
	FunctionSchema string   `json:"function_schema"`
	Function       string   `json:"function"`

	visible bool // whether the search_path finds the table
}

func readTriggers(ctx context.Context, tx Tx) ([]Trigger, error) {
	triggers := []Trigger{}
	if err := into(ctx, tx, &triggers)(queryFor("triggers", "")); err != nil {
		return nil, fmt.Errorf("read triggers: %w", err)
	}
	return triggers, nil
}

// firedBy says whether a change fires a trigger. A name without a schema means the table that the search_path finds.
func (t Trigger) firedBy(change workload.Change) bool {
	if change.Target.Name != t.Table || change.Target.Schema != t.Schema && (change.Target.Schema != "" || !t.visible) {
		return false
	}
	if change.Verb == "MERGE" {
		return true
	}
	if change.Verb == "INSERT" && len(change.Set) > 0 && slices.Contains(t.Verbs, "UPDATE") { // ON CONFLICT DO UPDATE
		return true
	}
	return slices.Contains(t.Verbs, change.Verb) && (change.Verb != "UPDATE" || len(t.Columns) == 0 || containsAny(t.Columns, change.Set))
}

// transitions are the tables whose changed rows the functions of some triggers know, by the names by which they do.
func transitions(triggers []Trigger, some func(Trigger) bool) map[string]workload.Table {
	tables := map[string]workload.Table{}
	for _, trigger := range triggers {
		for _, name := range trigger.Transitions {
			if some(trigger) {
				tables[name] = workload.Table{Schema: trigger.Schema, Name: trigger.Table}
			}
		}
	}
	return tables
}
