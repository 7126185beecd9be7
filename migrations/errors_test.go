package migrations

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/golang-migrate/migrate/v4/database"
	"github.com/jackc/pgx/v5/pgconn"
)

// forms are the ways in which an error of the server reaches pgdoctor through
// golang-migrate. What is in a statement or a DETAIL is nobody's business.
func forms(inner error) map[string]error {
	byValue := database.Error{OrigErr: inner, Err: "migration failed", Query: []byte("SELECT 'SECRET'")}
	byPointer := &database.Error{OrigErr: inner, Query: []byte("SELECT 'SECRET'")}
	unlock := &database.Error{OrigErr: &pgconn.PgError{Code: "25P02", Message: "aborted"}, Query: []byte("SECRET")}
	return map[string]error{
		"plain":              inner,
		"wrapped":            fmt.Errorf("step: %w", inner),
		"by value":           byValue,
		"by pointer":         byPointer,
		"by value, wrapped":  fmt.Errorf("step: %w", byValue),
		"pointer, wrapped":   fmt.Errorf("step: %w", byPointer),
		"unlock fails too":   errors.Join(byValue, unlock),
		"nested":             &database.Error{OrigErr: byValue, Query: []byte("SECRET")},
		"wrapped and nested": fmt.Errorf("a: %w", database.Error{OrigErr: fmt.Errorf("b: %w", byPointer)}),
	}
}

func serverSays(code string) *pgconn.PgError {
	return &pgconn.PgError{
		Code: code, Message: "MESSAGE", SchemaName: "public", TableName: "users", ConstraintName: "users_key",
		Detail: "Key (email)=(SECRET) already exists.", Hint: "SECRET", Where: "SQL statement \"SECRET\"", InternalQuery: "SECRET",
	}
}

func TestServerError(t *testing.T) {
	want := serverSays("23505")
	for name, err := range forms(want) {
		t.Run(name, func(t *testing.T) {
			if got := serverError(err); got != want {
				t.Errorf("got %v", got)
			}
		})
	}
	for name, err := range map[string]error{
		"nil": nil, "not the server's": io.EOF, "empty": database.Error{}, "empty, by pointer": &database.Error{},
		"a broken connection": database.Error{OrigErr: io.ErrUnexpectedEOF},
	} {
		t.Run(name, func(t *testing.T) {
			if got := serverError(err); got != nil {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestSay(t *testing.T) {
	for code, want := range map[string]string{
		"55P03": "a lock was not to be had in time (SQLSTATE 55P03): other sessions hold the table",
		"57014": "cancelled (SQLSTATE 57014)",
		"42501": "MESSAGE (SQLSTATE 42501): the role must own the table, or be a member of its owner",
		"23505": "users_key of public.users would be broken by duplicate rows (SQLSTATE 23505)",
		"23503": "rows of public.users break users_key (SQLSTATE 23503)",
		"23514": "rows of public.users break users_key (SQLSTATE 23514)",
		"XX000": "MESSAGE (SQLSTATE XX000)",
		"P0001": "MESSAGE (SQLSTATE P0001)",
	} {
		t.Run(code, func(t *testing.T) {
			for form, err := range forms(serverSays(code)) {
				if got := say(err); got != want {
					t.Errorf("%s: got %q, want %q", form, got, want)
				}
			}
		})
	}
}

func TestSayUndo(t *testing.T) {
	notNull := serverSays("23502")
	notNull.ConstraintName, notNull.ColumnName = "", "email"
	for name, test := range map[string]struct {
		err  *pgconn.PgError
		want string
	}{
		"unique":         {serverSays("23505"), "public.users now has a row with the same value under users_key as one that is to come back; nothing was changed"},
		"foreign key":    {serverSays("23503"), "refer to rows that were removed since (users_key); nothing was changed"},
		"check":          {serverSays("23514"), "do not fit what was declared since (users_key); nothing was changed"},
		"not null":       {notNull, "do not fit what was declared since (email); nothing was changed"},
		"column gone":    {serverSays("42703"), "the tables were changed since: MESSAGE; nothing was changed"},
		"table gone":     {serverSays("42P01"), "the tables were changed since: MESSAGE; nothing was changed"},
		"as say says it": {serverSays("55P03"), "a lock was not to be had in time (SQLSTATE 55P03)"},
	} {
		t.Run(name, func(t *testing.T) {
			for form, err := range forms(test.err) {
				got := sayUndo(err)
				if !strings.Contains(got, test.want) || strings.Contains(got, "SECRET") {
					t.Errorf("%s: got %q, want …%q…", form, got, test.want)
				}
			}
		})
	}
}

// TestSayNoServer: a connection that broke while a statement ran.
func TestSayNoServer(t *testing.T) {
	for name, err := range forms(io.ErrUnexpectedEOF) {
		if name == "unlock fails too" {
			continue // the server says something then
		}
		t.Run(name, func(t *testing.T) {
			for _, got := range []string{say(err), sayUndo(err)} {
				if !strings.Contains(got, "unexpected EOF") || strings.Contains(got, "SECRET") {
					t.Errorf("got %q", got)
				}
			}
		})
	}
}

func TestContention(t *testing.T) {
	for code, want := range map[string]bool{"55P03": true, "40P01": true, "40001": true, "57014": false, "23505": false, "25P02": false} {
		t.Run(code, func(t *testing.T) {
			for form, err := range forms(serverSays(code)) {
				if got := contention(err); got != want {
					t.Errorf("%s: got %v", form, got)
				}
			}
		})
	}
	if contention(nil) || contention(io.EOF) {
		t.Error("where no server spoke, nothing contends")
	}
}
