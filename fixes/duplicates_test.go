package fixes

import (
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/checks"
)

// steps plans one finding, which must not be refused, and returns its steps of a kind.
func steps(t *testing.T, options Options, kind string, findings ...checks.Finding) []Step {
	t.Helper()
	plan := planned(t, options, findings...)
	if len(plan.Unfixed) > 0 {
		t.Fatalf("refused: %v", plan.Unfixed)
	}
	var list []Step
	for _, step := range plan.Steps {
		if step.Kind == kind {
			list = append(list, step)
		}
	}
	return list
}

func TestUniqueSteps(t *testing.T) {
	n := newNames("")
	const build = `CREATE UNIQUE INDEX CONCURRENTLY "ph_logins_ph_email_key_c47d90" ON "ph_schema"."ph_logins" ("ph_email")`
	const constraint = `ALTER TABLE "ph_schema"."ph_logins" ADD CONSTRAINT "ph_logins_ph_email_key_c47d90" UNIQUE USING INDEX "ph_logins_ph_email_key_c47d90";`
	const notBlank = `pg_catalog.btrim("ph_email"::pg_catalog.text) <> ''`
	invalid := func(change func(*checks.InvalidIndex)) []checks.Finding {
		index := n.invalid("logins_email", true)
		index.Table, index.Keys = n.of("logins"), []string{"ph_email"}
		if change != nil {
			change(&index)
		}
		return []checks.Finding{find(t, checks.IndexInvalid, index)}
	}
	predicate := "ph_email IS NOT NULL"
	partitioned := n.schema()
	for i := range partitioned.Tables {
		partitioned.Tables[i].Kind = "p"
	}
	for name, test := range map[string]struct {
		change func(*checks.DuplicateEmails)
		others []checks.Finding
		schema checks.Schema
		want   []string
	}{
		"plain":            {want: []string{build + ";", constraint}},
		"one blank is one": {change: func(r *checks.DuplicateEmails) { r.Blank = 1 }, want: []string{build + ";", constraint}},
		"blanks":           {change: func(r *checks.DuplicateEmails) { r.Blank = 2 }, want: []string{build + " WHERE " + notBlank + ";"}},
		"soft delete": {
			change: func(r *checks.DuplicateEmails) { r.SoftDelete = `gone"` }, want: []string{build + ` WHERE "gone""" IS NULL;`},
		},
		"both": {
			change: func(r *checks.DuplicateEmails) { r.SoftDelete, r.Blank = "gone", 9 },
			want:   []string{build + ` WHERE "gone" IS NULL AND ` + notBlank + ";"},
		},
		"there is one":               {change: func(r *checks.DuplicateEmails) { r.HasUnique = true }},
		"partitioned":                {schema: partitioned},
		"an invalid one is rebuilt":  {others: invalid(nil)},
		"a partial one is":           {others: invalid(func(i *checks.InvalidIndex) { i.Predicate = &predicate }), want: []string{build + ";", constraint}},
		"one of two columns is":      {others: invalid(func(i *checks.InvalidIndex) { i.Keys = []string{"ph_email", "ph_id"} }), want: []string{build + ";", constraint}},
		"one of another column is":   {others: invalid(func(i *checks.InvalidIndex) { i.Keys = []string{"ph_id"} }), want: []string{build + ";", constraint}},
		"one of another table is":    {others: invalid(func(i *checks.InvalidIndex) { i.Table = "ph_users" }), want: []string{build + ";", constraint}},
		"one that is not unique is":  {others: invalid(func(i *checks.InvalidIndex) { i.Unique = false }), want: []string{build + ";", constraint}},
		"a leftover is only dropped": {others: invalid(func(i *checks.InvalidIndex) { i.Leftover = "ccnew" }), want: []string{build + ";", constraint}},
	} {
		t.Run(name, func(t *testing.T) {
			row := n.duplicates("logins")
			if test.change != nil {
				test.change(&row)
			}
			got := steps(t, Options{Schema: test.schema}, "add-unique", append(test.others, find(t, checks.DuplicateEmail, row))...)
			if len(got) != len(test.want) {
				t.Fatalf("%d steps, want %q", len(got), test.want)
			}
			for i, step := range got {
				if step.Up != test.want[i] {
					t.Errorf("got  %s\nwant %s", step.Up, test.want[i])
				}
			}
		})
	}
}

// TestUniqueRequires: where duplicates came back meanwhile, the build is not tried.
func TestUniqueRequires(t *testing.T) {
	row := newNames("").duplicates("logins")
	row.SoftDelete = "gone"
	build := steps(t, Options{}, "add-unique", find(t, checks.DuplicateEmail, row))[0]
	const want = `"ph_schema"."ph_logins" WHERE "ph_email" IS NOT NULL AND "gone" IS NULL GROUP BY "ph_email" HAVING pg_catalog.count(*) > 1)`
	for _, requirement := range build.Requires {
		if strings.HasPrefix(requirement.SQL, "SELECT NOT EXISTS (SELECT FROM ") && strings.HasSuffix(requirement.SQL, want) {
			return
		}
	}
	t.Errorf("got %q", build.Requires)
}

func TestSurvivor(t *testing.T) {
	n := newNames("")
	texts := n.schema()
	for _, table := range texts.Tables {
		for i := range table.Columns {
			table.Columns[i].Type = "uuid"
		}
	}
	small := n.schema()
	for _, table := range small.Tables {
		table.Columns[0].Type = "smallint"
	}
	for name, test := range map[string]struct {
		recency  string
		survivor Way
		schema   checks.Schema
		order    string // "" is refused
		note     string
	}{
		"default is latest":    {order: `t."ph_id" DESC`, note: "keeps the latest row of each group"},
		"latest":               {survivor: Latest, order: `t."ph_id" DESC`, note: "keeps the latest row of each group"},
		"earliest":             {survivor: Earliest, order: `t."ph_id" ASC`, note: "keeps the earliest row of each group"},
		"recency, latest":      {recency: "ph_made", survivor: Latest, order: `t."ph_made" DESC NULLS LAST, t."ph_id" DESC`, note: "latest"},
		"recency, earliest":    {recency: "ph_made", survivor: Earliest, order: `t."ph_made" ASC NULLS LAST, t."ph_id" ASC`, note: "earliest"},
		"a key that counts":    {schema: small, order: `t."ph_id" DESC`, note: "latest"},
		"no counting key":      {schema: texts},
		"but a time of making": {recency: "ph_made", schema: texts, order: `t."ph_made" DESC NULLS LAST, t."ph_id" DESC`, note: "latest"},
	} {
		t.Run(name, func(t *testing.T) {
			row := n.duplicates("users")
			row.Recency = test.recency
			plan := planned(t, Options{Schema: test.schema, Strategies: Strategies{checks.DuplicateEmail.ID: {Way: test.survivor}}}, find(t, checks.DuplicateEmail, row))
			if test.order == "" {
				if got := refused(t, plan); !strings.Contains(got, "neither a time of creation nor a counting key") {
					t.Errorf("got %q", got)
				}
				return
			}
			if len(plan.Unfixed) > 0 {
				t.Fatalf("refused: %v", plan.Unfixed)
			}
			move := plan.Steps[1]
			if want := `WINDOW w AS (PARTITION BY t."ph_email" ORDER BY ` + test.order + ")\n"; !strings.Contains(move.Up, want) {
				t.Errorf("no %s in\n%s", want, move.Up)
			}
			if !strings.Contains(move.Note, test.note) {
				t.Errorf("the note is %q", move.Note)
			}
		})
	}
}

func TestDataRefuses(t *testing.T) {
	n := newNames("")
	keyless := n.schema()
	for i := range keyless.Tables {
		keyless.Tables[i].Uniques = nil
	}
	hidden := n.schema()
	hidden.Tables = hidden.Tables[:1] // users, but none of what refers to them
	duplicates := func(change func(*checks.DuplicateEmails)) checks.Finding {
		row := n.duplicates("users")
		finding := find(t, checks.DuplicateEmail, row)
		change(&row)
		finding.Evidence = row
		return finding
	}
	orphans := func(change func(*checks.OrphanedReference)) checks.Finding {
		row := checks.OrphanedReference{Reference: n.schema().References[0], Orphans: 3, Keys: 10}
		finding := find(t, checks.OrphanRows, row)
		change(&row)
		finding.Evidence = row
		return finding
	}
	same := func(*checks.DuplicateEmails) {}
	for name, test := range map[string]struct {
		finding checks.Finding
		schema  checks.Schema
		want    string
	}{
		"doubtful duplicates":   {duplicates(func(r *checks.DuplicateEmails) { r.Doubtful = true }), n.schema(), "probably not meant to be unique"},
		"folded":                {duplicates(func(r *checks.DuplicateEmails) { r.Mode = checks.Folded }), n.schema(), "the spellings differ: which one is right only you can say"},
		"folded and doubtful":   {duplicates(func(r *checks.DuplicateEmails) { r.Mode, r.Doubtful = checks.Folded, true }), n.schema(), "probably not meant"},
		"table gone":            {duplicates(func(r *checks.DuplicateEmails) { r.Table = "gone" }), n.schema(), "ph_schema.gone is not there any more"},
		"no key":                {duplicates(same), keyless, "ph_schema.ph_users has no primary key"},
		"a child is not seen":   {duplicates(same), hidden, "ph_schema.ph_orders refers to it but cannot be seen"},
		"doubtful orphans":      {orphans(func(r *checks.OrphanedReference) { r.Doubtful = true }), n.schema(), "the column is probably no reference to ph_schema.ph_users"},
		"table of orphans gone": {orphans(func(r *checks.OrphanedReference) { r.Table = "gone" }), n.schema(), "ph_schema.gone is not there any more"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := refused(t, planned(t, Options{Schema: test.schema}, test.finding)); !strings.Contains(got, test.want) {
				t.Errorf("got %q", got)
			}
		})
	}
}
