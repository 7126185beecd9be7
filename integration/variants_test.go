package integration

import (
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/pgdoctor/pgdoctor/checks"
)

// variant is what can be struck besides the fixes' default ways: another strategy,
// or an undo that leaves what it cannot bring back.
type variant struct {
	kind     string
	flags    []string
	obstacle string // written between the fix and an undo that skips conflicts
	gone     string // clears the way
}

// slowOrphans has so many orphans, each of which takes so long to change or to
// remove, that a fault strikes in the middle of them.
const slowOrphans = `
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users SELECT generate_series(1, 20);
CREATE TABLE leases (id integer PRIMARY KEY, user_id integer, note text);
INSERT INTO leases SELECT n, CASE WHEN n % 3 = 0 THEN -n ELSE n % 20 + 1 END, 'lease ' || n FROM generate_series(1, 900) AS n;
ALTER TABLE leases ADD FOREIGN KEY (user_id) REFERENCES users NOT VALID;
CREATE FUNCTION slow_row() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$ BEGIN
	IF current_setting('application_name') = 'pgdoctor' THEN PERFORM pg_sleep(0.001); END IF;
	RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER slow_row BEFORE UPDATE OR DELETE ON leases FOR EACH ROW EXECUTE FUNCTION slow_row();
ANALYZE`

var variants = []variant{
	{kind: "set-null", flags: []string{"--strategy", "orphan-rows=set-null"}},
	{kind: "reassign", flags: []string{"--strategy", "orphan-rows=reassign:20"}},
	{kind: "skip-conflicts", obstacle: "INSERT INTO leases VALUES (300, 1, 'newer'), (600, 1, 'newer')", gone: "DELETE FROM leases WHERE note = 'newer'"},
}

// scenario is what a variant is struck on.
func (v variant) scenario() scenario { return scenario{archive: &txtar.Archive{}, sick: slowOrphans} }

// ordeals are the variant's cells of the matrix.
func (v variant) ordeals() []*ordeal {
	var list []*ordeal
	for _, fault := range faults {
		for _, at := range fault.at {
			if v.obstacle != "" && at.phase != undoing || fault.crash {
				continue
			}
			list = append(list, &ordeal{kind: v.kind, check: checks.OrphanRows, fault: fault, at: at, variant: &v})
		}
	}
	return list
}

// undoFlags are those of an undo around which somebody wrote.
func (c *ordeal) undoFlags() []string {
	if c.variant == nil || c.variant.obstacle == "" {
		return nil
	}
	return []string{"--skip-conflicts"}
}
