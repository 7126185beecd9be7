package checks

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// SettingPlace is where a setting has a value of its own: this database, a role,
// or a role in this database.
type SettingPlace struct {
	Database *string `json:"database"`
	Role     *string `json:"role"`
	Value    string  `json:"value"` // as it was written, with its unit
}

// String names the place for people.
func (p SettingPlace) String() string {
	switch {
	case p.Role == nil && p.Database == nil:
		return "all roles"
	case p.Role == nil:
		return "database " + postgres.Name(*p.Database)
	case p.Database == nil:
		return "role " + postgres.Name(*p.Role)
	}
	return fmt.Sprintf("role %s in database %s", postgres.Name(*p.Role), postgres.Name(*p.Database))
}

// SettingPlaces are the places of one setting.
type SettingPlaces []SettingPlace

// Scan reads a JSON array.
func (p *SettingPlaces) Scan(src any) error { return postgres.ScanJSON(src, p) }

// PlacedSetting is a setting of the server, and where else in this database it is set.
type PlacedSetting struct {
	ServerSetting
	Places     SettingPlaces `db:"places" json:"places"` // of a finding: those that are sick
	ServerWide bool          `json:"server_wide"`        // the server's own value is sick
	asked      bool          // the server's own value, for a time, by a procedure that has a check of its own
}

// sickPlaces keeps the places with a sick value, says where the setting is sick
// in words, and whether it is anywhere.
func (s *PlacedSetting) sickPlaces(sick func(value string) bool) (where string, found bool) {
	s.ServerWide = s.ofTheServer() && !s.asked && sick(s.Value)
	kept := SettingPlaces{}
	var names []string
	if s.ServerWide {
		names = append(names, "the whole server")
	}
	for _, place := range s.Places {
		if sick(place.Value) {
			kept = append(kept, place)
			names = append(names, place.String())
		}
	}
	s.Places = kept
	if len(names) > 4 {
		names = append(names[:3], fmt.Sprintf("%d more", len(names)-3))
	}
	return strings.Join(names, ", "), s.ServerWide || len(kept) > 0
}

// ofTheServer says whether the value is what sessions get that nobody set anything for.
func (s ServerSetting) ofTheServer() bool {
	switch s.Source {
	case "global", "database", "user", "database user", "client", "session":
		return false
	}
	return true
}

// isOff reads a switch as PostgreSQL does, which takes every unambiguous beginning.
func isOff(value string) bool {
	value = strings.ToLower(strings.TrimSpace(value))
	return value == "0" || len(value) > 1 && strings.HasPrefix("off", value) ||
		value != "" && (strings.HasPrefix("false", value) || strings.HasPrefix("no", value))
}

// isOn is the other half of isOff.
func isOn(value string) bool {
	value = strings.ToLower(strings.TrimSpace(value))
	return value == "1" || value == "on" ||
		value != "" && (strings.HasPrefix("true", value) || strings.HasPrefix("yes", value))
}
