package report

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/pkg/twwidth"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"
)

const (
	indent     = "  "
	textIndent = "      "
	gap        = 2 // columns between two cells
	// readable is the narrowest column in which a message still says something.
	readable = 40
)

// entry is one line of a list: names, and a text after them.
type entry struct {
	names []string
	text  string
}

// lines draws entries under one another, names and text in columns, nothing
// cut. Where the names leave no room for a readable text, it stands on a second
// line instead.
func lines(entries []entry, width int) ([]string, error) {
	l := plan(entries, width)
	var rows [][]string
	for _, e := range entries {
		if l.oversized(e) {
			continue
		}
		row := slices.Clone(e.names)
		if !l.below {
			row = append(row, e.text)
		}
		rows = append(rows, row)
	}
	aligned, err := align(rows)
	if err != nil {
		return nil, err
	}
	drawn := make([]string, 0, len(entries))
	for _, e := range entries {
		var line string
		if l.oversized(e) {
			cells := slices.DeleteFunc(slices.Clone(e.names), func(cell string) bool { return cell == "" })
			line = indent + strings.Join(cells, strings.Repeat(" ", gap))
		} else {
			line, aligned = aligned[0], aligned[1:]
		}
		if l.below || l.oversized(e) {
			line += "\n" + textIndent + e.text
		}
		drawn = append(drawn, line)
	}
	return drawn, nil
}

// layout is how a list of entries is laid out.
type layout struct {
	limit int  // columns of the widest name that still gets into the columns
	text  int  // columns for the text
	below bool // the text stands on a line of its own
}

func plan(entries []entry, width int) layout {
	// One name of 63 wide characters must not push everybody's text away.
	l := layout{limit: width / 2, text: width - len(indent)}
	var names []int
	longest := 0
	for _, e := range entries {
		longest = max(longest, twwidth.Width(e.text))
		for i, name := range e.names {
			if i == len(names) {
				names = append(names, 0)
			}
			if !l.oversized(e) {
				names[i] = max(names[i], twwidth.Width(name))
			}
		}
	}
	for _, w := range names {
		if w > 0 {
			l.text -= w + gap
		}
	}
	l.below = l.text < min(longest, readable)
	return l
}

// oversized says whether an entry's names are too long for the columns.
func (l layout) oversized(e entry) bool {
	return slices.ContainsFunc(e.names, func(name string) bool { return twwidth.Width(name) > l.limit })
}

// align pads cells into columns without any border, each row one line. Columns
// that are empty throughout are left out.
func align(rows [][]string) ([]string, error) {
	if len(rows) == 0 {
		return nil, nil
	}
	var used []int
	for column := range rows[0] {
		for _, row := range rows {
			if row[column] != "" {
				used = append(used, column)
				break
			}
		}
	}
	var buffer bytes.Buffer
	table := tablewriter.NewTable(&buffer,
		tablewriter.WithRenderer(renderer.NewBlueprint(tw.Rendition{
			Borders:  tw.BorderNone,
			Symbols:  tw.NewSymbols(tw.StyleASCII),
			Settings: tw.Settings{Lines: tw.LinesNone, Separators: tw.SeparatorsNone},
		})),
		tablewriter.WithHeaderAutoFormat(tw.Off),
		tablewriter.WithRowAutoFormat(tw.Off),
		tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithRowAlignment(tw.AlignLeft),
		tablewriter.WithTrimSpace(tw.Off), // a name may begin with a space
		tablewriter.WithPadding(tw.Padding{Right: strings.Repeat(" ", gap), Overwrite: true}),
	)
	for _, row := range rows {
		cells := make([]string, len(used))
		for i, column := range used {
			cells[i] = row[column]
		}
		if err := table.Append(cells); err != nil {
			return nil, fmt.Errorf("draw table: %w", err)
		}
	}
	if err := table.Render(); err != nil {
		return nil, fmt.Errorf("draw table: %w", err)
	}
	drawn := strings.Split(strings.TrimSuffix(buffer.String(), "\n"), "\n")
	if len(drawn) != len(rows) {
		return nil, fmt.Errorf("draw table: %d rows became %d lines", len(rows), len(drawn))
	}
	for i, line := range drawn {
		drawn[i] = indent + strings.TrimRight(line, " ")
	}
	return drawn, nil
}
