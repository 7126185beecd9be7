package integration

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/integration/servers"
)

// bench is the workload that sets of indexes are measured with.
type bench struct {
	t          *testing.T
	s          *servers.Server
	template   string // database without any of the sets
	statements []asked
	texts      [][]string // of each statement, the same for every set
	traps      []trap
	inserts    string    // script that inserts rows in volume, "" for none
	runs       int       // of each text
	none       *indexSet // measured first
}

// indexSet is a set of indexes and what was measured with it.
type indexSet struct {
	name    string
	create  []string // statements
	took    time.Duration
	indexes []built
	bytes   float64
	each    []float64 // milliseconds of a statement, the mean of its texts
	inserts time.Duration
	writing float64 // milliseconds that the statements take longer by it, as the advice says
	needed  int     // indexes without which it takes half a per cent longer; -1 is not measured
}

// built is an index as the catalog has it.
type built struct {
	Name, Table, Definition string
	Keys                    []string
	Bytes                   float64
}

const builtIndexes = `SELECT i.relname AS "Name", t.relname AS "Table", pg_get_indexdef(i.oid) AS "Definition",
    (SELECT array_agg(pg_get_indexdef(i.oid, n, true) ORDER BY n) FROM generate_series(1, x.indnatts) AS n) AS "Keys",
    coalesce((SELECT sum(pg_relation_size(p.relid)) FROM pg_partition_tree(i.oid) AS p), pg_relation_size(i.oid))::float8 AS "Bytes"
FROM pg_index AS x
JOIN pg_class AS i ON i.oid = x.indexrelid
JOIN pg_class AS t ON t.oid = x.indrelid
WHERE i.relname ~ '^bench_\d+$'
ORDER BY i.oid`

// prepare makes the texts of each statement.
func (b *bench) prepare(conn *pgx.Conn, texts int) {
	largest := map[string]int64{}
	ask := func(table string) int64 {
		if largest[table] == 0 {
			var id int64
			last := "count(*)" // where rows are not numbered, or by a column of another name
			err := conn.QueryRow(b.t.Context(), `SELECT 'max(id)' FROM pg_attribute WHERE attrelid = $1::regclass AND attname = 'id' AND atttypid IN ('integer'::regtype, 'bigint'::regtype)`, quoted(table)).Scan(&last)
			if err == nil || errors.Is(err, pgx.ErrNoRows) {
				err = conn.QueryRow(b.t.Context(), "SELECT "+last+" FROM "+quoted(table)).Scan(&id)
			}
			if err != nil {
				b.t.Fatal(err)
			}
			largest[table] = id
		}
		return largest[table]
	}
	for i, statement := range b.statements {
		random := rand.New(rand.NewPCG(1, uint64(i)))
		var list []string
		for range texts {
			list = append(list, filled(statement.text, random, ask))
		}
		b.texts = append(b.texts, list)
	}
}

var blank = regexp.MustCompile(`\{(?:(~?)([A-Za-z_]+)|(\d+)\.\.(\d+))\}`)

// filled writes values into the blanks of a statement.
func filled(text string, random *rand.Rand, largest func(table string) int64) string {
	return blank.ReplaceAllStringFunc(text, func(found string) string {
		part := blank.FindStringSubmatch(found)
		if part[2] == "" {
			from, _ := strconv.ParseInt(part[3], 10, 64)
			to, _ := strconv.ParseInt(part[4], 10, 64)
			return fmt.Sprint(from + random.Int64N(to-from+1))
		}
		at := random.Float64()
		if part[1] != "" {
			at = at * at * at
		}
		return fmt.Sprint(1 + int64(at*float64(largest(part[2]))))
	})
}

// tune makes a database plan as one on fast storage, and alike from run to run.
func (b *bench) tune(name string) {
	for _, setting := range []string{"random_page_cost = 1.1", "jit = off", "max_parallel_workers_per_gather = 0"} {
		b.s.Exec(b.t, b.s.DSN("postgres"), fmt.Sprintf("ALTER DATABASE %s SET %s", quoted(name), setting))
	}
}

// measure copies the template, creates a set of indexes and runs the workload.
func (b *bench) measure(set *indexSet) {
	copied := b.template + "_copy"
	strategy := ""
	if b.s.Major >= 15 {
		strategy = " STRATEGY file_copy"
	}
	b.s.Exec(b.t, b.s.DSN("postgres"), fmt.Sprintf("CREATE DATABASE %s TEMPLATE %s", quoted(copied), quoted(b.template))+strategy)
	defer b.s.Exec(b.t, b.s.DSN("postgres"), "DROP DATABASE "+quoted(copied))
	b.tune(copied)
	conn := connect(b.t, b.s.DSN(copied))
	defer conn.Close(b.t.Context()) //nolint:errcheck // before the database goes
	b.exec(conn, everySchema)
	b.exec(conn, "SET maintenance_work_mem = '256MB'")
	for i, create := range set.create {
		b.exec(conn, fmt.Sprintf("CREATE INDEX bench_%d %s", i+1, strings.TrimPrefix(create, "CREATE INDEX ")))
	}
	b.exec(conn, "VACUUM ANALYZE")
	rows, err := conn.Query(b.t.Context(), builtIndexes)
	if err != nil {
		b.t.Fatal(err)
	}
	if set.indexes, err = pgx.CollectRows(rows, pgx.RowToStructByNameLax[built]); err != nil {
		b.t.Fatal(err)
	}
	for _, index := range set.indexes {
		set.bytes += index.Bytes
	}
	for i := range b.statements {
		b.exec(conn, "BEGIN")
		set.each = append(set.each, b.run(conn, i, b.runsOf(i)))
		b.exec(conn, "ROLLBACK")
	}
	if set.needed >= 0 {
		b.remove(conn, set)
	}
	if b.inserts != "" {
		set.inserts = b.insert(conn)
	}
}

// everySchema has names found without their schema, in all that a workload has.
const everySchema = `SELECT set_config('search_path', string_agg(quote_ident(nspname), ', ' ORDER BY nspname <> 'public', nspname), false)
FROM pg_catalog.pg_namespace
WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'`

func (b *bench) exec(conn *pgx.Conn, sql string) {
	b.t.Helper()
	if _, err := conn.PgConn().Exec(b.t.Context(), sql).ReadAll(); err != nil {
		b.t.Fatalf("%s: %v", sql, err)
	}
}

// runsOf is how often each text of a statement runs: some microseconds more for a row that is
// written only show in many.
func (b *bench) runsOf(at int) int {
	if b.statements[at].reads() {
		return b.runs
	}
	return 10 * b.runs
}

// Of each statement's texts so many are recorded, as calls in pg_stat_statements, and the first ones measured.
// Of few calls the mean of their rows is a whole number too often, as if LIMIT had ended each.
const (
	recordedTexts = 7
	measuredTexts = 3
)

// slow is how long a statement takes at least that is run once only.
const slow = 100 // ms

// run times a statement: of each text the median, and of these the mean. The
// server's own time is taken, so that the way to it counts for nothing.
func (b *bench) run(conn *pgx.Conn, at, runs int) float64 {
	sum := 0.0
	measured := b.texts[at][:min(len(b.texts[at]), measuredTexts)]
	for _, text := range measured {
		var times []float64
		for range runs {
			times = append(times, b.once(conn, text))
			if times[0] > slow {
				break
			}
		}
		slices.Sort(times)
		sum += times[len(times)/2]
	}
	return sum / float64(len(measured))
}

// once is the milliseconds of a text, which leaves nothing in the open transaction. Of a CALL, which EXPLAIN does not
// take, they are those of the clock.
func (b *bench) once(conn *pgx.Conn, text string) float64 {
	if (asked{text: text}).procedure() {
		b.exec(conn, "SAVEPOINT once")
		started := time.Now()
		b.exec(conn, text)
		took := time.Since(started)
		b.exec(conn, "ROLLBACK TO once")
		return 1000 * took.Seconds()
	}
	results, err := conn.PgConn().Exec(b.t.Context(), "SAVEPOINT once; EXPLAIN (ANALYZE, TIMING off, FORMAT json) "+text+"; ROLLBACK TO once").ReadAll()
	if err != nil {
		b.t.Fatalf("%s: %v", text, err)
	}
	var plans []struct {
		Execution float64 `json:"Execution Time"`
	}
	if err := json.Unmarshal(results[1].Rows[0][0], &plans); err != nil {
		b.t.Fatal(err)
	}
	return plans[0].Execution
}

// needed is the share of the time with all indexes of a set that it must take longer
// without one of them.
const needed = 0.005

// remove counts the indexes without which the statements on their table take
// noticeably longer.
func (b *bench) remove(conn *pgx.Conn, set *indexSet) {
	least := needed * b.total(set, nil)
	for _, index := range set.indexes {
		b.exec(conn, "BEGIN; DROP INDEX "+quoted(index.Name))
		lost := 0.0
		for i, statement := range b.statements {
			if !statement.inserts() && strings.Contains(statement.text, index.Table) {
				lost += statement.calls * (b.run(conn, i, 1) - set.each[i])
			}
		}
		b.exec(conn, "ROLLBACK")
		if lost >= least {
			set.needed++
		} else {
			b.t.Logf("%s: of little use: without %s it takes %.2f%% longer", set.name, index.Definition, 100*needed*lost/least)
		}
	}
}

// insert times rows in volume.
func (b *bench) insert(conn *pgx.Conn) time.Duration {
	var took []time.Duration
	for range 3 {
		started := time.Now()
		b.exec(conn, "BEGIN;"+b.inserts+"ROLLBACK")
		took = append(took, time.Since(started))
	}
	return slices.Min(took)
}

// nameOf is the database of a DSN.
func nameOf(t *testing.T, dsn string) string {
	t.Helper()
	parsed, err := url.Parse(dsn)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimPrefix(parsed.Path, "/")
}
