// Package checks knows what goes wrong in a PostgreSQL database: one file a
// check, which names the illness, its query's row and what a row means.
package checks

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/jmoiron/sqlx/reflectx"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Severity says how bad a finding is.
type Severity string

// The severities, mildest first.
const (
	Info     Severity = "info"     // worth knowing
	Warning  Severity = "warning"  // costs users something, or will become critical
	Critical Severity = "critical" // data loss, outage or corruption, now or within days
)

// Rank orders severities: 0 for info, 2 for critical, -1 for no severity.
func (s Severity) Rank() int {
	return slices.Index([]Severity{Info, Warning, Critical}, s)
}

// Category groups checks in the catalogue.
type Category string

// The categories.
const (
	Statements    Category = "statements"
	Indexes       Category = "indexes"
	Tables        Category = "tables"
	Vacuum        Category = "vacuum"
	Constraints   Category = "constraints"
	Data          Category = "data"
	Connections   Category = "connections"
	Locks         Category = "locks"
	Schemas       Category = "schema"
	Sequences     Category = "sequences"
	Configuration Category = "configuration"
	Replication   Category = "replication"
	Security      Category = "security"
	Upgrade       Category = "upgrade"
)

// Categories lists the categories in the catalogue's order.
var Categories = []Category{
	Statements, Indexes, Tables, Vacuum, Constraints, Data, Connections, Locks,
	Schemas, Sequences, Configuration, Replication, Security, Upgrade,
}

// Doc is everything that is said about a check, once: catalogue, explain page,
// reports and the runner all read it.
type Doc struct {
	ID         string   // kebab-case, names the illness, never changes meaning
	Title      string   // one line, lower case
	Why        string   // paragraphs: problem, diagnosis, cure, prevention
	Examines   string   // what is counted, in the plural: "foreign keys"
	Category   Category // where it stands in the catalogue
	Severity   Severity // the usual one; a finding may be milder or worse
	Runtime    bool     // judges what happened, not the catalog: means nothing on a fresh server
	OptIn      bool     // opinionated: runs only when it is named, or in preset all
	Triage     bool     // says what is wrong at this moment, in an instant: part of preset triage
	Needs      []Need   // what must be there for the check to run
	Since      int      // first major it exists on, 0 for all
	Thresholds []Threshold
	Aliases    []string // earlier IDs
	Custom     *Custom  // what users wrote, nil for a check of pgdoctor's own
}

// Threshold is one number that a check judges by. Its default stands here and
// nowhere else; users change it as CHECK.NAME.
type Threshold struct {
	Name    string
	Default float64
	Unit    string
	Why     string
	Whole   bool // of the run as a whole: cannot differ from object to object
}

// Thresholds holds the changed thresholds of one check by name; nil is every default.
type Thresholds map[string]float64

// Of is the value in force.
func (t Thresholds) Of(threshold Threshold) float64 {
	if value, ok := t[threshold.Name]; ok {
		return value
	}
	return threshold.Default
}

// Need is one thing that must be there for a check to run. Zero fields do not count.
type Need struct {
	Extension  string        // installed in this database, and its library loaded
	Version    string        // of the extension, at least: "1.8"
	Role       string        // a predefined role whose rights are needed
	Primary    bool          // not on a standby
	Setting    string        // a switch that is on
	Statistics time.Duration // statistics at least that old before "nothing found" means healthy
}

// Verdict is what a Judge says of a sick row.
type Verdict struct {
	Object   string   // stable name, see postgres.Name
	Message  string   // lower case, no full stop: what is wrong with this object
	Severity Severity // "" is the check's own
}

// Spec is a check over rows of type R, one row an examined object. Judge is
// pure; it may complete derived fields of the row, which is the evidence.
// Probe, for checks that read users' rows, examines the candidates that the
// query returned and may add some. Complete reads, of the rows that were found
// sick, what would take too long to read of every row.
type Spec[R any] struct {
	Doc
	Judge func(row *R, server postgres.Server, t Thresholds) (Verdict, bool)
	Probe func(ctx context.Context, p *Prober, candidates []R) ([]R, error)

	Complete func(ctx context.Context, p *Prober, found []*R) error

	read func(ctx context.Context, r *runner) ([]R, error) // of a check without a file in queries
}

// Check is one check, whatever its rows. Only *Spec is one.
type Check interface {
	// Describe returns the check's words and needs.
	Describe() Doc
	// Columns names the columns that the query must return, sorted.
	Columns() []string
	// Decode reads evidence from JSON back into the check's row.
	Decode(evidence json.RawMessage) (any, error)

	readsRows() bool
	run(ctx context.Context, r *runner) Result
}

// Finding is one sick object.
type Finding struct {
	Key      string // check:object, stable from run to run
	Check    string
	Severity Severity
	Usual    Severity // what it would be if users had not said otherwise, "" where they have not
	Object   string
	Message  string
	Evidence any // the check's row
}

// Describe returns the check's words and needs.
func (s *Spec[R]) Describe() Doc { return s.Doc }

// Columns names the columns that the query must return, sorted.
func (s *Spec[R]) Columns() []string {
	var names []string
	mapper := reflectx.NewMapperFunc("db", strings.ToLower)
	for _, field := range mapper.TypeMap(reflect.TypeFor[R]()).Index {
		if field.Field.Tag.Get("db") != "" && field.Field.Tag.Get("db") != "-" {
			names = append(names, field.Name)
		}
	}
	slices.Sort(names)
	return names
}

// Decode reads evidence from JSON back into a row.
func (s *Spec[R]) Decode(evidence json.RawMessage) (any, error) {
	var row R
	if err := json.Unmarshal(evidence, &row); err != nil {
		return nil, fmt.Errorf("read evidence of %s: %w", s.ID, err)
	}
	return row, nil
}

func (s *Spec[R]) readsRows() bool { return s.Probe != nil }

var registry = map[string]Check{}

var idForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// define enters a check in the catalogue. It panics where the check's author
// made a mistake that no server is needed to see.
func define[R any](spec Spec[R]) *Spec[R] {
	doc := spec.Doc
	switch {
	case !idForm.MatchString(doc.ID):
		panic("check ID is not kebab-case: " + doc.ID)
	case strings.HasPrefix(doc.ID, CustomPrefix):
		panic("check ID is one of users' own: " + doc.ID)
	case doc.Title == "" || doc.Why == "" || doc.Examines == "" || doc.Category == "" || doc.Severity == "":
		panic("check has an empty doc field: " + doc.ID)
	case !slices.Contains(Categories, doc.Category):
		panic("check has an unknown category: " + doc.ID)
	case spec.Judge == nil:
		panic("check has no Judge: " + doc.ID)
	}
	for _, id := range append([]string{doc.ID}, doc.Aliases...) {
		if _, taken := registry[id]; taken {
			panic("check ID defined twice: " + id)
		}
		registry[id] = &spec
	}
	return &spec
}

// All lists every check once, by ID.
func All() []Check {
	var list []Check
	for id, check := range registry {
		if check.Describe().ID == id {
			list = append(list, check)
		}
	}
	slices.SortFunc(list, func(a, b Check) int { return strings.Compare(a.Describe().ID, b.Describe().ID) })
	return list
}

// Find returns the check with an ID or alias.
func Find(id string) (Check, bool) {
	check, ok := registry[id]
	return check, ok
}
