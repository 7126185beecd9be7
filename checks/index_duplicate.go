package checks

import (
	"fmt"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// StatisticsTargets are the changed statistics targets of an index by column number.
type StatisticsTargets map[string]int

// Scan reads a JSON object of numbers.
func (s *StatisticsTargets) Scan(src any) error { return postgres.ScanJSON(src, s) }

// SurplusIndex is one index, the other that makes it surplus, and what it takes
// to build it anew.
type SurplusIndex struct {
	Schema         string            `db:"schema_name" json:"schema"`
	Index          string            `db:"index_name" json:"index"`
	Table          string            `db:"table_name" json:"table"`
	Partitioned    bool              `db:"partitioned" json:"partitioned"`
	Method         string            `db:"method" json:"method"`
	Unique         bool              `db:"is_unique" json:"unique"`
	Kept           *string           `db:"kept" json:"kept"`       // the other index; nil: this one is needed
	KeptAs         string            `db:"kept_as" json:"kept_as"` // primary key, constraint, unique or ""
	KeptDefinition string            `db:"kept_definition" json:"kept_definition"`
	Definition     string            `db:"definition" json:"definition"`
	Predicate      *string           `db:"predicate" json:"predicate"`
	Tablespace     *string           `db:"tablespace" json:"tablespace"`
	Comment        *string           `db:"comment" json:"comment"`
	Statistics     StatisticsTargets `db:"statistics" json:"statistics,omitempty"`
	Scans          int64             `db:"scans" json:"scans" volatile:"true"`
	Bytes          int64             `db:"bytes" json:"bytes" volatile:"true"`
}

// IndexDuplicate finds indexes that another one of the same table equals.
var IndexDuplicate = define(Spec[SurplusIndex]{
	Doc: Doc{
		ID:       "index-duplicate",
		Title:    "index that does what another one of the same table does",
		Examines: "indexes",
		Why: `Two indexes over the same columns in the same order serve the same statements, but each INSERT and most UPDATEs write both, VACUUM reads both, and both take disk and memory. They come from a migration that was run twice under another name, from CREATE INDEX on the column of a primary key or UNIQUE constraint, which has one already, and from frameworks that index every foreign key.

Confirm: \d table lists both. They are the same only if method, columns, operator classes, collations, sort orders, expressions and predicate are; what differs in one of these is not reported.

Cure: drop the one that is not named as the one to keep. Kept is, in this order: the primary key, the index of a constraint, a unique one, the one that was scanned more. An index that a constraint, a replica identity or CLUSTER needs is never the one to drop, so two UNIQUE constraints over the same columns are not reported. pgdoctor fix drops it without stopping readers or writers, and undo builds it again.

Prevention: look at \d before adding an index. Statements that force an index by name (pg_hint_plan) need their hint changed.`,
		Category: Indexes,
		Severity: Warning,
	},
	Judge: func(row *SurplusIndex, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		if row.Kept == nil {
			return Verdict{}, false
		}
		return Verdict{
			Object:  postgres.Name(row.Schema, row.Index),
			Message: fmt.Sprintf("does what %s does: every write to %s pays for both", row.keeper(), postgres.Name(row.Schema, row.Table)),
		}, true
	},
})

// keeper names the index to keep, and what it is.
func (r SurplusIndex) keeper() string {
	name := postgres.Name(r.Schema, *r.Kept)
	switch r.KeptAs {
	case "primary key":
		return "the primary key " + name
	case "constraint":
		return "the constraint's index " + name
	case "unique":
		return "the unique index " + name
	}
	return "index " + name
}

// size writes a number of bytes for people.
func size(bytes int64) string { return humanize.IBytes(uint64(max(0, bytes))) }
