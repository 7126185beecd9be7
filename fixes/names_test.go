package fixes

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/pgdoctor/pgdoctor/checks"
)

func TestDerivedName(t *testing.T) {
	for name, test := range map[string]struct {
		suffix string
		parts  []string
		want   string
	}{
		// pinned: the same from release to release, or a leftover is not known again
		"plain":     {"idx", []string{"orders", "user_id"}, "orders_user_id_idx_"},
		"long":      {"idx", []string{strings.Repeat("x", 80)}, strings.Repeat("x", 52) + "_idx_"},
		"multibyte": {"key", []string{strings.Repeat("é", 40)}, strings.Repeat("é", 26) + "_key_"},
		"wide":      {"key", []string{"a" + strings.Repeat("🐘", 20)}, "a" + strings.Repeat("🐘", 12) + "_key_"},
	} {
		t.Run(name, func(t *testing.T) {
			got := derivedName(test.suffix, test.parts...)
			if !strings.HasPrefix(got, test.want) || !regexp.MustCompile(`_[0-9a-f]{6}$`).MatchString(got) {
				t.Errorf("got %s, want %s and a hash", got, test.want)
			}
			if len(got) > maxName || !utf8.ValidString(got) {
				t.Errorf("%q has %d bytes", got, len(got))
			}
			if again := derivedName(test.suffix, test.parts...); again != got {
				t.Errorf("%s, then %s", got, again)
			}
		})
	}
	if got, want := derivedName("idx", "orders", "user_id"), "orders_user_id_idx_8441dc"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestDerivedNamesDiffer(t *testing.T) {
	long := strings.Repeat("n", 70)
	seen := map[string]int{}
	for i, meaning := range [][]string{
		{"idx", "a", "b", "c"}, {"idx", "a", "b_c"}, {"idx", "a_b", "c"}, {"idx", "a_b_c"}, {"idx", "a", "c", "b"},
		{"key", "a", "b_c"}, {"idx", long, "a"}, {"idx", long, "b"}, {"idx", long + "a"}, {"idx", "", "a"}, {"idx", "a", ""}, {"idx", "A"}, {"idx", "a"},
	} {
		got := derivedName(meaning[0], meaning[1:]...)
		if other, taken := seen[got]; taken {
			t.Errorf("meanings %d and %d are both %s", other, i, got)
		}
		seen[got] = i
	}
}

func TestCut(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		n    int
		want string
	}{
		"short enough":   {"abc", 3, "abc"},
		"cut":            {"abcd", 3, "abc"},
		"no half":        {"aé", 2, "a"},
		"wide":           {"🐘🐘", 7, "🐘"},
		"nothing":        {"é", 1, ""},
		"not UTF-8":      {"a\xff\xff", 2, "a\xff"},
		"empty, no room": {"", 0, ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := cut(test.text, test.n); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestSlug(t *testing.T) {
	for name, test := range map[string]struct {
		parts []string
		want  string
	}{
		"plain":          {[]string{"create-index", "orders"}, "create_index_orders"},
		"upper case":     {[]string{"Orders"}, "orders"},
		"path":           {[]string{"a", "../../etc/passwd"}, "a_etc_passwd"},
		"dots":           {[]string{"a.up.sql"}, "a_up_sql"},
		"unicode":        {[]string{"a", "名前", "b"}, "a_b"},
		"nothing usable": {[]string{"--", "é"}, ""},
		"long":           {[]string{strings.Repeat("ab_", 30)}, strings.Repeat("ab_", 19) + "ab"},
		"cut at a break": {[]string{strings.Repeat("a", 59), "b"}, strings.Repeat("a", 59)},
		"NUL":            {[]string{"a\x00b\n"}, "a_b"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := slug(test.parts...); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestQuarantineName(t *testing.T) {
	long := quarantineName(20260101120000, 12, checks.Table{Schema: "s", Name: strings.Repeat("Ab", 60)})
	if !strings.HasPrefix(long, "q20260101120000_12_abab") || len(long) != maxName {
		t.Errorf("got %s", long)
	}
	seen := map[string]bool{}
	for n := 1; n <= 120; n++ {
		seen[quarantineName(1, n, checks.Table{Name: strings.Repeat("x", 100)})] = true
	}
	if len(seen) != 120 {
		t.Errorf("%d names for 120 tables", len(seen))
	}
}

func TestBlock(t *testing.T) {
	for name, test := range map[string]struct{ body, tag string }{
		"plain":          {"PERFORM 1;", "$pgdoctor$"},
		"other dollars":  {"PERFORM '$$ $pgdoctor $1$';", "$pgdoctor$"},
		"its own":        {"PERFORM '$pgdoctor$';", "$pgdoctor1$"},
		"two of its own": {"PERFORM '$pgdoctor$ $pgdoctor1$', 1 AS \"$pgdoctor2$\";", "$pgdoctor3$"},
		"overlapping":    {"PERFORM '$pgdoctor$pgdoctor1$';", "$pgdoctor2$"},
		"a gap":          {"PERFORM '$pgdoctor$ $pgdoctor2$';", "$pgdoctor1$"},
	} {
		t.Run(name, func(t *testing.T) {
			got := block([]string{"x bigint"}, "\n"+test.body+"\n")
			if !strings.HasPrefix(got, "DO "+test.tag+"\n") || !strings.HasSuffix(got, "\n"+test.tag+";") || strings.Count(got, test.tag) != 2 {
				t.Errorf("not quoted by %s:\n%s", test.tag, got)
			}
			if n := len(statements(t, got)); n != 1 {
				t.Errorf("%d statements", n)
			}
		})
	}
}

func TestStop(t *testing.T) {
	for _, reason := range []string{"plain", "o'clock", `back\slash'`, "100% %", "$pgdoctor$", "'; END IF; DROP TABLE users; --"} {
		t.Run(reason, func(t *testing.T) {
			becomes := map[string]string{"pgdoctor: plain": "pgdoctor: " + reason}
			plain, got := statements(t, block(nil, stop("true", "plain"))), statements(t, block(nil, stop("true", reason)))
			if found := compare(plain, got, becomes, ""); found != "" {
				t.Error(found)
			}
		})
	}
}

func TestCompare(t *testing.T) {
	plain := statements(t, `DO $$BEGIN IF x THEN RAISE EXCEPTION USING MESSAGE = 'ph_a'; END IF; UPDATE "ph_b" SET c = 1; END$$`)
	becomes := map[string]string{"ph_a": "A", "ph_b": "B"}
	for text, same := range map[string]bool{
		`DO $$BEGIN IF x THEN RAISE EXCEPTION USING MESSAGE = 'A'; END IF; UPDATE "B" SET c = 1; END$$`:            true,
		`DO $$BEGIN IF y THEN RAISE EXCEPTION USING MESSAGE = 'A'; END IF; UPDATE "B" SET c = 1; END$$`:            true, // y is no name that was made
		`DO $$BEGIN IF x THEN RAISE EXCEPTION USING MESSAGE = 'a'; END IF; UPDATE "B" SET c = 1; END$$`:            false,
		`DO $$BEGIN IF x THEN RAISE EXCEPTION USING MESSAGE = 'A'; END IF; UPDATE "b" SET c = 1; END$$`:            false,
		`DO $$BEGIN IF x THEN RAISE EXCEPTION USING MESSAGE = 'A'; END IF; UPDATE "B" SET c = 2; END$$`:            false,
		`DO $$BEGIN IF x THEN RAISE EXCEPTION USING MESSAGE = 'A'; END IF; UPDATE "B" SET c = 1; COMMIT; END$$`:    false,
		`DO $$BEGIN IF x THEN RAISE EXCEPTION USING MESSAGE = 'A'; END IF; UPDATE "B" SET c = 1 WHERE true; END$$`: false,
		`DO $$BEGIN IF x THEN RAISE EXCEPTION USING MESSAGE = 'A'||1::text; END IF; UPDATE "B" SET c = 1; END$$`:   false,
		`DO $$BEGIN IF x OR true THEN RAISE EXCEPTION USING MESSAGE = 'A'; END IF; UPDATE "B" SET c = 1; END$$`:    false,
		`SELECT 1`: false,
	} {
		if found := compare(plain, statements(t, text), becomes, ""); (found == "") != same {
			t.Errorf("%s: %q", text, found)
		}
	}
}
