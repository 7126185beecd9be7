package web

import (
	"bytes"
	"encoding/json"
	"math"
	"strconv"
	"strings"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/report"
)

// fact is one field of a finding's evidence.
type fact struct {
	Name, Value string
	Note        string // the value for people, "" where it is that already
	Block       bool   // several lines
}

// facts are the fields of evidence in their order; evidence that is no object is one
// field without a name.
func facts(evidence json.RawMessage) []fact {
	decoder := json.NewDecoder(bytes.NewReader(evidence))
	if opening, err := decoder.Token(); err != nil || opening != json.Delim('{') {
		if text := bytes.TrimSpace(evidence); len(text) > 0 && string(text) != "null" {
			return []fact{newFact("", text)}
		}
		return nil
	}
	var list []fact
	for decoder.More() {
		name, err := decoder.Token()
		if err != nil {
			return list
		}
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			return list
		}
		list = append(list, newFact(name.(string), value))
	}
	return list
}

func newFact(name string, value json.RawMessage) fact {
	f := fact{Name: report.Safe(name)}
	var text string
	var indented bytes.Buffer
	switch {
	case json.Unmarshal(value, &text) == nil && string(value) != "null":
		f.Value = lines(text)
	case json.Indent(&indented, value, "", "  ") == nil && len(value) > 60:
		f.Value = lines(indented.String())
	default:
		f.Value = lines(string(value))
	}
	if n, err := strconv.ParseFloat(f.Value, 64); err == nil && strings.Contains(f.Value, ".") && text == "" {
		f.Value = rounded(n)
	}
	f.Block = strings.Contains(f.Value, "\n") || len(f.Value) > 200
	if n, err := strconv.ParseFloat(string(value), 64); err == nil && n >= 1024 && n < 1<<62 && (name == "bytes" || strings.HasSuffix(name, "_bytes")) {
		f.Note = humanize.IBytes(uint64(n))
	}
	return f
}

// rounded is a number without the digits that are noise.
func rounded(n float64) string {
	if math.Abs(n) < 1 {
		return strconv.FormatFloat(n, 'g', 3, 64)
	}
	return strconv.FormatFloat(math.Round(n*1000)/1000, 'f', -1, 64)
}

// lines is text made harmless that keeps its lines.
func lines(text string) string {
	var safe []string
	for line := range strings.SplitSeq(text, "\n") {
		safe = append(safe, report.Safe(line))
	}
	return strings.Join(safe, "\n")
}
