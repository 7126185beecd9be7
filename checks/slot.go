package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// ReplicationSlot is one replication slot and what it keeps from being removed.
type ReplicationSlot struct {
	Slot            string  `db:"slot_name" json:"slot"`
	Type            string  `db:"slot_type" json:"type"` // physical or logical
	Plugin          *string `db:"plugin" json:"plugin"`
	Database        *string `db:"database" json:"database"`
	Active          bool    `db:"active" json:"active"`
	Status          *string `db:"wal_status" json:"wal_status"` // reserved, extended, unreserved, lost; nil: it never kept any
	Safe            *int64  `db:"safe_wal_size" json:"safe_wal_size" volatile:"true"`
	Restart         *string `db:"restart_lsn" json:"restart_lsn" volatile:"true"`
	Retained        *int64  `db:"retained" json:"retained" volatile:"true"`                 // bytes of WAL
	Behind          *int64  `db:"behind" json:"behind" volatile:"true"`                     // bytes that a logical consumer has not confirmed
	InactiveSeconds *int64  `db:"inactive_seconds" json:"inactive_seconds" volatile:"true"` // known from 17 on
	Invalidation    *string `db:"invalidation" json:"invalidation_reason"`
	Synced          bool    `db:"synced" json:"synced"`         // a copy on a standby of its primary's slot
	KeepBytes       int64   `db:"keep_bytes" json:"keep_bytes"` // max_slot_wal_keep_size, -1 for no limit
}

// Lost says whether WAL that the slot's consumer needs is gone.
func (s ReplicationSlot) Lost() bool { return s.is("lost") }

func (s ReplicationSlot) is(status string) bool { return s.Status != nil && *s.Status == status }

func (s ReplicationSlot) object() string { return postgres.Name(s.Slot) }

// kept is the WAL in bytes that the slot keeps, 0 for none.
func (s ReplicationSlot) kept() int64 { return known(s.Retained) }

// known is a number that may be missing, or 0.
func known(n *int64) int64 {
	if n == nil {
		return 0
	}
	return max(0, *n)
}
