package checks

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// OrphanedReference is one reference and how many rows break it.
type OrphanedReference struct {
	Reference
	Orphans  int64 `json:"orphans"`
	Keys     int64 `json:"rows"`               // rows that refer to anything; counted where there are orphans
	Doubtful bool  `json:"doubtful,omitempty"` // perhaps no reference at all: no fix
}

var orphansMaxInferredShare = Threshold{
	Name: "max-inferred-share", Default: 0.5, Unit: "share",
	Why: "an inferred reference that more of its rows break than that is probably none, and the finding is info",
}

// OrphanRows finds rows that refer to rows which do not exist.
var OrphanRows = define(Spec[OrphanedReference]{
	Doc: Doc{
		ID:       "orphan-rows",
		Title:    "rows that refer to a row which does not exist",
		Examines: "references",
		Why: `A row whose parent is gone cannot be shown, billed or deleted through its parent: inner joins drop it without a word, and code that trusts the reference fails on it. Orphans appear where no foreign key was declared, where one was left NOT VALID, and where data was loaded with triggers off.

Every reference is examined: foreign keys, columns named like one (user_id next to a table users) and columns that the workload joins to a key. A NULL refers to nothing and is no orphan. A reference that was only inferred is doubted where most of its rows break it.

Confirm: SELECT * FROM child c WHERE c.fk IS NOT NULL AND NOT EXISTS (SELECT FROM parent p WHERE p.id = c.fk). Not NOT IN: a single NULL in its list hides all of them.

Cure: decide whether the parent is to come back, the rows are to go, or the column is to become NULL. pgdoctor fix moves the orphans into quarantine in batches, from where undo brings them back; rows that hang on them go along. With --strategy orphan-rows=set-null they stay and refer to nothing, with reassign:KEY they get the row with that key as their parent. A foreign key that stands NOT VALID is then validated.

Prevention: declare the foreign keys that are missing, and VALIDATE those that were added NOT VALID.`,
		Category:   Data,
		Severity:   Warning,
		Thresholds: []Threshold{orphansMaxInferredShare},
	},
	Probe: countOrphans,
	Judge: func(row *OrphanedReference, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if row.Orphans == 0 {
			return Verdict{}, false
		}
		verdict := Verdict{
			Object: row.Object(),
			Message: fmt.Sprintf("%s of %s %s at no row of %s (%s)",
				many(row.Orphans, "row", "rows"), postgres.Name(row.Schema, row.Table), points(row.Orphans),
				postgres.Name(row.ParentSchema, row.ParentTable), strings.Join(row.Columns, ", ")),
		}
		if row.Origin != Declared && float64(row.Orphans) > t.Of(orphansMaxInferredShare)*float64(row.Keys) {
			row.Doubtful = true
			verdict.Severity = Info
			verdict.Message += fmt.Sprintf(", out of %d: perhaps the column is no reference to it", row.Keys)
		}
		return verdict, true
	},
})

func points(n int64) string {
	if n == 1 {
		return "points"
	}
	return "point"
}

// countOrphans counts the rows that break each reference, once for each object:
// two foreign keys may say the same.
func countOrphans(ctx context.Context, p *Prober, references []OrphanedReference) ([]OrphanedReference, error) {
	inferred, err := workloadReferences(ctx, p, references)
	if err != nil {
		if err := p.Unknown(ctx, "references that only statements show", err); err != nil {
			return nil, err
		}
	}
	references = append(references, inferred...)
	seen := map[string]bool{}
	references = slices.DeleteFunc(references, func(r OrphanedReference) bool {
		object := r.Object()
		twice := seen[object]
		seen[object] = true
		return twice
	})
	list := make([]Count, len(references))
	for i, r := range references {
		list[i] = Count{fmt.Sprintf("SELECT pg_catalog.count(*) FROM %s AS c WHERE %s", r.child(), r.OrphanCondition("c")), r.Pages}
	}
	numbers, errs := p.counts(ctx, list)
	var counted []OrphanedReference
	for i, reference := range references {
		err := errs[i]
		if err == nil {
			reference.Orphans = numbers[i][0]
			err = reference.complete(ctx, p)
		}
		if err != nil {
			if err := p.Unknown(ctx, reference.Object(), err); err != nil {
				return nil, err
			}
			continue
		}
		counted = append(counted, reference)
	}
	return counted, nil
}

func (r *OrphanedReference) child() string { return fromItem(r.ChildKind, r.Schema, r.Table) }

// complete reads what only a reference with orphans needs.
func (r *OrphanedReference) complete(ctx context.Context, p *Prober) error {
	if r.Orphans == 0 {
		return nil
	}
	if r.Constraint != nil {
		// of all constraints it would take too long; NULL where it is gone
		err := p.Get(ctx, &r.Definition, fmt.Sprintf("SELECT (SELECT pg_catalog.pg_get_constraintdef(k.oid) FROM pg_catalog.pg_constraint AS k WHERE k.conrelid = pg_catalog.to_regclass(%s) AND k.conname = %s)",
			postgres.Literal(postgres.Quote(r.Schema, r.Table)), postgres.Literal(*r.Constraint)))
		if err != nil {
			return err
		}
	}
	return p.Get(ctx, &r.Keys, fmt.Sprintf("SELECT pg_catalog.count(*) FROM %s AS c WHERE %s", r.child(), r.KeyCondition("c")))
}
