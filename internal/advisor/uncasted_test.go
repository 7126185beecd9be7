package advisor

import "testing"

// A scratch server without the database's locale sorts by bytes, where the real one does not.
func TestSorted(t *testing.T) {
	for _, test := range []struct {
		origin   Origin
		own, all bool // whether a column with the order C, and one with the database's, are sorted by bytes
	}{
		{Origin{Collate: "en_US.UTF-8", Provider: "c"}, true, false},
		{Origin{Collate: "C", Provider: "c"}, true, true},
		{Origin{Collate: "C", Provider: "i"}, true, false},
		{Origin{Collate: "en_US.UTF-8", Provider: "b"}, true, true},
	} {
		table := &Table{Columns: []Column{{Name: "own", C: true}, {Name: "all", C: true, ByDefault: true}, {Name: "other"}}}
		table.sorted(test.origin)
		if table.Columns[0].C != test.own || table.Columns[1].C != test.all || table.Columns[2].C {
			t.Errorf("%+v: %v %v %v", test.origin, table.Columns[0].C, table.Columns[1].C, table.Columns[2].C)
		}
	}
}
