package workload

import "regexp"

// cursorWords are in every statement about cursors: few are to be parsed.
var cursorWords = regexp.MustCompile(`(?i)\b(declare|fetch)\b`)

// Cursor is the cursor that a statement declares, or fetches rows from, "" for neither.
func Cursor(text string) (declared, fetched string) {
	if !cursorWords.MatchString(text) {
		return "", ""
	}
	tree, err := parseTree(text)
	if err != nil || len(tree.GetStmts()) != 1 {
		return "", ""
	}
	node := tree.GetStmts()[0].GetStmt()
	return node.GetDeclareCursorStmt().GetPortalname(), node.GetFetchStmt().GetPortalname()
}
