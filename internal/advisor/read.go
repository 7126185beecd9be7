package advisor

import (
	"context"
	"fmt"
	"slices"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// read parses a statement and has the planner resolve it, as far as this role and this server let it: at first with
// all that is known beside its text.
func (a *adviser) read(ctx context.Context, query *Query, beside workload.Beside) error {
	tables, err := workload.Tables(query.Text)
	if err == nil && slices.ContainsFunc(tables, func(t workload.Table) bool { return a.locked[t] }) {
		return errLocked
	}
	defer func() {
		if postgres.SQLState(err) == "55P03" { // the next statement on it would wait as long
			for _, table := range tables {
				a.locked[table] = true
			}
		}
	}()
	query.constants = query.written()
	err = a.readAs(ctx, query, fill(query.Text, query.constants), beside)
	refused := func() bool {
		return err != nil && ctx.Err() == nil && !lost(err) && postgres.SQLState(err) != "55P03"
	}
	if len(query.constants) > 0 && refused() {
		query.constants = nil // another type than the parameter's
		err = a.readAs(ctx, query, query.Text, beside)
	}
	if len(beside.Policies) > 0 && refused() { // of a system column, say
		beside.Policies = nil
		err = a.readAs(ctx, query, query.Text, beside)
	}
	if query.read.Refers && refused() { // a table that this role may not read
		beside.References = nil
		err = a.readAs(ctx, query, query.Text, beside)
	}
	query.Policed, query.Refers = query.read.Policed, query.read.Refers
	return err
}

// mostVariables is how many names of a function's variables one statement may have.
const mostVariables = 50

// types are those of variables that a statement may name, as far as they are known.
func (a *adviser) types(query *Query) map[string]string {
	if query.In != "" {
		return query.types
	}
	return a.arguments
}

func (a *adviser) readAs(ctx context.Context, query *Query, text string, beside workload.Beside) error {
	for range mostVariables {
		var err error
		if query.read, err = workload.Read(text, beside); err != nil || query.read.Query == "" {
			return err
		}
		for again := true; again; again = a.provide(ctx, err) {
			query.seen, err = a.session.observe(ctx, query.read)
		}
		if !query.Nested || !unnamed(err) {
			return err
		}
		changed, ok := workload.Variable(text, query.seen.query, postgres.Position(err)-len(preparing), a.types(query))
		if !ok {
			return err
		}
		text = changed
	}
	return fmt.Errorf("it has more than %d names that no table has as a column", mostVariables)
}
