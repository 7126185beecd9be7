package advisor

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// depths is how many functions may stand behind one another: one that a function calls, or whose trigger it fires, is
// the second.
const depths = 3

// function is one in PL/pgSQL, or in SQL where the planner does not put it into the statement that calls it.
type function struct {
	Schema     string `json:"schema"`
	Name       string `json:"name"`
	Signature  string `json:"signature"`
	Least      int    `json:"least"` // arguments
	Most       int    `json:"most"`
	Definition string `json:"definition"`
	Definer    string `json:"definer"` // whose rights it has, "" for those of whoever calls it

	queries []*Query // what it runs
	asked   []workload.Asked
	dynamic bool // whether it runs statements that it puts together as well
}

// step is something that a statement of the workload makes a function do.
type step struct {
	caller *Query // the statement
	asked  workload.Asked
	times  float64 // in all calls
	rows   float64 // that it changes, as far as it changes any
}

// invocation is a call of a function by a step, and how often.
type invocation struct {
	workload.Invoked
	times float64
}

// descend adds to the workload what the functions run that its statements call, and those of the triggers that they fire:
// pg_stat_statements counts the time of that to the statement that was sent, unless it tracks all. Nothing is run; a
// function's statements are read from its definition.
func (a *adviser) descend(ctx context.Context) error {
	triggers, err := a.triggers(ctx)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(a.advice.Statements, func(q *Query) bool { return q.Nested }) { // it tracks all
		given := transitions(triggers, func(Trigger) bool { return true })
		for _, query := range a.advice.Statements {
			if query.Nested {
				query.Text = workload.Given(query.Text, given)
			}
		}
		return nil
	}
	known := map[string][]*function{}
	steps := a.steps()
	for depth := 0; depth < depths && len(steps) > 0; depth++ {
		if err := a.meet(ctx, known, steps, triggers); err != nil {
			return err
		}
		var next []step
		for _, one := range steps {
			for _, call := range one.invokes(triggers) {
				for _, f := range known[call.Name] {
					if f.answers(call) {
						next = append(next, f.enteredBy(one.caller, call.times, a.advice)...)
					}
				}
			}
		}
		steps = next
	}
	return nil
}

func (a *adviser) triggers(ctx context.Context) ([]Trigger, error) {
	triggers := slices.Clone(a.options.Triggers)
	if a.options.Scratch == nil {
		var err error
		if triggers, err = readTriggers(ctx, a.session.tx.Tx); err != nil {
			return nil, err
		}
	}
	if len(triggers) == 0 {
		return nil, nil
	}
	visible, err := a.visible(ctx)
	if err != nil {
		return nil, err
	}
	for i, trigger := range triggers {
		triggers[i].visible = slices.Contains(visible, Name{trigger.Schema, trigger.Table})
	}
	return triggers, nil
}

// steps are the statements that are worth looking at.
func (a *adviser) steps() []step {
	var steps []step
	looked := 0.0
	for _, query := range a.advice.Statements {
		minor := a.minor(query, looked)
		looked += a.advice.share(query.TotalMS)
		if minor != "" {
			continue
		}
		if asked, err := workload.Asks(query.Text); err == nil {
			steps = append(steps, step{query, asked, query.Calls, math.Max(query.Calls, query.Rows)})
		}
	}
	return steps
}

// meet reads the functions of the names that steps call, where they are not known yet.
func (a *adviser) meet(ctx context.Context, known map[string][]*function, steps []step, triggers []Trigger) error {
	names := []string{}
	for _, one := range steps {
		for _, call := range one.invokes(triggers) {
			if _, ok := known[call.Name]; !ok {
				known[call.Name] = nil
				names = append(names, call.Name)
			}
		}
	}
	if len(names) == 0 {
		return nil
	}
	list, err := json.Marshal(names)
	if err != nil {
		return err
	}
	var functions []*function
	if err := into(ctx, a.session.tx.Tx, &functions)(queryFor("functions", ""), string(list)); err != nil {
		return fmt.Errorf("read the functions that statements call: %w", err)
	}
	for _, f := range functions {
		f.read(triggers)
		known[f.Name] = append(known[f.Name], f)
	}
	return nil
}

// invokes are the functions that a step calls by itself or by a trigger.
func (s step) invokes(triggers []Trigger) []invocation {
	var calls []invocation
	for _, function := range s.asked.Functions {
		calls = append(calls, invocation{function, s.times})
	}
	for _, trigger := range triggers {
		if !slices.ContainsFunc(s.asked.Changes, trigger.firedBy) {
			continue
		}
		call := invocation{workload.Invoked{Schema: trigger.FunctionSchema, Name: trigger.Function}, s.times}
		if trigger.EachRow {
			call.times = s.rows
		}
		calls = append(calls, call)
	}
	return calls
}

// answers says whether a call means a function, as far as its name and number of arguments tell.
func (f *function) answers(call invocation) bool {
	return f.Name == call.Name && (call.Schema == "" || call.Schema == f.Schema) && call.Args >= f.Least && call.Args <= f.Most
}

// read makes statements of a function's body. One that cannot be read is left out: its calls are reported as such.
func (f *function) read(triggers []Trigger) {
	body, err := workload.BodyOf(f.Definition)
	if err != nil {
		return
	}
	given := transitions(triggers, func(t Trigger) bool { return t.FunctionSchema == f.Schema && t.Function == f.Name })
	f.dynamic = body.Dynamic
	for _, text := range body.Texts {
		asked, err := workload.Asks(text)
		if err != nil {
			continue
		}
		f.asked = append(f.asked, asked)
		f.queries = append(f.queries, &Query{
			Call: Call{Text: workload.Given(text, given), Nested: true, Role: f.Definer}, In: f.Signature, types: body.Types, cache: map[string]float64{},
		})
	}
}

// enteredBy adds what a function runs to the workload, once for each statement that makes it, and returns what that may
// call in its turn.
func (f *function) enteredBy(caller *Query, times float64, advice *Advice) []step {
	var steps []step
	caller.composes = caller.composes || f.dynamic
	for i, query := range f.queries {
		if slices.Contains(query.callers, caller) {
			continue
		}
		if len(query.callers) == 0 {
			query.ID = caller.ID
			if query.Role == "" {
				query.Role = caller.Role
			}
			if f.asked[i].Tables {
				advice.Statements = append(advice.Statements, query)
			}
		}
		query.callers = append(query.callers, caller)
		query.Calls += times
		if len(f.asked[i].Changes) > 0 {
			query.Rows += times // one for each, for want of a count
		}
		caller.inner = append(caller.inner, query)
		steps = append(steps, step{caller, f.asked[i], times, times})
	}
	return steps
}

// divide gives the statements that functions run their part of the time of those that call them, by what the planner
// thinks of them, and leaves the rest to these.
func (a *adviser) divide() {
	for _, caller := range a.advice.Statements {
		whole := caller.whole() + a.writing(caller)
		if len(caller.inner) == 0 || whole == 0 {
			continue
		}
		for _, query := range caller.inner {
			part := caller.TotalMS * query.Base / whole
			query.TotalMS += part
			caller.givenMS += part
		}
	}
	for _, query := range a.advice.Statements {
		for _, caller := range query.callers {
			if query.Skipped != "" { // nobody knows: at most what they take
				query.Share += a.advice.share(caller.ownMS())
			}
		}
		if query.Skipped == "" && query.In != "" {
			query.Share = a.advice.share(query.TotalMS)
		}
	}
}

// ownMS is the part of a statement's time that no function's statement has.
func (q *Query) ownMS() float64 { return q.TotalMS - q.givenMS }

// whole is the cost of a call with all that functions run in it, each once.
func (q *Query) whole() float64 {
	whole := q.Base
	for _, query := range q.inner {
		whole += query.Base
	}
	return whole
}

// writing is what a statement's own writing costs, in the planner's units, which have none for it.
func (a *adviser) writing(q *Query) float64 {
	if len(q.read.Changes) == 0 || a.unit == 0 {
		return 0
	}
	return (callMicros + q.perCall()*rowMicros) / 1000 / a.unit
}
