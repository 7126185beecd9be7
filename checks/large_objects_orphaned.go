package checks

import (
	"context"
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// ReferringColumn is one column that can hold the number of a large object.
type ReferringColumn struct {
	Schema string `json:"schema"`
	Table  string `json:"table"`
	Column string `json:"column"`
}

// ReferringColumns is a list that a query returns as JSON.
type ReferringColumns []ReferringColumn

// Scan reads a JSON array of objects.
func (c *ReferringColumns) Scan(src any) error { return postgres.ScanJSON(src, c) }

// LargeObjects are a database's large objects, and how many of them no column
// refers to.
type LargeObjects struct {
	Database string           `db:"database_name" json:"database"`
	Objects  int64            `db:"objects" json:"objects" volatile:"true"`
	Columns  ReferringColumns `db:"columns" json:"columns"`
	Orphans  int64            `json:"orphans"`
}

var orphanObjectsMin = Threshold{
	Name: "min-objects", Default: 100, Unit: "large objects",
	Why: "a handful is not worth the search for who made them",
}

// LargeObjectsOrphaned finds large objects that nothing refers to.
var LargeObjectsOrphaned = define(Spec[LargeObjects]{
	Doc: Doc{
		ID:       "large-objects-orphaned",
		Title:    "large objects that no row refers to",
		Examines: "databases",
		Why: `A large object (lo_create, the JDBC driver's Blob) lives in pg_largeobject, and a row refers to it by its number. Deleting the row does not delete the object: that stays for ever, in the database and in every backup, unless a trigger or the application unlinks it. They make pg_upgrade and pg_dump slow as well.

Every column of type oid, or of a domain over it such as lo, is read for the numbers. Hibernate keeps them in text columns too (@Lob String): these are not read, since any text may look like a number, so look for them before you delete anything.

Confirm: vacuumlo --dry-run database, from the same contributed modules as lo.

Cure: vacuumlo database removes what no oid or lo column refers to. An object that is gone does not come back, and who refers to it cannot be known for sure, so there is no automatic fix.

Prevention: the trigger lo_manage of the extension lo; better, bytea columns, whose values go with their row.`,
		Category:   Data,
		Severity:   Info,
		Thresholds: []Threshold{orphanObjectsMin},
	},
	Probe: countOrphanObjects,
	Judge: func(row *LargeObjects, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if row.Orphans == 0 || float64(row.Orphans) < t.Of(orphanObjectsMin) {
			return Verdict{}, false
		}
		return Verdict{
			Object: postgres.Name(row.Database),
			Message: fmt.Sprintf("%s no column of type oid or lo refers to, out of %d",
				many(row.Orphans, "large object that", "large objects that"), row.Objects),
		}, true
	},
})

// countOrphanObjects looks for every object in every column, all in one
// statement: one column that cannot be read leaves all in doubt.
func countOrphanObjects(ctx context.Context, p *Prober, rows []LargeObjects) ([]LargeObjects, error) {
	var counted []LargeObjects
	for _, row := range rows {
		if row.Objects > 0 {
			err := p.Get(ctx, &row.Orphans, row.orphansSQL())
			if err != nil {
				if err := p.Unknown(ctx, postgres.Name(row.Database), err); err != nil {
					return nil, err
				}
				continue
			}
		}
		counted = append(counted, row)
	}
	return counted, nil
}

func (o LargeObjects) orphansSQL() string {
	var conditions strings.Builder
	for _, c := range o.Columns {
		fmt.Fprintf(&conditions, "\n  AND NOT EXISTS (SELECT FROM ONLY %s AS t WHERE t.%s = m.oid)", postgres.Quote(c.Schema, c.Table), postgres.Quote(c.Column))
	}
	return "SELECT pg_catalog.count(*) FROM pg_catalog.pg_largeobject_metadata AS m WHERE true" + conditions.String()
}
