package workload

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestJoins(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want []string
	}{
		"aliases":             {`SELECT * FROM orders o JOIN app.users AS u ON u.id = o.user_id WHERE o.x = $1`, []string{"app.users.id = .orders.user_id"}},
		"without aliases":     {`SELECT * FROM orders, users WHERE users.id = orders.user_id`, []string{".users.id = .orders.user_id"}},
		"schema in column":    {`SELECT * FROM app.orders JOIN app.users ON app.users.id = app.orders.user_id`, []string{"app.users.id = app.orders.user_id"}},
		"quoted":              {`SELECT * FROM "Order Lines" l JOIN "Orders" o ON o."ID" = l."orderId"`, []string{".Orders.ID = .Order Lines.orderId"}},
		"using":               {`SELECT * FROM a JOIN b USING (b_id, c)`, []string{".a.b_id = .b.b_id", ".a.c = .b.c"}},
		"chain of joins":      {`SELECT * FROM a LEFT JOIN b ON b.id = a.b_id JOIN c ON c.id = b.c_id`, []string{".b.id = .a.b_id", ".c.id = .b.c_id"}},
		"correlated":          {`DELETE FROM a WHERE NOT EXISTS (SELECT 1 FROM b WHERE b.id = a.b_id)`, []string{".b.id = .a.b_id"}},
		"update from":         {`UPDATE a SET x = $1 FROM b WHERE b.id = a.b_id`, []string{".b.id = .a.b_id"}},
		"delete using":        {`DELETE FROM a USING b WHERE b.id = a.b_id`, []string{".b.id = .a.b_id"}},
		"insert select":       {`INSERT INTO t SELECT a.x FROM a JOIN b ON b.id = a.b_id`, []string{".b.id = .a.b_id"}},
		"merge":               {`MERGE INTO a USING b ON a.b_id = b.id WHEN MATCHED THEN DELETE`, []string{".a.b_id = .b.id"}},
		"union":               {`SELECT 1 FROM a JOIN b ON b.id = a.b_id UNION SELECT 1 FROM c JOIN d ON d.id = c.d_id`, []string{".b.id = .a.b_id", ".d.id = .c.d_id"}},
		"inside a CTE":        {`WITH q AS (SELECT a.* FROM a JOIN b ON b.id = a.b_id) SELECT * FROM q JOIN c ON c.id = q.c_id`, []string{".b.id = .a.b_id"}},
		"subquery has none":   {`SELECT * FROM (SELECT * FROM a) q JOIN b ON b.id = q.b_id`, nil},
		"inner alias hides":   {`SELECT * FROM a x WHERE EXISTS (SELECT 1 FROM b x JOIN c ON c.id = x.c_id)`, []string{".c.id = .b.c_id"}},
		"self-join":           {`SELECT * FROM staff e JOIN staff m ON m.id = e.manager_id`, []string{".staff.id = .staff.manager_id"}},
		"said twice":          {`SELECT * FROM a JOIN b ON b.id = a.b_id WHERE a.b_id = b.id`, []string{".b.id = .a.b_id"}},
		"not an equality":     {`SELECT * FROM a JOIN b ON b.id > a.b_id`, nil},
		"parameter":           {`SELECT * FROM a WHERE a.id = $1`, nil},
		"unqualified":         {`SELECT * FROM a JOIN b ON id = b_id`, nil},
		"expression":          {`SELECT * FROM a JOIN b ON b.id = a.b_id + 1`, nil},
		"operator of schema":  {`SELECT * FROM a JOIN b ON b.id OPERATOR(pg_catalog.=) a.b_id`, []string{".b.id = .a.b_id"}},
		"squashed list of 18": {`SELECT * FROM a JOIN b ON b.id = a.b_id WHERE a.x IN ($1 /*, ... */)`, []string{".b.id = .a.b_id"}},
	} {
		t.Run(name, func(t *testing.T) {
			joins, err := Joins(test.text)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, j := range joins {
				got = append(got, fmt.Sprintf("%s.%s.%s = %s.%s.%s",
					j.Left.Schema, j.Left.Name, j.Left.Column, j.Right.Schema, j.Right.Name, j.Right.Column))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestTables(t *testing.T) {
	got, err := Tables(`WITH w AS (SELECT * FROM app.b) INSERT INTO a SELECT w.x FROM w JOIN c ON true WHERE EXISTS (SELECT FROM d)`)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, table := range got {
		names = append(names, strings.TrimPrefix(table.Schema+"."+table.Name, "."))
	}
	slices.Sort(names)
	if want := []string{"a", "app.b", "c", "d"}; !slices.Equal(names, want) {
		t.Errorf("got %q, want %q", names, want)
	}
}

func TestUnreadable(t *testing.T) {
	for _, text := range []string{"", "<insufficient privilege>", "SELECT * FROM"} {
		if joins, err := Joins(text); len(joins) > 0 || (err == nil && text != "") {
			t.Errorf("%q: got %v, %v", text, joins, err)
		}
	}
}
