package checks

import (
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

type sized struct {
	Schema string
	Table  string
	Size   float64
	Judged int // how often: a Judge completes the row
}

var (
	largest = Threshold{Name: "max", Default: 10}
	bySize  = Spec[sized]{Judge: func(row *sized, _ postgres.Server, t Thresholds) (Verdict, bool) {
		row.Judged++
		return Verdict{Object: row.Schema + "." + row.Table}, row.Size > t.Of(largest)
	}}
)

func in(schema string) func(string) bool {
	return func(object string) bool { return strings.HasPrefix(object, schema+".") }
}

// An object's own thresholds count, whether they are laxer or stricter than the
// check's; of several rules the last one does.
func TestThresholdsByObject(t *testing.T) {
	r := &runner{
		thresholds: Thresholds{"max": 20},
		objects: []ObjectThresholds{
			{in("lax"), Thresholds{"max": 100}},
			{in("strict"), Thresholds{"max": 5}},
			{in("strict"), Thresholds{"max": 7}},
			{in("lax.exempt"), Thresholds{"max": 1}},
			{in("bare"), Thresholds{}},
		},
	}
	for _, c := range []struct {
		schema string
		size   float64
		sick   bool
	}{
		{"public", 20, false}, {"public", 21, true},
		{"lax", 21, false}, {"lax", 100, false}, {"lax", 101, true},
		{"strict", 6, false}, {"strict", 8, true}, {"strict", 21, true},
		{"lax.exempt", 1, false}, {"lax.exempt", 2, true},
		{"bare", 10, false}, {"bare", 11, true}, // the default
	} {
		row := sized{Schema: c.schema, Table: "t", Size: c.size}
		verdict, sick := bySize.judge(&row, r)
		if sick != c.sick {
			t.Errorf("%s of size %v: sick is %v", c.schema, c.size, sick)
		}
		if sick && (row.Judged != 1 || verdict.Object != c.schema+".t") {
			t.Errorf("%s: judged %d times, as %s: a trial must leave no trace in the evidence", c.schema, row.Judged, verdict.Object)
		}
	}
	if got := r.least(largest); got != 1 {
		t.Errorf("least %v, want 1", got)
	}
	if got := (&runner{}).least(largest); got != 10 {
		t.Errorf("least %v, want the default", got)
	}
}

func TestWithin(t *testing.T) {
	rows := []sized{{Schema: "public"}, {Schema: "tmp"}, {Schema: ""}}
	kept := within(rows, func(name string) bool { return name != "tmp" })
	if len(kept) != 2 || kept[0].Schema != "public" || kept[1].Schema != "" {
		t.Errorf("kept %v: what is in no schema stays", kept)
	}
	if len(within(rows, nil)) != 3 {
		t.Error("without a rule all stay")
	}
}

func TestSchemaOf(t *testing.T) {
	schema := "app"
	for name, c := range map[string]struct {
		row  any
		want string
	}{
		"a field":     {sized{Schema: "app"}, "app"},
		"embedded":    {OrphanedReference{Reference: reference(Declared)}, "public"},
		"a pointer":   {struct{ Schema *string }{&schema}, "app"},
		"no pointer":  {struct{ Schema *string }{}, ""},
		"none":        {struct{ Name string }{"app"}, ""},
		"of all rows": {Schema{}, ""},
		"no struct":   {7, ""},
	} {
		if got := SchemaOf(c.row); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// What is ignored is no finding, and yet not lost.
func TestReviewOfAResult(t *testing.T) {
	result := Result{Findings: []Finding{{Key: "a"}, {Key: "b", Evidence: 7}, {Key: "c"}}}
	result.review(nil)
	if len(result.Findings) != 3 {
		t.Fatal("without a rule nothing changes")
	}
	result.review(func(f *Finding) *Ignored {
		f.Severity = Critical
		if f.Key == "b" {
			return &Ignored{Finding: *f, Reason: "why"}
		}
		return nil
	})
	if len(result.Findings) != 2 || result.Findings[1].Key != "c" || result.Findings[1].Severity != Critical {
		t.Errorf("findings %+v", result.Findings)
	}
	if len(result.Ignored) != 1 || result.Ignored[0].Finding.Evidence != 7 {
		t.Errorf("ignored %+v", result.Ignored)
	}
	if len(result.Everything()) != 3 {
		t.Errorf("everything is %+v", result.Everything())
	}
	var spec Spec[sized]
	result.Findings = nil
	if spec.conclude(&result, postgres.Server{}); result.Status != OK {
		t.Errorf("status %s: a check all of whose findings are ignored is ok", result.Status)
	}
}
