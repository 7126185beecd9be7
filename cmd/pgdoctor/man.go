package main

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/config"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

func manCommand() *cli.Command {
	return &cli.Command{
		Name:  "man",
		Usage: "write the manual page, section 1",
		Description: `In the language of man(7), from the same words as --help:

  pgdoctor man | man -l -
  pgdoctor man > pgdoctor.1`,
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			_, err := io.WriteString(c.App.Writer, manual(c.App, manDate(os.Getenv("SOURCE_DATE_EPOCH"))))
			return err
		},
	}
}

// manDate is the day of the sources, never that of the build, so that a package
// comes out the same every time: https://reproducible-builds.org/specs/source-date-epoch.
func manDate(epoch string) string {
	if seconds, err := strconv.ParseInt(epoch, 10, 64); err == nil {
		return time.Unix(seconds, 0).UTC().Format(time.DateOnly)
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, setting := range info.Settings {
			if setting.Key == "vcs.time" {
				day, _, _ := strings.Cut(setting.Value, "T")
				return day
			}
		}
	}
	return ""
}

// page is a manual page in the making. The library's own leaves the commands'
// descriptions out, and what it writes groff complains about.
type page struct{ strings.Builder }

// manual is the page of the whole program.
func manual(app *cli.App, date string) string {
	var p page
	fmt.Fprintf(&p, ".TH PGDOCTOR 1 \"%s\" \"pgdoctor %s\" \"User Commands\"\n", date, roff(toolVersion()))
	p.WriteString(".nh\n.ad l\n") // a name cut in two is not found by a search
	p.section("NAME", app.Name+" - "+app.Usage)
	p.section("SYNOPSIS", "")
	p.heading(app.UsageText)
	description, status, _ := strings.Cut(app.Description, "\n\nExit codes: ")
	p.section("DESCRIPTION", description)
	p.section("COMMANDS", "")
	for _, command := range app.VisibleCommands() {
		p.command(app.Name, command)
	}
	p.section("EXIT STATUS", status)
	p.section("ENVIRONMENT", "")
	for _, variable := range [][2]string{
		{"PGDOCTOR_DSN, DATABASE_URL", "the database, where there is no --dsn; the first that is set counts"},
		{"PGHOST, PGPORT, PGDATABASE, PGUSER, PGPASSWORD and others", "what psql(1) takes from them, where neither is set"},
		{"PGDOCTOR_CONFIG", "the configuration file, where there is no --config"},
		{"NO_COLOR", "no colours"},
		{"COLUMNS", "the width of tables that go to no terminal"},
	} {
		p.entry(variable[0], variable[1])
	}
	p.section("FILES", "")
	p.entry(config.Name, "configuration, in the working directory or in one of its parents up to the root of the repository")
	p.section("SEE ALSO", "psql(1)")
	return p.String()
}

// command is a command with its flags, and the commands below it.
func (p *page) command(before string, command *cli.Command) {
	name := before + " " + command.Name
	fmt.Fprintf(p, ".SS %s\n", roff(name))
	options := ""
	if len(command.VisibleFlags()) > 0 {
		options = "[flags]"
	}
	p.heading(strings.Join(strings.Fields(name+" "+options+" "+command.ArgsUsage), " "))
	p.WriteString(".PP\n")
	p.text(command.Usage)
	if command.Description != "" {
		p.WriteString(".PP\n")
		p.text(command.Description)
	}
	draw := shortHelp(cli.FlagStringer)
	for _, flag := range command.VisibleFlags() {
		if flag.Names()[0] != "help" {
			names, usage, _ := strings.Cut(draw(flag), "\t")
			p.entry(names, usage)
		}
	}
	for _, below := range command.VisibleCommands() {
		p.command(name, below)
	}
}

func (p *page) section(title, text string) {
	fmt.Fprintf(p, ".SH %s\n", title)
	if text != "" {
		p.text(text)
	}
}

// heading is a command line, as it is typed.
func (p *page) heading(line string) { fmt.Fprintf(p, ".B %s\n", roff(line)) }

// entry is a word and what it means.
func (p *page) entry(word, meaning string) {
	fmt.Fprintf(p, ".TP\n.B %s\n", roff(word))
	p.text(meaning)
}

// text is paragraphs; lines that are indented stay as they are.
func (p *page) text(text string) {
	for i, paragraph := range strings.Split(strings.TrimSpace(text), "\n\n") {
		if i > 0 {
			p.WriteString(".PP\n")
		}
		verbatim := strings.HasPrefix(paragraph, "  ")
		if verbatim {
			p.WriteString(".nf\n")
		}
		for line := range strings.SplitSeq(paragraph, "\n") {
			for _, part := range report.Wrap(line, 72) {
				p.WriteString(roff(part) + "\n")
			}
		}
		if verbatim {
			p.WriteString(".fi\n")
		}
	}
}

// roff is text that commands no typesetter, in ASCII. A minus is what is typed;
// a bare one would come out as a hyphen, which no shell understands.
func roff(text string) string {
	var out strings.Builder
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		out.WriteString(`\&`)
	}
	for _, r := range text {
		switch {
		case r == '\\':
			out.WriteString(`\e`)
		case r == '-':
			out.WriteString(`\-`)
		case r == '"':
			out.WriteString(`\(dq`)
		case r < ' ':
			out.WriteByte(' ')
		case r > '~':
			fmt.Fprintf(&out, `\[u%04X]`, r)
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}
