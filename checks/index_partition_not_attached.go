package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// IndexedPartition is one partition, and the index of it that is part of the
// partitioned one or could be.
type IndexedPartition struct {
	Partition
	Index      *string `json:"index"`       // nil: there is none
	Valid      *bool   `json:"valid"`       // of the index
	Attached   bool    `json:"attached"`    // to the partitioned index, perhaps through another one
	AttachedTo *string `json:"attached_to"` // the index right above it
	Definition *string `json:"definition"`
	Tablespace *string `json:"tablespace,omitempty"`
	Comment    *string `json:"comment,omitempty"`
}

// IndexedPartitions are all partitions of a table, parents first.
type IndexedPartitions []IndexedPartition

// Scan reads a JSON array.
func (p *IndexedPartitions) Scan(src any) error { return postgres.ScanJSON(src, p) }

// PartitionedIndex is one partitioned index and what its partitions have of it.
type PartitionedIndex struct {
	Schema     string            `db:"schema_name" json:"schema"`
	Index      string            `db:"index_name" json:"index"`
	Table      string            `db:"table_name" json:"table"`
	Valid      bool              `db:"valid" json:"-"`
	Unique     bool              `db:"is_unique" json:"unique"`
	Constraint bool              `db:"is_constraint" json:"constraint"`
	Building   bool              `db:"building" json:"-"` // one of its partitions' indexes, at this moment
	Definition string            `db:"definition" json:"definition"`
	Predicate  *string           `db:"predicate" json:"predicate"`
	Comment    *string           `db:"comment" json:"comment"`
	Partitions IndexedPartitions `db:"partitions" json:"partitions"`
}

// IndexPartitionNotAttached finds partitioned indexes that were begun and never finished.
var IndexPartitionNotAttached = define(Spec[PartitionedIndex]{
	Doc: Doc{
		ID:       "index-partition-not-attached",
		Title:    "partitioned index that some partitions are no part of",
		Examines: "partitioned indexes",
		Why: `CREATE INDEX ... ON ONLY a partitioned table is the beginning: then an index is built concurrently on each partition, and attached by ALTER INDEX ... ATTACH PARTITION. Until the last is attached the partitioned index is INVALID. Where that was forgotten, or stopped half way, the partitions without the index are read as a whole, an unfinished unique index keeps no duplicates out of them, and nobody sees it: \d of the table lists the index as any other, but for the word INVALID.

Confirm: SELECT relid, parentrelid FROM pg_partition_tree('index'): which partitions of pg_partition_tree('table') have nothing in it?

Cure: build the missing ones concurrently and attach all; with the last the index turns valid by itself. pgdoctor fix does it, also for partitions of partitions, and takes indexes that are there already but were not attached. If nobody wants the index, DROP INDEX.

Prevention: let the migration that creates a partitioned index look at indisvalid when it is done.`,
		Category: Indexes,
		Severity: Warning,
	},
	Judge: func(row *PartitionedIndex, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		if row.Valid || row.Building || len(row.Partitions) == 0 {
			return Verdict{}, false
		}
		leaves, without, loose := 0, 0, 0
		for _, part := range row.Partitions {
			if !part.Leaf {
				continue
			}
			leaves++
			switch {
			case part.Index == nil:
				without++
			case !part.Attached:
				loose++
			}
		}
		message := fmt.Sprintf("invalid: of %s of %s, %d have no such index", many(int64(leaves), "partition", "partitions"), postgres.Name(row.Schema, row.Table), without)
		if loose > 0 {
			message += fmt.Sprintf(", and %d have one that is not attached", loose)
		}
		return Verdict{Object: postgres.Name(row.Schema, row.Index), Message: message}, true
	},
})
