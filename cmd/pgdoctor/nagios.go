package main

import (
	"errors"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/report"
)

// nagios is the format that has exit codes of its own.
const nagios = "nagios"

// stateError is an exit code of that format. The report has said everything.
type stateError struct{ state report.NagiosState }

func (e *stateError) Error() string { return "" }

// nagiosVerdict turns a report into the exit code that a monitor reads.
func nagiosVerdict(doc report.Document) error {
	if state := report.NagiosStateOf(doc); state != report.NagiosOK {
		return &stateError{state}
	}
	return nil
}

// fleetNagiosVerdict is nagiosVerdict for a fleet.
func fleetNagiosVerdict(fleet report.Fleet) error {
	if state := report.FleetNagiosState(fleet); state != report.NagiosOK {
		return &stateError{state}
	}
	return nil
}

// forMonitors refuses the flags that the format leaves no room for.
func forMonitors(c *cli.Context, out *output) error {
	switch {
	case out.Format != nagios:
		return nil
	case c.IsSet("fail-on"):
		return usage("--fail-on has no meaning with --format %s, whose exit codes are 0 ok, 1 warning, 2 critical, 3 unknown", nagios)
	case c.Bool("update-baseline"):
		return usage("--update-baseline has no place in --format %s: a monitor that accepts what it finds never alerts; write the baseline without --format", nagios)
	}
	return nil
}

// nagiosAsked says whether a monitor runs the program. It reads the arguments
// themselves: a mistake in them may keep them from being parsed, and must not
// end with 2, which is critical there.
func nagiosAsked(args []string) bool {
	if len(args) < 2 || args[1] != "check" && args[1] != "report" {
		return false
	}
	format := ""
	for i, arg := range args {
		name, value, given := strings.Cut(arg, "=")
		switch {
		case name != "--format" && name != "-format":
		case given:
			format = value
		case i+1 < len(args):
			format = args[i+1]
		}
	}
	return format == nagios
}

// nagiosEnd is the end of a program that a monitor runs: whatever went wrong is
// one line on standard output, the only one that it reads, and unknown.
func nagiosEnd(err error, stdout io.Writer) int {
	var known *stateError
	switch {
	case err == nil:
		return int(report.NagiosOK)
	case errors.As(err, &known):
		return int(known.state)
	}
	report.NagiosLine(stdout, report.NagiosUnknown, errorLine(err), "") //nolint:errcheck // the exit code says it too
	return int(report.NagiosUnknown)
}
