package fixes

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// lacked is a right that the connected role does not have.
type lacked struct {
	Right
	Owner   string `json:"owner"`
	Highest bool   `json:"owner_is_superuser"`
	Role    string `json:"role"`
}

// lacking reads the rights that the connected role lacks, as a JSON text. What an
// object that is not there would need is not asked: it is another's to miss it.
const lacking = `
WITH wanted AS (
    SELECT v.privilege, v.class, v.schema_name, v.name, v.arguments
    FROM pg_catalog.json_to_recordset(%s::json) AS v (privilege text, class text, schema_name text, name text, arguments text)
),
there AS (
    SELECT w.*, c.oid, c.relowner AS owner
    FROM wanted AS w
    JOIN pg_catalog.pg_namespace AS n ON n.nspname = w.schema_name
    JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = w.name
    WHERE w.class = 'relation'
      AND c.relkind NOT IN ('i', 'I') -- an index is its table's
    UNION ALL
    SELECT w.*, p.oid, p.proowner
    FROM wanted AS w
    JOIN pg_catalog.pg_namespace AS n ON n.nspname = w.schema_name
    JOIN pg_catalog.pg_proc AS p ON p.pronamespace = n.oid AND p.proname = w.name
    WHERE w.class = 'function' AND pg_catalog.pg_get_function_identity_arguments(p.oid) = coalesce(w.arguments, '')
    UNION ALL
    SELECT w.*, c.oid, c.collowner
    FROM wanted AS w
    JOIN pg_catalog.pg_namespace AS n ON n.nspname = w.schema_name
    JOIN pg_catalog.pg_collation AS c ON c.collnamespace = n.oid AND c.collname = w.name
    WHERE w.class = 'collation'
    UNION ALL
    SELECT w.*, n.oid, n.nspowner FROM wanted AS w JOIN pg_catalog.pg_namespace AS n ON n.nspname = w.name WHERE w.class = 'schema'
    UNION ALL
    SELECT w.*, d.oid, d.datdba FROM wanted AS w JOIN pg_catalog.pg_database AS d ON d.datname = w.name WHERE w.class = 'database'
    UNION ALL
    SELECT w.*, e.oid, e.extowner FROM wanted AS w JOIN pg_catalog.pg_extension AS e ON e.extname = w.name WHERE w.class = 'extension'
    UNION ALL
    -- its oid may be read from 14 on only
    SELECT w.*, NULL, s.subowner
    FROM wanted AS w
    JOIN pg_catalog.pg_database AS d ON d.datname = pg_catalog.current_database()
    JOIN pg_catalog.pg_subscription AS s ON s.subdbid = d.oid AND s.subname = w.name
    WHERE w.class = 'subscription'
    UNION ALL
    SELECT w.*, r.oid, r.oid FROM wanted AS w JOIN pg_catalog.pg_roles AS r ON r.rolname = w.name WHERE w.class = 'role'
    UNION ALL
    SELECT w.*, NULL, NULL FROM wanted AS w WHERE w.class IS NULL AND w.privilege IN ('SUPERUSER', 'REPLICATION')
)
SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object('privilege', t.privilege, 'class', t.class, 'schema_name', t.schema_name, 'name', t.name,
    'arguments', t.arguments, 'owner', r.rolname, 'owner_is_superuser', coalesce(r.rolsuper, false), 'role', me.rolname)), '[]')::text
FROM there AS t
JOIN pg_catalog.pg_roles AS me ON me.rolname = current_user
LEFT JOIN pg_catalog.pg_roles AS r ON r.oid = t.owner
WHERE NOT (me.rolsuper OR CASE
    WHEN t.privilege = 'SUPERUSER' THEN false
    WHEN t.privilege = 'REPLICATION' THEN me.rolreplication
    WHEN pg_catalog.pg_has_role(t.owner, 'USAGE') THEN true
    WHEN t.privilege = 'VACUUM' AND (SELECT pg_catalog.pg_has_role(d.datdba, 'USAGE') FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database()) THEN true
    WHEN t.privilege IN ('VACUUM', 'MAINTAIN') THEN
        CASE WHEN pg_catalog.current_setting('server_version_num')::integer >= 170000 THEN pg_catalog.has_table_privilege(t.oid, 'MAINTAIN') ELSE false END
    WHEN t.privilege = 'OWNER' THEN false
    WHEN t.class = 'relation' AND t.privilege IN ('REFERENCES', 'SELECT', 'UPDATE') THEN pg_catalog.has_table_privilege(t.oid, t.privilege)
    WHEN t.class = 'schema' THEN pg_catalog.has_schema_privilege(t.oid, t.privilege)
        -- or it comes with the owner, who is named for another right
        OR EXISTS (SELECT FROM there AS o WHERE o.privilege = 'OWNER' AND o.schema_name = t.name AND pg_catalog.has_schema_privilege(o.owner, t.oid, t.privilege))
    WHEN t.class = 'database' THEN pg_catalog.has_database_privilege(t.oid, t.privilege)
    ELSE true
END)`

// Lacking says which of some rights the connected role lacks, and whom to connect
// as, or what to GRANT. ask answers a query of one text in a transaction of its own.
func Lacking(ctx context.Context, rights []Right, ask func(ctx context.Context, query string) (string, error)) ([]string, error) {
	rights = compact(rights)
	if len(rights) == 0 {
		return nil, nil
	}
	text, err := json.Marshal(rights)
	if err != nil {
		return nil, fmt.Errorf("write down the rights: %w", err)
	}
	answer, err := ask(ctx, fmt.Sprintf(lacking, postgres.Literal(string(text))))
	if err != nil {
		return nil, fmt.Errorf("read which rights are lacking: %w", err)
	}
	var list []lacked
	if err := json.Unmarshal([]byte(answer), &list); err != nil {
		return nil, fmt.Errorf("read which rights are lacking: %w", err)
	}
	words := lackingWords(list)
	for _, right := range rights {
		if right.Class != Parameter {
			continue
		}
		// providers allow it to roles that no catalog tells: so it is tried
		name := postgres.Literal(right.Name)
		_, err := ask(ctx, fmt.Sprintf("SELECT pg_catalog.set_config(%s, pg_catalog.current_setting(%s), true)", name, name))
		if err != nil && postgres.SQLState(err) != "42501" {
			return nil, fmt.Errorf("try whether %s may be set: %w", right.Name, err)
		}
		if err != nil {
			words = append(words, "setting "+right.Name+" takes a superuser, or from 15 on GRANT SET ON PARAMETER "+right.Name)
		}
	}
	return words, nil
}

func lackingWords(list []lacked) []string {
	var words, owners []string
	owned := map[string][]lacked{}
	for _, l := range list {
		switch l.Privilege {
		case Superuser:
			words = append(words, "it takes a superuser")
		case Replication:
			words = append(words, "ALTER ROLE "+postgres.Quote(l.Role)+" REPLICATION, or connect as a superuser")
		case Owner:
			if len(owned[l.Owner]) == 0 {
				owners = append(owners, l.Owner)
			}
			owned[l.Owner] = append(owned[l.Owner], l)
		case Maintain, Vacuum:
			words = append(words, l.shown()+" takes its owner, "+postgres.Name(l.Owner)+", or from 17 on: GRANT MAINTAIN ON TABLE "+l.quoted()+" TO "+postgres.Quote(l.Role))
		default:
			words = append(words, "GRANT "+l.Privilege+" ON "+l.word()+" "+l.quoted()+" TO "+postgres.Quote(l.Role))
		}
	}
	for _, owner := range owners {
		words = append(words, belongings(owned[owner]))
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// belongings says whose some objects are.
func belongings(list []lacked) string {
	names := make([]string, len(list))
	for i, l := range list {
		names[i] = l.shown()
	}
	slices.Sort(names)
	verb := " belongs to "
	if len(names) > 1 {
		verb = " belong to "
	}
	text := strings.Join(names, ", ") + verb + postgres.Name(list[0].Owner) + ": connect as that role"
	if !list[0].Highest { // nobody is made a superuser for that
		text += fmt.Sprintf(", or GRANT %s TO %s", postgres.Quote(list[0].Owner), postgres.Quote(list[0].Role))
	}
	return text
}

func (l lacked) word() string {
	if l.Class == Relation {
		return "TABLE"
	}
	return strings.ToUpper(string(l.Class))
}

func (l lacked) quoted() string {
	if l.Schema == "" {
		return postgres.Quote(l.Name)
	}
	return postgres.Quote(l.Schema, l.Name)
}

func (l lacked) shown() string {
	switch {
	case l.Class == Role:
		return "what role " + postgres.Name(l.Name) + " makes"
	case l.Schema == "":
		return string(l.Class) + " " + postgres.Name(l.Name)
	case l.Class == Function:
		return postgres.Name(l.Schema, l.Name) + "(" + l.Arguments + ")"
	}
	return postgres.Name(l.Schema, l.Name)
}
