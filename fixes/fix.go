// Package fixes turns findings into plans: pure functions from a check's
// evidence to steps, each step one migration up and one down. Nothing here
// writes to a database; only the proof of a plan reads one.
package fixes

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Risk says what a step can cost the users of the database while it runs.
type Risk string

// The risks, lowest first.
const (
	Online     Risk = "online"     // no reader or writer waits
	Locking    Risk = "locking"    // a strong lock for milliseconds, under lock_timeout
	Data       Risk = "data"       // rows move; all of them are kept in quarantine
	Disruptive Risk = "disruptive" // sessions end, settings change
)

// Risks lists the risks, lowest first.
var Risks = []Risk{Online, Locking, Data, Disruptive}

// Rank orders risks: 0 for online, -1 for no risk.
func (r Risk) Rank() int { return slices.Index(Risks, r) }

// Lock is one lock that a step takes, by PostgreSQL's name of the mode.
type Lock struct {
	Mode     string `json:"mode"` // ShareUpdateExclusiveLock
	Relation string `json:"relation"`
}

// Claim is one number that the dry run reads to prove a step: SQL returns one
// value, null included.
type Claim struct {
	Name string
	SQL  string
}

// Requirement must hold at the moment a step runs: SQL returns one boolean.
type Requirement struct {
	SQL  string
	Else string // why the step is refused where it does not hold
}

// Gain asks what an index takes, and does for a statement: cost before and after.
type Gain struct {
	Known     *Cost  // what it does for a statement, where the evidence says it: nothing is asked then
	Bytes     int64  // of the index, where its keys are no columns with statistics
	Statement string // "" where none is known
	Index     string // CREATE INDEX without CONCURRENTLY
	Schema    string // of the table
	Table     string
	Columns   []string
}

// Step is one migration: what runs, what takes it back, what it locks and how
// one sees that it is in.
type Step struct {
	Version    int64
	Kind       string // create-index
	Slug       string // for the file's name
	Cures      string // key of the finding
	Up         string
	Down       string
	Alone      bool   // Up is one statement outside a transaction
	DownAlone  bool   // so is Down
	Waits      bool   // Up and Down may wait for other transactions: no lock_timeout (CONCURRENTLY)
	Locks      []Lock // that Up takes on users' relations
	Risk       Risk
	Reversible bool
	Note       string // what the user must know before applying

	Requires []Requirement
	// About are the objects that it is about, besides the relations in Locks, and
	// Identities what all of these were when it was planned: it is refused where
	// one of them is another by now.
	About      []Object
	Identities []Identity
	// Premises must hold when the plan is made already, or it has no such step.
	Premises []Requirement
	Claims   []Claim
	// Copies names, for each claim, the table whose rows it counts and the step keeps.
	Copies []string
	// Disk is SQL that returns the bytes that a step needs besides what Gain and Copies tell.
	Disk   string
	Sample string // SQL that returns some of the rows that it moves, redacted, a text each
	// Groups is SQL that lists the groups of duplicates whose rows differ in what
	// is no part of being duplicates; see ReadGroups.
	Groups string
	Gain   *Gain
	// Done is SQL that returns whether Up is in effect, for steps that run
	// outside a transaction; transactional ones mark the journal themselves.
	Done string
	// Clean is one statement that removes what a failed Up leaves behind, or a
	// SELECT of such statements where only the catalog knows them. Leftover is SQL that returns whether something is left from an earlier try.
	Clean    string
	Leftover string
	// Trial is what a rehearsal runs instead of an Up that commits: one batch.
	Trial string
	// Untried is why a rehearsal does not run Up, which ROLLBACK would not take
	// back, or only after long work; "" where Up only changes the catalogs.
	Untried string
	Reach   Reach
	// Quarantine names the tables of schema pgdoctor in which the step keeps rows.
	Quarantine []string
	// Rights are what a role needs for it. A fix says only what its locks and texts
	// do not tell; Empower adds the others.
	Rights Rights

	Proof Proof
}

// EndOf is the index behind the last step of the fix that step i belongs to: the
// steps for one finding follow one another.
func EndOf(steps []Step, i int) int {
	end := i + 1
	for end < len(steps) && steps[end].Cures == steps[i].Cures {
		end++
	}
	return end
}

// Unfixed is a finding for which no step was planned, and why.
type Unfixed struct {
	Finding string `json:"finding"`
	Reason  string `json:"reason"`
}

// Plan is what the dry run shows and what applying runs, in this order.
type Plan struct {
	Steps   []Step
	Unfixed []Unfixed
	// Known are the identities of objects at the time of the findings, where these
	// are older than the plan; the others are read when it is proven.
	Known []Identity
}

// Options steer planning.
type Options struct {
	Server       postgres.Server
	Schema       checks.Schema
	FirstVersion int64 // of the first step; the others follow
	MaxRisk      Risk  // "" is Online
	Strategies   Strategies
	// Unfit are findings whose strategy cannot be followed in this database, by key: why.
	Unfit map[string]string
	// Broken are references that rows are known to break, besides those of the findings.
	Broken []checks.Reference
	Custom map[string]Custom // the checks that users wrote, by ID
}

// Context is what a fix may know besides the evidence.
type Context struct {
	Options
	Findings []checks.Finding      // everything that the plan is for
	Version  int64                 // that the fix's first step will have
	Planned  func(key string) bool // whether steps that cure a key come earlier in the plan
	Strategy Strategy
}

// Cure describes the fix that a check has, before there is a finding.
type Cure struct {
	Kind       string
	Risk       Risk
	Reversible bool
	// order of fixes in a plan: indexes first since they speed up what moves
	// rows, duplicates before unique indexes, orphans before VALIDATE
	order int
}

type pairing struct {
	cure Cure
	plan func(evidence any, c Context) ([]Step, error)
}

var pairings = map[string]pairing{}

// refusal is a fix's reason for planning nothing.
type refusal struct{ reason string }

func (r refusal) Error() string { return r.reason }

func refuse(format string, args ...any) error { return refusal{fmt.Sprintf(format, args...)} }

// pair connects a check and its fix. A fix that reads another check's rows
// does not compile.
func pair[R any](check *checks.Spec[R], cure Cure, plan func(row R, c Context) ([]Step, error)) Cure {
	if _, taken := pairings[check.ID]; taken {
		panic("check has two fixes: " + check.ID)
	}
	pairings[check.ID] = pairing{cure, func(evidence any, c Context) (steps []Step, err error) {
		// evidence of a saved report may lack what every row of a query has
		defer func() {
			if recover() != nil {
				steps, err = nil, fmt.Errorf("%s: its evidence is not whole, as in a report that was changed or cut: check again", check.ID)
			}
		}()
		row, ok := evidence.(R)
		if !ok {
			return nil, fmt.Errorf("plan %s: evidence is %T", cure.Kind, evidence)
		}
		return plan(row, c)
	}}
	return cure
}

// CureOf returns the fix of a check.
func CureOf(doc checks.Doc) (Cure, bool) {
	if doc.Custom != nil && doc.Custom.Fix != nil {
		return customCure(doc.Custom.Fix), true
	}
	paired, ok := pairings[doc.ID]
	return paired.cure, ok
}

// NewPlan plans the cure of every finding, in an order in which each step
// finds what it needs. Every finding without a step is in Unfixed with the
// reason. An error is a defect of a fix.
func NewPlan(findings []checks.Finding, options Options) (Plan, error) {
	if options.MaxRisk == "" {
		options.MaxRisk = Online
	}
	ordered := slices.Clone(findings)
	slices.SortStableFunc(ordered, func(a, b checks.Finding) int {
		return cmp.Or(cmp.Compare(options.order(a), options.order(b)), cmp.Compare(a.Key, b.Key))
	})
	plan := Plan{Steps: []Step{}, Unfixed: []Unfixed{}}
	planned := map[string]bool{}
	for _, finding := range ordered {
		version := options.FirstVersion + int64(len(plan.Steps))
		steps, err := cureSteps(finding, Context{
			Options: options, Findings: findings, Version: version,
			Planned:  func(key string) bool { return planned[key] },
			Strategy: options.Strategies.of(finding),
		})
		var no refusal
		if errors.As(err, &no) {
			plan.Unfixed = append(plan.Unfixed, Unfixed{finding.Key, no.reason})
			continue
		}
		if err != nil {
			return plan, err
		}
		for i := range steps {
			steps[i].Version = version + int64(i)
			steps[i].Cures = finding.Key
		}
		Empower(steps)
		plan.Steps = append(plan.Steps, steps...)
		planned[finding.Key] = true
	}
	return plan, nil
}

func (o Options) order(finding checks.Finding) int {
	if _, own := o.Custom[finding.Check]; own {
		return customOrder
	}
	return pairings[finding.Check].cure.order
}

// planOf is how the steps for a finding are planned, nil where its check has no fix.
func (o Options) planOf(finding checks.Finding) func(evidence any, c Context) ([]Step, error) {
	if own, ok := o.Custom[finding.Check]; ok && own.Doc.Custom.Fix != nil {
		return func(evidence any, _ Context) ([]Step, error) { return planCustom(own, evidence) }
	}
	return pairings[finding.Check].plan
}

// cureSteps plans one finding: all of its steps or none, since half a cure is none.
func cureSteps(finding checks.Finding, c Context) ([]Step, error) {
	plan := c.planOf(finding)
	if plan == nil {
		return nil, refuse("no automatic fix: pgdoctor explain %s says what to do", finding.Check)
	}
	if c.Server.Standby {
		return nil, refuse("this server is a standby: apply on its primary")
	}
	if reason := c.Unfit[finding.Key]; reason != "" {
		return nil, refuse("%s", reason)
	}
	steps, err := plan(finding.Evidence, c)
	if err != nil {
		return nil, err
	}
	worst := Online
	for _, step := range steps {
		if step.Waits && c.Server.VersionNum >= 140000 && c.Server.VersionNum < 140004 {
			return nil, refuse("PostgreSQL 14.0 to 14.3 can corrupt an index that is built concurrently: update to the newest 14 first")
		}
		if step.Risk.Rank() > worst.Rank() {
			worst = step.Risk
		}
	}
	if worst.Rank() > c.MaxRisk.Rank() {
		return nil, refuse("its risk is %s: allow it with --max-risk %s", worst, worst)
	}
	return steps, nil
}
