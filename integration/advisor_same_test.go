package integration

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/advisor"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// TestSameAdvice has the advisor look at the backoffice twice: with HypoPG on the
// server, and on a scratch server with a snapshot of it. What HypoPG can imagine
// must begin alike with both.
func TestSameAdvice(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := loadBench(t, s, "saas", 0.1)
		s.Exec(t, dsn, "CREATE EXTENSION hypopg")
		var calls []advisor.Call
		for _, statement := range readWorkload(t, filepath.Join("testdata", "advisor", "saas", "workload.sql")) {
			// all the same time a call: the proposals hang on the costs alone
			calls = append(calls, advisor.Call{ID: statement.name, Text: statement.sql, Calls: float64(statement.calls), TotalMS: float64(statement.calls), Rows: float64(statement.calls)})
		}
		there := adviceAt(t, dsn, calls, advisor.Options{Engine: "hypopg", Examined: 1})
		scratch := scratchOf(t, s, capture(t, dsn), advisor.ScratchOptions{})
		started := time.Now()
		here := adviceAt(t, scratch.DSN(), calls, advisor.Options{Scratch: scratch, Examined: 1})
		t.Logf("advice on the scratch server in %s", time.Since(started))
		proposed := map[string]bool{}
		for _, p := range here.Proposals {
			proposed[leading(p)] = true
		}
		same, comparable := 0, 0
		for _, p := range there.Proposals {
			if !p.Verified { // a rule's word, for what HypoPG cannot imagine
				continue
			}
			comparable++
			if proposed[leading(p)] {
				same++
			} else {
				t.Logf("with HypoPG alone: %s", p.Definition())
			}
		}
		for _, p := range here.Proposals {
			t.Logf("on the scratch server: %s", p.Definition())
		}
		if comparable < 5 || float64(same) < 0.8*float64(comparable) {
			t.Errorf("%d of %d proposals are the same", same, comparable)
		}
		for _, query := range here.Statements {
			if query.Skipped != "" {
				t.Errorf("%s was not looked at: %s", query.ID, query.Skipped)
			}
		}
	})
}

// leading is what an index begins with. The rest hangs on statistics of expressions,
// which HypoPG's have not.
func leading(p advisor.Proposal) string {
	return p.Table + " " + p.Keys[0].Column + p.Keys[0].Expression
}

// proposedBy are the indexes that advice proposes, each behind the name of its table. Every statement is to be analysed,
// and every index to save something.
func proposedBy(t *testing.T, advice *advisor.Advice) []string {
	t.Helper()
	for _, query := range advice.Statements {
		if query.Skipped != "" {
			t.Errorf("%s is not analysed: %s", query.ID, query.Skipped)
		}
	}
	var all []string
	for _, proposal := range advice.Proposals {
		all = append(all, proposal.Table+" "+proposal.Tail())
		if proposal.Saves <= 0 {
			t.Errorf("%s is proposed, and saves %g", proposal.Definition(), proposal.Saves)
		}
	}
	return all
}

func adviceAt(t *testing.T, dsn string, calls []advisor.Call, options advisor.Options) *advisor.Advice {
	t.Helper()
	db, server := open(t, dsn)
	var advice *advisor.Advice
	err := postgres.Pipelined(t.Context(), db, time.Minute, func(tx *postgres.Pipeline) (err error) {
		advice, err = advisor.Advise(t.Context(), tx, server, calls, options)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return advice
}
