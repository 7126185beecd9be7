package report

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/olekukonko/tablewriter/pkg/twwidth"
)

// Safe makes text of unknown origin harmless on a line of a terminal: what a
// terminal would obey, or what reorders the line or ends it, is shown as an
// escape, a tab as a space.
func Safe(text string) string {
	var out strings.Builder
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&out, `\x%02x`, text[0])
		case r == '\t':
			out.WriteByte(' ')
		case r == '\n':
			out.WriteString(`\n`)
		case r == '\r':
			out.WriteString(`\r`)
		case !invisible(r):
			out.WriteRune(r)
		case r < 0x80:
			fmt.Fprintf(&out, `\x%02x`, r)
		case r <= 0xFFFF:
			fmt.Fprintf(&out, `\u%04x`, r)
		default:
			fmt.Fprintf(&out, `\U%08x`, r)
		}
		text = text[size:]
	}
	return out.String()
}

// cut shortens safe text to a number of columns, the last of which is then "…".
// Width is measured as tablewriter does, or its columns would not line up.
func cut(text string, width int) string {
	if twwidth.Width(text) <= width {
		return text
	}
	return twwidth.Truncate(text, max(width, 1), "…")
}

// Wrap breaks a paragraph at spaces into lines of at most width columns; a
// longer word stands alone.
func Wrap(paragraph string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(paragraph) {
		switch {
		case line == "":
			line = word
		case twwidth.Width(line)+1+twwidth.Width(word) <= width:
			line += " " + word
		default:
			lines, line = append(lines, line), word
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// Bold is text that a terminal shows in bold.
func Bold(text string) string { return "\x1b[1m" + text + "\x1b[0m" }
