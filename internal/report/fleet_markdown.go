package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"

	humanize "github.com/dustin/go-humanize"
)

// markdownTargets is how much of a comment may go to the list of targets, and to
// that of those that could not be examined.
const markdownTargets = 12_000

// FleetMarkdown draws a fleet for a comment: what could not be examined, a line for
// each target, then what is sick, target by target, with the room shared among them.
func FleetMarkdown(w io.Writer, fleet Fleet, style Style) error {
	tail := fmt.Sprintf("\n<sub>pgdoctor %s, %s, %s</sub>\n", markup(fleet.Tool.Version), fleet.StartedAt.UTC().Format("2006-01-02 15:04:05 UTC"),
		Duration(time.Duration(fleet.DurationMS)*time.Millisecond))
	var out bytes.Buffer
	fmt.Fprintf(&out, "### pgdoctor: %s\n", fleet.conclusion(style.MinSeverity))
	var lost, rows []string
	var sick []FleetTarget
	for _, target := range fleet.Targets {
		if target.Report == nil {
			lost = append(lost, fmt.Sprintf("| %s | %s |\n", code(target.Name), inline(cut(Safe(target.Error), markdownNote))))
			rows = append(rows, fmt.Sprintf("| %s | ? | ? | ? | **not examined** |\n", code(target.Name)))
			continue
		}
		sum := target.Report.Summary
		rows = append(rows, fmt.Sprintf("| %s | %d | %d | %d | %d |\n", code(target.Name), sum.Critical, sum.Warning, sum.Info, target.unseen()))
		if len(grouped(*target.Report, style.MinSeverity)) > 0 {
			sick = append(sick, target)
		}
	}
	if len(lost) > 0 {
		fmt.Fprintf(&out, "\n**%s not examined.** Nobody may take them for healthy.\n", were(len(lost), "target"))
		var open bytes.Buffer
		fold(&open, "<b>targets not examined</b>", len(lost), "| target | why |\n|---|---|\n", lost, markdownTargets)
		out.WriteString(strings.Replace(open.String(), "<details>", "<details open>", 1))
	}
	fold(&out, "<b>targets</b>", len(rows), "| target | critical | warning | info | not examined |\n|---|---|---|---|---|\n", rows, markdownTargets)
	for i, target := range sick {
		head := fmt.Sprintf("\n#### %s\n\n%s\n", code(target.Name), inline(headline(target.Report.Target)))
		share := (markdownLimit - len(tail) - out.Len()) / (len(sick) - i)
		if share < len(head)+2*room {
			fmt.Fprintf(&out, "\n**%s targets with findings are left out here**, so that the comment is not too long.\n", humanize.Comma(int64(len(sick)-i)))
			break
		}
		part := &page{limit: share}
		part.text.WriteString(head)
		part.findings(grouped(*target.Report, style.MinSeverity))
		out.Write(part.text.Bytes())
	}
	out.WriteString(tail)
	_, err := w.Write(out.Bytes())
	return err
}
