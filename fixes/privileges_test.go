package fixes

import (
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

func TestSecurityFixesRefuse(t *testing.T) {
	session := checks.Session{PID: 1, State: "active", User: "web", Application: "pg_dump", XactSeconds: 90_000}
	superuser := session
	superuser.Application, superuser.Superuser = "psql", true
	for name, test := range map[string]struct {
		finding checks.Finding
		want    string
	}{
		"schema, another grantor": {
			checks.Finding{Check: "public-schema-create", Evidence: checks.OpenSchema{Schema: "public", Creatable: true}},
			"another role than the owner granted it",
		},
		"table, another grantor": {
			checks.Finding{Check: "table-public-write", Evidence: checks.PublicTable{Schema: "public", Table: "orders",
				Grants: checks.TableGrants{{Schema: "public", Table: "orders", Privileges: []string{"INSERT"}}}}},
			"another role than the owner granted it",
		},
		"prepared elsewhere": {
			checks.Finding{Check: "prepared-transaction-old", Evidence: checks.PreparedTransaction{GID: "x", Database: "other"}},
			"only in its database",
		},
		"prepared by another": {
			checks.Finding{Check: "prepared-transaction-old", Evidence: checks.PreparedTransaction{GID: "x", Database: "shop", Owner: "web", Here: true}},
			`only its owner "web"`,
		},
		"a dump": {
			checks.Finding{Check: "transaction-long", Evidence: checks.DatabaseSessions{Listed: checks.Sessions{session}}},
			"it is pg_dump",
		},
		"a superuser's": {
			checks.Finding{Check: "transaction-long", Evidence: checks.DatabaseSessions{Listed: checks.Sessions{superuser}}},
			"sessions of superusers",
		},
	} {
		t.Run(name, func(t *testing.T) {
			plan, err := NewPlan([]checks.Finding{test.finding}, Options{Server: postgres.Server{VersionNum: 170000, Role: "doctor"}, MaxRisk: Disruptive})
			if err != nil {
				t.Fatal(err)
			}
			if len(plan.Unfixed) != 1 || !strings.Contains(plan.Unfixed[0].Reason, test.want) {
				t.Errorf("got %+v, want refused because of %q", plan, test.want)
			}
		})
	}
}

func TestPathOf(t *testing.T) {
	row := checks.DefinerFunction{Schema: "app", Path: postgres.Names{"pg_catalog", "public", "x y"}}
	if got, want := strings.Join(pathOf(row), "|"), "pg_catalog|public|x y|app|pg_temp"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
