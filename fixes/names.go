package fixes

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/pgdoctor/pgdoctor/checks"
)

// maxName is NAMEDATALEN - 1: longer names are cut silently by the server.
const maxName = 63

// derivedName builds a name for a new object from what it is about, ending in
// a hash of its meaning: the same from run to run, never the one that
// PostgreSQL or a person would choose, never longer than 63 bytes.
func derivedName(suffix string, parts ...string) string {
	return meaningfulName(strings.Join(parts, "\x00"), suffix, parts...)
}

// meaningfulName is a derived name of a thing whose parts do not tell all of its meaning.
func meaningfulName(meaning, suffix string, parts ...string) string {
	sum := sha256.Sum256([]byte(meaning + "\x00" + suffix))
	tail := "_" + suffix + "_" + hex.EncodeToString(sum[:3])
	return cut(strings.Join(parts, "_"), maxName-len(tail)) + tail
}

// cut shortens a name to at most n bytes without splitting a character.
func cut(name string, n int) string {
	for len(name) > n {
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	return name
}

var slugUnfit = regexp.MustCompile(`[^a-z0-9]+`)

// slug makes text fit for a file's name.
func slug(parts ...string) string {
	text := slugUnfit.ReplaceAllString(strings.ToLower(strings.Join(parts, "_")), "_")
	return strings.Trim(cut(strings.Trim(text, "_"), 60), "_")
}

// quarantineName names a table of schema pgdoctor in which a step keeps rows.
func quarantineName(version int64, n int, table checks.Table) string {
	return cut(fmt.Sprintf("q%d_%d_%s", version, n, strings.Trim(slugUnfit.ReplaceAllString(strings.ToLower(table.Name), "_"), "_")), maxName)
}

// schemaIs is the start of every up that keeps rows, so that the files also
// run where pgdoctor's record was never made (--out).
const schemaIs = "CREATE SCHEMA IF NOT EXISTS pgdoctor;\n"

// quoted matches what a line break in a statement may be a part of: a literal or
// a name. A comment is matched so that a quote in it opens neither.
var quoted = regexp.MustCompile(`(?s)--[^\n]*|\b[eE]'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"`)

// indent moves every line of a block right by n tabs' worth of four spaces, but
// for lines that begin within a name or a literal.
func indent(n int, block string) string {
	pad := strings.Repeat("    ", n)
	var out strings.Builder
	out.WriteString(pad)
	end := 0
	for _, at := range quoted.FindAllStringIndex(block, -1) {
		out.WriteString(strings.ReplaceAll(block[end:at[0]], "\n", "\n"+pad))
		out.WriteString(block[at[0]:at[1]])
		end = at[1]
	}
	out.WriteString(strings.ReplaceAll(block[end:], "\n", "\n"+pad))
	return out.String()
}
