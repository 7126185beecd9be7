package postgres

import (
	"strings"

	"github.com/jackc/pgx/v5"
)

// Quote writes a possibly qualified name as SQL, every part double-quoted:
// Quote("public", "users") is "public"."users". It is the only way in which a
// name from a catalog may enter a statement.
func Quote(parts ...string) string {
	return pgx.Identifier(parts).Sanitize()
}

// QuoteList quotes every name by itself and joins them with commas.
func QuoteList(names []string) string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = Quote(name)
	}
	return strings.Join(quoted, ", ")
}

// Literal writes a text as an SQL string literal, whatever the setting of
// standard_conforming_strings. NUL, which no PostgreSQL text can hold, is dropped.
func Literal(text string) string {
	text = strings.ReplaceAll(text, "\x00", "")
	quoted := "'" + strings.ReplaceAll(text, "'", "''") + "'"
	if strings.Contains(text, `\`) {
		return " E" + strings.ReplaceAll(quoted, `\`, `\\`)
	}
	return quoted
}

// Name joins the parts of an object's name for people and for keys:
// public.users.email. A part that holds a dot or a quote is double-quoted, so
// that two different objects never share a name.
func Name(parts ...string) string {
	shown := make([]string, len(parts))
	for i, part := range parts {
		if part == "" || strings.ContainsAny(part, `."`) {
			part = `"` + strings.ReplaceAll(part, `"`, `""`) + `"`
		}
		shown[i] = part
	}
	return strings.Join(shown, ".")
}

// ColumnName names the columns of a relation: public.orders.user_id for one,
// public.orders.(a,b) for several.
func ColumnName(schema, relation string, columns []string) string {
	if len(columns) == 1 {
		return Name(schema, relation, columns[0])
	}
	shown := make([]string, len(columns))
	for i, column := range columns {
		shown[i] = Name(column)
	}
	return Name(schema, relation) + ".(" + strings.Join(shown, ",") + ")"
}

// ParseName takes a name that Name joined apart again.
func ParseName(name string) []string {
	var parts []string
	var part strings.Builder
	quoted := false
	for i := 0; i < len(name); i++ {
		switch c := name[i]; {
		case c == '"' && quoted && i+1 < len(name) && name[i+1] == '"':
			part.WriteByte('"')
			i++
		case c == '"':
			quoted = !quoted
		case c == '.' && !quoted:
			parts = append(parts, part.String())
			part.Reset()
		default:
			part.WriteByte(c)
		}
	}
	return append(parts, part.String())
}
