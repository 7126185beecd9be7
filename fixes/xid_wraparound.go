package fixes

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.XIDWraparound,
	Cure{Kind: "vacuum-freeze", Risk: Online, Reversible: true, order: 79},
	func(row checks.FrozenUntil, c Context) ([]Step, error) {
		switch {
		case row.Schema == "" && row.Database != c.Server.Database:
			return nil, refuse("VACUUM works in the database that one is connected to: run pgdoctor fix xid-wraparound there (--dsn ... dbname=%s)", row.Database)
		case row.Schema == "":
			return nil, refuse("a database is as old as its oldest table: the tables that are listed beside it have steps of their own")
		case strings.HasPrefix(row.Schema, "pg_temp_"):
			return nil, refuse("a temporary table, which only its own session can vacuum: end that session")
		}
		table := checks.Table{Schema: row.Schema, Name: row.Table}
		command := "VACUUM (FREEZE, TRUNCATE false)"
		if c.Server.Major() >= 14 { // AUTO came with it
			command = "VACUUM (FREEZE, INDEX_CLEANUP AUTO, TRUNCATE false)"
		}
		step := maintain("vacuum-freeze", command, table, c.Server)
		step.Note = "reads all of the table that is not frozen, and waits for a VACUUM that is at it; freezes nothing that an open transaction, a prepared one or a replication slot may still see: end those first"
		step.Claims = []Claim{
			{"transactions since it was frozen", fmt.Sprintf("SELECT pg_catalog.age(c.relfrozenxid) FROM pg_catalog.pg_class AS c WHERE c.oid = pg_catalog.to_regclass(%s)", postgres.Literal(table.SQL()))},
			{"multixacts since it was frozen", fmt.Sprintf("SELECT pg_catalog.mxid_age(c.relminmxid) FROM pg_catalog.pg_class AS c WHERE c.oid = pg_catalog.to_regclass(%s)", postgres.Literal(table.SQL()))},
		}
		return []Step{step}, nil
	})

var _ = example(checks.XIDWraparound, checks.FrozenUntil{Schema: "public", Table: "orders", Database: "shop",
	XIDAge: 900_000_000, FreezeMax: 200_000_000, MultixactFreezeMax: 400_000_000})
