package workload

import "testing"

// TestPolicies writes policies into statements where each of their tables is read.
func TestPolicies(t *testing.T) {
	policies := map[Table]string{
		{"", "posts"}:   `(author = auth.uid())`,
		{"s", "teams"}:  `(EXISTS ( SELECT 1 FROM members m WHERE ((m.team = teams.id) AND (m.person = auth.uid()))))`,
		{"", "Notes"}:   `(("Owner" IN ( SELECT "Notes".id FROM "Notes" WHERE ("Notes"."Owner" = 1))) OR open)`,
		{"", "unasked"}: `false`,
	}
	for text, want := range map[string]string{
		"SELECT id FROM posts":                                                              "SELECT id FROM posts WHERE posts.author = (SELECT auth.uid())",
		"SELECT p.id FROM posts p WHERE p.id = $1 OR p.id = $2":                             "SELECT p.id FROM posts p WHERE (p.id = $1 OR p.id = $2) AND p.author = (SELECT auth.uid())",
		"SELECT t.id FROM s.teams t WHERE t.id = $1":                                        "SELECT t.id FROM s.teams t WHERE t.id = $1 AND EXISTS (SELECT 1 FROM members m WHERE m.team = t.id AND m.person = auth.uid())",
		`SELECT n.id FROM "Notes" n`:                                                        `SELECT n.id FROM "Notes" n WHERE n."Owner" IN (SELECT "Notes".id FROM "Notes" WHERE "Notes"."Owner" = 1) OR n.open`,
		"SELECT a.id FROM a LEFT JOIN posts p ON p.a = a.id":                                "SELECT a.id FROM a LEFT JOIN (SELECT * FROM posts p WHERE p.author = (SELECT auth.uid())) p ON p.a = a.id",
		"SELECT a.id FROM posts RIGHT JOIN (a JOIN posts q USING (id)) USING (id)":          "SELECT a.id FROM (SELECT * FROM posts posts WHERE posts.author = (SELECT auth.uid())) posts RIGHT JOIN (a JOIN posts q USING (id)) USING (id) WHERE q.author = (SELECT auth.uid())",
		"UPDATE posts SET n = $1 WHERE id = $2":                                             "SELECT 1 FROM posts WHERE id = $1 AND posts.author = (SELECT auth.uid())",
		"WITH posts AS (SELECT id FROM a) SELECT id FROM posts":                             "WITH posts AS (SELECT id FROM a) SELECT id FROM posts",
		"SELECT a.id FROM a WHERE EXISTS (SELECT FROM posts WHERE posts.a = a.id)":          "SELECT a.id FROM a WHERE EXISTS (SELECT FROM posts WHERE posts.a = a.id AND posts.author = (SELECT auth.uid()))",
		"SELECT id FROM a UNION ALL SELECT id FROM posts WHERE n = $1 ORDER BY id LIMIT $2": "SELECT id FROM a UNION ALL SELECT id FROM posts WHERE n = $1 AND posts.author = (SELECT auth.uid()) ORDER BY id LIMIT $2",
		"SELECT id FROM other.posts, teams":                                                 "SELECT id FROM other.posts, teams",
	} {
		got, err := Read(text, Beside{Policies: policies})
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if got.Query != want {
			t.Errorf("%s\n got %s\nwant %s", text, got.Query, want)
		}
		plain, err := Read(text, Beside{})
		if err != nil || got.Policed != (plain.Query != got.Query) {
			t.Errorf("%s: policed is %v, %v", text, got.Policed, err)
		}
	}
}
