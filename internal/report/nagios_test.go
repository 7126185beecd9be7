package report

import (
	"regexp"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/checks"
)

func TestNagios(t *testing.T) {
	want := "PGDOCTOR CRITICAL - verihome: 1 critical (orphan-rows), 5 warnings (fk-without-index), 1 check failed (table-bloat), 9 info, 1 check skipped" +
		`, 3 findings ignored by \x3ci\x3e@octocat\x7c\x60.yaml, left out by \x3ci\x3e@octocat\x7c\x60.yaml: 2 checks (index-bloat, ssl-off); schemas partman, tmp_*, \x1b[2J\x3cb\x3e` +
		`, 1 rule of \x3ci\x3e@octocat\x7c\x60.yaml expired, 1 rule of \x3ci\x3e@octocat\x7c\x60.yaml matched nothing` +
		" | critical=1;;0;0 warning=5;0;;0 info=9;;;0 ok=2;;;0 skipped=1;;;0 failed=1;;;0 examined=1283;;;0 ignored=3;;;0 time=0.812s;;;0\n"
	if got := string(draw(t, "nagios", hostileDocument(), Style{})); got != want {
		t.Errorf("line\n%s\nwant\n%s", got, want)
	}
}

func TestNagiosState(t *testing.T) {
	result := func(status checks.Status, of ...checks.Severity) checks.Result {
		result := checks.Result{Doc: checks.Doc{ID: string(status)}, Status: status, Reason: "why"}
		for _, severity := range of {
			result.Findings = append(result.Findings, checks.Finding{Severity: severity})
		}
		return result
	}
	for _, c := range []struct {
		name    string
		results []checks.Result
		want    NagiosState
		says    string
	}{
		{"clean", []checks.Result{result(checks.OK)}, NagiosOK, "PGDOCTOR OK - db: nothing sick in 0 objects examined by 1 check | "},
		{"info", []checks.Result{result(checks.Findings, checks.Info)}, NagiosOK, "PGDOCTOR OK - db: 1 info | "},
		{"warning", []checks.Result{result(checks.Findings, checks.Info, checks.Warning)}, NagiosWarning, "PGDOCTOR WARNING - db: 1 warning (findings), 1 info | "},
		{"critical", []checks.Result{result(checks.Findings, checks.Warning, checks.Critical)}, NagiosCritical, "PGDOCTOR CRITICAL - db: 1 critical (findings), 1 warning (findings) | "},
		{"failed", []checks.Result{result(checks.OK), result(checks.Failed)}, NagiosUnknown, "PGDOCTOR UNKNOWN - db: nothing sick"},
		{"warning, and who knows", []checks.Result{result(checks.Findings, checks.Warning), result(checks.Failed)}, NagiosUnknown, "PGDOCTOR UNKNOWN - db: 1 warning (findings), 1 check failed (failed) | "},
		{"critical, and who knows", []checks.Result{result(checks.Findings, checks.Critical), result(checks.Failed)}, NagiosCritical, "PGDOCTOR CRITICAL - db: 1 critical"},
		{"some skipped", []checks.Result{result(checks.OK), result(checks.Skipped)}, NagiosOK, "not everything was examined"},
		{"all skipped", []checks.Result{result(checks.Skipped)}, NagiosUnknown, "PGDOCTOR UNKNOWN - db: nothing was examined"},
		{"nothing ran", nil, NagiosUnknown, "PGDOCTOR UNKNOWN"},
	} {
		t.Run(c.name, func(t *testing.T) {
			run := checks.Report{Results: c.results}
			run.Target.Database = "db"
			doc := New(run, "", nil)
			if got := NagiosStateOf(doc); got != c.want {
				t.Errorf("state %s, want %s", got, c.want)
			}
			if got := string(draw(t, "nagios", doc, Style{MinSeverity: checks.Critical})); !strings.Contains(got, c.says) {
				t.Errorf("line %q does not say %q", got, c.says)
			}
		})
	}
}

// With a baseline, the state and the counts are those of what is new.
func TestNagiosKnown(t *testing.T) {
	for _, c := range []struct {
		doc  Document
		want NagiosState
		says string
	}{
		{ran("a findings ^1 2 3", "b ok"), NagiosOK, "PGDOCTOR OK - : nothing new, b.json: 0 new, 3 known | critical=0;;0;0 warning=0;0;;0 info=0;;;0 ok=1;;;0 skipped=0;;;0 failed=0;;;0 examined=0;;;0 ignored=0;;;0 known=3;;;0 gone=0;;;0 "},
		{ran("a findings ^1 2 4", "b findings 1"), NagiosWarning, "PGDOCTOR WARNING - : 2 new warnings (a, b), b.json: 2 new, 2 known, 1 gone | critical=0;;0;0 warning=2;0;;0 "},
		{ran("a findings 2 ^5"), NagiosCritical, "PGDOCTOR CRITICAL - : 1 new critical (a), b.json: 1 new, 1 known, 2 gone | "},
		{ran("a failed", "b ok"), NagiosUnknown, "PGDOCTOR UNKNOWN - : nothing sick in 0 objects examined by 1 check, but not everything was examined: 1 failed, 1 check failed (a), b.json: 0 new, 0 known, 3 not examined | "},
		{ran("a ok !^1 !2 !3"), NagiosOK, "PGDOCTOR OK - : nothing else sick in 0 objects examined by 1 check, b.json: 0 new, 0 known, 3 findings ignored by the configuration file | "},
	} {
		Baseline{Findings: []string{"a:1", "a:2", "a:3"}}.Compare(&c.doc, "b.json")
		if got := NagiosStateOf(c.doc); got != c.want {
			t.Errorf("state %s, want %s", got, c.want)
		}
		if got := string(draw(t, "nagios", c.doc, Style{})); !strings.HasPrefix(got, c.says) {
			t.Errorf("line\n%swant\n%s", got, c.says)
		}
	}
}

// A name ends neither the line nor the text, and commands nobody.
func TestNagiosIsSafe(t *testing.T) {
	doc := compared()
	doc.Target.Database = "a|b=1\nOK - all is well <b>`id` $(id) $HOSTNAME$ \x1b[2J \u202e \xff"
	line := string(draw(t, "nagios", doc, Style{}))
	form := regexp.MustCompile("^PGDOCTOR [A-Z]+ - [^|<>`$\\n]+ \\|( [a-z]+=[0-9.]+s?;[0-9]*;[0-9]*;0)+\\n$")
	if !form.MatchString(line) {
		t.Errorf("not one line of text and data: %q", line)
	}
	for _, r := range line {
		if r != '\n' && invisible(r) {
			t.Errorf("character %U is in the line", r)
		}
	}
}
