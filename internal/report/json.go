package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode"

	"github.com/pgdoctor/pgdoctor/checks"
)

// JSON writes the document. It is always whole: Style hides nothing from scripts.
func JSON(w io.Writer, doc Document, _ Style) error {
	return WriteJSON(w, doc)
}

// WriteJSON writes any value as pgdoctor's JSON: indented, readable, and
// without a character that a terminal could take for a command.
func WriteJSON(w io.Writer, value any) error {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(value); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	_, err := w.Write(escapeInvisible(buffer.Bytes()))
	return err
}

// escapeInvisible writes as \uXXXX what encoding/json leaves as it is but a
// terminal obeys: DEL, the C1 controls (U+009B starts a command as ESC [ does)
// and the marks that turn the direction of text. They can only stand within
// JSON strings, so the meaning stays.
func escapeInvisible(text []byte) []byte {
	var out bytes.Buffer
	for _, r := range string(text) {
		if r == '\n' || !invisible(r) {
			out.WriteRune(r)
			continue
		}
		if r > 0xFFFF {
			r -= 0x10000
			fmt.Fprintf(&out, `\u%04x\u%04x`, 0xD800+r>>10, 0xDC00+r&0x3FF)
			continue
		}
		fmt.Fprintf(&out, `\u%04x`, r)
	}
	return out.Bytes()
}

// invisible says whether a character commands the terminal or reorders or
// hides text instead of being seen. The two joiners are needed to write some
// languages.
func invisible(r rune) bool {
	if r == '\u200c' || r == '\u200d' {
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}

// Read reads a document that WriteJSON wrote, by this or another version of
// pgdoctor with the same format.
func Read(r io.Reader) (Document, error) {
	doc, fleet, err := ReadAny(r)
	if err == nil && fleet != nil {
		return Document{}, fmt.Errorf("read report: it is the report of %s: pgdoctor report --from FILE --target NAME --format json writes that of one",
			Count(len(fleet.Targets), "target"))
	}
	return doc, err
}

// ReadAny reads the document of one target, or of a fleet, which is then not nil.
func ReadAny(r io.Reader) (Document, *Fleet, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return Document{}, nil, fmt.Errorf("read report: %w", err)
	}
	var head struct {
		Format  *int             `json:"format"`
		Checks  *json.RawMessage `json:"checks"`
		Target  *json.RawMessage `json:"target"`
		Targets *json.RawMessage `json:"targets"`
		Summary *json.RawMessage `json:"summary"`
	}
	if err := json.Unmarshal(text, &head); err != nil {
		return Document{}, nil, unreadable(text, err)
	}
	switch {
	case head.Format == nil:
		return Document{}, nil, errors.New(`read report: not a report of pgdoctor: it has no "format"`)
	case *head.Format != Format:
		return Document{}, nil, fmt.Errorf("read report: format %d is not known, this pgdoctor reads format %d", *head.Format, Format)
	case head.Targets != nil && head.Summary != nil && head.Target == nil:
		fleet := &Fleet{}
		if err := json.Unmarshal(text, fleet); err != nil {
			return Document{}, nil, fmt.Errorf("read report: %w", err)
		}
		err := fleet.valid()
		fleet.Summary = summarizeFleet(fleet.Targets)
		return Document{}, fleet, err
	case head.Checks == nil || head.Target == nil:
		return Document{}, nil, errors.New("read report: not what pgdoctor check --format json writes: it has no checks or no target")
	}
	var doc Document
	if err := json.Unmarshal(text, &doc); err != nil {
		return Document{}, nil, fmt.Errorf("read report: %w", err)
	}
	doc.Summary = summarize(doc.Checks) // what is counted is what is there, whoever wrote the file
	return doc, nil, doc.valid()
}

// unreadable says why a text is no JSON.
func unreadable(text []byte, err error) error {
	var syntax *json.SyntaxError
	switch {
	case len(bytes.TrimSpace(text)) == 0:
		return errors.New("read report: it is empty")
	case errors.As(err, &syntax) && syntax.Offset >= int64(len(text)):
		return errors.New("read report: it ends too early, as a file that was cut")
	}
	return fmt.Errorf("read report: not JSON: %w", err)
}

// valid refuses words that no renderer knows where to put: a finding must not
// vanish because its severity was misspelt. Evidence loses its indentation, so
// that a document read is the document written.
func (d Document) valid() error {
	for _, check := range d.Checks {
		switch check.Status {
		case checks.OK, checks.Findings, checks.Skipped, checks.Failed:
		default:
			return fmt.Errorf("read report: check %q has an unknown status %q", check.ID, check.Status)
		}
		for _, ignored := range check.Ignored {
			if ignored.Severity.Rank() < 0 {
				return fmt.Errorf("read report: ignored finding %q has an unknown severity %q", ignored.Key, ignored.Severity)
			}
		}
		for i := range check.Findings {
			finding := &check.Findings[i]
			if finding.Severity.Rank() < 0 {
				return fmt.Errorf("read report: finding %q has an unknown severity %q", finding.Key, finding.Severity)
			}
			var compact bytes.Buffer
			if err := json.Compact(&compact, finding.Evidence); err == nil {
				finding.Evidence = compact.Bytes()
			}
		}
	}
	return nil
}
