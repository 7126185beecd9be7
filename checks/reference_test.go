package checks

import (
	"testing"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

func TestOrphanCondition(t *testing.T) {
	r := Reference{
		Schema: "S", Table: `child "1"`, Columns: postgres.Names{"a", `b"c`}, ChildKind: "p",
		ParentSchema: "p.q", ParentTable: "Parent", ParentColumns: postgres.Names{"x", "Y"}, ParentKind: "r",
		Operators: postgres.Names{"=", `OPERATOR("ext".=)`},
	}
	const want = `"c"."a" IS NOT NULL AND "c"."b""c" IS NOT NULL AND NOT EXISTS (SELECT FROM ONLY "p.q"."Parent" AS "pgdoctor_parent"` +
		` WHERE "pgdoctor_parent"."x" = "c"."a" AND "pgdoctor_parent"."Y" OPERATOR("ext".=) "c"."b""c")`
	if got := r.OrphanCondition("c"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	const object = `S."child ""1""".(a,"b""c") -> "p.q".Parent.(x,Y)`
	if got := r.Object(); got != object {
		t.Errorf("got  %s\nwant %s", got, object)
	}
	if got := fromItem(r.ChildKind, r.Schema, r.Table); got != `"S"."child ""1"""` {
		t.Errorf("partitioned table: got %s", got)
	}
}

func TestRowCondition(t *testing.T) {
	d := DuplicateEmails{Column: `E"Mail`}
	if got, want := d.RowCondition("u"), `"u"."E""Mail" IS NOT NULL AND pg_catalog.btrim("u"."E""Mail"::pg_catalog.text) <> ''`; got != want {
		t.Errorf("got %s", got)
	}
	d.SoftDelete = "deletedAt"
	if got, want := d.RowCondition("u"), `"u"."E""Mail" IS NOT NULL AND pg_catalog.btrim("u"."E""Mail"::pg_catalog.text) <> '' AND "u"."deletedAt" IS NULL`; got != want {
		t.Errorf("got %s", got)
	}
}

func TestWorkloadReferences(t *testing.T) {
	column := func(schema, table, name, family string, key bool) joinColumn {
		return joinColumn{Schema: schema, Table: table, Column: name, Kind: "r", Family: family, Key: key, Primary: key}
	}
	columns := []joinColumn{
		column("public", "users", "id", "integer", true),
		{Schema: "public", Table: "users", Column: "email", Kind: "r", Family: "text", Key: true},
		column("public", "admins", "id", "integer", true),
		column("public", "messages", "id", "integer", true),
		column("public", "messages", "sender", "integer", false),
		column("public", "messages", "receiver", "integer", false),
		column("public", "messages", "email", "text", false),
		column("public", "messages", "code", "text", false),
		{Schema: "public", Table: "messages", Column: "target", Kind: "r", Family: "integer", Polymorphic: true},
		{Schema: "public", Table: "messages", Column: "declared", Kind: "r", Family: "integer", InForeignKey: true},
		column("app", "visits", "who", "integer", false),
		column("app", "twice", "x", "integer", false),
		column("other", "twice", "x", "integer", false),
	}
	named := reference(FromName)
	named.Table, named.Columns = "messages", postgres.Names{"known"}
	columns = append(columns, column("public", "messages", "known", "integer", false))
	join := func(table, name, parent, key string) [2]workload.Column {
		return [2]workload.Column{
			{Table: workload.Table{Name: table}, Column: name},
			{Table: workload.Table{Name: parent}, Column: key},
		}
	}
	for name, test := range map[string]struct {
		joins [][2]workload.Column
		want  string
	}{
		"a key":             {[][2]workload.Column{join("messages", "sender", "users", "id")}, "public.messages.sender -> public.users.id"},
		"other way round":   {[][2]workload.Column{join("users", "id", "messages", "sender")}, "public.messages.sender -> public.users.id"},
		"the only table":    {[][2]workload.Column{join("visits", "who", "users", "id")}, "app.visits.who -> public.users.id"},
		"another type":      {[][2]workload.Column{join("messages", "code", "users", "id")}, ""},
		"two keys":          {[][2]workload.Column{join("messages", "id", "users", "id")}, ""},
		"no key":            {[][2]workload.Column{join("messages", "sender", "visits", "who")}, ""},
		"two parents":       {[][2]workload.Column{join("messages", "sender", "users", "id"), join("messages", "sender", "admins", "id")}, ""},
		"shared value":      {[][2]workload.Column{join("messages", "email", "users", "email")}, ""},
		"other name of one": {[][2]workload.Column{join("messages", "code", "users", "email")}, "public.messages.code -> public.users.email"},
		"polymorphic":       {[][2]workload.Column{join("messages", "target", "users", "id")}, ""},
		"declared":          {[][2]workload.Column{join("messages", "declared", "users", "id")}, ""},
		"known by name":     {[][2]workload.Column{join("messages", "known", "users", "id")}, ""},
		"which table":       {[][2]workload.Column{join("twice", "x", "users", "id")}, ""},
		"unknown table":     {[][2]workload.Column{join("nowhere", "x", "users", "id")}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			catalog := newJoinCatalog(columns, []OrphanedReference{{Reference: named}})
			for _, join := range test.joins {
				catalog.learn(join[0], join[1])
				catalog.learn(join[1], join[0])
			}
			got := ""
			for _, found := range catalog.references() {
				got += found.Object()
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestJoinsColumns(t *testing.T) {
	for text, want := range map[string]bool{
		"SELECT * FROM a JOIN b ON b.id = a.b_id":           true,
		`SELECT * FROM "A" JOIN "B" ON "B"."id" = "A"."b"`:  true,
		"SELECT * FROM a JOIN b USING (id)":                 true,
		"SELECT * FROM a WHERE a.id = $1":                   false,
		"SELECT * FROM a WHERE id = $1 AND b = $2":          false,
		"INSERT INTO a (b, c) VALUES ($1, $2) RETURNING id": false,
	} {
		if got := joinsColumns.MatchString(text); got != want {
			t.Errorf("%s: got %v", text, got)
		}
	}
}
