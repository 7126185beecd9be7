package postgres

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/wasilibs/go-pgquery/parser"
)

// nasty are names that PostgreSQL allows and careless code does not survive.
var nasty = map[string]string{
	"plain":       "users",
	"quote":       `say "hi"`,
	"only quotes": `""`,
	"apostrophe":  `o'clock`,
	"backslash":   `a\`,
	"both":        `\'"`,
	"dot":         "a.b",
	"newline":     "a\nb",
	"semicolon":   `x"; DROP TABLE users; --`,
	"comment":     "/* -- */",
	"dollars":     "$pgdoctor$ $$ $1",
	"percent":     "100%s %I",
	"unicode":     "Größe 名前 \u2028 🐘",
	"63 bytes":    strings.Repeat("é", 31) + "x",
	"key word":    "select",
	"upper case":  "SELECT",
	"digit first": "1st",
	"space":       " ",
}

func TestQuote(t *testing.T) {
	for name, test := range map[string]struct {
		parts []string
		want  string
	}{
		"one part":       {[]string{"users"}, `"users"`},
		"two parts":      {[]string{"public", "Users"}, `"public"."Users"`},
		"quotes double":  {[]string{`a"b`}, `"a""b"`},
		"a dot is inner": {[]string{"a.b", "c"}, `"a.b"."c"`},
		"NUL is dropped": {[]string{"a\x00b"}, `"ab"`},
		"backslash":      {[]string{`a\b`}, `"a\b"`},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Quote(test.parts...); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
	if got, want := QuoteList([]string{"a", `b"c`, "d,e"}), `"a", "b""c", "d,e"`; got != want {
		t.Errorf("list: got %s, want %s", got, want)
	}
	if got := QuoteList(nil); got != "" {
		t.Errorf("empty list: got %s", got)
	}
}

func TestLiteral(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"empty":          {"", "''"},
		"plain":          {"users", "'users'"},
		"apostrophe":     {"o'clock", "'o''clock'"},
		"backslash":      {`a\b`, ` E'a\\b'`},
		"both":           {`\'`, ` E'\\'''`},
		"NUL is dropped": {"a\x00'b", "'a''b'"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Literal(test.text); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

// TestQuotingByTheServersParser reads names and texts back with PostgreSQL's
// own parser.
func TestQuotingByTheServersParser(t *testing.T) {
	for name, text := range nasty {
		t.Run(name, func(t *testing.T) {
			// Literal stands where no space is before it, which a bare E would join
			tree, err := parser.ParseToJSON("SELECT 1 AS " + Quote(text) + " FROM " + Quote(text, text) + " WHERE x=" + Literal(text))
			if err != nil {
				t.Fatal(err)
			}
			var parsed struct {
				Stmts []struct {
					Stmt struct {
						SelectStmt struct {
							TargetList []struct{ ResTarget struct{ Name string } }
							FromClause []struct {
								RangeVar struct{ Schemaname, Relname string }
							}
							WhereClause struct {
								AExpr struct {
									Rexpr struct {
										AConst struct{ Sval struct{ Sval string } } `json:"A_Const"`
									}
								} `json:"A_Expr"`
							}
						}
					}
				}
			}
			if err := json.Unmarshal([]byte(tree), &parsed); err != nil {
				t.Fatal(err)
			}
			if len(parsed.Stmts) != 1 {
				t.Fatalf("%d statements", len(parsed.Stmts))
			}
			stmt := parsed.Stmts[0].Stmt.SelectStmt
			for what, got := range map[string]string{
				"alias":   stmt.TargetList[0].ResTarget.Name,
				"schema":  stmt.FromClause[0].RangeVar.Schemaname,
				"table":   stmt.FromClause[0].RangeVar.Relname,
				"literal": stmt.WhereClause.AExpr.Rexpr.AConst.Sval.Sval,
			} {
				if got != text {
					t.Errorf("%s: got %q, want %q", what, got, text)
				}
			}
		})
	}
}

func TestName(t *testing.T) {
	for name, test := range map[string]struct {
		parts []string
		want  string
	}{
		"plain":       {[]string{"public", "users", "email"}, "public.users.email"},
		"upper case":  {[]string{"Public", "Users"}, "Public.Users"},
		"dot":         {[]string{"public", "a.b"}, `public."a.b"`},
		"quote":       {[]string{`a"b`}, `"a""b"`},
		"empty":       {[]string{"", "x"}, `"".x`},
		"space, NUL":  {[]string{"a b\x00"}, "a b\x00"},
		"nothing":     {nil, ""},
		"quoted dots": {[]string{`"."`}, `"""."""`},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Name(test.parts...); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

// TestNamesDiffer: keys of findings are made of these names.
func TestNamesDiffer(t *testing.T) {
	seen := map[string][]string{}
	pieces := []string{"a", "b", "a.b", `"a"`, `a"`, `"`, ".", "", `a"."b`}
	for _, first := range pieces {
		for _, second := range pieces {
			for _, parts := range [][]string{{first, second}, {first + second}} {
				name := Name(parts...)
				if other, taken := seen[name]; taken && strings.Join(other, "\x00") != strings.Join(parts, "\x00") {
					t.Errorf("%q and %q are both %s", other, parts, name)
				}
				seen[name] = parts
			}
		}
	}
}

func TestColumnName(t *testing.T) {
	for name, test := range map[string]struct {
		columns []string
		want    string
	}{
		"one":         {[]string{"user_id"}, "public.orders.user_id"},
		"two":         {[]string{"a", "b"}, "public.orders.(a,b)"},
		"one, dotted": {[]string{"a.b"}, `public.orders."a.b"`},
		"two, quoted": {[]string{"a.b", `c"`}, `public.orders.("a.b","c""")`},
	} {
		t.Run(name, func(t *testing.T) {
			if got := ColumnName("public", "orders", test.columns); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

// readString reads one SQL string literal as the server does with either
// setting of standard_conforming_strings.
func readString(sql string) (string, error) {
	escaping := strings.HasPrefix(sql, " E'")
	sql = strings.TrimPrefix(strings.TrimPrefix(sql, " E"), "'")
	var text []byte
	for i := 0; i < len(sql); i++ {
		next := byte(0)
		if i+1 < len(sql) {
			next = sql[i+1]
		}
		switch {
		case sql[i] == '\'' && next != '\'':
			if i+1 != len(sql) {
				return "", errors.New("it ends before its end: " + sql[i+1:])
			}
			return string(text), nil
		case sql[i] == 0:
			return "", errors.New("NUL")
		case sql[i] == '\\' && !escaping:
			return "", errors.New("a backslash whose meaning depends on a setting")
		case sql[i] == '\\' && next != '\\':
			return "", errors.New("an escape: \\" + string(next))
		case sql[i] == '\'' || sql[i] == '\\':
			i++ // doubled
		}
		text = append(text, sql[i])
	}
	return "", errors.New("no end")
}

func FuzzLiteral(f *testing.F) {
	for _, text := range nasty {
		f.Add(text)
	}
	f.Add("\x00'\x00'")
	f.Add("\xff\\\x00'")
	f.Add(`\\''\`)
	f.Fuzz(func(t *testing.T, text string) {
		literal := Literal(text)
		got, err := readString(literal)
		if err != nil {
			t.Fatalf("%q is written %q: %v", text, literal, err)
		}
		if want := strings.ReplaceAll(text, "\x00", ""); got != want {
			t.Errorf("%q is written %q and read %q", text, literal, got)
		}
	})
}

func FuzzQuote(f *testing.F) {
	for _, name := range nasty {
		f.Add(name, "x")
	}
	f.Add("\x00\"", "\"\x00\"")
	f.Fuzz(func(t *testing.T, first, second string) {
		quoted := Quote(first, second)
		rest, read := quoted, []string{}
		for rest != "" {
			name, after, err := readName(rest)
			if err != nil {
				t.Fatalf("%q: %v", quoted, err)
			}
			read, rest = append(read, name), after
		}
		if len(read) != 2 || read[0] != strings.ReplaceAll(first, "\x00", "") || read[1] != strings.ReplaceAll(second, "\x00", "") {
			t.Errorf("%q, %q are written %q and read %q", first, second, quoted, read)
		}
	})
}

// readName reads one double-quoted name and the dot behind it.
func readName(sql string) (name, rest string, err error) {
	if !strings.HasPrefix(sql, `"`) {
		return "", "", errors.New("no quote where a name begins: " + sql)
	}
	for i := 1; i < len(sql); i++ {
		switch {
		case sql[i] == 0:
			return "", "", errors.New("NUL")
		case sql[i] != '"':
			name += sql[i : i+1]
		case strings.HasPrefix(sql[i:], `""`):
			name += `"`
			i++
		default:
			rest = sql[i+1:]
			if rest != "" && (!strings.HasPrefix(rest, ".") || rest == ".") {
				return "", "", errors.New("behind a name: " + rest)
			}
			return name, strings.TrimPrefix(rest, "."), nil
		}
	}
	return "", "", errors.New("no end")
}

func TestParseName(t *testing.T) {
	for _, parts := range [][]string{
		{"public", "users"}, {"a.b", `c"d`}, {"", "x"}, {`"`, "."}, {"Mixed Case", "ü"}, {`a"."b`, `""`}, {"one"}, {"x", "y", "z.z"},
	} {
		if got := ParseName(Name(parts...)); !slices.Equal(got, parts) {
			t.Errorf("%q came back as %q", parts, got)
		}
	}
}
