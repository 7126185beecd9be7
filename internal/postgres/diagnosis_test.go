package postgres

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http/httptest"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

func TestDiagnoseServer(t *testing.T) {
	target := Target{"db.example", 5432, "shop", "ann"}
	for code, test := range map[string]struct{ reason, hint string }{
		"28P01": {`wrong password for user "ann"`, "check --dsn, PGPASSWORD or ~/.pgpass"},
		"28000": {`user "ann" is not let in to database "shop"`, "the server says: MESSAGE; check"},
		"3D000": {`database "shop" does not exist`, "psql -l"},
		"42501": {`user "ann" may not connect to database "shop"`, "GRANT CONNECT ON DATABASE"},
		"53300": {"the server has no free connection slot", "end idle sessions"},
		"57P03": {"the server does not accept connections now", "it says: MESSAGE"},
		"08P01": {"the server or pooler refuses the connection's settings", "it says: MESSAGE"},
		"XX000": {"the server refuses the connection", "it says: MESSAGE (SQLSTATE XX000)"},
	} {
		t.Run(code, func(t *testing.T) {
			pgErr := &pgconn.PgError{Code: code, Message: "MESSAGE", Detail: "SECRET", Hint: "SECRET", Where: "SECRET"}
			for _, err := range []error{pgErr, fmt.Errorf("connect to postgres://ann:SECRET@db: %w", pgErr)} {
				var got *ConnectError
				if !errors.As(diagnose(target, err), &got) {
					t.Fatal("no ConnectError")
				}
				if got.Reason != test.reason || !strings.Contains(got.Hint, test.hint) {
					t.Errorf("got %q, %q", got.Reason, got.Hint)
				}
				if strings.Contains(got.Error(), "SECRET") || errors.Unwrap(got) != nil {
					t.Errorf("it says too much: %v", got)
				}
			}
		})
	}
}

// listening gives every connection to answer, then closes it.
func listening(t *testing.T, answer func(net.Conn)) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return // closed: the test is over
			}
			go func() {
				defer conn.Close()
				answer(conn)
			}()
		}
	}()
	return listener.Addr().String()
}

// answering reads the request for TLS, says yes or no, and goes on.
func answering(with string, then func(net.Conn)) func(net.Conn) {
	return func(conn net.Conn) {
		request := make([]byte, 8)
		if _, err := io.ReadFull(conn, request); err != nil || binary.BigEndian.Uint32(request[4:]) != 80877103 {
			return
		}
		if _, err := io.WriteString(conn, with); err == nil && then != nil {
			then(conn)
		}
	}
}

func shakingHands(certificate tls.Certificate) func(net.Conn) {
	return answering("S", func(conn net.Conn) {
		tls.Server(conn, &tls.Config{Certificates: []tls.Certificate{certificate}}).Handshake() //nolint:errcheck // the client is the one to complain
	})
}

func failing(err error) pgconn.DialFunc {
	return func(context.Context, string, string) (net.Conn, error) { return nil, err }
}

// TestDiagnose lets the driver itself fail, as it does in the field.
func TestDiagnose(t *testing.T) {
	web := httptest.NewTLSServer(nil) // for its certificate
	defer web.Close()
	certificate := web.TLS.Certificates[0]
	trusting := x509.NewCertPool()
	trusting.AddCert(web.Certificate())
	silent := func(conn net.Conn) { io.Copy(io.Discard, conn) } //nolint:errcheck // until the client gives up
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	closed.Close()
	dial := func(number syscall.Errno) error {
		return &net.OpError{Op: "dial", Net: "tcp", Err: os.NewSyscallError("connect", number)}
	}
	for name, test := range map[string]struct {
		address string // "" is of nobody who is asked
		sslmode string
		change  func(*pgx.ConnConfig)
		reason  string
		hint    string
	}{
		"refused":       {address: closed.Addr().String(), sslmode: "prefer", reason: "connection refused by ", hint: "is the server running"},
		"hangs up":      {address: listening(t, func(net.Conn) {}), sslmode: "disable", reason: " broke off", hint: "its log says more"},
		"asked for TLS": {address: listening(t, answering("", nil)), sslmode: "require", reason: " broke off", hint: "its log says more"},
		"hangs up TLS":  {address: listening(t, answering("S", nil)), sslmode: "require", reason: " broke off", hint: "its log says more"},
		"no TLS there":  {address: listening(t, answering("N", nil)), sslmode: "require", reason: "no TLS connection to ", hint: "does not offer TLS"},
		"unknown issuer": {
			address: listening(t, shakingHands(certificate)), sslmode: "verify-full",
			reason: "no TLS connection to ", hint: "name it with sslrootcert",
		},
		"other host name": {
			address: listening(t, shakingHands(certificate)), sslmode: "verify-full",
			change: func(cfg *pgx.ConnConfig) {
				cfg.TLSConfig = &tls.Config{RootCAs: trusting, ServerName: "db.elsewhere"}
			},
			reason: "no TLS connection to ", hint: "by the name it bears",
		},
		"never answers": {
			address: listening(t, silent), sslmode: "disable",
			change: func(cfg *pgx.ConnConfig) { cfg.ConnectTimeout = 50 * time.Millisecond },
			reason: "no answer from ", hint: "connect_timeout",
		},
		"unknown host": {
			sslmode: "prefer",
			change: func(cfg *pgx.ConnConfig) {
				cfg.Host = "db.nowhere"
				cfg.LookupFunc = func(_ context.Context, host string) ([]string, error) {
					return nil, &net.DNSError{Err: "no such host", Name: host, IsNotFound: true}
				}
			},
			reason: `host "db.nowhere" cannot be found`, hint: "PGHOST",
		},
		"host unreachable": {
			sslmode: "disable", change: func(cfg *pgx.ConnConfig) { cfg.DialFunc = failing(dial(syscall.EHOSTUNREACH)) },
			reason: " cannot be reached", hint: "VPN",
		},
		"network unreachable": {
			sslmode: "disable", change: func(cfg *pgx.ConnConfig) { cfg.DialFunc = failing(dial(syscall.ENETUNREACH)) },
			reason: " cannot be reached", hint: "VPN",
		},
		"dial timeout": {
			sslmode: "disable", change: func(cfg *pgx.ConnConfig) { cfg.DialFunc = failing(dial(syscall.ETIMEDOUT)) },
			reason: "no answer from ", hint: "firewall",
		},
		"a refused address is told last": {
			sslmode: "disable", change: func(cfg *pgx.ConnConfig) {
				cfg.LookupFunc = func(context.Context, string) ([]string, error) { return []string{"::1", "192.0.2.1"}, nil }
				cfg.DialFunc = func(_ context.Context, _, address string) (net.Conn, error) {
					if strings.HasPrefix(address, "192") {
						return nil, dial(syscall.ECONNREFUSED)
					}
					return nil, dial(syscall.EHOSTUNREACH)
				}
			},
			reason: " cannot be reached", hint: "VPN",
		},
	} {
		t.Run(name, func(t *testing.T) {
			withoutEnvironment(t)
			host, port := "db.example", "5432"
			if test.address != "" {
				host, port, _ = net.SplitHostPort(test.address)
			}
			cfg, err := ParseDSN(fmt.Sprintf("host=%s port=%s user=ann password=S3cr3t dbname=shop sslmode=%s", host, port, test.sslmode))
			if err != nil {
				t.Fatal(err)
			}
			if test.address == "" {
				cfg.LookupFunc = func(context.Context, string) ([]string, error) { return []string{"192.0.2.1"}, nil }
			}
			if test.change != nil {
				test.change(cfg)
			}
			conn, err := Connect(t.Context(), cfg)
			if err == nil {
				conn.Close(t.Context())
				t.Fatal("it is connected")
			}
			assertDiagnosis(t, err, test.reason, test.hint)
			db, err := Open(t.Context(), cfg, 1)
			if err == nil {
				db.Close()
				t.Fatal("Open is connected")
			}
			assertDiagnosis(t, err, test.reason, test.hint)
		})
	}
}

func assertDiagnosis(t *testing.T, err error, reason, hint string) {
	t.Helper()
	var got *ConnectError
	switch {
	case !errors.As(err, &got):
		t.Errorf("no ConnectError: %v", err)
	case !strings.Contains(got.Reason, reason) || !strings.Contains(got.Hint, hint):
		t.Errorf("got %v, want …%s…: …%s…", got, reason, hint)
	case strings.Contains(got.Error(), "S3cr3t"):
		t.Errorf("the password is in it: %v", got)
	}
}

func TestDiagnoseSocket(t *testing.T) {
	withoutEnvironment(t)
	cfg, err := ParseDSN("host=" + t.TempDir() + " user=ann dbname=shop")
	if err != nil {
		t.Fatal(err)
	}
	_, err = Connect(t.Context(), cfg)
	assertDiagnosis(t, err, "no server socket in "+cfg.Host, "--dsn or PGHOST")
}

func TestDiagnoseCancelled(t *testing.T) {
	withoutEnvironment(t)
	cfg, err := ParseDSN("host=db.example user=ann password=S3cr3t dbname=shop sslmode=disable")
	if err != nil {
		t.Fatal(err)
	}
	cfg.LookupFunc = func(context.Context, string) ([]string, error) { return []string{"192.0.2.1"}, nil }
	ctx, cancel := context.WithCancel(t.Context())
	cfg.DialFunc = func(ctx context.Context, _, _ string) (net.Conn, error) {
		cancel()
		return nil, ctx.Err()
	}
	_, err = Connect(ctx, cfg)
	assertDiagnosis(t, err, "cancelled while connecting to db.example:5432", "")
}
