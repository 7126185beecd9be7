package fixes

import (
	"fmt"
	"math"
	"strings"

	humanize "github.com/dustin/go-humanize"
)

// Words is a proof for people, a line each.
func (p Proof) Words() []string {
	var lines []string
	if p.Changed != "" {
		lines = append(lines, "it would be REFUSED now, since the database changed: "+p.Changed)
	}
	if len(p.Lacking) > 0 {
		lines = append(lines, "this role may not apply and undo it: "+strings.Join(p.Lacking, "; "))
	}
	for _, number := range p.Numbers {
		switch {
		case number.Value != nil:
			lines = append(lines, humanize.Comma(*number.Value)+" "+number.Name)
		case number.Unknown != "":
			lines = append(lines, number.Name+": "+number.Unknown)
		}
	}
	if p.Cost != nil {
		by := "by the planner, through hypopg"
		switch p.Cost.By {
		case "model":
			by = "a model, not verified by a planner: hypopg is not installed"
		case "rule":
			by = "a rule, not verified by a planner"
		case "scratch":
			by = "by the planner of a scratch server"
		}
		lines = append(lines, fmt.Sprintf("cost %s before, %s after (%s) of %s", cost(p.Cost.Before), cost(p.Cost.After), by, oneLine(p.Cost.Statement)))
	}
	for _, group := range p.Groups {
		lines = append(lines, group.words())
	}
	if p.Bytes > 0 {
		line := fmt.Sprintf("the index takes about %s (%s of disk while it is built)", humanize.IBytes(uint64(p.Bytes)), humanize.IBytes(uint64(p.Disk)))
		if len(p.Seconds) > 0 {
			line += fmt.Sprintf(", and %s to build", span(p.Seconds))
		}
		lines = append(lines, line)
	} else if p.Disk > 0 {
		lines = append(lines, fmt.Sprintf("takes about %s of disk while it runs%s", humanize.IBytes(uint64(p.Disk)), p.keptWords()))
	}
	for _, blocker := range p.Blockers {
		who := fmt.Sprintf("pid %d (%s, %s)", blocker.PID, blocker.User, blocker.Application)
		if blocker.PID == 0 {
			who = "a prepared transaction of " + blocker.User
		}
		lines = append(lines, fmt.Sprintf("would wait now for %s, %s, in a transaction for %s s", who, blocker.State, humanize.Comma(int64(blocker.Seconds))))
	}
	if len(p.Sample) > 0 {
		lines = append(lines, "for instance: "+strings.Join(p.Sample, "; "))
	}
	lines = append(lines, p.Listeners...)
	for _, unknown := range p.NotProvable {
		if unknown != openWait { // every concurrent step has it: said once, below the plan
			lines = append(lines, "not provable: "+unknown)
		}
	}
	return lines
}

// oneLine is a statement without its line breaks, which the terminal's columns have
// no use for.
func oneLine(statement string) string { return strings.Join(strings.Fields(statement), " ") }

// keptWords says what of the disk stays taken.
func (p Proof) keptWords() string {
	if p.Kept == 0 {
		return ""
	}
	return ", " + humanize.IBytes(uint64(p.Kept)) + " of it for the rows that are kept"
}

// openWait is what no dry run of a concurrent step can prove.
const openWait = "how long transactions that start meanwhile make it wait"

func span(seconds []float64) string {
	if seconds[1] < 1 {
		return "less than a second"
	}
	return fmt.Sprintf("%s to %s s", humanize.Ftoa(seconds[0]), humanize.Ftoa(seconds[1]))
}

func cost(value float64) string { return humanize.CommafWithDigits(math.Round(value*10)/10, 1) }
