package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/advisor"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/report"
	"github.com/pgdoctor/pgdoctor/internal/workload"
	"github.com/pgdoctor/pgdoctor/migrations"
)

// gain is what became of a statement that an applied index was to help, by the
// server's own count.
type gain struct {
	Finding    string  `json:"finding"`
	QueryID    string  `json:"queryid"`
	Query      string  `json:"query"`
	BeforeMS   float64 `json:"before_ms"`   // a call, until the index was planned
	SinceMS    float64 `json:"since_ms"`    // a call, since then
	CallsSince float64 `json:"calls_since"` // 0: it says nothing yet
	Reset      bool    `json:"reset"`       // the count began anew meanwhile
}

// readGains compares the statements of applied missing indexes with what the
// server counts now. Where it counts nothing there is nothing to compare.
func readGains(c *cli.Context, t *target, entries []migrations.Entry) ([]gain, error) {
	gains := []gain{}
	isIndex := func(e migrations.Entry) bool {
		return e.State == migrations.Applied && strings.HasPrefix(e.Finding, checks.LacksIndex.ID+":")
	}
	if !slices.ContainsFunc(entries, isIndex) {
		return gains, nil
	}
	conn, err := postgres.Connect(c.Context, t.Config)
	if err != nil {
		return nil, err
	}
	defer conn.Close(c.Context) //nolint:errcheck // it only read
	evidence, err := migrations.Evidence(c.Context, conn, checks.LacksIndex.ID)
	if err != nil {
		return nil, err
	}
	calls, err := checks.Workload(c.Context, t.DB, t.Server, defaultTimeout)
	if err != nil {
		return gains, nil //nolint:nilerr // pg_stat_statements is gone or closed to this role: the history stands without it
	}
	now := countByPrint(calls)
	for _, finding := range slices.Sorted(maps.Keys(evidence)) {
		var row checks.MissingIndex
		if err := json.Unmarshal(evidence[finding], &row); err != nil {
			return nil, fmt.Errorf("read the evidence of %s: %w", finding, err)
		}
		listed := map[string]bool{} // one that helps in functions may help the same statement twice
		for _, helped := range row.Statements {
			print := printOf(helped.QueryID, helped.Query)
			if !listed[print] {
				gains = append(gains, since(finding, helped, now[print]))
			}
			listed[print] = true
		}
	}
	return gains, nil
}

// countByPrint adds up the statements that differ in nothing but their queryid.
func countByPrint(calls []advisor.Call) map[string]advisor.Call {
	counts := map[string]advisor.Call{}
	for _, call := range calls {
		print := printOf(call.ID, call.Text)
		sum := counts[print]
		sum.Calls += call.Calls
		sum.TotalMS += call.TotalMS
		counts[print] = sum
	}
	return counts
}

func printOf(id, text string) string {
	print, err := workload.Fingerprint(text)
	if err != nil {
		return id
	}
	return print
}

func since(finding string, helped checks.HelpedStatement, now advisor.Call) gain {
	g := gain{Finding: finding, QueryID: helped.QueryID, Query: helped.Query}
	if helped.Calls > 0 {
		g.BeforeMS = helped.TotalMS / float64(helped.Calls)
	}
	g.CallsSince = now.Calls - float64(helped.Calls)
	total := now.TotalMS - helped.TotalMS
	if g.CallsSince < 0 || total < 0 {
		g.Reset, g.CallsSince, total = true, now.Calls, now.TotalMS
	}
	if g.CallsSince > 0 {
		g.SinceMS = total / g.CallsSince
	}
	return g
}

func gainsTable(w io.Writer, gains []gain) error {
	if len(gains) == 0 {
		return nil
	}
	fmt.Fprintln(w, "\nstatements that applied indexes were to help, as the server counts them:")
	for _, g := range gains {
		text := report.OneLine(g.Query, 160)
		if g.CallsSince == 0 {
			fmt.Fprintf(w, "  %.2f ms a call before, not called since: %s\n", g.BeforeMS, report.Safe(text))
			continue
		}
		reset := ""
		if g.Reset {
			reset = " since the statistics were reset"
		}
		fmt.Fprintf(w, "  %.2f ms a call before, %.2f ms now (%.0f calls%s): %s\n", g.BeforeMS, g.SinceMS, g.CallsSince, reset, report.Safe(text))
	}
	return nil
}
