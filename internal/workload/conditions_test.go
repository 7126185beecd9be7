package workload

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

func TestConditions(t *testing.T) {
	for name, test := range map[string]struct{ statement, tables, columns string }{
		"none":        {`SELECT day, id FROM orders`, "orders", ""},
		"where":       {`SELECT x FROM app.orders AS o WHERE o.day > $1 AND lower("Name") = $2`, "app.orders", "Name day"},
		"row":         {`SELECT x FROM orders WHERE (day, id) > ($1, $2)`, "orders", "day id"},
		"on":          {`SELECT 1 FROM a JOIN b ON a.day = b.d`, "a b", "d day"},
		"using":       {`SELECT 1 FROM a JOIN b USING (day, id)`, "a b", "day id"},
		"natural":     {`SELECT 1 FROM a NATURAL JOIN b`, "", ""},
		"in a CTE":    {`WITH w AS (SELECT * FROM a WHERE day = $1) SELECT id FROM w`, "a", "day"},
		"correlated":  {`SELECT 1 FROM a WHERE EXISTS (SELECT FROM b WHERE b.day = a.id)`, "a b", "day id"},
		"update":      {`UPDATE a SET day = $1 WHERE id = $2`, "a", "id"},
		"delete":      {`DELETE FROM a USING b WHERE a.id = b.id`, "a b", "id"},
		"order":       {`SELECT x FROM a WHERE id > 1 ORDER BY day DESC LIMIT 1`, "a", "day id"},
		"not a test":  {`SELECT day, count(*) FROM a GROUP BY day`, "a", ""},
		"merge":       {`MERGE INTO a USING b ON a.day = b.d WHEN MATCHED THEN DELETE`, "a b", "d day"},
		"select list": {`SELECT (SELECT max(x) FROM b WHERE b.id = a.day) FROM a`, "a b", "day id"},
	} {
		t.Run(name, func(t *testing.T) {
			tables, columns, err := Conditions(test.statement)
			if err != nil {
				t.Fatal(err)
			}
			var names []string
			for _, table := range tables {
				names = append(names, strings.TrimPrefix(table.Schema+"."+table.Name, "."))
			}
			slices.Sort(names)
			if got := strings.Join(names, " "); got != test.tables {
				t.Errorf("tables %q, want %q", got, test.tables)
			}
			if got := strings.Join(slices.Sorted(maps.Keys(columns)), " "); got != test.columns {
				t.Errorf("columns %q, want %q", got, test.columns)
			}
		})
	}
	if _, _, err := Conditions("SELECT * FROM"); err == nil {
		t.Error("no error of what is no statement")
	}
}
