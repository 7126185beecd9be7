package advisor

import "github.com/pgdoctor/pgdoctor/internal/workload"

// fetched adds what FETCH took to the statements that declare its cursor, by how often each was called: what
// DECLARE says is carried out by FETCH, and counted for it. Foreign tables (postgres_fdw), Django's iterator() and
// psql's FETCH_COUNT read by cursors. What fetches from a cursor that no statement declares stays.
func fetched(calls []Call) []Call {
	cursors := map[string][]int{} // of calls, by the cursor that they declare
	from := make([]string, len(calls))
	for i, call := range calls {
		declared := ""
		if declared, from[i] = workload.Cursor(call.Text); declared != "" {
			cursors[declared] = append(cursors[declared], i)
		}
	}
	sums := make([]Call, len(calls))
	copy(sums, calls)
	var list []Call
	for i, call := range calls {
		all := 0.0
		for _, at := range cursors[from[i]] {
			all += calls[at].Calls
		}
		for _, at := range cursors[from[i]] {
			part := calls[at].Calls / max(all, 1e-9)
			sums[at].TotalMS += part * call.TotalMS
			sums[at].Rows += part * call.Rows
			sums[at].Blocks += part * call.Blocks
		}
	}
	for i := range calls {
		if len(cursors[from[i]]) == 0 {
			list = append(list, sums[i])
		}
	}
	return list
}
