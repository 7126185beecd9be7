package procedures

import "testing"

func TestBlank(t *testing.T) {
	for text, want := range map[string]string{
		"SELECT 1":                         "SELECT 1",
		"ALTER ROLE ann PASSWORD 's3cret'": "ALTER ROLE ann PASSWORD 'xxx'",
		"alter role ann encrypted password 'it''s' valid until x": "alter role ann encrypted password 'xxx' valid until x",
		`CREATE USER a PASSWORD E'a\'b''c' LOGIN`:                 "CREATE USER a PASSWORD 'xxx' LOGIN",
		"CREATE USER a PASSWORD\n$$s3cret$$ LOGIN":                "CREATE USER a PASSWORD\n'xxx' LOGIN",
		"CREATE USER a PASSWORD $p$s3c'ret$p$ LOGIN":              "CREATE USER a PASSWORD 'xxx' LOGIN",
		"CREATE USER a PASSWORD 'cut in the midd":                 "CREATE USER a PASSWORD 'xxx'",
		"SELECT dblink('host=x password=s3cret user=y')":          "SELECT dblink('host=x password='xxx' user=y')",
		"EXECUTE 'ALTER ROLE a PASSWORD ''s3cret'' LOGIN'":        "EXECUTE 'ALTER ROLE a PASSWORD 'xxx' LOGIN'",
		"ALTER ROLE a PASSWORD '' VALID UNTIL 'infinity'":         "ALTER ROLE a PASSWORD 'xxx' VALID UNTIL 'infinity'",
		"SELECT 'postgres://ann:s3cret@db/x'":                     "SELECT 'postgres://ann:xxx@db/x'",
		"OPTIONS (user 'a', password 's3cret')":                   "OPTIONS (user 'a', password 'xxx')",
	} {
		if got := blank(text); got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", text, got, want)
		}
	}
}

func TestClean(t *testing.T) {
	r := row{"pid": 1, "query": "ALTER ROLE a PASSWORD 'x1'", "conninfo": "password=x2"}
	clean(r, true)
	if r["query"] != "ALTER ROLE a PASSWORD 'xxx'" || r["conninfo"] != nil {
		t.Errorf("got %v", r)
	}
	clean(r, false)
	if _, there := r["query"]; there || r["pid"] != 1 {
		t.Errorf("got %v", r)
	}
	clean(row{"query": nil}, true)
}
