package postgres

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"slices"
	"strings"
	"syscall"

	"github.com/jackc/pgx/v5/pgconn"
)

// ConnectError says in one line why no connection came about and what to do.
// It deliberately does not wrap the driver's error, whose text repeats the
// connection string.
type ConnectError struct {
	Reason string
	Hint   string
}

// Error is "reason: hint".
func (e *ConnectError) Error() string {
	if e.Hint == "" {
		return e.Reason
	}
	return e.Reason + ": " + e.Hint
}

// diagnose turns what the driver said into a ConnectError. Server messages are
// taken over only where they name no secret.
func diagnose(target Target, err error) error {
	var pgErr *pgconn.PgError
	if errors.As(err, &pgErr) {
		return diagnoseServer(target, pgErr)
	}
	if errors.Is(err, context.Canceled) {
		return &ConnectError{Reason: fmt.Sprintf("cancelled while connecting to %s:%d", target.Host, target.Port)}
	}
	err = lastAttempt(err)
	where := fmt.Sprintf("%s:%d", target.Host, target.Port)
	var dns *net.DNSError
	switch {
	case errors.As(err, &dns):
		return &ConnectError{Reason: fmt.Sprintf("host %q cannot be found", target.Host), Hint: "check the host name in --dsn or PGHOST, and DNS"}
	case errors.Is(err, syscall.ECONNREFUSED):
		return &ConnectError{Reason: "connection refused by " + where, Hint: "is the server running, is listen_addresses right, is this the port?"}
	case errors.Is(err, os.ErrNotExist) || errors.Is(err, syscall.ENOENT):
		return &ConnectError{Reason: "no server socket in " + target.Host, Hint: "is the server running; else name a host with --dsn or PGHOST"}
	case errors.Is(err, context.DeadlineExceeded) || errors.Is(err, os.ErrDeadlineExceeded) || isTimeout(err):
		return &ConnectError{Reason: "no answer from " + where + " in time", Hint: "check firewall, security group and network; connect_timeout in --dsn changes how long to wait"}
	case errors.Is(err, syscall.EHOSTUNREACH) || errors.Is(err, syscall.ENETUNREACH):
		return &ConnectError{Reason: where + " cannot be reached", Hint: "check network, routing and VPN"}
	// What closes the connection instead of answering whether it speaks TLS is
	// no server with a TLS problem.
	case isTLS(err) && !isClosed(err):
		return &ConnectError{Reason: "no TLS connection to " + where, Hint: tlsHint(err)}
	}
	return &ConnectError{Reason: "the connection to " + where + " broke off", Hint: "is a PostgreSQL server or pooler listening there? its log says more"}
}

// lastAttempt picks the error to tell of those of several attempts: hosts and
// addresses, with TLS and without. A later attempt is the one that was to do
// what an earlier could not; but a refused one says least, since localhost is
// tried as ::1 and as 127.0.0.1.
func lastAttempt(err error) error {
	var connect *pgconn.ConnectError
	if !errors.As(err, &connect) {
		return err
	}
	joined, ok := connect.Unwrap().(interface{ Unwrap() []error })
	if !ok {
		return err
	}
	attempts := joined.Unwrap()
	for _, attempt := range slices.Backward(attempts) {
		if !errors.Is(attempt, syscall.ECONNREFUSED) {
			return attempt
		}
	}
	return attempts[len(attempts)-1]
}

func isClosed(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.Is(err, syscall.ECONNRESET) || errors.Is(err, syscall.EPIPE)
}

func diagnoseServer(target Target, pgErr *pgconn.PgError) error {
	switch pgErr.Code {
	case "28P01":
		return &ConnectError{Reason: fmt.Sprintf("wrong password for user %q", target.User), Hint: "check --dsn, PGPASSWORD or ~/.pgpass"}
	case "28000":
		return &ConnectError{Reason: fmt.Sprintf("user %q is not let in to database %q", target.User, target.Database), Hint: "the server says: " + pgErr.Message + "; check the role and pg_hba.conf"}
	case "3D000":
		return &ConnectError{Reason: fmt.Sprintf("database %q does not exist", target.Database), Hint: "list them with psql -l and name one in --dsn or PGDATABASE"}
	case "42501":
		return &ConnectError{Reason: fmt.Sprintf("user %q may not connect to database %q", target.User, target.Database), Hint: "an owner can GRANT CONNECT ON DATABASE"}
	case "53300":
		return &ConnectError{Reason: "the server has no free connection slot", Hint: "end idle sessions, use a pooler, or connect as a role that may use the reserved slots"}
	case "57P03":
		return &ConnectError{Reason: "the server does not accept connections now", Hint: "it says: " + pgErr.Message + "; try again when that is over"}
	case "08P01":
		return &ConnectError{Reason: "the server or pooler refuses the connection's settings", Hint: "it says: " + pgErr.Message}
	}
	return &ConnectError{Reason: "the server refuses the connection", Hint: fmt.Sprintf("it says: %s (SQLSTATE %s)", pgErr.Message, pgErr.Code)}
}

func isTLS(err error) bool {
	var unknown x509.UnknownAuthorityError
	var host x509.HostnameError
	var invalid x509.CertificateInvalidError
	if errors.As(err, &unknown) || errors.As(err, &host) || errors.As(err, &invalid) {
		return true
	}
	text := err.Error()
	return strings.Contains(text, "tls error") || strings.Contains(text, "refused TLS")
}

func tlsHint(err error) string {
	var unknown x509.UnknownAuthorityError
	var host x509.HostnameError
	switch {
	case errors.As(err, &unknown):
		return "the certificate's issuer is not known here; name it with sslrootcert in --dsn"
	case errors.As(err, &host):
		return "the certificate is for another host name; connect by the name it bears"
	case strings.Contains(err.Error(), "refused TLS"):
		return "the server does not offer TLS; switch it on there, or lower sslmode in --dsn if the network is trusted"
	}
	return "check sslmode, sslrootcert and the server's certificate"
}

func isTimeout(err error) bool {
	var timeout net.Error
	return errors.As(err, &timeout) && timeout.Timeout()
}
