package advisor

import (
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"
)

// What an application sets is given any value, one of a uuid where that is wanted, and nothing is given twice.
func TestLacking(t *testing.T) {
	p := parameters{}
	missing := &pgconn.PgError{Code: "42704", Message: `nicht erkannter Konfigurationsparameter »app.tenant«`}
	if got := p.lacking(missing, true); len(got) != 1 || !strings.Contains(got[0], "set_config('app.tenant', '1', true)") {
		t.Errorf("%v", got)
	}
	if got := p.lacking(missing, true); got != nil {
		t.Errorf("what is there is given again: %v", got)
	}
	wrong := &pgconn.PgError{Code: "22P02", Message: `invalid input syntax for type uuid: "1"`}
	if got := p.lacking(wrong, false); len(got) != 1 || !strings.Contains(got[0], "'00000000-0000-4000-8000-000000000000', false)") {
		t.Errorf("%v", got)
	}
	for _, err := range []error{nil, wrong, &pgconn.PgError{Code: "42704", Message: `type "mood" does not exist`}} {
		if got := p.lacking(err, true); got != nil {
			t.Errorf("%v: %v", err, got)
		}
	}
}
