package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
)

// FleetBaseline is the known findings of a fleet: keys, sorted, by the names of the
// targets.
type FleetBaseline struct {
	Format  int                 `json:"format"`
	Tool    Tool                `json:"tool"`
	Targets map[string][]string `json:"targets"`
}

// ReadFleetBaseline reads the text of a file that a FleetBaseline was written to.
func ReadFleetBaseline(text []byte) (FleetBaseline, error) {
	var b FleetBaseline
	var head struct {
		Format   *int             `json:"format"`
		Findings *json.RawMessage `json:"findings"`
	}
	if err := json.Unmarshal(text, &head); err != nil {
		return b, fmt.Errorf("not a whole baseline: %w", err)
	}
	switch {
	case head.Format == nil:
		return b, errors.New(`not a baseline of pgdoctor: it has no "format"`)
	case *head.Format != BaselineFormat:
		return b, fmt.Errorf("baseline format %d is not known, this pgdoctor reads format %d", *head.Format, BaselineFormat)
	case head.Findings != nil:
		return b, errors.New("it is the baseline of one database: that of a fleet is another file, which --update-baseline writes")
	}
	if err := json.Unmarshal(text, &b); err != nil {
		return b, fmt.Errorf("not a baseline of pgdoctor: %w", err)
	}
	if b.Targets == nil {
		return b, errors.New(`not a baseline of a fleet: it has no "targets"`)
	}
	for name, keys := range b.Targets {
		if err := renameKeys(keys); err != nil {
			return b, fmt.Errorf("target %q: %w", name, err)
		}
	}
	return b, nil
}

// Of is the baseline of one target: nothing is known of a new one.
func (b FleetBaseline) Of(name string) Baseline { return Baseline{Findings: b.Targets[name]} }

// Next is the baseline that accepts every finding of a fleet. What is known of
// targets that were not examined now, or belong to another shard, stays in it.
func (b FleetBaseline) Next(fleet Fleet) FleetBaseline {
	next := FleetBaseline{Format: BaselineFormat, Tool: fleet.Tool, Targets: map[string][]string{}}
	maps.Copy(next.Targets, b.Targets)
	for _, target := range fleet.Targets {
		if target.Report != nil {
			next.Targets[target.Name] = NewBaseline(*target.Report).Findings
		}
	}
	return next
}

// Size is how many findings are known.
func (b FleetBaseline) Size() int {
	n := 0
	for _, keys := range b.Targets {
		n += len(keys)
	}
	return n
}
