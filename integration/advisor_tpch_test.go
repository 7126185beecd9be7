package integration

import (
	"testing"

	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/advisor"
)

// TestAdvisorReadsTPCH lets the advisor analyse statements in the text that
// pg_stat_statements keeps of them: date $1, interval $1, extract($1 FROM x), $1 + $2.
// Most of it PREPARE refuses as it stands.
func TestAdvisorReadsTPCH(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		buildWorkload(t, s, dsn, "tpch", 0.005)
		conn := connect(t, dsn)
		var calls []advisor.Call
		for _, statement := range statementsOf(t, "tpch") {
			calls = append(calls, record(t, conn, statement, []string{statement.text}))
		}
		advice := adviceAt(t, dsn, calls, advisor.Options{Examined: 1})
		analysed := 0
		for _, query := range advice.Statements {
			if query.Base > 0 {
				analysed++
			} else {
				t.Logf("%s was not analysed: %s\n%s", query.ID, query.Skipped+query.Minor, query.Text)
			}
		}
		if len(calls) != 19 || analysed < 18 {
			t.Errorf("%d of %d statements were analysed", analysed, len(calls))
		}
		if len(advice.Proposals) == 0 {
			t.Error("no index was proposed")
		}
		for _, proposal := range advice.Proposals {
			t.Logf("%s saves %.1f%%, %.1f MB", proposal.Definition(), 100*proposal.Saves, proposal.Bytes/1e6)
		}
	})
}
