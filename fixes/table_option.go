package fixes

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// maxInOneStep bounds how many partitions one transaction changes: each keeps
// its lock until the end.
const maxInOneStep = 200

// optionChange changes one storage parameter of a table, or of its partitions.
// It takes a lock that no reader or writer minds.
type optionChange struct {
	kind      string
	option    string
	value     string // "" resets it
	schema    string
	table     string
	relations checks.StoredOptions
}

func (o optionChange) step() (Step, error) {
	table := checks.Table{Schema: o.schema, Name: o.table}
	if n := len(o.relations); n > maxInOneStep {
		return Step{}, refuse("%d partitions of %s would be locked in one transaction: change them one by one, as pgdoctor explain shows", n, table)
	}
	step := Step{Kind: o.kind, Slug: slug(o.kind, o.option, o.table), Risk: Online, Reversible: true}
	var up, down, found []string
	for _, relation := range o.relations {
		name := postgres.Quote(relation.Schema, relation.Table)
		step.Locks = append(step.Locks, Lock{"ShareUpdateExclusiveLock", postgres.Name(relation.Schema, relation.Table)})
		for _, place := range []struct {
			prefix string
			was    *string
			toast  bool
		}{{"", relation.Value, false}, {"toast.", relation.ToastValue, true}} {
			// the setting of a TOAST table is only ever taken back
			if place.was == nil && (o.value == "" || place.toast) {
				continue
			}
			option := place.prefix + o.option
			up = append(up, alterOption(name, option, o.value))
			found = append(found, fmt.Sprintf("(%s, %t, %s)", postgres.Literal(name), place.toast, textOrNull(place.was)))
			if place.was == nil {
				down = append(down, alterOption(name, option, ""))
				continue
			}
			down = append(down, alterOption(name, option, strings.TrimSpace(postgres.Literal(*place.was))))
		}
	}
	step.Up, step.Down = strings.Join(up, "\n"), strings.Join(down, "\n")
	step.Requires = []Requirement{{o.unchanged(found), "a table is gone, or somebody changed the setting meanwhile: check again"}}
	return step, nil
}

// alterOption sets a storage parameter, or resets it where value is "".
func alterOption(relation, option, value string) string {
	if value == "" {
		return fmt.Sprintf("ALTER TABLE %s RESET (%s);", relation, option)
	}
	return fmt.Sprintf("ALTER TABLE %s SET (%s = %s);", relation, option, value)
}

func textOrNull(value *string) string {
	if value == nil {
		return "NULL::text"
	}
	return postgres.Literal(*value) + "::text"
}

// unchanged asks whether every relation still has the value that undo would restore.
func (o optionChange) unchanged(found []string) string {
	return fmt.Sprintf(`SELECT NOT EXISTS (
    SELECT FROM (VALUES
        %s
    ) AS v (name, toast, value)
    LEFT JOIN pg_catalog.pg_class AS t ON t.oid = pg_catalog.to_regclass(v.name)
    LEFT JOIN pg_catalog.pg_class AS c ON c.oid = CASE WHEN v.toast THEN t.reltoastrelid ELSE t.oid END
    WHERE c.oid IS NULL
       OR (SELECT p.option_value FROM pg_catalog.pg_options_to_table(c.reloptions) AS p WHERE p.option_name = %s) IS DISTINCT FROM v.value)`,
		strings.Join(found, ",\n        "), postgres.Literal(o.option))
}
