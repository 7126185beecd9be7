package report

import (
	"slices"
	"strings"
	"testing"
)

// Whatever the format, what is ignored, left out, known or gone is said.
func TestEveryFormatSaysWhatIsIgnored(t *testing.T) {
	const file, base = `<i>@octocat|` + "`" + `.yaml`, `<b>@octocat|` + "`" + `.json`
	sentences := []string{"3 findings ignored by ", "schemas partman, tmp_*", "12 new, 3 known, 1 gone, 1 not examined", "expired", "matche"}
	want := map[string][]string{
		"table":    append([]string{"    new  public.two", "(usually info)", "GONE, of " + base, "NOT EXAMINED, of " + base, "IGNORED (3)", "EXPIRED, ", "MATCHES NOTHING, ", file}, sentences[:3]...),
		"markdown": append([]string{"| known, usually info |", "(5 findings, 3 new, fix", "<b>gone</b>, of ", "<b>ignored</b> (3)"}, sentences...),
		"html":     append([]string{"known, usually info", "ignored (3)", "gone, of "}, sentences...),
		"junit":    append([]string{"(known, usually info)", "gone, of ", "ignored: critical: "}, sentences...),
		"sarif":    append([]string{`"usualSeverity": "info"`, `"baselineState": "absent"`, `"suppressions"`}, sentences...),
		"nagios":   append([]string{"3 new warnings", " ignored=3;", " known=3;", " gone=1;"}, sentences...),
		"json":     {`"usual_severity": "info"`, `"ignored": 3`, `"schemas_excluded"`, `"expired"`, `"unmatched"`, `"new": false`, `"gone"`, `"unexamined"`},
		"prometheus": {"pgdoctor_ignored_findings{", "pgdoctor_left_out{", `state="expired"`, `state="unmatched"`, "pgdoctor_new_findings{",
			"pgdoctor_baseline_gone_findings{", "pgdoctor_baseline_unexamined_findings{"},
	}
	for _, format := range Formats() {
		if want[format] == nil {
			t.Errorf("nobody looks at %s", format)
		}
		text := string(draw(t, format, compared(), Style{}))
		for _, words := range want[format] {
			if !strings.Contains(text, words) {
				t.Errorf("%s does not say %s", format, words)
			}
		}
		if i := strings.IndexFunc(text, func(r rune) bool { return r != '\n' && invisible(r) }); i >= 0 {
			t.Errorf("%s: a character that nobody sees stands in %q", format, text[max(0, i-20):i+4])
		}
	}
}

// A check whose only findings are ignored is nowhere called clean.
func TestIgnoredIsNotClean(t *testing.T) {
	doc := ran("a ok !1 !2", "b ok")
	if got := conclusion(doc, ""); got != "nothing else sick in 0 objects examined by 2 checks; 2 findings ignored by the configuration file" {
		t.Errorf("conclusion %q", got)
	}
	doc = ran("a ok !1", "b ok", "c findings 1")
	if got := conclusion(doc, ""); got != "1 warning; 1 check clean (0 objects examined); 1 finding ignored by the configuration file" {
		t.Errorf("conclusion %q", got)
	}
	text := string(draw(t, "html", doc, Style{}))
	_, clean, _ := strings.Cut(text, ">clean (1)<")
	if !strings.Contains(clean, "<li><code>b</code>") || strings.Contains(clean, "<li><code>a</code>") {
		t.Errorf("the page calls clean: %s", clean)
	}
}

// Where nothing is configured, nothing is said of it.
func TestNothingConfigured(t *testing.T) {
	doc := ran("a findings 1", "b ok")
	for _, format := range slices.DeleteFunc(Formats(), func(name string) bool { return name == "prometheus" || name == "html" }) {
		text := string(draw(t, format, doc, Style{}))
		for _, word := range []string{"baseline", "suppressions", "known", "left out", "usual", "IGNORED", "| |"} {
			if strings.Contains(text, word) {
				t.Errorf("%s says %s", format, word)
			}
		}
	}
}
