package postgres

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func TestFindDSN(t *testing.T) {
	for name, test := range map[string]struct{ given, own, general, want string }{
		"the one given":     {"given", "own", "general", "given"},
		"PGDOCTOR_DSN":      {"", "own", "general", "own"},
		"DATABASE_URL":      {"", "", "general", "general"},
		"none: libpq rules": {"", "", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("PGDOCTOR_DSN", test.own)
			t.Setenv("DATABASE_URL", test.general)
			if got := FindDSN(test.given); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// withoutEnvironment keeps the machine's own PG* settings out of a test.
func withoutEnvironment(t *testing.T) {
	t.Helper()
	for _, variable := range []string{
		"PGHOST", "PGPORT", "PGDATABASE", "PGUSER", "PGPASSWORD", "PGAPPNAME", "PGCONNECT_TIMEOUT",
		"PGSSLMODE", "PGSSLROOTCERT", "PGSSLCERT", "PGSSLKEY", "PGSERVICE", "PGTARGETSESSIONATTRS",
	} {
		t.Setenv(variable, "")
	}
	t.Setenv("PGPASSFILE", "/nonexistent/pgpass")
	t.Setenv("PGSERVICEFILE", "/nonexistent/pg_service.conf")
}

func TestParseDSNErrorsHoldNoPassword(t *testing.T) {
	const secret = "S3cr3t"
	for name, dsn := range map[string]string{
		"percent":          "postgres://u:S3cr3t%zz@host/db",
		"no scheme":        "u:S3cr3t@host/db?sslmode=disable",
		"another scheme":   "potgres://u:S3cr3t@host/db?sslmode=disable",
		"slash":            "postgres://u:S3cr3t/1@host:5432/db",
		"port":             "postgres://u:S3cr3t@host:S3cr3t/db",
		"port too high":    "postgres://u:S3cr3t@host:65536/db",
		"no closing quote": "host=h password='S3cr3t",
		"no equals sign":   "host=h password S3cr3t",
		"space in it":      "host=h password=a S3cr3t",
		"sslmode":          "host=h password=S3cr3t sslmode=S3cr3t",
		"timeout":          "host=h password=S3cr3t connect_timeout=S3cr3t",
		"session":          "host=h password=S3cr3t target_session_attrs=S3cr3t",
		"root certificate": "postgres://u:S3cr3t@h/d?sslmode=verify-full&sslrootcert=/nonexistent/S3cr3t",
		"client key":       "postgres://u:S3cr3t@h/d?sslcert=/nonexistent/a&sslkey=/nonexistent/S3cr3t",
		"service":          "postgres://u:S3cr3t@h/d?service=S3cr3t",
	} {
		t.Run(name, func(t *testing.T) {
			withoutEnvironment(t)
			cfg, err := ParseDSN(dsn)
			if err == nil {
				t.Fatalf("it was read: %s", TargetOf(cfg).Address())
			}
			var connect *ConnectError
			if !errors.As(err, &connect) || connect.Hint == "" {
				t.Errorf("got %#v", err)
			}
			for unwrapped := err; unwrapped != nil; unwrapped = errors.Unwrap(unwrapped) {
				if strings.Contains(unwrapped.Error(), secret) {
					t.Errorf("the password is in it: %v", unwrapped)
				}
			}
		})
	}
}

func TestParseDSN(t *testing.T) {
	for name, test := range map[string]struct {
		dsn         string
		target      Target
		application string
		timeout     time.Duration
	}{
		"URL": {
			"postgres://ann:S%40cr%2Ft@db.example:6432/shop",
			Target{"db.example", 6432, "shop", "ann"}, "pgdoctor", 10 * time.Second,
		},
		"key words": {
			`host=db.example user=ann dbname='a b' password='it\'s' application_name=mine connect_timeout=3`,
			Target{"db.example", 5432, "a b", "ann"}, "mine", 3 * time.Second,
		},
		"socket": {
			"postgres:///shop?host=/run/postgresql&user=ann",
			Target{"/run/postgresql", 5432, "shop", "ann"}, "pgdoctor", 10 * time.Second,
		},
	} {
		t.Run(name, func(t *testing.T) {
			withoutEnvironment(t)
			cfg, err := ParseDSN(test.dsn)
			if err != nil {
				t.Fatal(err)
			}
			if got := TargetOf(cfg); got != test.target {
				t.Errorf("got %+v, want %+v", got, test.target)
			}
			if got := cfg.RuntimeParams["application_name"]; got != test.application {
				t.Errorf("application_name is %q, want %q", got, test.application)
			}
			if cfg.ConnectTimeout != test.timeout {
				t.Errorf("the timeout is %s, want %s", cfg.ConnectTimeout, test.timeout)
			}
		})
	}
}

func TestAddress(t *testing.T) {
	if got, want := (Target{"db.example", 5432, "shop", "ann"}).Address(), "db.example:5432/shop"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestTargetHoldsNoPassword(t *testing.T) {
	cfg, err := ParseDSN("postgres://u:S3cr3t@more@db.example.org:5432/shop")
	if err != nil {
		t.Skip("this parser refuses it")
	}
	if got := TargetOf(cfg); got.Host != "db.example.org" {
		t.Errorf("the host is %q", got.Host)
	}
}
