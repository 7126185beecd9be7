package main

import (
	"io"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/config"
	"github.com/pgdoctor/pgdoctor/internal/report"
	"github.com/pgdoctor/pgdoctor/internal/store"
)

func trendCommand() *cli.Command {
	return &cli.Command{
		Name:      "trend",
		Usage:     "show how findings came and went, from what check --store keeps",
		ArgsUsage: "[CHECK...]",
		Description: `Reads the history alone, and no other database. With CHECKs, counts their
findings alone.`,
		Flags: slices.Concat(
			[]cli.Flag{
				storeFlag("read the history in the PostgreSQL database of this connection `STRING`"),
				&cli.StringFlag{Name: "target", Usage: "show the target `NAME` alone"},
				&cli.StringFlag{Name: "since", Usage: "look back for `AGE`, such as 90d or 12h", Value: "30d"},
			},
			outputFlags(),
		),
		Action: runTrend,
	}
}

func runTrend(c *cli.Context) error {
	ids, err := trendChecks(c.Args().Slice())
	if err != nil {
		return err
	}
	age, err := ageOf(c, "since")
	if err != nil {
		return err
	}
	out, err := outputOf(c)
	if err != nil {
		return err
	}
	history, err := openHistory(c, store.OpenReading)
	if err != nil {
		return err
	}
	defer history.Close()
	latest, err := history.Latest(c.Context)
	if err != nil {
		return err
	}
	names, err := trendTargets(c, latest)
	if err != nil {
		return err
	}
	since := time.Now().Add(-age).UTC().Truncate(time.Millisecond)
	if age == 0 {
		since = time.Time{}
	}
	var trends []report.Trend
	for _, name := range names {
		trend, err := trendOf(c, history, name, since, ids)
		if err != nil {
			return err
		}
		trends = append(trends, trend)
	}
	return out.Write(func(w io.Writer) error {
		if out.Format == "json" {
			return report.TrendJSON(w, trends, since, report.Tool{Name: c.App.Name, Version: toolVersion()})
		}
		return report.TrendTable(w, trends, out.Style)
	})
}

// trendChecks turns names of checks into IDs. Those of custom checks are known to
// their own databases alone.
func trendChecks(words []string) ([]string, error) {
	var ids []string
	for _, word := range words {
		if strings.HasPrefix(word, checks.CustomPrefix) {
			ids = append(ids, word)
			continue
		}
		found, err := findChecks(config.File{}, []string{word})
		if err != nil {
			return nil, err
		}
		ids = append(ids, found...)
	}
	return ids, nil
}

// trendTargets are the targets to show: that of --target, else all.
func trendTargets(c *cli.Context, latest []report.Run) ([]string, error) {
	var names []string
	for _, run := range latest {
		names = append(names, run.Target)
	}
	if !c.IsSet("target") {
		if len(names) == 0 {
			return nil, usage("the history has no runs yet: pgdoctor check --store keeps them")
		}
		return names, nil
	}
	name := c.String("target")
	if !slices.Contains(names, name) {
		return nil, usage("--target: the history has no runs of %q%s", name, suggestion(name, names))
	}
	return []string{name}, nil
}

// trendOf reads one target's runs, and compares the first report with the last.
func trendOf(c *cli.Context, history *store.Store, name string, since time.Time, ids []string) (report.Trend, error) {
	trend := report.Trend{Target: name}
	var err error
	if len(ids) > 0 {
		trend.Runs, err = history.RunsOf(c.Context, name, since, ids)
	} else {
		trend.Runs, err = history.Runs(c.Context, name, since)
	}
	if err != nil {
		return trend, err
	}
	whole := slices.DeleteFunc(slices.Clone(trend.Runs), func(r report.Run) bool { return r.Error != "" })
	if len(whole) < 2 {
		return trend, nil
	}
	before, err := history.Document(c.Context, whole[0].ID)
	if err != nil {
		return trend, err
	}
	after, err := history.Document(c.Context, whole[len(whole)-1].ID)
	if err != nil {
		return trend, err
	}
	diff := report.NewDiff(before.Only(ids), after.Only(ids), report.Tool{Name: c.App.Name, Version: toolVersion()})
	trend.Diff = &diff
	return trend, nil
}
