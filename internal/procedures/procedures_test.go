package procedures

import "testing"

func TestDocs(t *testing.T) {
	for _, doc := range All {
		if doc.Name == "" || doc.Title == "" || doc.What == "" || doc.Confirm == "" || doc.Not == "" {
			t.Errorf("%q leaves something unsaid", doc.Name)
		}
		if found, ok := Find(doc.Name); !ok || found != doc {
			t.Errorf("%s is not found, or another one is", doc.Name)
		}
	}
	if _, ok := Find("nothing"); ok {
		t.Error("what does not exist is found")
	}
}
