package integration

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/migrations"
)

// mutation is what somebody does between plan and apply to an object that a fix
// is about, and what takes that back.
type mutation struct {
	name, do, undo string
	says           string // a part of why the fix is refused
}

// TestChangedSince changes each object that each fix is about after it was
// planned. Every time all of the fix is refused, with what changed, and nothing
// is done to whatever has the name now.
func TestChangedSince(t *testing.T) {
	t.Parallel()
	leftOut := func(_ checks.Doc, sc scenario) string {
		if sc.ownServer() || strings.TrimSpace(sc.sessions) != "" {
			return "it is about settings or sessions"
		}
		return ""
	}
	eachCurable(t, leftOut, endsSince, changeSince)
}

func changeSince(t *testing.T, s *servers.Server, check checks.Check, sc scenario) {
	p := newPatient(t, s, sc, "")
	plan := p.plan(t, p.settled(t, check, sc.golden("findings.json", s.Major)).Findings)
	record := p.record(t)
	defer record.Close()
	conn := connect(t, p.cfg.ConnString())
	if _, err := conn.Exec(t.Context(), "SET lock_timeout = '5s'"); err != nil {
		t.Fatal(err)
	}
	for len(plan.Steps) > 0 {
		n := fixes.EndOf(plan.Steps, 0)
		fix := plan.Steps[:n]
		plan.Steps = plan.Steps[n:]
		if len(fix[0].Identities) == 0 && fix[0].Reach == fixes.InDatabase && !knowsNoObject[fix[0].Kind] {
			t.Errorf("%s does not know what it is about", fix[0].Slug)
		}
		for _, identity := range fix[0].Identities {
			for _, m := range mutationsOf(identity, fix[0].Risk == fixes.Data) {
				m.refuse(t, p, conn, record, fix)
			}
		}
	}
}

// impossible is what the server says where a partition can be changed only through
// its root, which has its own turn.
var impossible = []string{"42P16", "0A000", "42710"}

// knowsNoObject are kinds whose requirements say all that there is to say.
var knowsNoObject = map[string]bool{"create-extension": true, "refresh-collation": true, "enable-subscription": true, "revoke-from-public": true}

func (m mutation) refuse(t *testing.T, p *patient, conn *pgx.Conn, record *migrations.Record, fix []fixes.Step) {
	t.Helper()
	if _, err := conn.Exec(t.Context(), m.do); err != nil {
		if slices.Contains(impossible, postgres.SQLState(err)) {
			return
		}
		t.Errorf("%s: %v of %s", m.name, err, m.do)
		return
	}
	before := p.snapshot(t)
	started := time.Now()
	outcomes, err := record.Apply(t.Context(), fix, migrations.Options{})
	if err != nil {
		t.Errorf("%s: %s: %v", m.name, fix[0].Slug, err)
	}
	for i, outcome := range outcomes {
		if outcome.Status != migrations.Refused {
			t.Errorf("%s: %s was %s after %s", m.name, fix[i].Slug, outcome.Status, time.Since(started))
		}
	}
	if !strings.Contains(outcomes[0].Error, m.says) {
		t.Errorf("%s: %s says %q, which lacks %q", m.name, fix[0].Slug, outcomes[0].Error, m.says)
	}
	if diff := cmp.Diff(before, p.snapshot(t)); diff != "" {
		t.Errorf("%s: %s changed something (-before +after):\n%s", m.name, fix[0].Slug, diff)
	}
	if _, err := conn.Exec(t.Context(), m.undo); err != nil {
		t.Fatalf("%s: %v of %s", m.name, err, m.undo)
	}
}

// mutationsOf lists what is done to one object.
func mutationsOf(i fixes.Identity, data bool) []mutation {
	away := postgres.Quote("pgdoctor_away")
	name, table := postgres.Quote(i.Name), postgres.Quote(i.Schema, i.Table)
	switch i.Class {
	case fixes.Constraint:
		rename := mutation{i.Object + " renamed", fmt.Sprintf("ALTER TABLE %s RENAME CONSTRAINT %s TO %s", table, name, away),
			fmt.Sprintf("ALTER TABLE %s RENAME CONSTRAINT %s TO %s", table, away, name), "is called pgdoctor_away now"}
		other := mutation{i.Object + " another", rename.do + fmt.Sprintf("; ALTER TABLE %s ADD CONSTRAINT %s CHECK (1 = 1) NOT VALID", table, name),
			fmt.Sprintf("ALTER TABLE %s DROP CONSTRAINT %s; ", table, name) + rename.undo, "is another one now"}
		return []mutation{rename, other}
	case fixes.Trigger:
		return []mutation{{i.Object + " renamed", fmt.Sprintf("ALTER TRIGGER %s ON %s RENAME TO %s", name, table, away),
			fmt.Sprintf("ALTER TRIGGER %s ON %s RENAME TO %s", away, table, name), "is called pgdoctor_away now"}}
	case fixes.Function:
		body := func(more string) string {
			return fmt.Sprintf("DO $do$ BEGIN EXECUTE pg_catalog.regexp_replace(pg_catalog.pg_get_functiondef(%d), 'AS \\$(function|procedure)\\$( /\\* other \\*/)?', 'AS $\\1$%s'); END $do$", i.OID, more)
		}
		return []mutation{{i.Object + " replaced", body(" /* other */"), body(""), "has another definition now"}}
	}
	relation := postgres.Quote(i.Schema, i.Name)
	rename := mutation{i.Object + " renamed", fmt.Sprintf("ALTER TABLE %s RENAME TO %s", relation, away),
		fmt.Sprintf("ALTER TABLE %s RENAME TO %s", postgres.Quote(i.Schema, "pgdoctor_away"), name), "pgdoctor_away now"}
	list := []mutation{rename}
	another := func(make, kind string) {
		list = append(list, mutation{i.Object + " another", rename.do + "; " + make, "DROP " + kind + " " + relation + "; " + rename.undo, "is another one now"})
	}
	switch i.Kind {
	case "r", "p":
		another(fmt.Sprintf("CREATE TABLE %s (LIKE %s)", relation, postgres.Quote(i.Schema, "pgdoctor_away")), "TABLE")
		column := postgres.Quote(i.Columns[len(i.Columns)-1].Name)
		list = append(list, mutation{i.Object + " column renamed", fmt.Sprintf("ALTER TABLE %s RENAME COLUMN %s TO %s", relation, column, away),
			fmt.Sprintf("ALTER TABLE %s RENAME COLUMN %s TO %s", relation, away, column), "any more"})
		if data {
			list = append(list, mutation{i.Object + " column added", fmt.Sprintf("ALTER TABLE %s ADD COLUMN %s integer", relation, away),
				fmt.Sprintf("ALTER TABLE %s DROP COLUMN %s", relation, away), "that was not there"})
		}
	case "S":
		another("CREATE SEQUENCE "+relation, "SEQUENCE")
	case "i":
		another("CREATE TABLE "+relation+" ()", "TABLE")
	}
	return list
}
