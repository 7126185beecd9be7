package fixes

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.FKDuplicate,
	Cure{Kind: "drop-constraint", Risk: Locking, Reversible: true, order: 65},
	func(row checks.SurplusKey, _ Context) ([]Step, error) {
		if row.Kind == "p" {
			return nil, refuse("a foreign key of a partitioned table comes back only by checking all rows under its lock: ALTER TABLE %s DROP CONSTRAINT %s by hand",
				postgres.Quote(row.Schema, row.Table), postgres.Quote(row.Constraint))
		}
		table := checks.Table{Schema: row.Schema, Name: row.Table}
		name := postgres.Quote(row.Constraint)
		add := fmt.Sprintf("ALTER TABLE %s ADD CONSTRAINT %s %s", table.SQL(), name, row.Definition)
		if row.Validated {
			add += " NOT VALID"
		}
		add += ";"
		if row.Comment != "" {
			add += fmt.Sprintf("\nCOMMENT ON CONSTRAINT %s ON %s IS %s;", name, table.SQL(), strings.TrimSpace(postgres.Literal(row.Comment)))
		}
		drop := Step{
			Kind: "drop-constraint", Slug: slug("drop", row.Table, row.Constraint),
			Up:   fmt.Sprintf("ALTER TABLE %s DROP CONSTRAINT %s;", table.SQL(), name),
			Down: add,
			Risk: Locking, Reversible: true, Locks: onBoth("AccessExclusiveLock", table.String(), postgres.Name(row.ParentSchema, row.ParentTable)),
			About: []Object{{Constraint, row.Schema, row.Table, row.Constraint}, {Constraint, row.Schema, row.Table, *row.Other}},
			Note:  postgres.Name(*row.Other) + " goes on checking the same",
			Requires: []Requirement{
				{hasConstraint(table, row.Constraint), "the constraint is gone already"},
				{hasConstraint(table, *row.Other), "the constraint that is to be kept is gone"},
			},
		}
		if !row.Validated {
			return []Step{drop}, nil
		}
		// undo goes backwards: it adds the key first, and validates it after
		return []Step{validateOnUndo(table, row.Constraint), drop}, nil
	})

var _ = pair(checks.FKMissingByName,
	Cure{Kind: "add-foreign-key", Risk: Locking, Reversible: true, order: 55},
	func(row checks.MissingKey, c Context) ([]Step, error) {
		ref := row.Reference()
		if row.Kind == "p" {
			return nil, refuse("a partitioned table takes a foreign key only by checking all rows under its lock: ALTER TABLE by hand in a quiet hour")
		}
		if !row.Indexed {
			return nil, refuse("no index starts with (%s), and without one every DELETE from %s would read the whole table: create it first",
				strings.Join(row.Columns, ", "), postgres.Name(row.ParentSchema, row.ParentTable))
		}
		if child, parent, ok := keyTypes(row, c.Schema); ok && child != parent {
			return nil, refuse("the column is %s, the key is %s: give it the same type first, or the foreign key will be one between different types", child, parent)
		}
		orphans := "orphan-rows:" + ref.Object()
		if slices.ContainsFunc(c.Findings, func(f checks.Finding) bool { return f.Key == orphans }) && !c.Planned(orphans) {
			return nil, refuse("rows break it: cure %s first, or together with it (--max-risk %s)", orphans, Data)
		}
		table := checks.Table{Schema: row.Schema, Name: row.Table, Kind: row.Kind}
		parent := postgres.Name(row.ParentSchema, row.ParentTable)
		name := derivedName("fkey", append([]string{row.Table}, row.Columns...)...)
		add := Step{
			Kind: "add-foreign-key", Slug: slug("add", name),
			Up: fmt.Sprintf("ALTER TABLE %s ADD CONSTRAINT %s FOREIGN KEY (%s) REFERENCES %s (%s) NOT VALID;", table.SQL(), postgres.Quote(name),
				postgres.QuoteList(row.Columns), postgres.Quote(row.ParentSchema, row.ParentTable), postgres.QuoteList(row.ParentColumns)),
			Down: fmt.Sprintf("ALTER TABLE %s DROP CONSTRAINT IF EXISTS %s;", table.SQL(), postgres.Quote(name)),
			Risk: Locking, Reversible: true, Locks: onBoth("ShareRowExclusiveLock", table.String(), parent),
			Note: "from then on rows that name no row of " + parent + " are rejected, and so is deleting a row that is named: the application must be ready for both; undoing takes ACCESS EXCLUSIVE on both tables for milliseconds",
			Requires: []Requirement{
				{tableExists(table), table.String() + " is not there any more"},
				{fmt.Sprintf("SELECT NOT EXISTS (SELECT FROM %s AS c WHERE %s)", fromItem(table), ref.OrphanCondition("c")), "rows point at no row of " + parent + ": cure " + orphans + " first"},
			},
			Claims: []Claim{{"rows that break it now", fmt.Sprintf("SELECT pg_catalog.count(*) FROM %s AS c WHERE %s", fromItem(table), ref.OrphanCondition("c"))}},
		}
		return []Step{add, {
			Kind: "add-foreign-key", Slug: slug("validate", name),
			Up:    fmt.Sprintf("ALTER TABLE %s VALIDATE CONSTRAINT %s;", table.SQL(), postgres.Quote(name)),
			Down:  "-- nothing to undo here: the constraint goes as a whole",
			Locks: []Lock{{"ShareUpdateExclusiveLock", table.String()}, {"RowShareLock", parent}},
			Risk:  Online, Reversible: true, Untried: untriedScan,
			Note: "reads the whole table while readers and writers go on",
		}}, nil
	})

var (
	_ = example(checks.FKDuplicate, checks.SurplusKey{Schema: "public", Table: "orders", Constraint: "orders_user_id_fkey1", Kind: "r",
		ParentSchema: "public", ParentTable: "users", Validated: true, Other: pointer("orders_user_id_fkey"),
		Definition: "FOREIGN KEY (user_id) REFERENCES public.users(id)"})
	_ = example(checks.FKMissingByName, checks.MissingKey{Schema: "public", Table: "orders", Kind: "r", Columns: postgres.Names{"user_id"},
		ParentSchema: "public", ParentTable: "users", ParentKind: "r", ParentColumns: postgres.Names{"id"}, Indexed: true})
)

// keyTypes are the types of a column and of the key that it would refer to.
func keyTypes(row checks.MissingKey, schema checks.Schema) (child, parent string, ok bool) {
	from, foundChild := schema.Table(row.Schema, row.Table)
	to, foundParent := schema.Table(row.ParentSchema, row.ParentTable)
	if !foundChild || !foundParent {
		return "", "", false
	}
	return typeOf(from, row.Columns[0]), typeOf(to, row.ParentColumns[0]), true
}

// validateOnUndo is a step whose undo validates a constraint that the undo of
// the step behind it added NOT VALID.
func validateOnUndo(table checks.Table, constraint string) Step {
	return Step{
		Kind: "drop-constraint", Slug: slug("validate_on_undo", table.Name, constraint),
		Up:   "-- nothing to do yet: undoing validates the constraint again",
		Down: fmt.Sprintf("ALTER TABLE %s VALIDATE CONSTRAINT %s;", table.SQL(), postgres.Quote(constraint)),
		Risk: Online, Reversible: true,
		Requires: []Requirement{{hasConstraint(table, constraint), "the constraint is gone already"}},
	}
}

func hasConstraint(table checks.Table, constraint string) string {
	return fmt.Sprintf("SELECT EXISTS (SELECT FROM pg_catalog.pg_constraint AS con WHERE con.conrelid = pg_catalog.to_regclass(%s) AND con.conname = %s)",
		postgres.Literal(table.SQL()), postgres.Literal(constraint))
}

// onBoth is a lock on both sides of a reference, which may be one table.
func onBoth(mode, child, parent string) []Lock {
	locks := []Lock{{mode, child}}
	if parent != child {
		locks = append(locks, Lock{mode, parent})
	}
	return locks
}
