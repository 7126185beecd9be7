package postgres

import (
	"database/sql"
	"errors"
	"fmt"
	"io"
	"slices"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

func TestMajor(t *testing.T) {
	for number, want := range map[int]int{130022: 13, 150018: 15, 180000: 18, 190001: 19, 90624: 9} {
		if got := (Server{VersionNum: number}).Major(); got != want {
			t.Errorf("%d: got %d, want %d", number, got, want)
		}
	}
}

func TestHasRole(t *testing.T) {
	for name, test := range map[string]struct {
		server Server
		want   bool
	}{
		"superuser":   {Server{Superuser: true}, true},
		"member":      {Server{Roles: Names{"pg_monitor", "pg_signal_backend"}}, true},
		"other roles": {Server{Roles: Names{"pg_monitor"}}, false},
		"no roles":    {Server{}, false},
	} {
		t.Run(name, func(t *testing.T) {
			if got := test.server.HasRole("pg_signal_backend"); got != test.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestStatsAge(t *testing.T) {
	started := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	now := started.Add(72 * time.Hour)
	reset := started.Add(71 * time.Hour)
	elsewhere := reset.In(time.FixedZone("", 5*3600))
	for name, test := range map[string]struct {
		reset *time.Time
		want  time.Duration
	}{
		"never reset":       {nil, 72 * time.Hour},
		"reset":             {&reset, time.Hour},
		"another time zone": {&elsewhere, time.Hour},
	} {
		t.Run(name, func(t *testing.T) {
			if got := (Server{Now: now, Started: started, StatsReset: test.reset}).StatsAge(); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestSQLState(t *testing.T) {
	pgErr := &pgconn.PgError{Code: "42P01"}
	for name, test := range map[string]struct {
		err  error
		want string
	}{
		"none":       {nil, ""},
		"not its":    {io.EOF, ""},
		"no rows":    {sql.ErrNoRows, ""},
		"plain":      {pgErr, "42P01"},
		"wrapped":    {fmt.Errorf("read: %w", fmt.Errorf("select: %w", pgErr)), "42P01"},
		"one of two": {errors.Join(io.EOF, pgErr), "42P01"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := SQLState(test.err); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestScan(t *testing.T) {
	for name, test := range map[string]struct {
		src  any
		want Names
		fail bool
	}{
		"bytes":    {src: []byte(`["a", "b\"c"]`), want: Names{"a", `b"c`}},
		"string":   {src: `["a"]`, want: Names{"a"}},
		"empty":    {src: "[]", want: Names{}},
		"NULL":     {src: nil, want: nil},
		"no array": {src: `{"a": 1}`, fail: true},
		"no JSON":  {src: "{a,b}", fail: true},
		"a number": {src: int64(1), fail: true},
	} {
		t.Run(name, func(t *testing.T) {
			var got Names
			err := got.Scan(test.src)
			if (err != nil) != test.fail {
				t.Fatalf("got %v, %v", got, err)
			}
			if !test.fail && (!slices.Equal(got, test.want) || (got == nil) != (test.want == nil)) {
				t.Errorf("got %#v, want %#v", got, test.want)
			}
		})
	}
	var extensions Extensions
	if err := extensions.Scan(`{"hypopg": {"version": "1.4.1", "schema": "ext"}}`); err != nil || extensions["hypopg"] != (Extension{"1.4.1", "ext"}) {
		t.Errorf("extensions: got %v, %v", extensions, err)
	}
	var settings Settings
	if err := settings.Scan([]byte(`{"work_mem": "4096"}`)); err != nil || settings["work_mem"] != "4096" {
		t.Errorf("settings: got %v, %v", settings, err)
	}
}
