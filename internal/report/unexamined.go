package report

import (
	"bytes"
	"fmt"
	"strings"
)

// writeUnexamined lists everything that nobody may take for healthy.
func writeUnexamined(out *bytes.Buffer, doc Document, style Style) error {
	list, size := unexamined(doc)
	if size == 0 {
		return nil
	}
	var entries []entry
	var shared []string
	for _, u := range list {
		if len(u.Checks) > 1 {
			shared = append(shared, indent+Safe(u.Reason)+"\n"+
				textIndent+strings.Join(Wrap(Safe(u.Names()), style.Width-len(textIndent)), "\n"+textIndent))
			continue
		}
		entries = append(entries, entry{names: []string{Safe(u.Names()), Safe(u.Object), u.State}, text: Safe(u.Reason)})
	}
	drawn, err := lines(entries, style.Width)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "\nNOT EXAMINED (%d)\n%s\n", size, strings.Join(append(drawn, shared...), "\n"))
	return nil
}
