package integration

import (
	wire "encoding/binary"
	"io"
	"net"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"
)

// moment is a point in the life of one statement, as seen on its connection.
type moment string

const (
	before moment = "before" // sent by the client, not yet seen by the server
	during moment = "during" // seen by the server, not yet answered
	after  moment = "after"  // answered by the server, not yet heard by the client
)

// relay passes the bytes of PostgreSQL's protocol on and can hold up one
// statement at an exact moment (manual, "Frontend/Backend Protocol"). TLS is off
// on the test servers, so what passes can be read.
type relay struct {
	dsn    string // by which clients come through here
	target string

	mu     sync.Mutex
	conns  []net.Conn
	prefix string // of the statement to hold up, "" for none
	skip   int    // so many of them pass
	at     moment
	silent bool // nothing passes any more, on any connection

	held   chan struct{} // closed once the statement is held up
	thawed chan struct{} // closed to let everything go on
}

// newRelay listens before the server of a DSN until the test ends.
func newRelay(t *testing.T, dsn string) *relay {
	t.Helper()
	u, err := url.Parse(dsn)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	r := &relay{target: u.Host, held: make(chan struct{}), thawed: make(chan struct{})}
	u.Host = listener.Addr().String()
	r.dsn = u.String()
	go func() {
		for {
			client, err := listener.Accept()
			if err != nil {
				return
			}
			go r.pass(client)
		}
	}()
	t.Cleanup(func() {
		listener.Close()
		r.thaw()
		r.cut()
	})
	return r
}

// hold makes the relay hold up a statement that begins with the words, after so
// many of them have passed.
func (r *relay) hold(prefix string, skip int, at moment) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.prefix, r.skip, r.at = prefix, skip, at
}

// isHeld waits until the statement is held up.
func (r *relay) isHeld(t *testing.T, says func() string) {
	t.Helper()
	select {
	case <-r.held:
	case <-time.After(2 * time.Minute):
		t.Fatalf("the statement did not come; pgdoctor says %s", says())
	}
}

// thaw lets everything go on.
func (r *relay) thaw() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.silent = false
	select {
	case <-r.thawed:
	default:
		close(r.thawed)
	}
}

// silence lets nothing pass until thaw, and closes nothing: a black hole.
func (r *relay) silence() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.silent = true
}

// cut ends every connection on both sides.
func (r *relay) cut() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, conn := range r.conns {
		conn.Close()
	}
	r.conns = nil
}

// line is one connection of a client, and its other half at the server.
type line struct {
	relay          *relay
	client, server net.Conn

	mu       sync.Mutex
	holdBack bool // the answer is not to reach the client yet
	tell     bool // and that it is there is the moment
}

func (r *relay) pass(client net.Conn) {
	defer client.Close()
	server, err := net.DialTimeout("tcp", r.target, 10*time.Second)
	if err != nil {
		return
	}
	defer server.Close()
	r.mu.Lock()
	r.conns = append(r.conns, client, server)
	r.mu.Unlock()
	l := &line{relay: r, client: client, server: server}
	ended := make(chan struct{}, 2)
	go func() { l.requests(); ended <- struct{}{} }()
	go func() { l.answers(); ended <- struct{}{} }()
	<-ended
}

// message reads one message: its type (0 for the first of a connection, which has none) and all of its bytes.
func message(from io.Reader, first bool) (kind byte, raw []byte, err error) {
	head := 5
	if first {
		head = 4
	}
	raw = make([]byte, head)
	if _, err := io.ReadFull(from, raw); err != nil {
		return 0, nil, err
	}
	if !first {
		kind = raw[0]
	}
	rest := make([]byte, max(0, int(wire.BigEndian.Uint32(raw[head-4:]))-4))
	if _, err := io.ReadFull(from, rest); err != nil {
		return 0, nil, err
	}
	return kind, append(raw, rest...), nil
}

func (l *line) requests() {
	for first := true; ; first = false {
		kind, raw, err := message(l.client, first)
		if err != nil {
			return
		}
		l.relay.wait()
		at := moment("")
		if kind == 'Q' {
			at = l.relay.matches(string(raw[5:]))
		}
		switch at {
		case before:
			close(l.relay.held)
			<-l.relay.thawed
		case during, after:
			l.mu.Lock()
			l.holdBack, l.tell = true, at == after
			l.mu.Unlock()
		}
		if _, err := l.server.Write(raw); err != nil {
			return
		}
		if at == during {
			close(l.relay.held)
		}
	}
}

func (l *line) answers() {
	for {
		kind, raw, err := message(l.server, false)
		if err != nil {
			return
		}
		l.mu.Lock()
		held := l.holdBack && kind == 'Z'
		l.holdBack = l.holdBack && !held
		tell := l.tell
		l.mu.Unlock()
		if held {
			if tell {
				close(l.relay.held)
			}
			<-l.relay.thawed
		}
		l.relay.wait()
		if _, err := l.client.Write(raw); err != nil {
			return
		}
	}
}

// wait waits while nothing may pass.
func (r *relay) wait() {
	r.mu.Lock()
	silent := r.silent
	r.mu.Unlock()
	if silent {
		<-r.thawed
	}
}

// matches says at which moment a statement is to be held up, "" for not at all.
func (r *relay) matches(statement string) moment {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.prefix == "" || !strings.HasPrefix(strings.TrimSpace(statement), r.prefix) {
		return ""
	}
	if r.skip > 0 {
		r.skip--
		return ""
	}
	r.prefix = "" // once
	return r.at
}
