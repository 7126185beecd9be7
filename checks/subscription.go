package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// Subscription is one subscription of the database, its workers and its tables.
type Subscription struct {
	Name          string  `db:"subscription_name" json:"subscription"`
	Enabled       bool    `db:"enabled" json:"enabled"`
	Slot          *string `db:"slot_name" json:"slot"` // on the publisher, nil for NONE
	Applying      bool    `db:"applying" json:"applying" volatile:"true"`
	WorkerSeconds *int64  `db:"worker_seconds" json:"worker_seconds" volatile:"true"` // since the worker that applies began
	Copying       int64   `db:"copying" json:"copying" volatile:"true"`               // workers that copy a table
	Tables        int64   `db:"tables" json:"tables"`
	Waiting       int64   `db:"waiting" json:"waiting"` // tables that are not copied yet
	FirstSchema   *string `db:"first_schema" json:"first_schema"`
	FirstTable    *string `db:"first_table" json:"first_table"`                   // of those that are not copied yet
	ApplyErrors   *int64  `db:"apply_errors" json:"apply_errors" volatile:"true"` // known from 15 on
	SyncErrors    *int64  `db:"sync_errors" json:"sync_errors" volatile:"true"`
}

func (s Subscription) object() string { return postgres.Name(s.Name) }
