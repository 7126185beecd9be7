package report

import (
	"fmt"
	"io"
	"math"
	"strings"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/advisor"
)

// shownStatement is how many characters of a statement are shown.
const shownStatement = 160

// shownHelped is how many of the statements that an index helps are shown.
const shownHelped = 5

// AdviceTable draws advice for people: the proposals, what is left of the cost
// with the first, the first two and so on, and what was not analysed.
func AdviceTable(w io.Writer, advice *advisor.Advice, style Style) error {
	var out strings.Builder
	analysed, minor := 0, 0
	for _, query := range advice.Statements {
		switch {
		case query.Minor != "":
			minor++
		case query.Skipped == "":
			analysed++
		}
	}
	fmt.Fprintf(&out, "%d statements, %d of them analysed, %d too small a part of the workload; engine %s%s\n",
		len(advice.Statements), analysed, minor, advice.Engine, notVerified(advice.Verified))
	for i, proposal := range advice.Proposals {
		drawProposal(&out, i+1, proposal, style)
	}
	if len(advice.Proposals) == 0 {
		out.WriteString("\nno index would pay\n")
	} else {
		out.WriteString("\ncost of the workload that is left after 0, 1, 2 ... of them:")
		for _, left := range advice.Curve {
			fmt.Fprintf(&out, " %.1f%%", 100*left)
		}
		out.WriteString("\n")
	}
	drawHeldBack(&out, advice.HeldBack)
	drawSkipped(&out, advice)
	_, err := io.WriteString(w, out.String())
	return err
}

func notVerified(verified bool) string {
	if verified {
		return ""
	}
	return ", not verified by a planner"
}

func drawProposal(out *strings.Builder, n int, p advisor.Proposal, style Style) {
	fmt.Fprintf(out, "\n%d. CREATE INDEX CONCURRENTLY %s\n", n, Safe(p.Definition()))
	by := "the planner"
	if !p.Verified {
		by = "a rule, not verified by a planner"
	}
	fmt.Fprintf(out, "      saves %.1f%% of the time of all statements, by %s; writing it takes %.2f%%; about %s\n",
		100*p.Saves, by, 100*p.Penalty, humanize.IBytes(uint64(max(0, p.Bytes))))
	if p.Extends != "" {
		fmt.Fprintf(out, "      makes the index %s needless\n", Safe(p.Extends))
	}
	if p.Analyze {
		out.WriteString("      then ANALYZE: an expression has no statistics before\n")
	}
	if p.Assumed != "" {
		paragraph(out, "      ", "", p.Assumed, style.Width)
	}
	for i, helped := range p.Helped {
		if i == shownHelped {
			fmt.Fprintf(out, "      and %d more statements\n", len(p.Helped)-shownHelped)
			break
		}
		fmt.Fprintf(out, "      cost %s to %s, %s calls, %.1f%% of the time: %s\n", humanize.CommafWithDigits(helped.Before, 1), humanize.CommafWithDigits(helped.After, 1),
			humanize.Commaf(helped.Calls), 100*helped.Share, Safe(OneLine(helped.Text, shownStatement)))
		if helped.In != "" {
			fmt.Fprintf(out, "        in %s: %s\n", Safe(helped.In), Safe(OneLine(helped.Runs, shownStatement)))
		}
	}
}

func drawHeldBack(out *strings.Builder, list []advisor.HeldBack) {
	if len(list) > 0 {
		out.WriteString("\nwould pay too, each by itself, but goes beyond the budget:\n")
	}
	for _, held := range list {
		fmt.Fprintf(out, "  %s\n      saves %.1f%%, about %s: --index-budget %.0f has room for it\n",
			Safe(held.Definition()), 100*held.Saves, humanize.IBytes(uint64(max(0, held.Bytes))), math.Ceil(100*held.Budget))
	}
}

func drawSkipped(out *strings.Builder, advice *advisor.Advice) {
	first := true
	for _, query := range advice.Statements {
		if query.Skipped == "" {
			continue
		}
		if first {
			out.WriteString("\nnot analysed:\n")
			first = false
		}
		fmt.Fprintf(out, "  %s (%.1f%% of the time): %s\n      %s\n", query.ID, 100*query.Share, Safe(query.Skipped), Safe(OneLine(query.Text, shownStatement)))
	}
}

// AdviceOn says what was considered for one statement, and for those that functions run for it.
func AdviceOn(w io.Writer, advice *advisor.Advice, id string) (found bool, err error) {
	for _, query := range advice.Statements {
		if query.ID != id {
			continue
		}
		var out strings.Builder
		if found {
			out.WriteString("\n")
		}
		drawQuery(&out, advice, query)
		if _, err := io.WriteString(w, out.String()); err != nil {
			return true, err
		}
		found = true
	}
	return found, nil
}

func drawQuery(out *strings.Builder, advice *advisor.Advice, query *advisor.Query) {
	if query.In != "" {
		fmt.Fprintf(out, "in %s, of which the server does not count it by itself:\n", Safe(query.In))
	}
	fmt.Fprintf(out, "%s\n\n%s calls, %.1f%% of the workload's time, %s ms and %s rows each\n", Safe(query.Text),
		humanize.Commaf(query.Calls), 100*query.Share, humanize.CommafWithDigits(query.TotalMS/max(1, query.Calls), 2), humanize.CommafWithDigits(query.Rows/max(1, query.Calls), 1))
	if len(query.Bindings) == 0 {
		fmt.Fprintf(out, "%s\n", Safe(query.Verdict(advice)))
		return
	}
	out.WriteString("\nplanned with these values in the place of its parameters")
	if query.Policed {
		fmt.Fprintf(out, ", and with what row-level security asks of role %s", Safe(query.Role))
	}
	if query.Refers {
		out.WriteString(", and with looking for the rows that refer to those it deletes, by foreign keys without an index")
	}
	out.WriteString(":\n")
	for _, binding := range query.Bindings {
		fmt.Fprintf(out, "  weight %.2f, cost %s, %s rows: %s\n", binding.Weight, humanize.CommafWithDigits(binding.Cost, 1), humanize.Commaf(binding.Rows), Safe(OneLine(binding.Query, shownStatement)))
	}
	fmt.Fprintf(out, "\ncost as it is %s, with the best candidates %s, with what is proposed %s\n",
		humanize.CommafWithDigits(query.Base, 1), humanize.CommafWithDigits(query.Best, 1), humanize.CommafWithDigits(query.After, 1))
	drawConsidered(out, advice, query)
	fmt.Fprintf(out, "\n%s\n", Safe(query.Verdict(advice)))
}

func drawConsidered(out *strings.Builder, advice *advisor.Advice, query *advisor.Query) {
	if len(query.Candidates)+len(query.Hindered) > 0 {
		fmt.Fprintf(out, "\nconsidered (engine %s):\n", advice.Engine)
	}
	for _, index := range query.Candidates {
		fmt.Fprintf(out, "  %s\n", Safe(index.Definition()))
	}
	for _, refused := range query.Unbuilt {
		fmt.Fprintf(out, "  refused: %s\n", Safe(refused))
	}
	for _, covered := range query.Covered {
		fmt.Fprintf(out, "  there already: %s\n", Safe(covered))
	}
	for _, hindered := range query.Hindered {
		fmt.Fprintf(out, "  no index for %s\n", Safe(hindered))
	}
}

// OneLine is the beginning of a statement, at most so many characters.
func OneLine(text string, most int) string {
	line := []rune(strings.Join(strings.Fields(text), " "))
	if len(line) > most {
		return string(line[:most-1]) + "…"
	}
	return string(line)
}
