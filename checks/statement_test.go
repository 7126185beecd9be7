package checks

import "testing"

func TestOnlyCatalog(t *testing.T) {
	for text, want := range map[string]bool{
		"SELECT relname FROM pg_class":                                             true,
		"SELECT 1 FROM information_schema.tables AS t JOIN pg_catalog.pg_am ON $1": true,
		"SELECT state FROM pgdoctor.journal AS j WHERE j.version = $1":             true,
		"SELECT r.id FROM orders AS r JOIN pg_class AS c ON c.oid = r.id":          false,
		"SELECT id FROM journal":                                                   false,
		"SELECT now()":                                                             false,
		"SELECT FROM WHERE":                                                        false,
	} {
		if got := onlyCatalog(text); got != want {
			t.Errorf("%s: %t", text, got)
		}
	}
}
