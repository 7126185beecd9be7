package checks

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// ReplicationRoleSet finds sessions that write past triggers and foreign keys.
var ReplicationRoleSet = define(Spec[PlacedSetting]{
	Doc: Doc{
		ID:       "replication-role-set",
		Title:    "triggers and foreign keys do not fire",
		Examines: "settings",
		Why: `With session_replication_role = replica ordinary triggers do not fire, and foreign keys are triggers: rows without a parent go in, parents go while children stay, audit tables and computed columns stay behind, all without an error. It is meant for the one session that loads rows which were checked elsewhere. Set for a role, a database or the server, it is forgotten, and every application that connects there writes unchecked.

Confirm: SHOW session_replication_role; \drds in psql lists what is set for databases and roles.

Cure: RESET it (pgdoctor fix does it) and reconnect. Then look for what came in meanwhile: pgdoctor check orphan-rows; what triggers should have filled has to be computed again.

Prevention: SET LOCAL session_replication_role = replica in the transaction that loads, or let the replication tool's own sessions set it. A tool that wants it for its role, such as some migration services, needs a role that nothing else uses: ignore this finding for as long as it runs.`,
		Category: Configuration,
		Severity: Critical,
	},
	Judge: func(row *PlacedSetting, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		where, sick := row.sickPlaces(func(value string) bool { return strings.EqualFold(value, "replica") })
		return Verdict{
			Object:  row.Name,
			Message: fmt.Sprintf("session_replication_role is replica for %s: no trigger fires there and no foreign key is checked", where),
		}, sick
	},
})
