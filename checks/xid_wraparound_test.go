package checks

import (
	"testing"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

func TestJudgeXIDWraparound(t *testing.T) {
	row := func(xid, multixact int64) FrozenUntil {
		return FrozenUntil{Schema: "public", Table: "t", Database: "shop", XIDAge: xid, MultixactAge: multixact,
			FreezeMax: 200_000_000, MultixactFreezeMax: 400_000_000}
	}
	database := row(900_000_000, 0)
	database.Schema, database.Table = "", ""
	late := row(1_599_999_999, 0)
	late.FreezeMax = 2_000_000_000
	failsafe := late
	failsafe.XIDAge = 1_600_000_000
	early := postgres.Server{Settings: postgres.Settings{"vacuum_failsafe_age": "500000000"}}
	const object = "public.t"
	judge(t, XIDWraparound, map[string]judged[FrozenUntil]{
		"new":                       {row: row(10, 0)},
		"the healthy peak":          {row: row(205_000_000, 405_000_000)},
		"below":                     {row: row(399_999_999, 799_999_999)},
		"warning":                   {row: row(400_000_000, 0), severity: Warning, object: object, message: "not frozen for 400,000,000 transactions: autovacuum came at 200,000,000"},
		"multixacts":                {row: row(0, 800_000_000), severity: Warning, object: object, message: "800,000,000 multixacts"},
		"both":                      {row: row(400_000_000, 800_000_000), severity: Warning, object: object, message: "writes stop; not frozen"},
		"critical":                  {row: row(800_000_000, 0), severity: Critical, object: object},
		"multixacts, critical":      {row: row(0, 1_600_000_000), severity: Critical, object: object},
		"database":                  {row: database, severity: Critical, object: "shop"},
		"late autovacuum":           {row: late},
		"late autovacuum, failsafe": {row: failsafe, severity: Critical, object: object},
		"an earlier failsafe":       {row: row(500_000_000, 0), server: early, severity: Critical, object: object},
	})
}
