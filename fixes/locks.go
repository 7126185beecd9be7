package fixes

import "slices"

// modes are the table-level locks, weakest first, and whom each keeps waiting
// ("Table-Level Lock Modes" in PostgreSQL's manual).
var modes = []struct {
	name      string
	conflicts []string
}{
	{"AccessShareLock", []string{"AccessExclusiveLock"}},
	{"RowShareLock", []string{"ExclusiveLock", "AccessExclusiveLock"}},
	{"RowExclusiveLock", []string{"ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock"}},
	{"ShareUpdateExclusiveLock", []string{"ShareUpdateExclusiveLock", "ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock"}},
	{"ShareLock", []string{"RowExclusiveLock", "ShareUpdateExclusiveLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock"}},
	{"ShareRowExclusiveLock", []string{"RowExclusiveLock", "ShareUpdateExclusiveLock", "ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock"}},
	{"ExclusiveLock", []string{"RowShareLock", "RowExclusiveLock", "ShareUpdateExclusiveLock", "ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock"}},
	{"AccessExclusiveLock", []string{"AccessShareLock", "RowShareLock", "RowExclusiveLock", "ShareUpdateExclusiveLock", "ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock"}},
}

// Covers says whether whoever a lock of another mode keeps waiting also waits
// for this one. An unknown mode covers nothing and is covered by nothing.
func (l Lock) Covers(mode string) bool {
	ours, theirs := conflictsOf(l.Mode), conflictsOf(mode)
	if len(ours) == 0 || len(theirs) == 0 {
		return false
	}
	return !slices.ContainsFunc(theirs, func(waiter string) bool { return !slices.Contains(ours, waiter) })
}

func conflictsOf(mode string) []string {
	for _, known := range modes {
		if known.name == mode {
			return known.conflicts
		}
	}
	return nil
}

// Strongest leaves of several locks on a relation those that no other covers.
func Strongest(locks []Lock) []Lock {
	var kept []Lock
	for i, lock := range locks {
		covered := slices.ContainsFunc(locks[i+1:], func(other Lock) bool { return other.Relation == lock.Relation && other.Covers(lock.Mode) }) ||
			slices.ContainsFunc(locks[:i], func(other Lock) bool {
				return other.Relation == lock.Relation && other.Covers(lock.Mode) && !lock.Covers(other.Mode)
			})
		if !covered {
			kept = append(kept, lock)
		}
	}
	return kept
}
