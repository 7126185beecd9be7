package integration

import (
	wire "encoding/binary"
	"io"
	"net"
	"testing"

	"github.com/jackc/pgx/v5/pgproto3"
)

// fake listens on a port and gives every connection to answer, then closes it.
// It returns its address.
func fake(t *testing.T, answer func(net.Conn)) string {
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

// hangsUp is what a dead backend behind a load balancer does.
func hangsUp(net.Conn) {}

// notPostgres answers whatever comes as a web server would.
func notPostgres(conn net.Conn) {
	io.ReadAtLeast(conn, make([]byte, 8), 8) //nolint:errcheck // whatever came, it is answered
	io.WriteString(conn, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
}

// silent never answers.
func silent(conn net.Conn) { io.Copy(io.Discard, conn) } //nolint:errcheck // until the client gives up

// refusing speaks just enough of the protocol to refuse: no TLS, then an error.
func refusing(code, message string) func(net.Conn) {
	return func(conn net.Conn) {
		for {
			head := make([]byte, 8)
			if _, err := io.ReadFull(conn, head); err != nil {
				return
			}
			const sslRequest = 80877103
			if wire.BigEndian.Uint32(head[4:]) == sslRequest {
				if _, err := conn.Write([]byte("N")); err != nil {
					return
				}
				continue
			}
			rest := int64(wire.BigEndian.Uint32(head)) - 8
			if _, err := io.CopyN(io.Discard, conn, rest); err != nil {
				return
			}
			answer, err := (&pgproto3.ErrorResponse{Severity: "FATAL", SeverityUnlocalized: "FATAL", Code: code, Message: message}).Encode(nil)
			if err == nil {
				conn.Write(answer) //nolint:errcheck // the client sees it or not
			}
			return
		}
	}
}
