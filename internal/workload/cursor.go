package workload

// Cursor is the cursor that a statement declares, or fetches rows from, "" for neither.
func Cursor(text string) (declared, fetched string) {
	tree, err := parseTree(text)
	if err != nil || len(tree.GetStmts()) != 1 {
		return "", ""
	}
	node := tree.GetStmts()[0].GetStmt()
	return node.GetDeclareCursorStmt().GetPortalname(), node.GetFetchStmt().GetPortalname()
}
