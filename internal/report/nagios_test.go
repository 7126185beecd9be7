package report

import (
	"regexp"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/checks"
)

func TestNagios(t *testing.T) {
	want := "PGDOCTOR CRITICAL - verihome: 1 critical (orphan-rows), 5 warnings (fk-without-index), 1 check failed (table-bloat), 9 info, 1 check skipped" +
		" | critical=1;;0;0 warning=5;0;;0 info=9;;;0 ok=1;;;0 skipped=1;;;0 failed=1;;;0 examined=1263;;;0 time=0.812s;;;0\n"
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

// A name ends neither the line nor the text, and commands nobody.
func TestNagiosIsSafe(t *testing.T) {
	doc := hostileDocument()
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
