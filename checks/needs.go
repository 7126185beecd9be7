package checks

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// unmet says which need the server does not meet, or "".
func (s *Spec[R]) unmet(server postgres.Server) string {
	if server.Major() < s.Since {
		return fmt.Sprintf("does not exist on PostgreSQL %d", server.Major())
	}
	for _, need := range s.Needs {
		if reason := need.unmet(server); reason != "" {
			return reason
		}
	}
	return ""
}

func (n Need) unmet(server postgres.Server) string {
	switch {
	case n.Primary && server.Standby:
		return "needs the primary: this server is a standby"
	case n.Role != "" && !server.HasRole(n.Role):
		return fmt.Sprintf("needs %s: GRANT %s TO %s", n.Role, grantable(n.Role), postgres.Quote(server.Role))
	// of a library that is not loaded there is no setting: its extension's need says so
	case n.Setting != "" && server.Settings[n.Setting] != "on":
		return fmt.Sprintf("needs the setting %s on: ALTER SYSTEM SET %s = on; SELECT pg_reload_conf()", n.Setting, n.Setting)
	case n.Extension == "":
		return ""
	}
	extension, installed := server.Extensions[n.Extension]
	switch {
	case !installed:
		return fmt.Sprintf("needs %s: CREATE EXTENSION %s", n.Extension, n.Extension)
	case older(extension.Version, n.Version):
		return fmt.Sprintf("needs %s %s, %s is installed: ALTER EXTENSION %s UPDATE", n.Extension, n.Version, extension.Version, n.Extension)
	// A library's settings appear in pg_settings only once it is loaded, and
	// unlike shared_preload_libraries every role may see them.
	case n.Extension == "pg_stat_statements" && server.Settings["pg_stat_statements.max"] == "":
		return "needs pg_stat_statements in shared_preload_libraries, and a restart"
	}
	return ""
}

// grantable is the role to grant: pg_monitor holds the reading roles and is
// what a monitoring user is usually given.
func grantable(role string) string {
	if strings.HasPrefix(role, "pg_read_all_s") {
		return "pg_monitor"
	}
	return role
}

// older compares extension versions part by part: 1.9 is older than 1.10.
func older(version, minimum string) bool {
	if minimum == "" {
		return false
	}
	have, want := strings.Split(version, "."), strings.Split(minimum, ".")
	for i := range want {
		if i >= len(have) {
			return true
		}
		a, errA := strconv.Atoi(have[i])
		b, errB := strconv.Atoi(want[i])
		if errA != nil || errB != nil || a != b {
			return errA == nil && errB == nil && a < b
		}
	}
	return false
}

// ago writes a duration as a DBA says it: 45 s, 3 min, 5 h, 12 days.
func ago(d time.Duration) string {
	switch {
	case d < time.Minute:
		return fmt.Sprintf("%d s", int(d.Seconds()))
	case d < time.Hour:
		return fmt.Sprintf("%d min", int(d.Minutes()))
	case d < 48*time.Hour:
		return fmt.Sprintf("%d h", int(d.Hours()))
	}
	return fmt.Sprintf("%d days", int(d.Hours()/24))
}

// serverMessage is the server's message with its SQLSTATE, without DETAIL,
// which can hold values of rows.
func serverMessage(err error) string {
	var pgErr *pgconn.PgError
	if errors.As(err, &pgErr) {
		return fmt.Sprintf("%s (SQLSTATE %s)", pgErr.Message, pgErr.Code)
	}
	return err.Error()
}
