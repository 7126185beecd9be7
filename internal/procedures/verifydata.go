package procedures

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// VerifyData counts the rows of every table, and compares with an earlier count.
var VerifyData = Doc{
	Name:  "verify-data",
	Usage: "save|compare FILE",
	Title: "count the rows of every table, and compare with an earlier count, as after a restore",
	What: `save counts the rows of every table exactly, and reads the first and the last value of its primary key, all in one snapshot, and writes them into a file that only you can read (mode 0600). compare does the same again, in this or in another database, and says table by table what differs; a difference ends it with exit code 1.

With --checksum, save adds a sum over the contents of all rows, which any order of the rows leaves the same; compare then does so too. It reads and formats every row: about a minute for ten million small rows. Without it, tables are only counted, mostly from an index.

It only reads, in one transaction with repeatable reads, each table under an AccessShareLock that is given back when it is counted: an ALTER TABLE waits for the count of one table at most. VACUUM cannot remove what dies meanwhile, in the whole database: on a large one choose a quiet hour, or a standby. It works on a standby, and there is nothing to apply or to undo.`,
	Confirm: `compare against the file right after save, with nobody writing: everything is as it was.`,
	Not:     `Without --checksum it does not see a changed row, only a missing or an added one. Sequences, large objects, materialized views, foreign tables and definitions are not compared: pg_dump --schema-only and diff do that. A table that is truncated or rewritten while it runs is counted as empty. Checksums of different major versions differ where a type is written in another way; keys of text are ordered by their bytes.`,
}

// Verification is what save writes, as JSON, format 1.
type Verification struct {
	Format   int             `json:"format"`
	Kind     string          `json:"kind"`
	Tool     string          `json:"tool"`
	Target   postgres.Target `json:"target"`
	TakenAt  time.Time       `json:"taken_at"` // by the server's clock
	Checksum bool            `json:"with_checksum"`
	Tables   []VerifiedTable `json:"tables"`
}

// VerifiedTable is one table; Unread says why it could not be counted, "" if it was.
type VerifiedTable struct {
	Schema   string         `json:"schema"`
	Table    string         `json:"table"`
	Rows     int64          `json:"rows"`
	Key      postgres.Names `json:"key"` // columns of the primary key, empty without one
	First    postgres.Names `json:"first"`
	Last     postgres.Names `json:"last"`
	Checksum string         `json:"checksum,omitempty"`
	Unread   string         `json:"unread,omitempty"`
}

// Name is the table's name for people.
func (t VerifiedTable) Name() string { return postgres.Name(t.Schema, t.Table) }

const verificationKind = "verify-data"

// ReadVerification reads what save wrote.
func ReadVerification(from io.Reader) (Verification, error) {
	var v Verification
	if err := json.NewDecoder(from).Decode(&v); err != nil {
		return v, errors.New("it is not a file that pgdoctor procedure verify-data save wrote: it is not JSON of that kind")
	}
	switch {
	case v.Kind != verificationKind:
		return v, errors.New("it is not a file that pgdoctor procedure verify-data save wrote")
	case v.Format != 1:
		return v, fmt.Errorf("it has format %d, and this pgdoctor reads format 1: use the version that wrote it (%s), or save again", v.Format, v.Tool)
	}
	return v, nil
}

// keyColumn is a column of a primary key; Bytewise ones are ordered by their bytes.
type keyColumn struct {
	Name     string `json:"name"`
	Bytewise bool   `json:"bytewise"`
}

type keyColumns []keyColumn

// Scan reads a JSON array of objects.
func (k *keyColumns) Scan(src any) error { return postgres.ScanJSON(src, k) }

type countedTable struct {
	Schema string     `db:"schema_name"`
	Table  string     `db:"table_name"`
	Only   bool       `db:"only"`
	Key    keyColumns `db:"key"`
}

// Verify counts every table in one snapshot. timeout is each query's; progress
// is called after each table, with its name and how many there are. A table
// that cannot be counted is Unread.
func Verify(ctx context.Context, db *sqlx.DB, server postgres.Server, timeout time.Duration, checksum bool, progress func(table string, of int)) (Verification, error) {
	v := Verification{Format: 1, Kind: verificationKind, TakenAt: server.Now.UTC(), Checksum: checksum, Tables: []VerifiedTable{}}
	list, err := checks.SQL("verified_tables", server)
	if err != nil {
		return v, err
	}
	err = postgres.Snapshot(ctx, db, timeout, func(tx *sqlx.Tx) error {
		for _, set := range []string{
			// the text of a value must not depend on who reads it
			"SET LOCAL bytea_output = 'hex'", "SET LOCAL extra_float_digits = 1", "SET LOCAL xmloption = 'content'", "SET LOCAL lc_monetary = 'C'",
		} {
			if _, err := tx.ExecContext(ctx, set); err != nil {
				return err
			}
		}
		var tables []countedTable
		if err := tx.SelectContext(ctx, &tables, list); err != nil {
			return err
		}
		for _, table := range tables {
			counted, err := table.count(ctx, tx, checksum)
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if err != nil {
				counted.Unread = reason(err)
			}
			v.Tables = append(v.Tables, counted)
			progress(counted.Name(), len(tables))
		}
		return nil
	})
	if err != nil {
		return v, fmt.Errorf("count the tables: %w", err)
	}
	return v, nil
}

func (t countedTable) count(ctx context.Context, tx *sqlx.Tx, checksum bool) (VerifiedTable, error) {
	counted := VerifiedTable{Schema: t.Schema, Table: t.Table, Key: postgres.Names{}, First: postgres.Names{}, Last: postgres.Names{}}
	for _, column := range t.Key {
		counted.Key = append(counted.Key, column.Name)
	}
	err := apart(ctx, tx, func() error {
		var sum *string
		if err := tx.QueryRowxContext(ctx, t.counting(checksum)).Scan(&counted.Rows, &sum); err != nil {
			return err
		}
		if sum != nil {
			counted.Checksum = *sum
		}
		if len(t.Key) == 0 || counted.Rows == 0 {
			return nil
		}
		for direction, end := range map[string]*postgres.Names{"ASC": &counted.First, "DESC": &counted.Last} {
			if err := tx.GetContext(ctx, end, t.end(direction)); err != nil {
				return err
			}
		}
		return nil
	})
	return counted, err
}

// from is the table as rows are read from it: without what inherits from it,
// which is counted as tables of their own, but with its partitions.
func (t countedTable) from() string {
	if t.Only {
		return "ONLY " + postgres.Quote(t.Schema, t.Table)
	}
	return postgres.Quote(t.Schema, t.Table)
}

// counting counts, and adds up a hash of each row: a sum, since rows have no order.
func (t countedTable) counting(checksum bool) string {
	sum := "NULL"
	if checksum {
		sum = "coalesce(pg_catalog.sum(pg_catalog.hashtextextended(t::pg_catalog.text, 0)::pg_catalog.numeric), 0)::pg_catalog.text"
	}
	return fmt.Sprintf("SELECT pg_catalog.count(*), %s FROM %s AS t\n/* pgdoctor */", sum, t.from())
}

// end reads the first or the last key as an array of texts.
func (t countedTable) end(direction string) string {
	var texts, order []string
	for _, column := range t.Key {
		name := postgres.Quote("t", column.Name)
		texts = append(texts, name+"::pg_catalog.text")
		if column.Bytewise {
			name += ` COLLATE pg_catalog."C"`
		}
		order = append(order, name+" "+direction)
	}
	return fmt.Sprintf("SELECT pg_catalog.json_build_array(%s) FROM %s AS t ORDER BY %s LIMIT 1\n/* pgdoctor */",
		strings.Join(texts, ", "), t.from(), strings.Join(order, ", "))
}

// Difference is one table that is not as it was; Unknown says that it could not
// be compared.
type Difference struct {
	Table   string `json:"table"`
	What    string `json:"what"`
	Unknown bool   `json:"unknown,omitempty"`
}

// Compare says what differs, by table.
func Compare(before, now Verification) []Difference {
	list := []Difference{}
	there := map[string]VerifiedTable{}
	for _, table := range now.Tables {
		there[table.Name()] = table
	}
	for _, then := range before.Tables {
		table, found := there[then.Name()]
		delete(there, then.Name())
		switch {
		case !found:
			list = append(list, Difference{Table: then.Name(), What: "the table is gone"})
		case then.Unread != "":
			list = append(list, Difference{then.Name(), "not compared: it was not counted when the file was saved: " + then.Unread, true})
		case table.Unread != "":
			list = append(list, Difference{then.Name(), "not compared: it cannot be counted now: " + table.Unread, true})
		default:
			if what := differs(then, table); what != "" {
				list = append(list, Difference{Table: then.Name(), What: what})
			}
		}
	}
	for name, table := range there {
		what := fmt.Sprintf("a table that was not there (%d rows)", table.Rows)
		if table.Unread != "" {
			what = "a table that was not there (not counted: " + table.Unread + ")"
		}
		list = append(list, Difference{Table: name, What: what})
	}
	slices.SortStableFunc(list, func(a, b Difference) int { return strings.Compare(a.Table, b.Table) })
	return list
}

func differs(then, now VerifiedTable) string {
	var what []string
	switch {
	case now.Rows < then.Rows:
		what = append(what, fmt.Sprintf("%d rows instead of %d: %d are missing", now.Rows, then.Rows, then.Rows-now.Rows))
	case now.Rows > then.Rows:
		what = append(what, fmt.Sprintf("%d rows instead of %d: %d more", now.Rows, then.Rows, now.Rows-then.Rows))
	}
	if !slices.Equal(then.Key, now.Key) {
		what = append(what, fmt.Sprintf("its primary key is (%s) instead of (%s)", strings.Join(now.Key, ", "), strings.Join(then.Key, ", ")))
	} else {
		for _, end := range []struct {
			name      string
			then, now postgres.Names
		}{{"first", then.First, now.First}, {"last", then.Last, now.Last}} {
			if !slices.Equal(end.then, end.now) {
				what = append(what, fmt.Sprintf("%s key %s instead of %s", end.name, key(end.now), key(end.then)))
			}
		}
	}
	if then.Checksum != "" && now.Checksum != "" && then.Checksum != now.Checksum && len(what) == 0 {
		what = append(what, "as many rows, but their contents differ")
	}
	return strings.Join(what, "; ")
}

// key is the value of a key in words, long ones cut.
func key(values postgres.Names) string {
	if len(values) == 0 {
		return "none"
	}
	shown := make([]string, len(values))
	for i, value := range values {
		if runes := []rune(value); len(runes) > 40 {
			value = string(runes[:39]) + "…"
		}
		shown[i] = value
	}
	return "(" + strings.Join(shown, ", ") + ")"
}
