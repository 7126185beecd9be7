package procedures

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Evidence writes down what a server looks like at one moment.
var Evidence = Doc{
	Name:  "evidence",
	Usage: "--output FILE",
	Title: "write activity, locks, roles, settings and statistics of this moment into one file",
	What: `Reads, in one read-only transaction: the server, every process and whom it waits for, every lock, prepared transactions, roles and their memberships, settings of the server, of databases and of roles, the counters and sizes of databases and tables, replication and its slots, statement statistics where pg_stat_statements is installed. They go as JSON into one file that only you can read (mode 0600). An existing file is not overwritten without --force.

Take it before anything is restarted or ended: that is what erases it.

No passwords are in it. Settings in which applications keep keys, connection strings and commands are withheld. The texts of statements hold values of rows, so they are left out; --with-queries includes them, with what follows the word PASSWORD blanked out. Names of users, tables and clients' addresses are in it.

Nothing in the database is changed, it runs on a standby too, and so there is nothing to apply or to undo. What this role may not see is missing: the file and a message say which parts are.`,
	Confirm: `jq '.sections | map_values(length)' FILE shows how many rows each part has; jq .missing FILE, what could not be read.`,
	Not:     `The server's log files and the rows of tables are not in it: copy the logs, and take a dump or a file system snapshot, as well. Sizes of tables are those of the last VACUUM or ANALYZE. Locks and processes are read a few milliseconds apart.`,
}

// EvidenceDocument is what the procedure writes, as JSON, format 1.
type EvidenceDocument struct {
	Format   int               `json:"format"`
	Kind     string            `json:"kind"`
	Tool     string            `json:"tool"`
	Target   postgres.Target   `json:"target"`
	TakenAt  time.Time         `json:"taken_at"` // by the server's clock
	Queries  bool              `json:"with_queries"`
	Missing  map[string]string `json:"missing"` // by section: why it could not be read
	Sections map[string][]row  `json:"sections"`
}

type row = map[string]any

// sections are the parts of the evidence: each is the query evidence_<section>.sql.
var sections = []string{
	"activity", "locks", // first: what passes
	"prepared_transactions", "replication", "replication_slots", "server", "roles",
	"settings", "placed_settings", "databases", "statements", "tables",
}

// TakeEvidence reads every section in one transaction. A section that cannot be
// read is missing with the reason; an error is that nothing could be read.
func TakeEvidence(ctx context.Context, db *sqlx.DB, server postgres.Server, timeout time.Duration, queries bool) (EvidenceDocument, error) {
	doc := EvidenceDocument{
		Format: 1, Kind: "evidence", TakenAt: server.Now.UTC(), Queries: queries,
		Missing: map[string]string{}, Sections: map[string][]row{},
	}
	err := postgres.Snapshot(ctx, db, timeout, func(tx *sqlx.Tx) error {
		if server.Major() >= 15 { // before, the statistics of a transaction always are of one moment
			if _, err := tx.ExecContext(ctx, "SET LOCAL stats_fetch_consistency = 'snapshot'"); err != nil {
				return err
			}
		}
		for _, section := range sections {
			rows, err := readSection(ctx, tx, server, section)
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if err != nil {
				doc.Missing[section] = reason(err)
				continue
			}
			for _, r := range rows {
				clean(r, queries)
			}
			doc.Sections[section] = rows
		}
		return nil
	})
	if err != nil {
		return doc, fmt.Errorf("take evidence: %w", err)
	}
	if !server.HasRole("pg_read_all_stats") {
		doc.Missing["others_sessions"] = "needs pg_read_all_stats: GRANT pg_monitor TO " + postgres.Quote(server.Role)
	}
	return doc, nil
}

func readSection(ctx context.Context, tx *sqlx.Tx, server postgres.Server, section string) ([]row, error) {
	if section == "statements" {
		if _, installed := server.Extensions["pg_stat_statements"]; !installed {
			return nil, errors.New("pg_stat_statements is not installed in this database")
		}
	}
	query, err := checks.SQL("evidence_"+section, server)
	if err != nil {
		return nil, err
	}
	rows := []row{}
	err = apart(ctx, tx, func() error {
		var text string
		if err := tx.GetContext(ctx, &text, "SELECT coalesce(pg_catalog.json_agg(r), '[]') FROM (\n"+query+"\n) AS r"); err != nil {
			return err
		}
		decoder := json.NewDecoder(strings.NewReader(text))
		decoder.UseNumber() // a queryid has more digits than a float
		return decoder.Decode(&rows)
	})
	return rows, err
}

// apart runs f so that its error, and the locks that it took, do not stay with
// the transaction.
func apart(ctx context.Context, tx *sqlx.Tx, f func() error) error {
	if _, err := tx.ExecContext(ctx, "SAVEPOINT pgdoctor_part"); err != nil {
		return err
	}
	err := f()
	for _, end := range []string{"ROLLBACK TO SAVEPOINT pgdoctor_part", "RELEASE SAVEPOINT pgdoctor_part"} {
		if _, failed := tx.ExecContext(ctx, end); failed != nil {
			return errors.Join(err, failed)
		}
	}
	return err
}

// reason is an error without what may hold values.
func reason(err error) string {
	if state := postgres.SQLState(err); state != "" {
		switch state {
		case "42501":
			return "this role may not read all of it (SQLSTATE 42501): it needs SELECT, and BYPASSRLS where policies hide rows"
		case "57014":
			return "it took longer than --timeout (SQLSTATE 57014)"
		case "55P03":
			return fmt.Sprintf("another session held a lock for longer than %s (SQLSTATE 55P03)", postgres.LockWait)
		}
		return "SQLSTATE " + state
	}
	return err.Error()
}

// secret matches the password of a CREATE or ALTER statement, whatever it is
// quoted with, also twice within another literal, and that of a connection string.
var secret = regexp.MustCompile(`(?is)(\bpassword\b\s*=?\s*)(''[^']+''|e?'(?:[^'\\]|\\.|'')*'?|"[^"]*"?|\$[a-z_]*\$.*?\$[a-z_]*\$|[^\s,;)'"]+)|(://[^/\s:@']*:)[^\s@']*@`)

// clean takes out of a row what is not to be in a file, and what says nothing.
func clean(r row, queries bool) {
	for _, column := range []string{"query", "conninfo"} {
		text, ok := r[column].(string)
		switch {
		case !ok:
		case !queries || column == "conninfo":
			delete(r, column)
		default:
			r[column] = blank(text)
		}
	}
}

// blank hides passwords in the text of a statement.
func blank(text string) string {
	return secret.ReplaceAllStringFunc(text, func(found string) string {
		match := secret.FindStringSubmatch(found)
		if match[3] != "" {
			return match[3] + "xxx@"
		}
		return match[1] + "'xxx'"
	})
}
