// Package demo runs a throw-away PostgreSQL server with the database of VeriHome, a made-up rental platform that is
// sick on purpose: every illness is planted in an exactly known number.
package demo

import (
	"context"
	"io"
	"os"

	"github.com/pgdoctor/pgdoctor/internal/throwaway"
)

const (
	// Database is the sick database that Start creates and Load fills.
	Database = "verihome"
	// LegacyDatabase is a second, tiny one without pg_stat_statements; LoadLegacy fills it.
	LegacyDatabase = "verihome_legacy"
	// AppRole owns both and runs the workload and the sessions. Its password is that of the role that loads.
	AppRole = "verihome"
	// ImageVariable names the environment variable with the image of a container, for machines without server programs.
	ImageVariable = "PGDOCTOR_DEMO_IMAGE"

	// DefaultImage is the container's where the variable names none.
	DefaultImage = "postgres:17"
	// The library that the demo cannot do without; some packages ship it apart from the server.
	statementsLibrary = "pg_stat_statements"
)

// HowToGetServer tells a person what to install.
const HowToGetServer = "install PostgreSQL 13 or newer with its contrib modules (Debian, Ubuntu: apt-get install postgresql; " +
	"Fedora: dnf install postgresql-server postgresql-contrib; macOS: brew install postgresql@17),\nor Docker, which then runs " +
	DefaultImage + " or the image that " + ImageVariable + " names"

// Start starts a server with the empty databases Database and LegacyDatabase. When ctx ends, or this process dies, it
// is stopped and removed as by Stop.
func Start(ctx context.Context, progress io.Writer) (*throwaway.Server, error) {
	image := os.Getenv(ImageVariable)
	if image == "" {
		image = DefaultImage
	}
	return throwaway.Start(ctx, throwaway.Options{
		Name:      "demo",
		Library:   statementsLibrary,
		Databases: []string{Database, LegacyDatabase},
		Image:     image,
		HowToGet:  HowToGetServer,
		// They make the show fast and the same each time.
		Settings: []throwaway.Setting{
			{Name: "shared_preload_libraries", Value: statementsLibrary},
			{Name: "max_connections", Value: "40"},
			{Name: "autovacuum_naptime", Value: "1d"}, // it would cure some of the illnesses
			{Name: "jit", Value: "off"},
			{Name: "password_encryption", Value: "scram-sha-256"},
			{Name: "cluster_name", Value: "pgdoctor-demo"},
		},
	}, progress)
}
