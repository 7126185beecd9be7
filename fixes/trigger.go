package fixes

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.TriggerDisabled,
	Cure{Kind: "enable-trigger", Risk: Locking, Reversible: true, order: 75},
	func(row checks.UserTrigger, _ Context) ([]Step, error) {
		table := checks.Table{Schema: row.Schema, Name: row.Table}
		step := Step{
			Kind: "enable-trigger", Slug: slug("enable", row.Table, row.Trigger),
			Risk: Locking, Reversible: true, Locks: triggerLocks(row.SwitchedOff),
			Note:     fmt.Sprintf("from then on %s is called for every change; rows that were written meanwhile it never saw", row.Function),
			Requires: []Requirement{{hasTrigger(table, row.Trigger), "the trigger is not there any more"}},
		}
		for _, t := range row.SwitchedOff {
			// ONLY: each table is named, and undo must not reach one that was on
			table, trigger := postgres.Quote(t.Schema, t.Table), postgres.Quote(t.Trigger)
			step.About = append(step.About, Object{Trigger, t.Schema, t.Table, t.Trigger})
			step.Up += fmt.Sprintf("ALTER TABLE ONLY %s ENABLE TRIGGER %s;\n", table, trigger)
			step.Down += fmt.Sprintf("ALTER TABLE ONLY %s DISABLE TRIGGER %s;\n", table, trigger)
		}
		return []Step{step}, nil
	})

var _ = pair(checks.KeyTriggerDisabled,
	Cure{Kind: "enable-trigger", Risk: Locking, Reversible: true, order: 75},
	func(row checks.HeldConstraint, _ Context) ([]Step, error) {
		return []Step{{
			Kind: "enable-trigger", Slug: slug("enable", row.Table, row.Constraint),
			Up: switchTriggers(row.SwitchedOff, func(string) string { return "ENABLE" }),
			Down: switchTriggers(row.SwitchedOff, func(state string) string {
				if state == "R" {
					return "ENABLE REPLICA"
				}
				return "DISABLE"
			}),
			Risk: Locking, Reversible: true, Locks: triggerLocks(row.SwitchedOff),
			About:  []Object{{Constraint, row.Schema, row.Table, row.Constraint}},
			Rights: both(Right{Privilege: Superuser}),
			Note:   "rows that break it and got in meanwhile stay: orphan-rows counts those of foreign keys",
			Requires: []Requirement{
				{"SELECT r.rolsuper FROM pg_catalog.pg_roles AS r WHERE r.rolname = current_user", "only a superuser may switch the triggers of constraints"},
				{hasConstraint(checks.Table{Schema: row.Schema, Name: row.Table}, row.Constraint), "the constraint is not there any more"},
			},
		}}, nil
	})

var (
	_ = example(checks.TriggerDisabled, checks.UserTrigger{Schema: "public", Table: "orders", Trigger: "orders_touch", Function: "public.touch",
		Members: 1, Disabled: 1, SwitchedOff: checks.SwitchedTriggers{{Schema: "public", Table: "orders", Trigger: "orders_touch", State: "D"}}})
	_ = example(checks.KeyTriggerDisabled, checks.HeldConstraint{Schema: "public", Table: "orders", Constraint: "orders_user_id_fkey", Kind: "f", Triggers: 4,
		SwitchedOff: checks.SwitchedTriggers{{Schema: "public", Table: "orders", Constraint: "orders_user_id_fkey", Function: "RI_FKey_check_ins", State: "D"}}})
)

// switchTriggers switches triggers that the server made. Their names hold a
// number that another server does not share, so they are looked up by their
// constraint, table and function.
func switchTriggers(list checks.SwitchedTriggers, how func(state string) string) string {
	var body strings.Builder
	for _, t := range list {
		fmt.Fprintf(&body, `FOR pgdoctor_name IN
    SELECT t.tgname
    FROM pg_catalog.pg_trigger AS t
    JOIN pg_catalog.pg_constraint AS con ON con.oid = t.tgconstraint
    JOIN pg_catalog.pg_proc AS p ON p.oid = t.tgfoid
    WHERE t.tgisinternal
      AND t.tgrelid = %s::pg_catalog.regclass
      AND con.conname = %s
      AND p.proname = %s
LOOP
    EXECUTE pg_catalog.format(%s, pgdoctor_name);
END LOOP;
`, postgres.Literal(postgres.Quote(t.Schema, t.Table)), postgres.Literal(t.Constraint), postgres.Literal(t.Function),
			postgres.Literal(fmt.Sprintf("ALTER TABLE ONLY %s %s TRIGGER %%I", strings.ReplaceAll(postgres.Quote(t.Schema, t.Table), "%", "%%"), how(t.State))))
	}
	return block([]string{"pgdoctor_name name"}, body.String())
}

func triggerLocks(list checks.SwitchedTriggers) []Lock {
	var locks []Lock
	for _, t := range list {
		if lock := (Lock{"ShareRowExclusiveLock", postgres.Name(t.Schema, t.Table)}); !slices.Contains(locks, lock) {
			locks = append(locks, lock)
		}
	}
	return locks
}

func hasTrigger(table checks.Table, name string) string {
	return fmt.Sprintf("SELECT EXISTS (SELECT FROM pg_catalog.pg_trigger AS t WHERE t.tgrelid = pg_catalog.to_regclass(%s) AND t.tgname = %s)",
		postgres.Literal(table.SQL()), postgres.Literal(name))
}
