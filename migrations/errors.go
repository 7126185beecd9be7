package migrations

import (
	"errors"
	"fmt"
	"strings"

	"github.com/golang-migrate/migrate/v4/database"
	"github.com/jackc/pgx/v5/pgconn"
)

// serverError finds what the server said.
func serverError(err error) *pgconn.PgError {
	var pgErr *pgconn.PgError
	if errors.As(err, &pgErr) {
		return pgErr
	}
	if inner := within(err); inner != nil {
		return serverError(inner)
	}
	return nil
}

// within is the driver's error in golang-migrate's database.Error, which does
// not unwrap, and comes by value or by pointer; nil where there is none.
func within(err error) error {
	var byValue database.Error
	if errors.As(err, &byValue) {
		return byValue.OrigErr
	}
	var byPointer *database.Error
	if errors.As(err, &byPointer) {
		return byPointer.OrigErr
	}
	return nil
}

// say is an error in words for people, without the statement that
// golang-migrate repeats and without DETAIL, which holds values of rows.
func say(err error) string {
	pgErr := serverError(err)
	if pgErr == nil {
		if inner := within(err); inner != nil {
			return say(inner)
		}
		return err.Error()
	}
	switch pgErr.Code {
	case "55P03":
		return "a lock was not to be had in time (SQLSTATE 55P03): other sessions hold the table"
	case "57014":
		if strings.Contains(pgErr.Message, "statement timeout") {
			return "it took longer than a step may that holds a strong lock (SQLSTATE 57014): try again when the server is less busy"
		}
		return "cancelled (SQLSTATE 57014)"
	case "42501":
		return pgErr.Message + " (SQLSTATE 42501): the role must own the table, or be a member of its owner"
	case "23505":
		return fmt.Sprintf("%s of %s.%s would be broken by duplicate rows (SQLSTATE 23505)", pgErr.ConstraintName, pgErr.SchemaName, pgErr.TableName)
	case "23503", "23514":
		return fmt.Sprintf("rows of %s.%s break %s (SQLSTATE %s)", pgErr.SchemaName, pgErr.TableName, pgErr.ConstraintName, pgErr.Code)
	}
	return fmt.Sprintf("%s (SQLSTATE %s)", pgErr.Message, pgErr.Code)
}

// sayUndo is say for a migration that is taken back: constraint violations
// then mean that later rows stand where earlier ones want to return.
func sayUndo(err error) string {
	pgErr := serverError(err)
	if pgErr == nil {
		return say(err)
	}
	switch pgErr.Code {
	case "23000": // the undo's own, which has named them
		if text, ours := strings.CutPrefix(pgErr.Message, "pgdoctor: "); ours {
			return text + "; nothing was changed; --skip-conflicts brings back all others and keeps these in quarantine"
		}
	case "23505":
		return fmt.Sprintf("rows written since stand in the way: %s.%s now has a row with the same value under %s as one that is to come back; nothing was changed", pgErr.SchemaName, pgErr.TableName, pgErr.ConstraintName)
	case "23503":
		return fmt.Sprintf("rows that are to come back to %s.%s refer to rows that were removed since (%s); nothing was changed", pgErr.SchemaName, pgErr.TableName, pgErr.ConstraintName)
	case "23514", "23502":
		return fmt.Sprintf("rows that are to come back to %s.%s do not fit what was declared since (%s%s); nothing was changed", pgErr.SchemaName, pgErr.TableName, pgErr.ConstraintName, pgErr.ColumnName)
	case "42703", "42P01":
		return "the tables were changed since: " + pgErr.Message + "; nothing was changed"
	}
	return say(err)
}

// contention says whether trying again can help.
func contention(err error) bool {
	pgErr := serverError(err)
	return pgErr != nil && (pgErr.Code == "55P03" || pgErr.Code == "40P01" || pgErr.Code == "40001")
}
