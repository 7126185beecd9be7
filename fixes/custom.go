package fixes

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// CustomKind is the kind of all fixes that users wrote.
const CustomKind = "custom"

// customOrder comes after all of pgdoctor's own: a team's fix may count on keys
// and indexes, and none of pgdoctor's on what a team does.
const customOrder = 1000

// Custom is a check that users wrote, with the thresholds that count for it.
type Custom struct {
	Doc        checks.Doc
	Thresholds checks.Thresholds
}

var (
	slot = regexp.MustCompile(`@(identifier|literal):([^@\s]*)@`)
	// what looks like a slot and is none
	slotLike = regexp.MustCompile(`@(\w+):[^@\s]*@`)
	// what ends or begins a transaction, or cannot run in one
	ofTransactions = regexp.MustCompile(`(?i)^(BEGIN|START\s+TRANSACTION|COMMIT|END|ROLLBACK|ABORT|SAVEPOINT|RELEASE|PREPARE\s+TRANSACTION|VACUUM|ALTER\s+SYSTEM|` +
		`(CREATE|DROP)\s+(DATABASE|TABLESPACE)|(CREATE|DROP|REINDEX)\b.*\bCONCURRENTLY)\b`)
	// literals and comments, in which nothing is a statement
	inert = regexp.MustCompile(`(?s)/\*.*?\*/|` + quoted.String())
)

// CheckCustom says what is wrong with the SQL of a fix that users wrote, as far as
// that is seen without a server.
func CheckCustom(text string) error {
	for _, match := range slotLike.FindAllStringSubmatch(text, -1) {
		if form := slot.FindStringSubmatch(match[0]); form == nil || form[2] == "" {
			return fmt.Errorf("%s is neither @identifier:COLUMN@ nor @literal:COLUMN@", match[0])
		}
	}
	bare := inert.ReplaceAllString(withoutBodies(text), " ")
	if strings.TrimSpace(strings.ReplaceAll(bare, ";", "")) == "" {
		return errors.New("there is no statement in it")
	}
	for statement := range strings.SplitSeq(bare, ";") {
		statement = strings.Join(strings.Fields(statement), " ")
		if words := ofTransactions.FindString(statement); words != "" {
			return fmt.Errorf("%s cannot stand in it: the fix is one transaction, which pgdoctor begins and ends", words)
		}
	}
	return nil
}

var dollar = regexp.MustCompile(`\$[A-Za-z_]*\$`)

// withoutBodies leaves out what stands between dollar quotes, such as a function's body.
func withoutBodies(text string) string {
	var out strings.Builder
	for {
		at := dollar.FindStringIndex(text)
		if at == nil {
			break
		}
		_, after, closed := strings.Cut(text[at[1]:], text[at[0]:at[1]])
		if !closed {
			break
		}
		out.WriteString(text[:at[0]] + "''")
		text = after
	}
	return out.String() + text
}

// customCure describes the fix of a check that users wrote.
func customCure(fix *checks.CustomFix) Cure {
	return Cure{Kind: CustomKind, Risk: Risk(fix.Risk), Reversible: fix.Down != "", order: customOrder}
}

// planCustom is the step of a fix that users wrote, for one finding.
func planCustom(c Custom, evidence any) ([]Step, error) {
	row, ok := evidence.(checks.CustomRow)
	if !ok {
		return nil, fmt.Errorf("plan %s: evidence is %T", c.Doc.ID, evidence)
	}
	values := map[string]json.RawMessage{}
	if err := json.Unmarshal(row.JSON, &values); err != nil {
		return nil, fmt.Errorf("%s: read its evidence: %w", c.Doc.ID, err)
	}
	fix := c.Doc.Custom.Fix
	up, err := filled(fix.Up, values)
	if err != nil {
		return nil, err
	}
	down, err := filled(fix.Down, values)
	if err != nil {
		return nil, err
	}
	still, err := stillSo(c, values)
	if err != nil {
		return nil, err
	}
	step := Step{
		Kind: CustomKind, Slug: slug(c.Doc.ID),
		Up: up, Down: cmp.Or(down, "-- the check's file gives no way back"),
		Risk: Risk(fix.Risk), Reversible: down != "",
		Note:     noteOf(fix),
		Requires: []Requirement{{still, "the check no longer finds it, or not as it was: check again"}},
	}
	return []Step{step}, nil
}

func noteOf(fix *checks.CustomFix) string {
	note := "what it locks, only its SQL says: --rehearse shows it"
	if fix.Note != "" {
		note = fix.Note + "; " + note
	}
	return note
}

// filled puts the values of a finding into the SQL of a fix. Numbers and the like
// become literals too, to which the server gives the type that they meet.
func filled(text string, values map[string]json.RawMessage) (string, error) {
	var failed error
	text = slot.ReplaceAllStringFunc(text, func(found string) string {
		match := slot.FindStringSubmatch(found)
		value, isNull, err := valueOf(values, match[2])
		switch {
		case err != nil:
			failed = err
		case match[1] == "literal" && isNull:
			return "NULL"
		case match[1] == "literal":
			return strings.TrimSpace(postgres.Literal(value))
		case value == "":
			failed = refuse("column %s of the finding is empty, and its fix takes it for a name", match[2])
		default:
			return postgres.Quote(value)
		}
		return found
	})
	text = strings.TrimSpace(text)
	if text != "" && !strings.HasSuffix(text, ";") {
		text += ";"
	}
	return text, failed
}

// valueOf is a column of a finding as text.
func valueOf(values map[string]json.RawMessage, column string) (text string, isNull bool, err error) {
	raw, ok := values[column]
	if !ok {
		return "", false, refuse("its fix names column %s, which the check's query does not return", column)
	}
	if string(raw) == "null" {
		return "", true, nil
	}
	if json.Unmarshal(raw, &text) == nil {
		return text, false, nil
	}
	return string(raw), false, nil
}

// stillSo asks whether the check's query still returns the row, the same in all
// columns that name the object or stand in the fix.
func stillSo(c Custom, values map[string]json.RawMessage) (string, error) {
	columns := slices.Clone(c.Doc.Custom.Object)
	for _, match := range slot.FindAllStringSubmatch(c.Doc.Custom.Fix.Up+c.Doc.Custom.Fix.Down, -1) {
		columns = append(columns, match[2])
	}
	slices.Sort(columns)
	var same []string
	for _, column := range slices.Compact(columns) {
		value, isNull, err := valueOf(values, column)
		if err != nil {
			return "", err
		}
		literal := postgres.Literal(value)
		if isNull {
			literal = "NULL"
		}
		same = append(same, fmt.Sprintf("pg_catalog.row_to_json(pgdoctor_row) ->> %s IS NOT DISTINCT FROM %s", postgres.Literal(column), literal))
	}
	return fmt.Sprintf("SELECT EXISTS (SELECT FROM (\n%s\n) AS pgdoctor_row WHERE %s)",
		checks.CustomSQL(c.Doc, c.Thresholds), strings.Join(same, "\n  AND ")), nil
}
