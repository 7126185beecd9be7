package fixes

import (
	"regexp"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Right is what a role must be, or hold, so that a step can run.
type Right struct {
	Privilege string `json:"privilege"` // one of the constants below, or as GRANT names it
	Class     Class  `json:"class,omitempty"`
	Schema    string `json:"schema_name,omitempty"`
	Name      string `json:"name,omitempty"`
	Arguments string `json:"arguments,omitempty"` // of a function, as the server writes them
}

// What is no privilege that can be granted on the object itself, or is one only
// since 17.
const (
	Owner       = "OWNER" // or a member of it
	Superuser   = "SUPERUSER"
	Replication = "REPLICATION"
	Maintain    = "MAINTAIN" // or its owner
	Vacuum      = "VACUUM"   // MAINTAIN, or the owner of the database
)

// Classes of objects that only rights are about.
const (
	Schema       Class = "schema"
	Database     Class = "database"
	Extension    Class = "extension"
	Subscription Class = "subscription"
	Collation    Class = "collation"
	Role         Class = "role" // whose owner is itself
	Parameter    Class = "parameter"
)

// Rights are those that the two directions of a step need.
type Rights struct{ Up, Down []Right }

// both are rights that up and down need.
func both(rights ...Right) Rights { return Rights{Up: rights, Down: slices.Clone(rights)} }

// Rights are those that a role needs to apply some steps and to undo them.
func (p Plan) Rights() []Right {
	var rights []Right
	for _, step := range p.Steps {
		rights = append(rights, step.Rights.Up...)
		rights = append(rights, step.Rights.Down...)
	}
	return rights
}

// Empower adds to the steps of one fix the rights that follow from what they lock
// and say; what does not follow from that, a fix has said itself.
func Empower(steps []Step) {
	var whole Rights
	for i := range steps {
		step := &steps[i]
		for n, lock := range step.Locks {
			if name := postgres.ParseName(lock.Relation); len(name) == 2 {
				step.Rights.locking(step, n, Right{Class: Relation, Schema: name[0], Name: name[1]})
			}
		}
		whole.Up = append(whole.Up, step.Rights.Up...)
		whole.Down = append(whole.Down, step.Rights.Down...)
	}
	for i := range steps {
		step := &steps[i]
		if len(step.Locks) == 0 && step.Reach == InDatabase { // it stands there for the others
			step.Rights.Up = append(step.Rights.Up, whole.Up...)
			step.Rights.Down = append(step.Rights.Down, whole.Down...)
		}
		step.Rights.Up = spoken(step.Up, append(step.Rights.Up, step.settings(step.Up)...))
		step.Rights.Down = spoken(step.Down, append(step.Rights.Down, step.settings(step.Down)...))
	}
}

// locking adds what the nth lock of a step is taken for.
func (r *Rights) locking(step *Step, n int, on Right) {
	as := func(privilege string) Right {
		on.Privilege = privilege
		return on
	}
	switch mode := step.Locks[n].Mode; {
	case mode == "AccessShareLock" || mode == "RowShareLock":
	case strings.HasPrefix(step.Up, "VACUUM ") || strings.HasPrefix(step.Up, "ANALYZE "):
		r.Up = append(r.Up, as(Vacuum))
	case strings.HasPrefix(step.Up, "REINDEX "):
		if n == 0 { // the table; the index has none of its own
			r.Up = append(r.Up, as(Maintain))
		}
	case step.Kind == "refresh-materialized-view":
		r.Up, r.Down = append(r.Up, as(Maintain)), append(r.Down, as(Maintain))
	case step.Kind == "advance-sequence":
		r.Up, r.Down = append(r.Up, as("UPDATE")), append(r.Down, as("UPDATE"))
	case n > 0 && step.Kind == "add-foreign-key": // the table that is referred to
		r.Up = append(r.Up, as("REFERENCES"))
	case n > 0 && step.Kind == "drop-constraint":
		r.Down = append(r.Down, as("REFERENCES"))
	case n > 0 && step.Kind == "enforce-constraint":
	default:
		r.Up, r.Down = append(r.Up, as(Owner)), append(r.Down, as(Owner))
	}
}

var (
	creates = regexp.MustCompile(`(?m)^\s*CREATE (UNLOGGED )?(UNIQUE )?(INDEX|SEQUENCE) |ADD GENERATED `)
	// what only a superuser may
	highest    = regexp.MustCompile(`(?m)^\s*ALTER (SYSTEM|ROLE) |pg_reload_conf\(|^\s*UPDATE pg_catalog\.`)
	ofDatabase = regexp.MustCompile(`(?m)^\s*ALTER DATABASE ("(?:[^"]|"")+") `)
)

// spoken adds what a text says itself: new relations need a place in their schema.
// A text without a statement needs nothing.
func spoken(text string, rights []Right) []Right {
	if OnlyComments(text) {
		return nil
	}
	if creates.MatchString(text) {
		for _, right := range slices.Clone(rights) {
			if right.Class == Relation {
				rights = append(rights, Right{Privilege: "CREATE", Class: Schema, Name: right.Schema})
			}
		}
	}
	if highest.MatchString(text) {
		rights = append(rights, Right{Privilege: Superuser})
	}
	if strings.Contains(text, pastKeys) {
		rights = append(rights, Right{Privilege: "SET", Class: Parameter, Name: "session_replication_role"})
	}
	return compact(rights)
}

// settings are those of a step that changes what databases and servers are set to.
func (s *Step) settings(text string) []Right {
	if s.Kind == "change-setting" {
		return []Right{{Privilege: Superuser}}
	}
	var rights []Right
	for _, match := range ofDatabase.FindAllStringSubmatch(text, -1) {
		rights = append(rights, Right{Privilege: Owner, Class: Database, Name: postgres.ParseName(match[1])[0]})
	}
	return rights
}

// compact leaves each right once, in the order of their first places.
func compact(rights []Right) []Right {
	var list []Right
	for _, right := range rights {
		if !slices.Contains(list, right) {
			list = append(list, right)
		}
	}
	return list
}
