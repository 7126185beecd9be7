package workload

import "regexp"

// cursorWords are in every statement about cursors: few are to be parsed.
var cursorWords = regexp.MustCompile(`(?i)\b(declare|fetch)\b`)

// Cursor is the cursor that a statement declares, or fetches rows from, "" for neither.
func Cursor(text string) (declared, fetched string) {
	if !cursorWords.MatchString(text) {
		return "", ""
	}
	node, ok := sole(text)
	if !ok {
		return "", ""
	}
	return node.GetDeclareCursorStmt().GetPortalname(), node.GetFetchStmt().GetPortalname()
}
