package fixes

import (
	"testing"

	"github.com/pgdoctor/pgdoctor/checks"
)

func TestRebuildOf(t *testing.T) {
	for name, test := range map[string]struct {
		row  checks.SurplusIndex
		want string // "" is: cannot be derived
	}{
		"plain":  {checks.SurplusIndex{Definition: "CREATE INDEX i ON s.t USING btree (a)"}, "CREATE INDEX CONCURRENTLY i ON s.t USING btree (a)"},
		"unique": {checks.SurplusIndex{Definition: "CREATE UNIQUE INDEX i ON s.t USING btree (a)"}, "CREATE UNIQUE INDEX CONCURRENTLY i ON s.t USING btree (a)"},
		"tablespace": {checks.SurplusIndex{Definition: "CREATE INDEX i ON s.t USING btree (a)", Tablespace: pointer(`fast "disk"`)},
			`CREATE INDEX CONCURRENTLY i ON s.t USING btree (a) TABLESPACE "fast ""disk"""`},
		"tablespace and predicate": {checks.SurplusIndex{
			Definition: `CREATE INDEX " WHERE " ON s.t USING btree (a) WITH (fillfactor='70') WHERE (b = ' WHERE c'::text)`,
			Predicate:  pointer("(b = ' WHERE c'::text)"), Tablespace: pointer("fast")},
			`CREATE INDEX CONCURRENTLY " WHERE " ON s.t USING btree (a) WITH (fillfactor='70') TABLESPACE "fast" WHERE (b = ' WHERE c'::text)`},
		"another predicate": {checks.SurplusIndex{Definition: "CREATE INDEX i ON s.t USING btree (a) WHERE (b)",
			Predicate: pointer("b"), Tablespace: pointer("fast")}, ""},
		"no definition": {checks.SurplusIndex{}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got, ok := rebuildOf(test.row); ok != (test.want != "") || ok && got != test.want {
				t.Errorf("got %t %s", ok, got)
			}
		})
	}
}
