package advisor

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// parameters are those of an application that views, policies and statements read by current_setting('app.tenant'), and
// a session of its own does not have, with the values that they were given for the planner: on which one it is a plan
// hardly depends, and without one there is none.
type parameters map[string]string

// dotted is the name of such a parameter, in a message of any language.
var dotted = regexp.MustCompile(`[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+`)

// The values, the second where a uuid is wanted.
const (
	anyNumber = "1"
	anyUUID   = "00000000-0000-4000-8000-000000000000"
)

// lacking gives values to what an error says is missing or has a wrong one, and returns the statements that set them,
// for a transaction or a session; none where the error is about something else.
func (p parameters) lacking(err error, local bool) []string {
	given := parameters{}
	switch postgres.SQLState(err) {
	case "42704":
		if name := dotted.FindString(err.Error()); name != "" && p[name] == "" {
			given[name] = anyNumber
		}
	case "22P02":
		for name, value := range p {
			if value == anyNumber {
				given[name] = anyUUID
			}
		}
	}
	maps.Copy(p, given)
	var statements []string
	for _, name := range slices.Sorted(maps.Keys(given)) {
		statements = append(statements, fmt.Sprintf("SELECT pg_catalog.set_config(%s, %s, %t) /* pgdoctor */", postgres.Literal(name), postgres.Literal(given[name]), local))
	}
	return statements
}

// provide gives the session's transaction what an error says is missing, and says whether that is to be tried.
func (a *adviser) provide(ctx context.Context, err error) bool {
	statements := a.parameters.lacking(err, true)
	if len(statements) == 0 {
		return false
	}
	if a.session.run(ctx, "ROLLBACK TO SAVEPOINT pgdoctor_settings") != nil {
		return false
	}
	// below the settings of a while, so that they last
	refused := a.session.run(ctx, statements...)
	if refused != nil && a.session.run(ctx, "ROLLBACK TO SAVEPOINT pgdoctor_settings") != nil {
		return false
	}
	restored := errors.Join(a.session.run(ctx, "SAVEPOINT pgdoctor_settings"), a.session.set(ctx, a.session.settled), a.session.run(ctx, "SAVEPOINT pgdoctor_statement"))
	return errors.Join(refused, restored) == nil
}
