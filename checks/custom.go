package checks

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// CustomPrefix begins the IDs of custom checks, and of no others: no later
// version of pgdoctor can take a name that a team has given.
const CustomPrefix = "custom-"

// customRows is how many rows a custom check may return: whoever finds more has
// one illness of a table, and no list that anybody reads.
const customRows = 10_000

// Custom is what a check is made of that users wrote.
type Custom struct {
	File    string   // as users know it
	Line    int      // where SQL begins in it
	SQL     string   // one query, with @threshold:NAME@ in it; each row is a finding
	Object  []string // columns that name the object
	Message string   // {column} is the value of that column
	CI      bool     // part of preset ci
	Fix     *CustomFix
}

// CustomFix is how users cure a finding of their check: SQL in which
// @identifier:COLUMN@ and @literal:COLUMN@ stand for values of the finding's row.
type CustomFix struct {
	Up, Down string // Down is "" where there is no way back
	Risk     string // one of fixes.Risks
	Note     string // what to know before applying it, may be ""
}

// CustomRow is a row of a custom check: all its columns as JSON, those that JSON
// cannot carry as text.
type CustomRow struct {
	Schema string // of column schema_name, "" without one
	JSON   json.RawMessage

	object, message string
}

// MarshalJSON is the row.
func (r CustomRow) MarshalJSON() ([]byte, error) { return r.JSON, nil }

// UnmarshalJSON reads a row that MarshalJSON wrote.
func (r *CustomRow) UnmarshalJSON(text []byte) error {
	var named struct {
		Schema any `json:"schema_name"`
	}
	if err := json.Unmarshal(text, &named); err != nil {
		return err
	}
	r.Schema, _ = named.Schema.(string)
	r.JSON = slices.Clone(text)
	return nil
}

// NewCustom makes a check of what users wrote, doc.Custom. It is in no catalogue:
// whoever runs checks adds it to those of All.
func NewCustom(doc Doc) (Check, error) {
	switch {
	case !CustomID(doc.ID):
		return nil, fmt.Errorf("id %q is not %s and words in lower case, joined by hyphens", doc.ID, CustomPrefix)
	case len(doc.Custom.Object) == 0:
		return nil, errors.New("object names no column")
	}
	columns, err := MessageColumns(doc.Custom.Message)
	if err != nil {
		return nil, err
	}
	if name, _ := UnknownThreshold(doc); name != "" {
		return nil, fmt.Errorf("threshold %q is not declared", name)
	}
	columns = append(columns, doc.Custom.Object...)
	slices.Sort(columns)
	columns = slices.Compact(columns)
	return &Spec[CustomRow]{
		Doc: doc,
		Judge: func(row *CustomRow, _ postgres.Server, _ Thresholds) (Verdict, bool) {
			return Verdict{Object: row.object, Message: row.message}, true
		},
		read: func(ctx context.Context, r *runner) ([]CustomRow, error) { return readCustom(ctx, r, doc, columns) },
	}, nil
}

// CustomID says whether a custom check may have this ID.
func CustomID(id string) bool {
	return idForm.MatchString(id) && strings.HasPrefix(id, CustomPrefix)
}

var (
	placeholder = regexp.MustCompile(`\{([^{}]*)\}`)
	numbered    = regexp.MustCompile(`@threshold:([^@\s]*)@`)
)

// MessageColumns lists the columns that a custom check's message shows.
func MessageColumns(message string) ([]string, error) {
	var columns []string
	for _, match := range placeholder.FindAllStringSubmatch(message, -1) {
		if strings.TrimSpace(match[1]) != match[1] || match[1] == "" {
			return nil, fmt.Errorf("%s in message is no column's name: write {column}", match[0])
		}
		columns = append(columns, match[1])
	}
	if strings.ContainsAny(placeholder.ReplaceAllString(message, ""), "{}") {
		return nil, errors.New("message has a brace without its other half: write {column}")
	}
	return columns, nil
}

// UnknownThreshold is the first threshold of the query that is not declared, and
// the byte of the query where it stands; "" if there is none.
func UnknownThreshold(doc Doc) (name string, at int) {
	for _, match := range numbered.FindAllStringSubmatchIndex(doc.Custom.SQL, -1) {
		name := doc.Custom.SQL[match[2]:match[3]]
		if !slices.ContainsFunc(doc.Thresholds, func(t Threshold) bool { return t.Name == name }) {
			return cmp.Or(name, "@threshold:@"), match[0]
		}
	}
	return "", 0
}

// CustomSQL is the query of a custom check with its thresholds as number literals.
func CustomSQL(doc Doc, thresholds Thresholds) string {
	return numbered.ReplaceAllStringFunc(doc.Custom.SQL, func(found string) string {
		name := numbered.FindStringSubmatch(found)[1]
		i := slices.IndexFunc(doc.Thresholds, func(t Threshold) bool { return t.Name == name })
		value := strconv.FormatFloat(thresholds.Of(doc.Thresholds[i]), 'f', -1, 64)
		if strings.HasPrefix(value, "-") { // two hyphens begin a comment
			return "(" + value + ")"
		}
		return value
	})
}

// readCustom runs the query of a custom check as a subquery. So the server says
// what of a row JSON can carry, misses a column also where there are no rows,
// and refuses what is no query. Exec mode sends one statement alone.
func readCustom(ctx context.Context, r *runner, doc Doc, columns []string) ([]CustomRow, error) {
	texts := make([]string, len(columns))
	for i, column := range columns {
		texts[i] = "pgdoctor_row." + postgres.Quote(column) + "::text"
	}
	text := "SELECT pg_catalog.row_to_json(pgdoctor_row)::text AS evidence, pg_catalog.json_build_array(" + strings.Join(texts, ", ") +
		")::text AS shown FROM (\n" + CustomSQL(doc, r.thresholds) + "\n) AS pgdoctor_row LIMIT " + strconv.Itoa(customRows+1) + "\n/* pgdoctor */"
	var raw []struct {
		Evidence string `db:"evidence"`
		Shown    string `db:"shown"`
	}
	err := postgres.ReadOnly(ctx, r.db, r.timeout, func(tx *sqlx.Tx) error { return tx.SelectContext(ctx, &raw, text) })
	if err != nil {
		return nil, customFault(err, doc.Custom, text)
	}
	if len(raw) > customRows {
		return nil, fmt.Errorf("it returns more than %d rows: let it group them", customRows)
	}
	if len(raw) > 0 {
		if column := twice(raw[0].Evidence); column != "" {
			return nil, fmt.Errorf("two columns are called %s: give one another name", column)
		}
	}
	rows := make([]CustomRow, len(raw))
	taken := map[string]bool{}
	for i := range raw {
		if err := json.Unmarshal([]byte(raw[i].Evidence), &rows[i]); err != nil {
			return nil, fmt.Errorf("read a row as JSON: %w", err)
		}
		var values []*string
		if err := json.Unmarshal([]byte(raw[i].Shown), &values); err != nil {
			return nil, fmt.Errorf("read a row as JSON: %w", err)
		}
		if err := rows[i].name(doc.Custom, columns, values); err != nil {
			return nil, err
		}
		if taken[rows[i].object] {
			return nil, fmt.Errorf("two rows have the same object, %s: name a column in object that tells them apart, or let the query group them", rows[i].object)
		}
		taken[rows[i].object] = true
	}
	return rows, nil
}

// twice is the first key that a JSON object has twice, "" if there is none.
func twice(object string) string {
	decoder := json.NewDecoder(strings.NewReader(object))
	decoder.Token() //nolint:errcheck // the brace that row_to_json begins with
	seen := map[string]bool{}
	for decoder.More() {
		key, err := decoder.Token()
		name, ok := key.(string)
		var value json.RawMessage
		if err != nil || !ok || decoder.Decode(&value) != nil {
			return ""
		}
		if seen[name] {
			return name
		}
		seen[name] = true
	}
	return ""
}

// name gives a row its object and message. One column names the object as it is,
// several are the parts of a name.
func (r *CustomRow) name(custom *Custom, columns []string, values []*string) error {
	shown := map[string]*string{}
	for i, column := range columns {
		shown[column] = values[i]
	}
	parts := make([]string, len(custom.Object))
	for i, column := range custom.Object {
		if shown[column] == nil || *shown[column] == "" {
			return fmt.Errorf("column %s, which names the object, is empty in a row", column)
		}
		parts[i] = *shown[column]
	}
	r.object = parts[0]
	if len(parts) > 1 {
		r.object = postgres.Name(parts...)
	}
	r.message = placeholder.ReplaceAllStringFunc(custom.Message, func(found string) string {
		if value := shown[found[1:len(found)-1]]; value != nil {
			return *value
		}
		return "NULL"
	})
	return nil
}

// customHints say what users can do about their query.
var customHints = map[string]string{
	"25006": "it tried to write, which no check may",
	"42601": "it must be one query that can stand in parentheses, with nothing after its semicolon",
	"42703": "object and message name columns that the query returns",
	"42P01": "write the schema before each name: search_path is empty",
	"42883": "write the schema before each name: search_path is empty",
	"0A000": "it must be one query that only reads",
}

// customFault says where in its file a custom check's query is wrong. Errors
// that mean the same for every check stay as they are.
func customFault(err error, custom *Custom, text string) error {
	var pgErr *pgconn.PgError
	if !errors.As(err, &pgErr) || pgErr.Code == "42501" || pgErr.Code == "57014" || pgErr.Code == "55P03" {
		return err
	}
	words := serverMessage(err)
	if hint := customHints[pgErr.Code]; hint != "" {
		words += ": " + hint
	}
	runes := []rune(text)
	if at := int(pgErr.Position); at > 0 && at <= len(runes) {
		line := strings.Count(string(runes[:at-1]), "\n") // the query begins on the second
		if line > 0 && line <= strings.Count(custom.SQL, "\n")+1 {
			return fmt.Errorf("%s:%d: %s", custom.File, custom.Line+line-1, words)
		}
	}
	return fmt.Errorf("%s: %s", custom.File, words)
}
