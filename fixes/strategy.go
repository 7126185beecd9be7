package fixes

import (
	"context"
	"encoding/csv"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Way is one of several ways to cure a finding.
type Way string

// The ways.
const (
	Latest         Way = "latest"          // of duplicates stays the one made last: by its time of creation where the table has one, then by its key
	Earliest       Way = "earliest"        // the one made first
	MostReferenced Way = "most-referenced" // the one that most rows refer to, of equal ones the latest
	Quarantine     Way = "quarantine"      // orphans go into quarantine, with what hangs on them
	SetNull        Way = "set-null"        // orphans stay and refer to nothing
	Reassign       Way = "reassign"        // orphans stay and refer to a row that is named
)

// ways are those that a check's findings can be cured by, the default first.
var ways = map[string][]Way{
	checks.DuplicateEmail.ID: {Latest, Earliest, MostReferenced},
	checks.OrphanRows.ID:     {Quarantine, SetNull, Reassign},
}

// Strategy is a chosen way. The zero value is the default of the check.
type Strategy struct {
	Way Way
	Row []string // of Reassign: the key of the row, a value a column of the reference
	// Keep are the keys of duplicates that stay whatever the way says, as texts.
	Keep [][]string
}

// Strategies are chosen ways, by finding's key or else by ID of a check.
type Strategies map[string]Strategy

// of is the strategy for a finding.
func (s Strategies) of(finding checks.Finding) Strategy {
	chosen, ok := s[finding.Key]
	if !ok {
		chosen = s[finding.Check]
	}
	if known := ways[finding.Check]; chosen.Way == "" && len(known) > 0 {
		chosen.Way = known[0]
	}
	return chosen
}

// Add reads a strategy as people write it: CHECK=WAY, KEY=WAY with the key of a
// finding, or a way of duplicate-emails alone. The way of Reassign is followed
// by a colon and the key: the value of the one column as it is, or in
// parentheses those of several, comma-separated, in double quotes where a comma
// is a part of it.
func (s Strategies) Add(text string) error {
	if slices.Contains(ways[checks.DuplicateEmail.ID], Way(text)) {
		s[checks.DuplicateEmail.ID] = Strategy{Way: Way(text)}
		return nil
	}
	for at := range len(text) { // a name in a key may hold a = too
		if text[at] != '=' {
			continue
		}
		check, _, _ := strings.Cut(text[:at], ":")
		word, row, named := strings.Cut(text[at+1:], ":")
		if !slices.Contains(ways[check], Way(word)) {
			continue
		}
		chosen := Strategy{Way: Way(word)}
		if named != (chosen.Way == Reassign) || named && row == "" {
			return fmt.Errorf("%q: reassign, and nothing else, is followed by the key of a row: reassign:7, or reassign:(7,eu) where it has two columns", text)
		}
		if named {
			var err error
			if chosen.Row, err = keyValues(row); err != nil {
				return fmt.Errorf("%q: %w", text, err)
			}
		}
		s[text[:at]] = chosen
		return nil
	}
	return fmt.Errorf("%q is no strategy: there are %s", text, Choices())
}

// Choices lists the strategies that there are.
func Choices() string {
	var list []string
	for _, check := range slices.Sorted(maps.Keys(ways)) {
		list = append(list, check+"="+wayList(check))
	}
	return strings.Join(list, ", ")
}

// wayList is the ways of a check for people.
func wayList(check string) string {
	words := make([]string, len(ways[check]))
	for i, way := range ways[check] {
		words[i] = string(way)
		if way == Reassign {
			words[i] += ":KEY"
		}
	}
	return strings.Join(words, "|")
}

// keyValues reads the key of a row.
func keyValues(text string) ([]string, error) {
	inner, open := strings.CutPrefix(text, "(")
	inner, closed := strings.CutSuffix(inner, ")")
	if !open || !closed {
		return []string{text}, nil
	}
	values, err := csv.NewReader(strings.NewReader(inner)).Read()
	if err != nil {
		return nil, fmt.Errorf("read the key %s: %w", text, err)
	}
	return values, nil
}

// PlanOn is NewPlan, but that a finding whose steps have premises which do not
// hold in the database has none, and says why.
func PlanOn(ctx context.Context, db *sqlx.DB, findings []checks.Finding, options Options, timeout time.Duration) (Plan, error) {
	plan, err := NewPlan(findings, options)
	if err != nil {
		return plan, err
	}
	unfit := maps.Clone(options.Unfit)
	if unfit == nil {
		unfit = map[string]string{}
	}
	options.Unfit = unfit
	known := len(unfit)
	for _, step := range plan.Steps {
		for _, premise := range step.Premises {
			var holds bool
			err := postgres.ReadOnly(ctx, db, timeout, func(tx *sqlx.Tx) error {
				return tx.GetContext(ctx, &holds, premise.SQL+"\n/* pgdoctor */")
			})
			if ctx.Err() != nil {
				return plan, ctx.Err()
			}
			if err != nil {
				options.Unfit[step.Cures] = fmt.Sprintf("whether its strategy can be followed could not be read (SQLSTATE %s): %s", postgres.SQLState(err), premise.Else)
			} else if !holds {
				options.Unfit[step.Cures] = premise.Else
			}
			if options.Unfit[step.Cures] != "" {
				break
			}
		}
	}
	if len(options.Unfit) == known {
		return plan, nil
	}
	return NewPlan(findings, options) // others may have counted on them
}

// Keep makes rows stay that the finding's way would not choose, by their keys.
func (s Strategies) Keep(finding string, keys [][]string) {
	check, _, _ := strings.Cut(finding, ":")
	chosen := s.of(checks.Finding{Key: finding, Check: check})
	chosen.Keep = keys
	s[finding] = chosen
}
