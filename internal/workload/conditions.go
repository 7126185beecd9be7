package workload

// Conditions lists the tables of a statement, and the names of all columns in
// its conditions: WHERE, ON, USING, wherever they stand. Whose columns they are
// is not asked, so a name that is missing is missing for every table. ORDER BY
// counts too: with a LIMIT it may end a scan early. A NATURAL JOIN names what
// only a catalog knows, so nothing is said of its tables.
func Conditions(text string) ([]Table, map[string]bool, error) {
	stmts, err := parse(text)
	if err != nil {
		return nil, nil, err
	}
	ctes := cteNames(stmts)
	var tables []Table
	seen := map[Table]bool{}
	natural := false
	visit(stmts, func(kind string, n node) {
		natural = natural || (kind == "JoinExpr" && n["isNatural"] == true)
		if table, named := rangeVar(kind, n, ctes); named && !seen[table] {
			seen[table] = true
			tables = append(tables, table)
		}
	})
	if natural {
		return nil, nil, nil
	}
	columns := map[string]bool{}
	conditions(stmts, columns)
	return tables, columns, nil
}

// conditions goes down the tree to what restricts rows.
func conditions(tree any, columns map[string]bool) {
	switch value := tree.(type) {
	case []any:
		for _, item := range value {
			conditions(item, columns)
		}
	case node:
		for _, key := range keys(value) {
			switch key {
			case "whereClause", "quals", "joinCondition", "usingClause", "sortClause":
				columnNames(value[key], columns)
			}
			conditions(value[key], columns)
		}
	}
}

// columnNames enters the last part of every column's name, and of USING (x).
func columnNames(tree any, columns map[string]bool) {
	if list, ok := tree.([]any); ok {
		for _, item := range list {
			if name := text(item); name != "" {
				columns[name] = true
			}
		}
	}
	visit([]any{tree}, func(kind string, n node) {
		fields, ok := n["fields"].([]any)
		if kind == "ColumnRef" && ok && len(fields) > 0 {
			columns[text(fields[len(fields)-1])] = true
		}
	})
}
