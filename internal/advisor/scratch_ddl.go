package advisor

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// ddl makes one object, or a part of one.
type ddl struct{ kind, schema, name, sql string }

// createObjects makes what the snapshot has, again and again as long as that helps:
// a view may need a function that needs a table.
func (s *Scratch) createObjects(ctx context.Context, snapshot *Snapshot) error {
	pending := statementsOf(snapshot)
	for {
		refusals, err := execEach(ctx, s.owner, pending)
		if err != nil {
			return err
		}
		var failed []ddl
		for i, wanted := range pending {
			switch {
			case refusals[i] == nil:
			case wanted.kind == "check" && refusals[i].Code == "42710": // duplicate_object: the parent's came down to it
			default:
				failed = append(failed, wanted)
			}
		}
		if len(failed) == 0 {
			return nil
		}
		if len(failed) == len(pending) {
			for i, wanted := range failed {
				s.miss(wanted.kind, wanted.schema, wanted.name, refusals[i])
			}
			return nil
		}
		pending = failed
	}
}

// execEach runs statements, each in a transaction of its own, and returns what the
// server said of each. They are on their way a hundred at a time: the answers to
// more could fill the pipe to us while we still write.
func execEach(ctx context.Context, conn *pgx.Conn, list []ddl) ([]*pgconn.PgError, error) {
	refusals := make([]*pgconn.PgError, len(list))
	for start := 0; start < len(list); start += 100 {
		batch := list[start:min(start+100, len(list))]
		pipeline := conn.PgConn().StartPipeline(ctx)
		for _, wanted := range batch {
			// the extended protocol: a second statement behind a semicolon is refused
			pipeline.SendQueryParams(wanted.sql, nil, nil, nil, nil)
			if err := pipeline.Sync(); err != nil {
				return nil, errors.Join(err, pipeline.Close())
			}
		}
		for answered := 0; answered < len(batch); {
			result, err := pipeline.GetResults()
			var refusal *pgconn.PgError
			switch {
			case errors.As(err, &refusal):
				refusals[start+answered] = refusal
			case err != nil:
				return nil, errors.Join(err, pipeline.Close())
			}
			switch result := result.(type) {
			case *pgconn.ResultReader:
				if _, err := result.Close(); errors.As(err, &refusal) {
					refusals[start+answered] = refusal
				} else if err != nil {
					return nil, errors.Join(err, pipeline.Close())
				}
			case *pgconn.PipelineSync:
				answered++
			}
		}
		if err := pipeline.Close(); err != nil {
			return nil, err
		}
	}
	return refusals, nil
}

// execOne runs one statement, by the extended protocol, as in execEach: pgx's own
// choice where there are no arguments is the simple one.
func execOne(ctx context.Context, conn *pgx.Conn, sql string) error {
	_, err := conn.PgConn().ExecParams(ctx, sql, nil, nil, nil, nil).Close()
	return err
}

// statementsOf makes everything, in an order in which most of it succeeds.
func statementsOf(snapshot *Snapshot) []ddl {
	var list, late []ddl
	for _, object := range snapshot.Objects {
		made := ddl{object.Kind, object.Schema, object.Name, object.SQL}
		switch object.Kind {
		case "function", "aggregate", "view":
			late = append(late, made)
		default:
			list = append(list, made)
		}
	}
	for _, table := range snapshot.Tables {
		list = append(list, ddl{"table", table.Schema, table.Name, createTable(table)})
	}
	for _, table := range snapshot.Tables {
		list = append(list, attachTable(table)...)
	}
	list = append(list, late...)
	for _, index := range snapshot.Indexes {
		if index.Valid || index.Kind == "I" { // a parent's that lacks a partition's counts for the others
			list = append(list, ddl{"index", index.Schema, index.Name, createIndex(index)})
		}
	}
	for _, index := range snapshot.Indexes {
		if index.Parent != nil && index.Valid {
			list = append(list, ddl{"index", index.Schema, index.Name, fmt.Sprintf("ALTER INDEX %s ATTACH PARTITION %s",
				postgres.Quote(index.Parent[:]...), postgres.Quote(index.Schema, index.Name))})
		}
	}
	for _, kind := range []struct{ letter, name string }{{"c", "check"}, {"f", "foreign key"}} {
		for _, table := range snapshot.Tables {
			for _, constraint := range table.Constraints {
				if constraint.Type == kind.letter {
					list = append(list, ddl{kind.name, table.Schema, table.Name, fmt.Sprintf("ALTER TABLE %s ADD CONSTRAINT %s %s",
						postgres.Quote(table.Schema, table.Name), postgres.Quote(constraint.Name), constraint.Definition)})
				}
			}
		}
	}
	return list
}

func createTable(table CapturedTable) string {
	columns := make([]string, len(table.Columns))
	for i, column := range table.Columns {
		text := postgres.Quote(column.Name) + " " + column.Type
		if column.Collation != "" {
			text += " COLLATE " + column.Collation
		}
		if column.NotNull {
			text += " NOT NULL"
		}
		if column.Virtual != "" {
			text += " GENERATED ALWAYS AS (" + column.Virtual + ") VIRTUAL"
		}
		columns[i] = text
	}
	sql := "CREATE TABLE " + postgres.Quote(table.Schema, table.Name) + " (" + strings.Join(columns, ", ") + ")"
	if table.PartitionBy != "" {
		sql += " PARTITION BY " + table.PartitionBy
	}
	if table.ParallelWorkers != nil {
		sql += fmt.Sprintf(" WITH (parallel_workers = %d)", *table.ParallelWorkers)
	}
	return sql
}

// attachTable puts a table under its parents: afterwards, because the columns of a
// partition may stand in another order than the parent's.
func attachTable(table CapturedTable) []ddl {
	var list []ddl
	name := postgres.Quote(table.Schema, table.Name)
	for _, parent := range table.Parents {
		sql := "ALTER TABLE " + name + " INHERIT " + postgres.Quote(parent[:]...)
		if table.Bound != "" {
			sql = "ALTER TABLE " + postgres.Quote(parent[:]...) + " ATTACH PARTITION " + name + " " + table.Bound
		}
		list = append(list, ddl{"table", table.Schema, table.Name, sql})
	}
	return list
}

// createIndex makes an index of one table alone: where it belongs to a parent's,
// both have names of their own.
func createIndex(index CapturedIndex) string {
	if index.Constraint == "" {
		return index.Definition
	}
	return fmt.Sprintf("ALTER TABLE ONLY %s ADD CONSTRAINT %s %s",
		postgres.Quote(index.Schema, index.Table), postgres.Quote(index.Name), index.Constraint)
}

// renewIndexes gives b-trees new files: adding a foreign key has planned a query
// with them, so that their metapages, which are about to be patched in the files,
// are in the server's memory.
func (s *Scratch) renewIndexes(ctx context.Context, snapshot *Snapshot) error {
	foreign := false
	for _, table := range snapshot.Tables {
		for _, constraint := range table.Constraints {
			foreign = foreign || constraint.Type == "f"
		}
	}
	if !foreign {
		return nil
	}
	for _, index := range snapshot.Indexes {
		// with two pages there is the root alone, as in an empty one
		if index.Method != "btree" || index.Kind != "i" || index.Pages <= 2 {
			continue
		}
		err := execOne(ctx, s.owner, "REINDEX INDEX "+postgres.Quote(index.Schema, index.Name))
		var refusal *pgconn.PgError
		if err != nil && !errors.As(err, &refusal) { // one that is missing is known to be
			return err
		}
	}
	return nil
}
