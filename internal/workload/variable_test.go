package workload

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWhole(t *testing.T) {
	for text, want := range map[string]string{
		"SELECT 1":                              "SELECT 1",
		"EXISTS (SELECT $2 FROM t WHERE a = b)": "SELECT EXISTS (SELECT $2 FROM t WHERE a = b)",
		"n := (SELECT count(*) FROM t)":         "SELECT (SELECT count(*) FROM t)",
		`r."No".x[2] := (SELECT max(a) FROM t)`: "SELECT (SELECT max(a) FROM t)",
		"TG_OP = $1 AND (SELECT 1 FROM t) > $2": "SELECT TG_OP = $1 AND (SELECT 1 FROM t) > $2",
		"SELECT a FROM t WHERE b = 'cut of":     "SELECT a FROM t WHERE b = 'cut of",
		"IF x THEN y := 1; END IF":              "IF x THEN y := 1; END IF",
		"VACUUM t":                              "VACUUM t",
	} {
		if got := Whole(text); got != want {
			t.Errorf("%s: got %s", text, got)
		}
	}
}

func TestVariable(t *testing.T) {
	for _, test := range []struct{ text, variable, want string }{
		{"SELECT a FROM t WHERE b = p_b AND c = $7 AND d > p_b", "p_b", "SELECT a FROM t WHERE b = $8 AND c = $7 AND d > $8"},
		{"SELECT 'é' || r . id FROM t WHERE r.id = x AND r.no = 1", "r . id", "SELECT 'é' || $1 FROM t WHERE $1 = x AND r.no = 1"},
		{`SELECT a FROM t WHERE b = "P b" AND c = 'p_b'`, `"P b"`, `SELECT a FROM t WHERE b = $1 AND c = 'p_b'`},
		{"SELECT a FROM t WHERE b = any(p_list) AND c = p_list[2]", "p_list", "SELECT a FROM t WHERE b = any(($1::integer[])) AND c = ($1::integer[])[2]"},
		{"SELECT a FROM t WHERE b = NEW.b", "t", ""},
	} {
		at := utf8.RuneCountInString(test.text[:strings.Index(test.text, test.variable)]) + 1
		got, ok := Variable(test.text, test.text, at, map[string]string{"p_list": "integer[]"})
		if ok != (test.want != "") || ok && got != test.want {
			t.Errorf("%s: got %s", test.text, got)
		}
	}
	// the position is that in the text as it was written again
	if got, _ := Variable("select a from t where b=v", "SELECT a FROM t WHERE b = v", 27, nil); got != "select a from t where b=$1" {
		t.Errorf("got %s", got)
	}
}
