package report

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	humanize "github.com/dustin/go-humanize"
)

// PlanDocument is a plan of fixes, or what became of one, as JSON, format 1.
type PlanDocument struct {
	Format  int    `json:"format"`
	Tool    Tool   `json:"tool"`
	Target  Target `json:"target"`
	Applied bool   `json:"applied"`
	// RehearsedOn is where the plan was rehearsed, the target itself or a clone.
	RehearsedOn *Target    `json:"rehearsed_on,omitempty"`
	Steps       []PlanStep `json:"steps"`
	Unfixed     []Unfixed  `json:"unfixed"`
	// Ignored are the findings that a configuration file keeps out of the plan.
	Configuration string    `json:"configuration,omitempty"`
	Ignored       []Ignored `json:"ignored,omitempty"`
	// Procedure names the emergency procedure that the plan is of; "" is a plan of fixes.
	Procedure string `json:"procedure,omitempty"`
	LeftTitle string `json:"-"` // over Unfixed, "" is NOT FIXED
}

// PlanStep is one migration of a plan.
type PlanStep struct {
	Version    int64      `json:"version"`
	Slug       string     `json:"slug"`
	Finding    string     `json:"finding"`
	Kind       string     `json:"kind"`
	Risk       string     `json:"risk"`
	Reversible bool       `json:"reversible"`
	Alone      bool       `json:"alone"`
	Locks      []PlanLock `json:"locks"`
	Note       string     `json:"note,omitempty"`
	Proof      any        `json:"proof"`
	Proven     []string   `json:"-"` // the proof in words, a line each
	Up         string     `json:"up"`
	Down       string     `json:"down"`
	Status     string     `json:"status"` // planned, applied, failed, refused
	Cured      *bool      `json:"cured,omitempty"`
	Error      string     `json:"error,omitempty"`
	Rehearsal  *Rehearsal `json:"rehearsal,omitempty"`
}

// Rehearsal is what a rehearsal of a step saw. Times are in milliseconds; those
// on a clone hold pgdoctor's own bookkeeping.
type Rehearsal struct {
	Status     string     `json:"status"` // rehearsed, not-rehearsed, refused, failed
	Reason     string     `json:"reason,omitempty"`
	Locks      []PlanLock `json:"locks"`
	Undeclared []PlanLock `json:"undeclared_locks,omitempty"` // that the plan does not name
	Up         *float64   `json:"up_ms,omitempty"`
	OneBatch   bool       `json:"one_batch,omitempty"` // nothing more was tried
	Down       *float64   `json:"down_ms,omitempty"`   // on a clone only, as are those below
	Again      *float64   `json:"again_ms,omitempty"`  // up for the second time
	Cured      *bool      `json:"cured,omitempty"`     // after both ups
	Returned   *bool      `json:"returned,omitempty"`  // the finding was back after down
	Leaves     []string   `json:"leaves,omitempty"`    // what ROLLBACK does not take back
}

// PlanLock is one lock that a step takes.
type PlanLock struct {
	Mode     string `json:"mode"`
	Relation string `json:"relation"`
}

// Unfixed is a finding without a step, and why.
type Unfixed struct {
	Finding string `json:"finding"`
	Reason  string `json:"reason"`
}

// PlanJSON writes a plan as JSON.
func PlanJSON(w io.Writer, plan PlanDocument) error {
	return WriteJSON(w, plan)
}

// excerpt is how many lines of a longer SQL text the table shows.
const excerpt = 8

// PlanTable draws a plan for people: the whole SQL, up and down, if sql is set,
// else of long texts only the beginning.
func PlanTable(w io.Writer, plan PlanDocument, style Style, sql bool) error {
	var out strings.Builder
	fmt.Fprintln(&out, headline(plan.Target))
	if plan.Applied && !sql { // what was to be done has been shown before
		if err := drawOutcomes(&out, plan, style); err != nil {
			return err
		}
	} else {
		for i, step := range plan.Steps {
			drawStep(&out, i+1, step, plan.cured(), style, sql)
		}
	}
	if len(plan.Unfixed) > 0 {
		entries := make([]entry, len(plan.Unfixed))
		for i, unfixed := range plan.Unfixed {
			entries[i] = entry{names: []string{Safe(unfixed.Finding)}, text: Safe(unfixed.Reason)}
		}
		drawn, err := lines(entries, style.Width)
		if err != nil {
			return err
		}
		title := cmp.Or(plan.LeftTitle, "NOT FIXED")
		fmt.Fprintf(&out, "\n%s (%d)\n%s\n", title, len(plan.Unfixed), strings.Join(drawn, "\n"))
	}
	if strings.Contains(out.String(), " CONCURRENTLY ") && !plan.Applied {
		fmt.Fprintln(&out)
		paragraph(&out, "", "", "CONCURRENTLY waits for transactions that are open when it starts and when it ends: for how long, no dry run can tell. Nobody waits for it meanwhile.", style.Width)
	}
	fmt.Fprintf(&out, "\n%s\n", PlanSummary(plan))
	_, err := io.WriteString(w, out.String())
	return err
}

// drawOutcomes says what became of each step, a line each, and why.
func drawOutcomes(out *strings.Builder, plan PlanDocument, style Style) error {
	steps := plan.Steps
	entries := make([]entry, len(steps))
	for i, step := range steps {
		outcome := step.Status
		switch {
		case step.Cured == nil:
		case *step.Cured:
			outcome += ", " + plan.cured()
		default:
			outcome += ", NOT " + plan.cured()
		}
		entries[i] = entry{names: []string{fmt.Sprintf("%d.", i+1), step.Kind, outcome}, text: Safe(step.Finding)}
	}
	drawn, err := lines(entries, max(style.Width, 1000)) // a key is never broken off or moved
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "\n%s\n", strings.Join(drawn, "\n"))
	for i, step := range steps {
		if step.Error != "" {
			fmt.Fprintln(out)
			paragraph(out, indent, fmt.Sprintf("%d. %s: ", i+1, step.Status), Safe(step.Error), style.Width)
		}
	}
	return nil
}

// cured is the word for a step that did what it is for.
func (d PlanDocument) cured() string {
	if d.Procedure != "" {
		return "in effect"
	}
	return "cured"
}

func drawStep(out *strings.Builder, n int, step PlanStep, cured string, style Style, sql bool) {
	fmt.Fprintf(out, "\n%d. %s (%s%s)%s\n", n, step.Kind, step.Risk, irreversible(step), ending(step, cured, style))
	paragraph(out, textIndent, "for   ", Safe(step.Finding), style.Width)
	if step.Error != "" {
		paragraph(out, textIndent, "why   ", Safe(step.Error), style.Width)
	}
	for _, line := range step.Proven {
		paragraph(out, textIndent, "proof ", Safe(line), style.Width)
	}
	if len(step.Locks) > 0 {
		paragraph(out, textIndent, "locks ", lockWords(step.Locks), style.Width)
	}
	if step.Note != "" {
		paragraph(out, textIndent, "note  ", Safe(step.Note), style.Width)
	}
	drawRehearsal(out, step.Rehearsal, style)
	drawSQL(out, "up    ", step.Up, sql)
	if sql {
		drawSQL(out, "down  ", step.Down, true)
	}
}

func irreversible(step PlanStep) string {
	if step.Reversible {
		return ""
	}
	return ", cannot be undone"
}

func ending(step PlanStep, cured string, style Style) string {
	text := ""
	switch {
	case step.Status != "planned":
		text = ": " + step.Status
	default:
		return ""
	}
	switch {
	case step.Cured == nil:
	case *step.Cured:
		text += ", " + cured
	default:
		text += ", NOT " + cured
	}
	if style.Color && (step.Status == "failed" || step.Cured != nil && !*step.Cured) {
		text = "\x1b[1;31m" + text + "\x1b[0m"
	}
	return text
}

// drawSQL shows the statements, without the comments on top that repeat what
// stands above them.
func drawSQL(out *strings.Builder, label, text string, whole bool) {
	lines, rest := statements(text, whole)
	for i, line := range lines {
		if i > 0 {
			label = strings.Repeat(" ", len(label))
		}
		fmt.Fprintf(out, "%s%s%s\n", textIndent, label, Safe(line))
	}
	if rest > 0 {
		fmt.Fprintf(out, "%s%s… %s more lines: --sql shows all of it, and what undoes it\n", textIndent, strings.Repeat(" ", len(label)), humanize.Comma(int64(rest)))
	}
}

// statements are the lines of a migration without the comments on top; of a
// long one only the first, unless whole, and how many more there are.
func statements(text string, whole bool) (lines []string, rest int) {
	lines = strings.Split(strings.TrimSpace(text), "\n")
	for len(lines) > 1 && strings.HasPrefix(lines[0], "--") {
		lines = lines[1:]
	}
	if whole || len(lines) <= excerpt+4 {
		return lines, 0
	}
	return lines[:excerpt], len(lines) - excerpt
}

// Excerpt is the beginning of a migration's statements, indented and harmless
// to a terminal.
func Excerpt(text string) string {
	var out strings.Builder
	lines, rest := statements(text, false)
	for _, line := range lines {
		fmt.Fprintf(&out, "%s%s\n", indent, Safe(line))
	}
	if rest > 0 {
		fmt.Fprintf(&out, "%s… %s more lines\n", indent, humanize.Comma(int64(rest)))
	}
	return out.String()
}

// paragraph writes text within the width, every line under the first.
func paragraph(out *strings.Builder, pad, label, text string, width int) {
	if width <= 0 {
		width = 100
	}
	for i, line := range Wrap(text, max(readable, width-len(pad)-len(label))) {
		if i > 0 {
			label = strings.Repeat(" ", len(label))
		}
		fmt.Fprintf(out, "%s%s%s\n", pad, label, line)
	}
}

// PlanSummary is the closing line.
func PlanSummary(plan PlanDocument) string {
	cures := map[string]bool{}
	applied, cured, failing := 0, 0, 0
	for _, step := range plan.Steps {
		cures[step.Finding] = true
		if step.Status == "applied" {
			applied++
		}
		if step.Cured != nil && *step.Cured {
			cured++
		} else if step.Cured != nil {
			failing++
		}
	}
	if plan.Procedure != "" {
		return procedureSummary(plan, applied)
	}
	left := ""
	if len(plan.Unfixed) > 0 {
		left = fmt.Sprintf(", %s without a step", Count(len(plan.Unfixed), "finding"))
	}
	if len(plan.Ignored) > 0 {
		left += fmt.Sprintf(", %s ignored by %s", Count(len(plan.Ignored), "finding"), Safe(plan.Configuration))
	}
	switch {
	case len(plan.Steps) == 0:
		return "nothing to apply" + left
	case plan.RehearsedOn != nil:
		return fmt.Sprintf("%s for %s%s; %s", Count(len(plan.Steps), "step"), Count(len(cures), "finding"), left, rehearsalSummary(plan))
	case !plan.Applied:
		return fmt.Sprintf("%s for %s%s; nothing was changed", Count(len(plan.Steps), "step"), Count(len(cures), "finding"), left)
	}
	text := fmt.Sprintf("%d of %s applied, %d of %s cured%s", applied, Count(len(plan.Steps), "step"), cured, Count(len(cures), "finding"), left)
	if failing > 0 {
		text += fmt.Sprintf("; %d NOT cured", failing)
	}
	return text
}

// Columns draws rows of cells under one another, the first row being the head.
func Columns(w io.Writer, rows [][]string) error {
	safe := make([][]string, len(rows))
	for i, row := range rows {
		safe[i] = make([]string, len(row))
		for j, cell := range row {
			safe[i][j] = Safe(cell)
		}
	}
	drawn, err := align(safe)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(w, strings.Join(drawn, "\n"))
	return err
}

// SQL writes a migration's text, indented and harmless to a terminal.
func SQL(w io.Writer, text string) {
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		fmt.Fprintln(w, textIndent+Safe(line))
	}
}

func procedureSummary(plan PlanDocument, applied int) string {
	switch {
	case len(plan.Steps) == 0:
		return "nothing to apply; nothing was changed"
	case !plan.Applied:
		return fmt.Sprintf("%s of procedure %s; nothing was changed (--apply)", Count(len(plan.Steps), "step"), plan.Procedure)
	}
	return fmt.Sprintf("%d of %s of procedure %s applied", applied, Count(len(plan.Steps), "step"), plan.Procedure)
}
