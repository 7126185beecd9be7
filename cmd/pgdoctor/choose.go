package main

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

// askedGroups is how many groups of one finding a person is asked about.
const askedGroups = 1000

// choose asks for each group of duplicates whose rows differ which one stays,
// and writes what was chosen into the strategies.
func choose(c *cli.Context, t *target, plan fixes.Plan, chosen fixes.Strategies, timeout time.Duration) error {
	answers := bufio.NewReader(c.App.Reader)
	for _, step := range plan.Steps {
		if step.Groups == "" {
			continue
		}
		groups, err := fixes.ReadGroups(c.Context, t.DB, step, askedGroups+1, timeout)
		if err != nil {
			return err
		}
		if len(groups) > askedGroups {
			return usage("--choose: more than %d groups of %s differ, which is more than anybody can be asked about: take a --strategy", askedGroups, report.Safe(step.Cures))
		}
		var keep [][]string
		for i, group := range groups {
			fmt.Fprintf(c.App.ErrWriter, "%s, group %d of %d\n", report.Safe(step.Cures), i+1, len(groups))
			n, err := chooseOne(c.App.ErrWriter, answers, group)
			if err != nil {
				return err
			}
			if n >= 0 {
				keep = append(keep, group.Rows[n].Key)
			}
		}
		chosen.Keep(step.Cures, keep)
	}
	return nil
}

// chooseOne returns the number of the row that stays, from 0, or -1 where that
// is left to the strategy. Values are shown
// when asked for: a terminal may be recorded, or looked at by others.
func chooseOne(w io.Writer, answers *bufio.Reader, group fixes.Group) (int, error) {
	shown := group.Redacted()
	for {
		for i := range shown.Rows {
			fmt.Fprintf(w, "  %d  %s\n", i+1, report.Safe(shown.Words(i)))
		}
		if group.More > 0 {
			fmt.Fprintf(w, "     and %s more\n", report.Count(group.More, "row"))
		}
		fmt.Fprintf(w, "Which one stays? 1 to %d, Enter = as the strategy says (1), v = show the values, q = stop: ", len(group.Rows))
		answer, err := answers.ReadString('\n')
		answer = strings.ToLower(strings.TrimSpace(answer))
		if err != nil && answer == "" {
			answer = "q" // the end of the input is no choice
		}
		switch n, bad := strconv.Atoi(answer); {
		case answer == "":
			return -1, nil
		case answer == "q":
			fmt.Fprintln(w)
			return 0, usage("stopped: nothing was changed")
		case answer == "v":
			shown = group
		case bad == nil && n >= 1 && n <= len(group.Rows):
			return n - 1, nil
		default:
			fmt.Fprintf(w, "%q is none of these\n", answer)
		}
	}
}
