// Package demo runs a throw-away PostgreSQL server with the database of VeriHome, a made-up rental platform that is
// sick on purpose: every illness is planted in an exactly known number.
package demo

const (
	// Database is the sick database that Start creates and Load fills.
	Database = "verihome"
	// LegacyDatabase is a second, tiny one without pg_stat_statements; LoadLegacy fills it.
	LegacyDatabase = "verihome_legacy"
	// AppRole owns both and runs the workload and the sessions. Its password is that of the role that loads.
	AppRole = "verihome"

	adminRole = "postgres"
)
