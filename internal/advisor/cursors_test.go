package advisor

import "testing"

// What FETCH took is that of the statements that declare the cursor, by their calls.
func TestFetched(t *testing.T) {
	calls := []Call{
		{ID: "often", Text: "DECLARE c1 CURSOR FOR SELECT a FROM t WHERE b = $1", Calls: 30, TotalMS: 1},
		{ID: "fetch", Text: "FETCH 100 FROM c1", Calls: 80, TotalMS: 4000, Rows: 8000, Blocks: 400},
		{ID: "seldom", Text: "DECLARE c1 CURSOR FOR SELECT a FROM u", Calls: 10, TotalMS: 2},
		{ID: "lost", Text: `FETCH FORWARD 5 FROM "C2"`, Calls: 1, TotalMS: 5},
		{ID: "plain", Text: "SELECT 1", Calls: 1, TotalMS: 6},
	}
	got := map[string]Call{}
	for _, call := range fetched(calls) {
		got[call.ID] = call
	}
	for id, want := range map[string]float64{"often": 3001, "seldom": 1002, "lost": 5, "plain": 6} {
		if got[id].TotalMS != want {
			t.Errorf("%s took %g ms, want %g", id, got[id].TotalMS, want)
		}
	}
	if len(got) != 4 || got["often"].Rows != 6000 || got["often"].Blocks != 300 || got["often"].Calls != 30 {
		t.Errorf("got %+v", got)
	}
}
