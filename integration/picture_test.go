package integration

import (
	"context"
	"slices"
	"testing"

	"github.com/jackc/pgx/v5"
)

// leftBehind is what a snapshot leaves out but a dry run, or an interrupted one,
// must not leave: anything of schema pgdoctor, and invalid indexes.
const leftBehind = `
SELECT format('schema %s', n.nspname) FROM pg_catalog.pg_namespace AS n WHERE n.nspname = 'pgdoctor'
UNION ALL
SELECT format('record %s', c.relname) FROM pg_catalog.pg_class AS c
WHERE c.relnamespace = pg_catalog.to_regnamespace('pgdoctor') AND c.relkind <> 't'
UNION ALL
SELECT format('invalid index %s', i.indexrelid::regclass) FROM pg_catalog.pg_index AS i WHERE NOT i.indisvalid`

// picture is a snapshot of a database; with record, also what it leaves out.
func picture(t *testing.T, dsn string, record bool) []string {
	t.Helper()
	cfg, err := pgx.ParseConfig(dsn)
	if err != nil {
		t.Fatal(err)
	}
	lines := takeSnapshot(t, cfg, false)
	if record {
		conn := connect(t, dsn)
		lines = append(lines, column(t, conn, leftBehind)...)
		conn.Close(context.Background()) //nolint:errcheck // nothing is left to lose
	}
	slices.Sort(lines)
	return lines
}
