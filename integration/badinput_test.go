package integration

import (
	"net"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/integration/servers"
)

// secret is the password of every connection that fails here. It must not be seen.
const secret = "s3cr3tPa55"

// unwell is one connection that cannot come about.
type unwell struct {
	name string
	dsn  string
	code int
	says string // regular expression over the one line on standard error
}

// Every connection that cannot come about ends with one line that says why and
// what to do, and without the password.
func TestBadInputUnreachable(t *testing.T) {
	t.Parallel()
	closed := func() string { // a port that was free a moment ago
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer listener.Close()
		return listener.Addr().String()
	}()
	to := func(address, more string) string { return "postgres://app:" + secret + "@" + address + "/shop" + more }
	for _, c := range []unwell{
		{"closed port", to(closed, ""), 3, `connection refused by ` + closed + `: is the server running`},
		{"no such host", to("nosuch.invalid", ""), 3, `host "nosuch.invalid" cannot be found: check the host name`},
		{"no such socket", "host=/nosuch password=" + secret, 3, `no server socket in /nosuch: is the server running`},
		{"hangs up", to(fake(t, hangsUp), ""), 3, `broke off: is a PostgreSQL server or pooler listening there\?`},
		{"hangs up on TLS", to(fake(t, hangsUp), "?sslmode=require"), 3, `broke off: is a PostgreSQL server or pooler listening there\?`},
		{"hangs up without TLS", to(fake(t, hangsUp), "?sslmode=disable"), 3, `broke off: is a PostgreSQL server or pooler listening there\?`},
		{"not PostgreSQL", to(fake(t, notPostgres), ""), 3, `broke off: is a PostgreSQL server or pooler listening there\?`},
		{"silent", to(fake(t, silent), "?connect_timeout=1"), 3, `no answer from 127\.0\.0\.1:\d+ in time: check firewall`},
		{"starting up", to(fake(t, refusing("57P03", "the database system is starting up")), ""), 3,
			`does not accept connections now: it says: the database system is starting up; try again`},
		{"shutting down", to(fake(t, refusing("57P03", "the database system is shutting down")), ""), 3,
			`does not accept connections now: it says: the database system is shutting down; try again`},
		{"terminated", to(fake(t, refusing("57P01", "terminating connection due to administrator command")), ""), 3,
			`it says: terminating connection due to administrator command \(SQLSTATE 57P01\)`},
		{"no TLS to be had", to(fake(t, refusing("57P03", "no")), "?sslmode=require"), 3, `does not offer TLS; switch it on there, or lower sslmode`},
		{"second host answers", to(closed+","+strings.TrimPrefix(fake(t, refusing("57P03", "the database system is starting up")), ""), ""), 3, `starting up`},
		{"unreadable", "postgres://app:" + secret + "%zz@db/shop", 2, `the connection string cannot be read: write postgres://`},
		{"unreadable port", "postgres://app:" + secret + "@db:many/shop", 2, `cannot be read`},
		{"unreadable word", "host=db password=" + secret + " sslmode=perhaps", 2, `cannot be read`},
		{"unescaped", "postgres://app:" + secret + "/#@db/shop", 2, `cannot be read`},
		{"no certificate there", to("127.0.0.1", "?sslmode=verify-full&sslrootcert=/nosuch.pem"), 2, `certificate .* that it names must exist`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			c.check(t)
		})
	}
}

func (c unwell) check(t *testing.T) {
	t.Helper()
	for _, command := range []string{"check", "fix", "history"} {
		got := pgdoctor(t, command, "--dsn", c.dsn)
		if got.code != c.code {
			t.Errorf("%s: exit code %d, want %d", command, got.code, c.code)
		}
		oneLine(t, got, c.says)
	}
}

// oneLine: standard error is one line that matches, standard output empty, and
// the password in neither.
func oneLine(t *testing.T, got ran, says string) {
	t.Helper()
	line, rest, _ := strings.Cut(got.stderr, "\n")
	if !strings.HasPrefix(line, "pgdoctor: ") || rest != "" {
		t.Errorf("not one line: %q", got.stderr)
	}
	if !regexp.MustCompile(says).MatchString(line) {
		t.Errorf("%q does not match %s", line, says)
	}
	if got.stdout != "" {
		t.Errorf("standard output: %q", got.stdout)
	}
	if strings.Contains(got.stdout+got.stderr, secret) {
		t.Errorf("the password is shown: %s%s", got.stdout, got.stderr)
	}
}

// The same of a server that is there and does not let us in.
func TestBadInputRefused(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		database := ask(t, s.Database(t), "SELECT current_database()")
		user, password := s.Role(t, "plain", "")
		shut := ask(t, s.Database(t), "SELECT current_database()")
		s.Exec(t, s.DSN(shut), `REVOKE CONNECT ON DATABASE "`+shut+`" FROM PUBLIC`)
		locked, key := s.Role(t, "locked", "")
		s.Exec(t, s.DSN("postgres"), "ALTER ROLE "+locked+" NOLOGIN")
		for _, c := range []unwell{
			{"wrong password", s.DSNFor(database, user, secret), 3, `wrong password for user "` + user + `": check --dsn, PGPASSWORD or ~/.pgpass`},
			{"no such user", s.DSNFor(database, "nosuch", secret), 3, `wrong password for user "nosuch"`},
			{"no such database", s.DSNFor("nosuch", user, password), 3, `database "nosuch" does not exist: list them with psql -l`},
			{"no CONNECT", s.DSNFor(shut, user, password), 3, `user "` + user + `" may not connect to database "` + shut + `": an owner can GRANT CONNECT`},
			{"no LOGIN", s.DSNFor(database, locked, key), 3, `user "` + locked + `" is not let in to database "` + database + `": the server says: .*not permitted to log in`},
			{"no TLS", strings.Replace(s.DSNFor(database, user, password), "sslmode=disable", "sslmode=require", 1), 3, `does not offer TLS`},
			{"unknown setting", s.DSNFor(database, user, password) + "&nosuch_setting=1", 3, `nosuch_setting`},
		} {
			t.Run(c.name, func(t *testing.T) {
				t.Parallel()
				c.check(t)
			})
		}
	})
}

// A server whose slots are taken says so; the last free one is enough to check.
func TestBadInputNoSlotLeft(t *testing.T) {
	t.Parallel()
	s := servers.StartOne(t, ends()[0].Major, servers.WithSetting("max_connections", "6"),
		servers.WithSetting("superuser_reserved_connections", "0"), servers.WithSetting("max_wal_senders", "0"))
	dsn := s.Database(t)
	user, password := s.Role(t, "late", "IN ROLE pg_monitor")
	own, err := url.Parse(dsn)
	if err != nil {
		t.Fatal(err)
	}
	late := s.DSNFor(strings.TrimPrefix(own.Path, "/"), user, password)
	var held *pgx.Conn
	for range 5 {
		held = connect(t, dsn)
	}
	pgdoctor(t, "check", "connection-saturation", "--jobs", "1", "--dsn", late).want(t, 1, "connection")
	// the slot of the one before is free a moment after its end
	for deadline, sessions := time.Now().Add(patience), 1; sessions > 0 && time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		if err := held.QueryRow(t.Context(), "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'pgdoctor'").Scan(&sessions); err != nil {
			t.Fatal(err)
		}
	}
	last := connect(t, dsn)
	got := pgdoctor(t, "check", "--dsn", late)
	got.want(t, 3)
	oneLine(t, got, `no free connection slot: end idle sessions, use a pooler`)
	if err := last.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
}
