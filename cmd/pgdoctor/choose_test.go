package main

import (
	"bufio"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/fixes"
)

func TestChooseOne(t *testing.T) {
	value := "Anna\x1b[31m"
	group := fixes.Group{Columns: []string{"name"}, More: 1, Rows: []fixes.Member{
		{Key: []string{"2"}, Values: []*string{&value}}, {Key: []string{"1"}, Values: []*string{nil}, References: 3},
	}}
	for typed, want := range map[string]struct {
		n           int
		err         string
		says, never string
	}{
		"\n":       {n: -1, says: "name 'A…(9)', 0 rows refer", never: "Anna"},
		"1\n":      {never: "Anna"},
		"2\n":      {n: 1, says: "2  (1), name NULL, 3 rows refer to it\n     and 1 row more"},
		"2":        {n: 1}, // without a line's end
		"v\n2\n":   {n: 1, says: `name 'Anna\x1b[31m'`},
		"0\n2\n":   {n: 1, says: `"0" is none of these`},
		"3\nno\n2": {n: 1, says: `"no" is none of these`},
		"q\n":      {err: "stopped: nothing was changed"},
		"":         {err: "stopped: nothing was changed"},
	} {
		var said strings.Builder
		n, err := chooseOne(&said, bufio.NewReader(strings.NewReader(typed)), group)
		if (err == nil) != (want.err == "") || err != nil && err.Error() != want.err {
			t.Errorf("%q: error %v, want %q", typed, err, want.err)
		}
		if n != want.n || !strings.Contains(said.String(), want.says) || want.never != "" && strings.Contains(said.String(), want.never) {
			t.Errorf("%q: row %d, said %q", typed, n, said.String())
		}
	}
}
