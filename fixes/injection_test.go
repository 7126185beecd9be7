package fixes

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// nasty are endings of names that PostgreSQL allows.
var nasty = map[string]string{
	"quote":            `"`,
	"apostrophe":       `'`,
	"backslash":        `\`,
	"escaped":          `\'"\`,
	"statement":        `"; DROP TABLE users; --`,
	"literal's end":    `'; DROP TABLE users; --`,
	"comment":          ` -- `,
	"block comment":    ` /* `,
	"end of a comment": ` */ `,
	"dollar quote":     `$pgdoctor$; DROP TABLE users; $pgdoctor$`,
	"two of them":      `$pgdoctor$$pgdoctor1$$pgdoctor2$$$`,
	"end of a block":   `"; END $pgdoctor$; DO $pgdoctor$ BEGIN`,
	"percent":          `%s%I%%%[1]s%!d(x)`,
	"parameter":        ` $1 :name @extschema:x@ {}`,
	"dot, parentheses": `.x(y) ON z`,
	"unicode":          "\u2028é名🐘",
	"upper case":       `USER ID`,
	"newline":          "\n-- x\nDROP TABLE users;\r\n",
}

// TestPlanShape pins how many statements each step of a harmless plan holds:
// one where it runs alone.
func TestPlanShape(t *testing.T) {
	var got []string
	for _, step := range newNames("").plan(t).Steps {
		up, down := len(statements(t, step.Up)), len(statements(t, step.Down))
		if step.Alone && up != 1 || step.DownAlone && down != 1 {
			t.Errorf("%s runs alone: %d up, %d down", step.Slug, up, down)
		}
		if len(step.Quarantine) > 0 {
			assertQuarantine(t, step)
			got = append(got, step.Kind+" "+step.Slug)
			continue
		}
		got = append(got, fmt.Sprintf("%s %s %d %d", step.Kind, step.Slug, up, down))
	}
	want := []string{ // kind, slug, statements up and down
		"create-extension create_extension_pg_stat_statements 1 1",
		"create-extension preload_pg_stat_statements 1 1",
		"terminate-sessions terminate_transactions_ph_database 1 0",
		"terminate-sessions terminate_sessions_ph_database 1 0",
		"create-index create_index_ph_events_ph_tenant_ph_user_idx_33fb4e_parents 2 2",
		"create-index create_index_ph_events_2_p2_33fb4e 1 1",
		"create-index create_index_ph_events_11_p3_33fb4e 1 1",
		"create-index create_index_ph_events_ph_tenant_ph_user_idx_33fb4e_attach 3 1",
		"create-index create_index_ph_orders_ph_user_idx_a6383d 1 1",
		"merge-duplicates merge_duplicates_ph_logins_quarantine",
		"merge-duplicates merge_duplicates_ph_logins_ph_email 1 1",
		"add-unique add_unique_ph_logins_ph_email_key_c47d90 1 1",
		"add-unique add_unique_constraint_ph_logins_ph_email_key_c47d90 1 1",
		"merge-duplicates merge_duplicates_ph_users_quarantine",
		"merge-duplicates merge_duplicates_ph_users_ph_email 1 1",
		"add-unique add_unique_ph_users_ph_email_key_31b157 1 1",
		"quarantine-orphans quarantine_orphans_ph_lines_quarantine",
		"quarantine-orphans quarantine_orphans_ph_lines_ph_order 1 1",
		"quarantine-orphans quarantine_orphans_ph_orders_quarantine",
		"quarantine-orphans quarantine_orphans_ph_orders_ph_user 1 1",
		"rebuild-index drop_invalid_ph_left_ccnew 1 0",
		"rebuild-index reindex_ph_orders_key 1 0",
		"rebuild-index drop_invalid_ph_partial 1 0",
		"rebuild-index rebuild_index_ph_partial 1 1",
		"rebuild-index drop_invalid_ph_plain 1 0",
		"rebuild-index rebuild_index_ph_plain 1 1",
		"validate-constraint validate_ph_orders_ph_orders_check 1 1",
		"validate-constraint validate_ph_orders_ph_orders_fkey 1 1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// assertQuarantine: such a step makes its tables and closes them, and taking it
// back drops them, nothing else.
func assertQuarantine(t *testing.T, step Step) {
	t.Helper()
	kinds := func(text string) map[string]int {
		counts := map[string]int{}
		for _, stmt := range statements(t, text) {
			for kind := range stmt.(map[string]any) {
				counts[kind]++
			}
		}
		return counts
	}
	n := len(step.Quarantine)
	up, down := kinds(step.Up), kinds(step.Down)
	delete(up, "IndexStmt")
	made := up["CreateStmt"] + up["CreateTableAsStmt"]
	if made != n || up["GrantStmt"] != n || up["CreateSchemaStmt"] != 1 || up["CreateStmt"]+up["CreateTableAsStmt"]+up["GrantStmt"]+1 != sum(up) {
		t.Errorf("%s: %d tables, up %v", step.Slug, n, up)
	}
	if down["DropStmt"] != n || sum(down) != n {
		t.Errorf("%s: %d tables, down %v", step.Slug, n, down)
	}
}

func sum(counts map[string]int) int {
	total := 0
	for _, n := range counts {
		total += n
	}
	return total
}

// TestInjection: names change no more of a plan than names. Every text of
// every step parses to the same tree as with harmless names, and where a name
// stands in that tree the nasty one stands, to the byte.
func TestInjection(t *testing.T) {
	plain := newNames("").plan(t).Steps
	want := make([]map[string][]any, len(plain))
	for i, step := range plain {
		want[i] = map[string][]any{}
		for what, text := range texts(step) {
			want[i][what] = statements(t, text)
		}
	}
	for name, ending := range nasty {
		t.Run(name, func(t *testing.T) {
			n := newNames(ending)
			steps := n.plan(t).Steps
			if len(steps) != len(plain) {
				t.Fatalf("%d steps, not %d", len(steps), len(plain))
			}
			for i, step := range steps {
				for what, text := range texts(step) {
					becomes := n.becomes
					if found := compare(want[i][what], statements(t, text), becomes, ""); found != "" {
						t.Errorf("%s of %s: %s in\n%s", what, step.Slug, found, text)
					}
				}
				assertNames(t, step)
			}
		})
	}
}

// assertNames: what a step derives from users' names fits for its place.
func assertNames(t *testing.T, step Step) {
	t.Helper()
	if strings.Trim(step.Slug, "abcdefghijklmnopqrstuvwxyz0123456789_") != "" || step.Slug == "" || len(step.Slug) > 60 {
		t.Errorf("the slug is %q", step.Slug)
	}
	for _, table := range step.Quarantine {
		if len(table) > maxName || !utf8.ValidString(table) {
			t.Errorf("a table of the quarantine is %q", table)
		}
	}
}
