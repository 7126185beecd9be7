package checks

import (
	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// IndexShape is one index of a table that is no partition. Rows and bytes are
// the catalog's estimates, those of partitions summed up.
type IndexShape struct {
	Schema      string `db:"schema_name" json:"schema"`
	Index       string `db:"index_name" json:"index"`
	Table       string `db:"table_name" json:"table"`
	Partitioned bool   `db:"partitioned" json:"partitioned"`
	Method      string `db:"method" json:"method"`
	Unique      bool   `db:"is_unique" json:"unique"`
	Rows        int64  `db:"rows" json:"rows" volatile:"true"`
	Bytes       int64  `db:"bytes" json:"bytes" volatile:"true"`
}

func (s IndexShape) object() string { return postgres.Name(s.Schema, s.Index) }

func (s IndexShape) table() string { return postgres.Name(s.Schema, s.Table) }

func (s IndexShape) fewerThan(minimum float64) bool { return float64(s.Rows) < minimum }

// extent is the size of an index for people.
func (s IndexShape) extent() string {
	return humanize.Comma(s.Rows) + " rows, " + size(s.Bytes)
}

// byStatistics is what the statistics of a column, which not everybody may see, say
// of an index.
type byStatistics interface {
	shape() IndexShape
	// statistics says whether there are any, and else whether the role would see them.
	statistics() (known, readable bool)
}

// fewRows is below what size the statistics of an index are not read: see column_statistics.sql.
const fewRows = 100

// withStatistics leaves out the indexes of which no statistics say anything and
// reports them as not examined. Small ones stay: nothing is wrong with them.
func withStatistics[R byStatistics](p *Prober, rows []R, minRows Threshold) []R {
	var list []R
	for _, row := range rows {
		known, readable := row.statistics()
		switch {
		case known || row.shape().fewerThan(max(fewRows, p.runner.least(minRows))):
			list = append(list, row)
		case readable:
			p.Denied(row.shape().object(), "there are no statistics of its columns: ANALYZE "+row.shape().table())
		default:
			p.Denied(row.shape().object(), unreadable(row.shape().table()))
		}
	}
	return list
}

func unreadable(table string) string {
	return "its statistics are shown only to roles that may SELECT from " + table + ", and not under row-level security"
}
