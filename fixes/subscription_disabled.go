package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.SubscriptionDisabled, Cure{Kind: "enable-subscription", Risk: Disruptive, Reversible: true, order: 9},
	func(row checks.Subscription, _ Context) ([]Step, error) {
		name := postgres.Quote(row.Name)
		if row.Slot == nil {
			return nil, refuse("it has no slot: make one on the publisher and name it by ALTER SUBSCRIPTION %s SET (slot_name = …), or drop the subscription", name)
		}
		holds := func(condition string) string {
			return fmt.Sprintf(`SELECT EXISTS (
    SELECT FROM pg_catalog.pg_subscription AS s
    JOIN pg_catalog.pg_database AS d ON d.oid = s.subdbid AND d.datname = pg_catalog.current_database()
    WHERE s.subname = %s AND %s)`, postgres.Literal(row.Name), condition)
		}
		return []Step{{
			Kind: "enable-subscription", Slug: slug("enable_subscription", row.Name),
			Up:   "ALTER SUBSCRIPTION " + name + " ENABLE;",
			Down: "ALTER SUBSCRIPTION " + name + " DISABLE;",
			Risk: Disruptive, Reversible: true,
			Rights: both(Right{Privilege: Owner, Class: Subscription, Name: row.Name}),
			Note:   "it goes on where it was, and applies all changes since: was it disabled because of an error (see the log), that comes again",
			Requires: []Requirement{
				{holds("NOT s.subenabled AND s.subslotname IS NOT NULL"), "the subscription is gone, enabled already, or has lost its slot"},
				{holds("pg_catalog.pg_has_role(s.subowner, 'USAGE')"), "the role must own the subscription"},
			},
		}}, nil
	})

var _ = example(checks.SubscriptionDisabled, checks.Subscription{Name: "orders_from_shop", Slot: pointer("orders_from_shop"), Tables: 1})
