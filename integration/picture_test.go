package integration

import (
	"context"
	"slices"
	"testing"
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
	conn := connect(t, dsn)
	defer conn.Close(context.Background())
	lines := takeSnapshot(t, conn, false)
	// who sees which rows is what some tests change meanwhile, and a foreign key
	// that is made again has its triggers switched on
	for _, words := range []string{"security ", "policy ", "triggers of keys "} {
		lines = lines.without(words)
	}
	if record {
		lines = append(lines, column(t, conn, leftBehind)...)
	}
	slices.Sort(lines)
	return lines
}
