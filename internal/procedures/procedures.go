// Package procedures plans what is done to a database in an emergency: pure
// functions from what was read to steps, applied and recorded as any fix, and
// two procedures that only read.
package procedures

import (
	"fmt"
	"slices"

	"github.com/pgdoctor/pgdoctor/fixes"
)

// Doc is everything that is said about a procedure, once.
type Doc struct {
	Name    string // as it is typed
	Usage   string // its arguments
	Title   string // one line, lower case
	What    string // what it does and why so, in paragraphs
	Confirm string // how one sees that it did
	Not     string // what it does not do
}

// All lists the procedures, in the order of the help.
var All = []Doc{ReadOnly, LogStatements, EndSessions, Evidence, VerifyData}

// Find returns the procedure of a name.
func Find(name string) (Doc, bool) {
	i := slices.IndexFunc(All, func(d Doc) bool { return d.Name == name })
	if i < 0 {
		return Doc{}, false
	}
	return All[i], true
}

// Key stands in the record where a fix has the key of its finding.
func (d Doc) Key() string { return "procedure:" + d.Name }

// plan makes steps the plan of a procedure, numbered from a version on.
func (d Doc) plan(first int64, steps []fixes.Step, left []fixes.Unfixed) fixes.Plan {
	for i := range steps {
		steps[i].Version = first + int64(i)
		steps[i].Cures = d.Key()
	}
	fixes.Empower(steps)
	if steps == nil {
		steps = []fixes.Step{}
	}
	return fixes.Plan{Steps: steps, Unfixed: left}
}

// left is something that the procedure leaves as it is, and why.
func left(object, format string, args ...any) fixes.Unfixed {
	return fixes.Unfixed{Finding: object, Reason: fmt.Sprintf(format, args...)}
}
