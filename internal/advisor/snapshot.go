package advisor

import "time"

const (
	snapshotKind = "pgdoctor-snapshot"
	// SnapshotFormat is the newest format that ReadSnapshot understands. Fields may
	// be added to it; whoever changes what one means counts it up.
	SnapshotFormat = 1
)

// Snapshot is what a planner and an advisor need to know of a database, taken
// along: schema, figures, statistics of columns, and statements with how often
// they ran. No row of any table is in it, but statistics hold values of columns
// (see Redact), and definitions and query texts hold what their authors wrote.
//
// Not in it, so that a plan elsewhere can differ: what rules add, and
// row-level security where writing is meant, operators and casts of the users' own,
// extended statistics, statistics of ranges, costs of single tablespaces, and
// the sizes of files, for which the figures of the last VACUUM or ANALYZE stand.
type Snapshot struct {
	Kind       string              `json:"kind"`
	Format     int                 `json:"format"`
	Tool       string              `json:"tool"` // that wrote it
	Redacted   bool                `json:"redacted"`
	Origin     Origin              `json:"origin"`
	Settings   []CapturedSetting   `json:"settings"`
	Extensions []CapturedExtension `json:"extensions"`
	Objects    []CapturedObject    `json:"objects"`
	Tables     []CapturedTable     `json:"tables"`
	Indexes    []CapturedIndex     `json:"indexes"`
	Statistics []ColumnStatistics  `json:"statistics"`
	Statements []CapturedStatement `json:"statements"`
	Policies   []Policy            `json:"policies,omitempty"` // of the roles that sent these
	Triggers   []Trigger           `json:"triggers,omitempty"`
	Hidden     []HiddenObject      `json:"hidden"` // what the role could not see, so that nobody takes it for nothing
}

// Origin is where a snapshot was taken, and by whom.
type Origin struct {
	Version    string    `json:"version"`     // 15.18 (Debian 15.18-0+deb12u1)
	VersionNum int       `json:"version_num"` // 150018
	Database   string    `json:"database"`
	Role       string    `json:"role"`
	Encoding   string    `json:"encoding"`
	Collate    string    `json:"collate"`
	CType      string    `json:"ctype"`
	Provider   string    `json:"provider"` // c, i or b, as in pg_database
	Locale     string    `json:"locale"`   // of i and b
	BlockSize  int       `json:"block_size"`
	TakenAt    time.Time `json:"taken_at"` // by the server's clock
}

// Major is the major version, 15 for 15.18.
func (o Origin) Major() int { return o.VersionNum / 10000 }

// CapturedSetting is a setting that the planner goes by.
type CapturedSetting struct {
	Name  string `json:"name"`
	Value string `json:"value"` // in the units of pg_settings
}

// CapturedExtension is an installed extension.
type CapturedExtension struct {
	Name    string `json:"name"`
	Schema  string `json:"schema"`
	Version string `json:"version"`
}

// CapturedObject is anything but a table or an index, with the statement that makes it.
type CapturedObject struct {
	Kind   string `json:"kind"` // schema, type, function, view...
	Schema string `json:"schema"`
	Name   string `json:"name"`
	SQL    string `json:"sql"`
}

// CapturedTable is a table, a partitioned one, a materialized view or a foreign
// table, with the figures of pg_class and the counters of its use.
type CapturedTable struct {
	Schema          string               `json:"schema"`
	Name            string               `json:"name"`
	Kind            string               `json:"kind"` // r, p, m or f, as in pg_class
	Pages           int64                `json:"pages"`
	Tuples          float64              `json:"tuples"` // -1 if it was never analyzed
	AllVisible      int64                `json:"all_visible"`
	ParallelWorkers *int                 `json:"parallel_workers"`
	Columns         []CapturedColumn     `json:"columns"`
	PartitionBy     string               `json:"partition_by"`
	Bound           string               `json:"bound"` // of a partition
	Parents         [][2]string          `json:"parents"`
	Constraints     []CapturedConstraint `json:"constraints"`

	Inserts    int64      `json:"inserts"`
	Updates    int64      `json:"updates"`
	Deletes    int64      `json:"deletes"`
	HotUpdates int64      `json:"hot_updates"`
	SeqScans   int64      `json:"seq_scans"`
	IndexScans int64      `json:"index_scans"`
	LiveTuples int64      `json:"live_tuples"`
	AnalyzedAt *time.Time `json:"analyzed_at"`
}

// CapturedColumn is a column as CREATE TABLE declares it.
type CapturedColumn struct {
	Name      string `json:"name"`
	Type      string `json:"type"`      // as SQL
	Collation string `json:"collation"` // as SQL, "" for the type's own
	NotNull   bool   `json:"not_null"`
	Virtual   string `json:"virtual"` // expression of a column that is computed when read
}

// CapturedConstraint is a check or a foreign key.
type CapturedConstraint struct {
	Name       string `json:"name"`
	Type       string `json:"type"` // c or f
	Definition string `json:"definition"`
}

// CapturedIndex is an index. It has its table's schema.
type CapturedIndex struct {
	Schema     string     `json:"schema"`
	Name       string     `json:"name"`
	Table      string     `json:"table"`
	Method     string     `json:"method"`
	Kind       string     `json:"kind"` // i, or I for one of a partitioned parent
	Valid      bool       `json:"valid"`
	Definition string     `json:"definition"`
	Constraint string     `json:"constraint"` // definition of the key that it serves
	Parent     *[2]string `json:"parent"`
	Pages      int64      `json:"pages"`
	Tuples     float64    `json:"tuples"`
}

// ColumnStatistics is a row of pg_stats. Arrays of values are in PostgreSQL's own notation.
type ColumnStatistics struct {
	Schema        string    `json:"schema"`
	Table         string    `json:"table"` // or index, for an expression
	Column        string    `json:"column"`
	Inherited     bool      `json:"inherited"`
	NullFrac      float64   `json:"null_frac"`
	AvgWidth      int       `json:"avg_width"`
	Distinct      float64   `json:"n_distinct"`
	CommonValues  *string   `json:"common_values,omitempty"`
	CommonFreqs   []float64 `json:"common_freqs,omitempty"`
	Histogram     *string   `json:"histogram,omitempty"`
	Correlation   *float64  `json:"correlation,omitempty"`
	CommonElems   *string   `json:"common_elements,omitempty"`
	ElemFreqs     []float64 `json:"common_element_freqs,omitempty"`
	ElementCounts []float64 `json:"element_counts,omitempty"`
}

// CapturedStatement is a row of pg_stat_statements.
type CapturedStatement struct {
	QueryID       string  `json:"query_id"`
	Role          string  `json:"role"`
	Query         string  `json:"query"`
	TopLevel      bool    `json:"top_level"`
	Calls         int64   `json:"calls"`
	TotalMS       float64 `json:"total_ms"`
	MinMS         float64 `json:"min_ms"`
	MaxMS         float64 `json:"max_ms"`
	StddevMS      float64 `json:"stddev_ms"`
	Plans         int64   `json:"plans"`
	PlanMS        float64 `json:"plan_ms"`
	Rows          int64   `json:"rows"`
	BlocksHit     int64   `json:"blocks_hit"`
	BlocksRead    int64   `json:"blocks_read"`
	BlocksDirtied int64   `json:"blocks_dirtied"`
	TempBlocks    int64   `json:"temp_blocks"`
	WALBytes      int64   `json:"wal_bytes"`
}

// HiddenObject is something that the snapshot knows less of than it should.
type HiddenObject struct {
	Schema string `json:"schema"`
	Name   string `json:"name"`
	Reason string `json:"reason"`
}

// setting is the value of a setting, "" where the snapshot has it not.
func (s *Snapshot) setting(name string) string {
	for _, setting := range s.Settings {
		if setting.Name == name {
			return setting.Value
		}
	}
	return ""
}
