package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"time"

	humanize "github.com/dustin/go-humanize"
	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/internal/report"
	"github.com/pgdoctor/pgdoctor/migrations"
)

func fixCommand() *cli.Command {
	risks := make([]string, len(fixes.Risks))
	for i, risk := range fixes.Risks {
		risks[i] = string(risk)
	}
	return &cli.Command{
		Name:      "fix",
		Usage:     "show the cure of what is sick with proof, or apply it",
		ArgsUsage: "[KEY...]",
		Description: `KEYs are those of findings, as check --format json shows them, or IDs of checks;
without any, everything that check finds is planned. Nothing is changed without
--apply. What is applied is recorded in schema pgdoctor of the database, from
where pgdoctor undo takes it back.

--rehearse tries on the database what can be rolled back at once; --rehearse-on
runs the whole plan up, down and up again on a clone: a copy of the database on
another server, or under another name.`,
		Flags: slices.Concat(
			connectionFlags(),
			selectionFlags(),
			[]cli.Flag{
				&cli.BoolFlag{Name: "dry-run", Usage: "only show the plan (the default)"},
				&cli.BoolFlag{Name: "apply", Usage: "apply the plan, check again, and record it"},
				&cli.BoolFlag{Name: "yes", Usage: "with --apply: do not ask"},
				maxWaitFlag(),
				&cli.StringFlag{Name: "free-disk", Usage: "plan nothing that takes more disk than `SIZE`, such as 20GB: what is free only you can see"},
				&cli.BoolFlag{Name: "rehearse", Usage: "try each step that can be rolled back, roll it back, and say which locks it took"},
				&cli.StringFlag{Name: "rehearse-on", Usage: "apply the plan to the clone `DSN`, undo it and apply it again there, and measure"},
				&cli.StringFlag{Name: "out", Usage: "write plain golang-migrate files into `DIR` instead, and stop"},
				&cli.StringFlag{Name: "max-risk", Usage: "plan nothing riskier than `RISK`: " + strings.Join(risks, ", "), Value: string(fixes.Online)},
				strategyFlag(),
				&cli.BoolFlag{Name: "choose", Usage: "ask on the terminal which row stays in each group of duplicates whose rows differ"},
				&cli.StringFlag{Name: "from", Usage: "plan for the findings of a saved JSON report `FILE` instead of checking now"},
				&cli.BoolFlag{Name: "sql", Usage: "show the whole SQL of every step, up and down"},
			},
			outputFlags(),
		),
		Action: runFix,
	}
}

// fixFlags are the flags of fix that are not about connection and output.
type fixFlags struct {
	apply, yes, sql bool
	rehearse        bool
	clone           string // connection string, may hold a password
	choose          bool
	folder, from    string
	maxRisk         fixes.Risk
	freeDisk        int64 // bytes, 0 for not given
	strategies      fixes.Strategies
}

func fixFlagsOf(c *cli.Context) (fixFlags, error) {
	flags := fixFlags{
		apply: c.Bool("apply"), yes: c.Bool("yes"), sql: c.Bool("sql"), choose: c.Bool("choose"),
		rehearse: c.Bool("rehearse"), clone: c.String("rehearse-on"),
		folder: c.String("out"), from: c.String("from"),
		maxRisk: fixes.Risk(c.String("max-risk")), strategies: strategiesOf(c),
	}
	if err := exclusive(c, "dry-run", "apply", "out", "rehearse", "rehearse-on"); err != nil {
		return flags, err
	}
	free, err := sizeOf(c, "free-disk")
	if err != nil {
		return flags, err
	}
	flags.freeDisk = free
	_, asks := terminal(c.App.Reader)
	switch {
	case flags.maxRisk.Rank() < 0:
		return flags, usage("--max-risk %q is none of %v", flags.maxRisk, fixes.Risks)
	case c.IsSet("rehearse-on") && flags.clone == "":
		return flags, usage("--rehearse-on needs the connection string of a clone")
	case flags.yes && !flags.apply:
		return flags, usage("--yes goes with --apply")
	case flags.choose && !asks:
		return flags, usage("--choose needs a terminal to ask on: elsewhere take a --strategy")
	case flags.apply && !flags.yes && !asks:
		return flags, usage("--apply needs --yes where nobody can be asked (not a terminal)")
	}
	return flags, maxWaitOf(c)
}

// contradictions are what flags of fix do, for whoever gives two of them.
var contradictions = map[string]string{
	"dry-run":     "--dry-run only shows the plan",
	"apply":       "--apply applies it to the database",
	"out":         "--out only writes files for your own migration run",
	"rehearse":    "--rehearse tries it on the database and rolls it back",
	"rehearse-on": "--rehearse-on applies it to a clone",
}

// sizeOf reads a size as people write it, 0 where the flag was not given.
func sizeOf(c *cli.Context, name string) (int64, error) {
	if !c.IsSet(name) {
		return 0, nil
	}
	size, err := humanize.ParseBytes(c.String(name))
	if err != nil || size == 0 || size > math.MaxInt64 {
		return 0, usage("--%s %q: wants a size above zero, such as 500MB or 20GB", name, c.String(name))
	}
	return int64(size), nil
}

// exclusive lets at most one of some flags be given.
func exclusive(c *cli.Context, names ...string) error {
	first := ""
	for _, name := range names {
		given := c.Value(name) != any(false) && c.Value(name) != any("")
		if given && first != "" {
			return usage("--%s and --%s contradict each other: %s, %s", first, name, contradictions[first], contradictions[name])
		}
		if given {
			first = name
		}
	}
	return nil
}

func runFix(c *cli.Context) error {
	flags, err := fixFlagsOf(c)
	if err != nil {
		return err
	}
	selection, err := fixSelection(c, flags)
	if err != nil {
		return err
	}
	out, err := outputOf(c)
	if err != nil {
		return err
	}
	t, err := openTarget(c)
	if err != nil {
		return err
	}
	defer t.Close()
	if t.Server.Standby {
		return fmt.Errorf("fixes are refused: this server is a standby, where nothing can be changed: connect to its primary")
	}
	if flags.apply {
		if err := permitted(c, t, nil); err != nil {
			return err
		}
		if err := healFirst(c, t); err != nil {
			return err
		}
	}
	planned, err := planFor(c, t, selection, flags)
	if err != nil {
		return err
	}
	draw := func() error {
		return out.Write(func(w io.Writer) error { return drawPlan(w, out, planned.document(t), flags.sql) })
	}
	if flags.folder != "" {
		return writeFiles(c, flags.folder, planned.plan)
	}
	if flags.rehearse || flags.clone != "" {
		return planned.runRehearsal(c, t, flags, draw)
	}
	if !flags.apply {
		return draw()
	}
	if len(planned.plan.Steps) == 0 {
		if err := draw(); err != nil {
			return err
		}
		return planned.verdict(nil)
	}
	if err := permitted(c, t, planned.plan.Rights()); err != nil {
		return err
	}
	if !flags.yes {
		if err := draw(); err != nil {
			return err
		}
		if !ask(c, fmt.Sprintf("Apply %s to %s?", report.Count(len(planned.plan.Steps), "step"), report.Safe(t.Server.Database))) {
			return usage("nothing was applied")
		}
	}
	failure := planned.apply(c, t)
	if err := draw(); err != nil {
		return err
	}
	return planned.verdict(failure)
}

func drawPlan(w io.Writer, out *output, doc report.PlanDocument, sql bool) error {
	if out.Format == "json" {
		return report.PlanJSON(w, doc)
	}
	return report.PlanTable(w, doc, out.Style, sql)
}

// writeFiles hands a plan over to a team's own migrations.
func writeFiles(c *cli.Context, folder string, plan fixes.Plan) error {
	written, err := migrations.Write(folder, plan.Steps, toolVersion())
	for _, path := range written {
		fmt.Fprintln(c.App.Writer, path)
	}
	if err != nil {
		return err
	}
	for _, unfixed := range plan.Unfixed {
		fmt.Fprintf(c.App.ErrWriter, "not fixed: %s: %s\n", report.Safe(unfixed.Finding), report.Safe(unfixed.Reason))
	}
	return nil
}

// ask asks a question on the terminal; anything but y or yes is no.
func ask(c *cli.Context, question string) bool {
	fmt.Fprintf(c.App.ErrWriter, "%s [y/N] ", question)
	var answer string
	fmt.Fscanln(c.App.Reader, &answer) //nolint:errcheck // no answer is no
	return strings.EqualFold(answer, "y") || strings.EqualFold(answer, "yes")
}

// firstVersion is the version of a plan's first step: above all in the record,
// or in the folder that the files are to go to.
func firstVersion(now time.Time, entries []migrations.Entry, folder string) int64 {
	highest := migrations.Highest(entries)
	if folder != "" {
		highest = max(highest, migrations.HighestIn(folder))
	}
	return migrations.NextVersion(now, highest)
}
