package checks

import (
	"strconv"
	"strings"
)

// ServerSetting is one setting of the server, as a session gets it when it begins.
type ServerSetting struct {
	Name    string  `db:"name" json:"name"`
	Value   string  `db:"value" json:"value"` // in Unit, as pg_settings has it
	Unit    *string `db:"unit" json:"unit"`   // kB, 8kB, ms, ...; nil for none
	Context string  `db:"context" json:"context"`
	Source  string  `db:"source" json:"source"` // default, configuration file, database, user, ...
	// Altered: the value stands in postgresql.auto.conf, where ALTER SYSTEM writes.
	Altered        bool `db:"altered" json:"altered"`
	PendingRestart bool `db:"pending_restart" json:"pending_restart"`
}

// Number is the value as a number in the setting's unit; 0 if it is none.
func (s ServerSetting) Number() float64 {
	number, err := strconv.ParseFloat(s.Value, 64)
	if err != nil {
		return 0
	}
	return number
}

// Off says whether a switch is off.
func (s ServerSetting) Off() bool { return strings.EqualFold(s.Value, "off") }

// Bytes is the value of a setting that counts memory or disk; -1 stays -1.
func (s ServerSetting) Bytes() float64 {
	number := s.Number()
	if number < 0 || s.Unit == nil {
		return number
	}
	factors := map[string]float64{"B": 1, "kB": 1 << 10, "8kB": 8 << 10, "MB": 1 << 20, "16MB": 16 << 20}
	if factor, known := factors[*s.Unit]; known {
		return number * factor
	}
	return number
}
