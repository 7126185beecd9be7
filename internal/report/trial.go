package report

import (
	"fmt"
	"io"
	"strings"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/advisor"
)

// TrialTable draws what was measured on a clone.
func TrialTable(w io.Writer, trial *advisor.Trial) error {
	var out strings.Builder
	for i, proven := range trial.Proposals {
		fmt.Fprintf(&out, "%d. %s: %s\n", i+1, strings.ToUpper(string(proven.Verdict)), Safe(proven.Definition))
		fmt.Fprintf(&out, "      %s", Safe(proven.Reason))
		if proven.Verdict != advisor.Unbuilt {
			fmt.Fprintf(&out, "; %s, built in %s ms", humanize.IBytes(uint64(max(0, proven.Bytes))), humanize.Commaf(proven.BuiltInMS))
		}
		out.WriteString("\n")
	}
	rows := [][]string{{"STATEMENT", "CALLS", "BEFORE", "AFTER", "TEXT"}}
	for _, m := range trial.Statements {
		before, after := fmt.Sprintf("%.2f ms", m.BeforeMS), fmt.Sprintf("%.2f ms", m.AfterMS)
		if m.Reason != "" {
			before, after = "-", "-"
		}
		rows = append(rows, []string{m.ID, humanize.Commaf(m.Calls), before, after, OneLine(m.Text, 60)})
	}
	out.WriteString("\n")
	if err := Columns(&out, rows); err != nil {
		return err
	}
	for _, m := range trial.Statements {
		if m.Reason != "" {
			fmt.Fprintf(&out, "%s was not measured: %s\n", m.ID, Safe(m.Reason))
		}
	}
	if trial.BeforeMS > 0 {
		fmt.Fprintf(&out, "\nall calls of these statements: %.1f%% of the time before\n", 100*trial.AfterMS/trial.BeforeMS)
	}
	_, err := io.WriteString(w, out.String())
	return err
}
