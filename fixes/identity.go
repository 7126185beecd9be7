package fixes

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Class is a kind of object that a step is about.
type Class string

// The classes.
const (
	Relation   Class = "relation" // every lock names one
	Constraint Class = "constraint"
	Trigger    Class = "trigger"
	Function   Class = "function"
)

// Object is one object that a step is about, besides the relations that it locks.
type Object struct {
	Class  Class
	Schema string
	Table  string // of a constraint or trigger; of a function its arguments, as the server writes them
	Name   string
}

// String is the object's name for people.
func (o Object) String() string {
	switch o.Class {
	case Relation:
		return postgres.Name(o.Schema, o.Name)
	case Function:
		return postgres.Name(o.Schema, o.Name) + "(" + o.Table + ")"
	}
	return postgres.Name(o.Schema, o.Table, o.Name)
}

// Identity is which object a name means, and what that looks like: a plan is for
// that one, whatever has its name when the plan is applied.
type Identity struct {
	Class  Class  `db:"class" json:"class"`
	Object string `db:"object" json:"object"` // its name, as in a lock
	Schema string `db:"schema_name" json:"schema"`
	Table  string `db:"table_name" json:"table,omitempty"` // as in Object
	Name   string `db:"name" json:"name"`
	OID    int64  `db:"oid" json:"oid"`
	Kind   string `db:"kind" json:"kind,omitempty"` // relkind of a relation
	// Definition is that of all but tables, without search_path. A constraint may
	// become valid, or enforced, and stays the same; of a function it is a digest.
	Definition string          `db:"definition" json:"definition,omitempty"`
	Columns    identityColumns `db:"columns" json:"columns,omitempty"` // of a table
	// Around are the indexes and constraints of a table. Plans change them, so only
	// those of a clone are compared.
	Around postgres.Names `db:"around" json:"-"`
}

// IdentityColumn is one column of a table: its type for people, and as the
// catalog holds it, since a type too can be dropped and made again.
type IdentityColumn struct {
	Name      string `json:"name"`
	Type      string `json:"type"`
	TypeOID   int64  `json:"type_oid"`
	Modifier  int64  `json:"modifier"`
	Collation int64  `json:"collation"`
}

type identityColumns []IdentityColumn

// Scan reads a JSON array.
func (c *identityColumns) Scan(src any) error { return postgres.ScanJSON(src, c) }

// The definitions by class, of catalog rows c, con, t and p.
const (
	relationDefinition = `coalesce(CASE
		WHEN c.relkind IN ('i', 'I') THEN pg_catalog.pg_get_indexdef(c.oid)
		WHEN c.relkind IN ('v', 'm') THEN pg_catalog.pg_get_viewdef(c.oid)
		WHEN c.relkind = 'S' THEN (
			SELECT pg_catalog.format('AS %s INCREMENT %s MINVALUE %s MAXVALUE %s START %s CACHE %s %s', pg_catalog.format_type(s.seqtypid, NULL),
				s.seqincrement, s.seqmin, s.seqmax, s.seqstart, s.seqcache, CASE WHEN s.seqcycle THEN 'CYCLE' ELSE 'NO CYCLE' END)
			FROM pg_catalog.pg_sequence AS s
			WHERE s.seqrelid = c.oid)
	END, '')`
	constraintDefinition = `pg_catalog.regexp_replace(pg_catalog.pg_get_constraintdef(con.oid), '( NOT VALID| NOT ENFORCED)+$', '')`
	triggerDefinition    = `pg_catalog.pg_get_triggerdef(t.oid)`
	functionDefinition   = `pg_catalog.md5(p.prosrc || ' ' || p.prolang::text || ' ' || p.prorettype::text)`
)

const identities = `
	WITH wanted AS (
		SELECT v.class, v.object, n.oid AS namespace, v.schema_name, v.table_name, v.name
		FROM pg_catalog.json_to_recordset($1::json) AS v (class text, object text, schema_name text, table_name text, name text)
		JOIN pg_catalog.pg_namespace AS n ON n.nspname = v.schema_name
	)
	SELECT w.class, w.object, w.schema_name, w.table_name, w.name, c.oid::bigint AS oid, c.relkind::text AS kind, ` + relationDefinition + ` AS definition,
		CASE WHEN c.relkind IN ('r', 'p', 'f') THEN (
			SELECT pg_catalog.json_agg(pg_catalog.json_build_object('name', a.attname,
				'type', pg_catalog.format_type(a.atttypid, a.atttypmod), 'type_oid', a.atttypid::bigint,
				'modifier', a.atttypmod, 'collation', a.attcollation::bigint) ORDER BY a.attnum)
			FROM pg_catalog.pg_attribute AS a
			WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
		END AS columns,
		(SELECT pg_catalog.json_agg(d.definition ORDER BY d.definition)
			FROM (
				SELECT con.conname || ' ' || pg_catalog.pg_get_constraintdef(con.oid) AS definition
				FROM pg_catalog.pg_constraint AS con
				WHERE con.conrelid = c.oid
				UNION ALL
				SELECT pg_catalog.pg_get_indexdef(i.indexrelid) || CASE WHEN i.indisvalid THEN '' ELSE ' INVALID' END
				FROM pg_catalog.pg_index AS i
				WHERE i.indrelid = c.oid
			) AS d) AS around
	FROM wanted AS w
	JOIN pg_catalog.pg_class AS c ON c.relnamespace = w.namespace AND c.relname = w.name AND w.class = 'relation'
	UNION ALL
	SELECT w.class, w.object, w.schema_name, w.table_name, w.name, con.oid::bigint, '', ` + constraintDefinition + `, NULL, NULL
	FROM wanted AS w
	JOIN pg_catalog.pg_class AS c ON c.relnamespace = w.namespace AND c.relname = w.table_name
	JOIN pg_catalog.pg_constraint AS con ON con.conrelid = c.oid AND con.conname = w.name AND w.class = 'constraint'
	UNION ALL
	SELECT w.class, w.object, w.schema_name, w.table_name, w.name, t.oid::bigint, '', ` + triggerDefinition + `, NULL, NULL
	FROM wanted AS w
	JOIN pg_catalog.pg_class AS c ON c.relnamespace = w.namespace AND c.relname = w.table_name
	JOIN pg_catalog.pg_trigger AS t ON t.tgrelid = c.oid AND t.tgname = w.name AND w.class = 'trigger'
	UNION ALL
	SELECT w.class, w.object, w.schema_name, w.table_name, w.name, p.oid::bigint, '', ` + functionDefinition + `, NULL, NULL
	FROM wanted AS w
	JOIN pg_catalog.pg_proc AS p ON p.pronamespace = w.namespace AND p.proname = w.name AND w.class = 'function'
		AND pg_catalog.pg_get_function_identity_arguments(p.oid) = w.table_name
	/* pgdoctor */`

// objects lists what a step is about, once each.
func (s Step) objects() []Object {
	var list []Object
	for _, lock := range s.Locks {
		if parts := postgres.ParseName(lock.Relation); len(parts) == 2 {
			list = append(list, Object{Class: Relation, Schema: parts[0], Name: parts[1]})
		}
	}
	for _, object := range s.About {
		if !slices.Contains(list, object) {
			list = append(list, object)
		}
	}
	return list
}

// Identify reads the identities of what steps are about, by class and name;
// what is not there, such as something that a step is to make, is left out.
func Identify(ctx context.Context, db *sqlx.DB, steps []Step, timeout time.Duration) (map[string]Identity, error) {
	type named struct {
		Class  Class  `json:"class"`
		Object string `json:"object"`
		Schema string `json:"schema_name"`
		Table  string `json:"table_name"`
		Name   string `json:"name"`
	}
	wanted := []named{}
	for _, step := range steps {
		for _, o := range step.objects() {
			if name := (named{o.Class, o.String(), o.Schema, o.Table, o.Name}); !slices.Contains(wanted, name) {
				wanted = append(wanted, name)
			}
		}
	}
	names, err := json.Marshal(wanted)
	if err != nil {
		return nil, err
	}
	var rows []Identity
	err = postgres.ReadOnly(ctx, db, timeout, func(tx *sqlx.Tx) error {
		return tx.SelectContext(ctx, &rows, identities, string(names))
	})
	known := map[string]Identity{}
	for _, row := range rows {
		known[row.key()] = row
	}
	return known, err
}

func (i Identity) key() string { return string(i.Class) + " " + i.Object }

// Same finds the object of the same class and name.
func Same(known map[string]Identity, object Identity) (Identity, bool) {
	same, ok := known[object.key()]
	return same, ok
}

// Looks says whether two objects are the same to look at, as those of a
// database and its clone are.
func (i Identity) Looks(other Identity) bool {
	sameColumn := func(a, b IdentityColumn) bool { return a.Name == b.Name && a.Type == b.Type }
	return i.Kind == other.Kind && i.Definition == other.Definition &&
		slices.EqualFunc(i.Columns, other.Columns, sameColumn) && slices.Equal(i.Around, other.Around)
}

// Sorted lists identities by class and name.
func Sorted(known map[string]Identity) []Identity {
	list := make([]Identity, 0, len(known))
	for _, key := range slices.Sorted(maps.Keys(known)) {
		list = append(list, known[key])
	}
	return list
}

// identified gives each step the identities of what it is about, so that it is
// refused where that has changed. The first step of a fix has those of all its
// steps: what is to be refused must not begin. An index or sequence that a step
// earlier in the plan works on may be another one by then.
func identified(steps []Step, known map[string]Identity) {
	worked := map[string]bool{}
	for first := 0; first < len(steps); {
		n := EndOf(steps, first)
		fix := steps[first:n]
		for i := range fix {
			about := fix[i].objects()
			if i == 0 {
				for _, later := range fix[1:] {
					about = append(about, later.objects()...)
				}
			}
			for _, object := range about {
				identity, ok := known[string(object.Class)+" "+object.String()]
				if !ok || worked[identity.key()] || slices.ContainsFunc(fix[i].Identities, func(have Identity) bool { return have.key() == identity.key() }) {
					continue
				}
				fix[i].Identities = append(fix[i].Identities, identity)
			}
			for _, object := range fix[i].objects() {
				if identity := known[string(object.Class)+" "+object.String()]; identity.replaceable() {
					worked[identity.key()] = true
				}
			}
		}
		first = n
	}
}

func (i Identity) replaceable() bool {
	return i.Class == Relation && strings.Contains("iIS", i.Kind)
}

// Changed is SQL that returns what has changed of what a step is about since it
// was planned, as text, "" for nothing. It is read without a search_path.
func (s Step) Changed() string {
	if len(s.Identities) == 0 {
		return "SELECT ''"
	}
	parts := make([]string, len(s.Identities))
	for i, identity := range s.Identities {
		// a step that keeps rows must know every column, or undo would lose values
		parts[i] = identity.changes(s.Risk == Data)
	}
	return "SELECT coalesce(pg_catalog.string_agg(d.what, '; '), '') FROM (\n" + strings.Join(parts, "\nUNION ALL\n") + "\n) AS d (what)"
}

// changes is a query of what has changed of one object, a row each.
func (i Identity) changes(everyColumn bool) string {
	name := postgres.Literal(i.Object)
	var now, renamed string
	switch i.Class {
	case Relation:
		now = fmt.Sprintf("SELECT c.oid, %s AS definition FROM pg_catalog.pg_class AS c WHERE c.oid = pg_catalog.to_regclass(%s)", relationDefinition, postgres.Literal(postgres.Quote(i.Schema, i.Name)))
		renamed = fmt.Sprintf("(SELECT n.nspname || '.' || c.relname FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace WHERE c.oid = %d)", i.OID)
	case Constraint:
		now = fmt.Sprintf("SELECT con.oid, %s AS definition FROM pg_catalog.pg_constraint AS con WHERE con.conrelid = pg_catalog.to_regclass(%s) AND con.conname = %s",
			constraintDefinition, postgres.Literal(postgres.Quote(i.Schema, i.Table)), postgres.Literal(i.Name))
		renamed = fmt.Sprintf("(SELECT con.conname::text FROM pg_catalog.pg_constraint AS con WHERE con.oid = %d)", i.OID)
	case Trigger:
		now = fmt.Sprintf("SELECT t.oid, %s AS definition FROM pg_catalog.pg_trigger AS t WHERE t.tgrelid = pg_catalog.to_regclass(%s) AND t.tgname = %s",
			triggerDefinition, postgres.Literal(postgres.Quote(i.Schema, i.Table)), postgres.Literal(i.Name))
		renamed = fmt.Sprintf("(SELECT t.tgname::text FROM pg_catalog.pg_trigger AS t WHERE t.oid = %d)", i.OID)
	case Function:
		now = fmt.Sprintf("SELECT p.oid, %s AS definition FROM pg_catalog.pg_proc AS p JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace WHERE n.nspname = %s AND p.proname = %s AND pg_catalog.pg_get_function_identity_arguments(p.oid) = %s",
			functionDefinition, postgres.Literal(i.Schema), postgres.Literal(i.Name), postgres.Literal(i.Table))
		renamed = fmt.Sprintf("(SELECT p.oid::pg_catalog.regprocedure::text FROM pg_catalog.pg_proc AS p WHERE p.oid = %d)", i.OID)
	}
	became := fmt.Sprintf("%s || ' was ' || %s || ' and is ' || now.definition || ' now'", name, postgres.Literal(i.Definition))
	if i.Class == Function || strings.Contains("vm", i.Kind) && i.Kind != "" {
		became = name + " || ' has another definition now'"
	}
	text := fmt.Sprintf(`SELECT CASE
    WHEN now.oid IS NULL THEN %[1]s || coalesce(' is called ' || %[2]s || ' now', ' is not there any more')
    WHEN now.oid <> %[3]d THEN %[1]s || coalesce(' is another one now, and what was examined is called ' || %[2]s, ' was dropped and made again')
    ELSE %[4]s
END
FROM (SELECT) AS one
LEFT JOIN (%[5]s) AS now ON true
WHERE now.oid IS DISTINCT FROM %[3]d OR now.definition IS DISTINCT FROM %[6]s`,
		name, renamed, i.OID, became, now, postgres.Literal(i.Definition))
	if len(i.Columns) > 0 {
		text += "\nUNION ALL\n" + i.columnChanges(everyColumn)
	}
	return text
}

// columnChanges is a query of the columns that are gone or have another type
// and, where every column counts, of those that are new.
func (i Identity) columnChanges(every bool) string {
	rows := make([]string, len(i.Columns))
	for n, c := range i.Columns {
		rows[n] = fmt.Sprintf("(%s, %s, %d, %d, %d)", postgres.Literal(c.Name), postgres.Literal(c.Type), c.TypeOID, c.Modifier, c.Collation)
	}
	name := postgres.Literal(i.Object)
	fresh := "a.attname IS NULL"
	if every {
		fresh = "true"
	}
	return fmt.Sprintf(`SELECT CASE
    WHEN v.name IS NULL THEN %[1]s || ' has a column ' || a.attname || ' that was not there'
    WHEN a.attname IS NULL THEN %[1]s || ' has no column ' || v.name || ' any more'
    ELSE 'column ' || v.name || ' of ' || %[1]s || ' was ' || v.type || ' and is ' || pg_catalog.format_type(a.atttypid, a.atttypmod) || ' now'
        || CASE WHEN a.attcollation::bigint <> v.collation_oid THEN ', with another collation' ELSE '' END
END
FROM (VALUES
    %[2]s
) AS v (name, type, type_oid, modifier, collation_oid)
FULL JOIN (
    SELECT a.attname::text, a.atttypid, a.atttypmod, a.attcollation
    FROM pg_catalog.pg_attribute AS a
    WHERE a.attrelid = %[3]d AND a.attnum > 0 AND NOT a.attisdropped
) AS a ON a.attname = v.name
WHERE EXISTS (SELECT FROM pg_catalog.pg_class AS c WHERE c.oid = %[3]d)
  AND (v.name IS NOT NULL OR %[4]s)
  AND (a.attname IS NULL OR v.name IS NULL OR a.atttypid::bigint <> v.type_oid OR a.atttypmod <> v.modifier OR a.attcollation::bigint <> v.collation_oid)`,
		name, strings.Join(rows, ",\n    "), i.OID, fresh)
}
