package advisor

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// candidate is an index of the pool.
type candidate struct {
	Index
	table   *Table
	bytes   float64
	penalty float64 // milliseconds of the workload that writing it takes
	assumed string
	ruled   bool // the engine cannot imagine it, and a rule says its costs
	heats   bool // updates that stay in their page now would not with it
}

// hopeless is the share of a statement's cost that what is left to offer must undercut.
const hopeless = 0.95

// rounds is how often the planner is offered what it has not chosen before.
const rounds = 4

// ErrNoEngine says that the engine that was asked for cannot be had.
var ErrNoEngine = errors.New("this engine cannot be had")

// engage chooses the engine: what was asked for, or the best there is.
func (a *adviser) engage(context.Context) error {
	a.rule = newModel(a.session, a.catalog)
	a.engine = a.rule
	wanted := a.options.Engine
	extension, installed := a.server.Extensions["hypopg"]
	switch {
	case a.options.Scratch != nil:
		a.engine = a.options.Scratch
	case installed && wanted != "model":
		a.engine = newHypopg(a.session, extension.Schema, a.catalog)
	case wanted == "hypopg":
		return fmt.Errorf("%w: hypopg is not installed in this database; CREATE EXTENSION hypopg, or use another engine", ErrNoEngine)
	}
	a.advice.Engine, a.advice.Verified = a.engine.Name(), a.engine.Verified()
	return nil
}

// offer offers each statement the indexes that could serve it, and keeps what the
// planner chooses.
func (a *adviser) offer(ctx context.Context) error {
	choose := a.chooser()
	refused := map[string]string{}
	for _, query := range a.advice.Statements {
		if query.Skipped != "" || query.Base == 0 {
			continue
		}
		if a.late() {
			query.Skipped = outOfTime
			continue
		}
		a.gather(ctx, query, choose)
		if err := a.vet(ctx, query, refused); err != nil {
			return err
		}
		if err := a.doubt(ctx, query); err != nil {
			return err
		}
		if err := a.choose(ctx, query); err != nil {
			return err
		}
	}
	return choose.err
}

// gather collects the candidates of all references of a statement.
func (a *adviser) gather(ctx context.Context, query *Query, choose *choosing) {
	choose.covered, choose.hindered = nil, nil
	choose.constants = nil
	fixed := query.supposed(a.settings)
	for i := range query.seen.types {
		choose.constants = append(choose.constants, cmp.Or(fixed[i+1], fmt.Sprintf("$%d", i+1)))
	}
	query.inside = choose.constants
	choose.uncommon, choose.whole = query.uncommon, query.wholly
	known := map[string]bool{}
	for _, ref := range query.refs {
		for _, index := range choose.candidates(ctx, ref) {
			if definition := index.Definition(); !known[definition] {
				known[definition] = true
				query.Candidates = append(query.Candidates, index)
			}
		}
	}
	query.Candidates = query.Candidates[:min(len(query.Candidates), 2*maxPerQuery)]
	query.Covered, query.Hindered = choose.covered, choose.hindered
}

// vet drops the candidates that the planner refuses: no operator class for a
// type, a function that is not there.
func (a *adviser) vet(ctx context.Context, query *Query, refused map[string]string) error {
	if engine, ok := a.engine.(Preparer); ok {
		if err := engine.Prepare(ctx, query.Candidates); err != nil {
			return err
		}
	}
	var kept []Index
	for _, index := range query.Candidates {
		definition := index.Definition()
		why, asked := refused[definition]
		if !asked && a.engine.Supports(index.Method) && !a.sure(index) {
			_, err := a.engine.Plan(ctx, "SELECT 1", []Index{index})
			if err != nil && (ctx.Err() != nil || lost(err)) {
				return err
			}
			if err != nil {
				why = reason(err)
			}
			refused[definition] = why
		}
		if why != "" {
			query.Unbuilt = append(query.Unbuilt, definition+": "+why)
			continue
		}
		kept = append(kept, index)
	}
	query.Candidates = kept
	return nil
}

// sure says whether an index can be built without asking: a b-tree of columns whose
// types every server sorts.
func (a *adviser) sure(index Index) bool {
	table, ok := a.catalog.Table(Name{index.Schema, index.Table})
	if !ok || index.Method != "btree" || index.Where != "" {
		return false
	}
	for _, key := range index.Keys {
		column, ok := table.Column(key.Column)
		if !ok || key.Opclass != "" || !slices.Contains([]string{"N", "S", "D", "B", "E", "T"}, column.Category) {
			return false
		}
	}
	return true
}

// choose keeps of a statement's candidates what the planner uses, then what it uses without
// those, and so on.
func (a *adviser) choose(ctx context.Context, query *Query) error {
	list := query.Candidates
	for round := range rounds {
		if len(list) == 0 || a.late() {
			return nil
		}
		plans, err := a.plans(ctx, query, list)
		if err != nil && (ctx.Err() != nil || lost(err)) {
			return err
		}
		if err != nil {
			query.Unbuilt = append(query.Unbuilt, reason(err))
			return nil
		}
		total := weighted(query.Bindings, plans)
		used := map[int]bool{}
		for _, plan := range plans {
			for _, i := range plan.Uses {
				used[i] = true
			}
		}
		if round == 0 { // what costs the same without the best of them may differ with these
			query.merge(plans)
		}
		query.Best = min(query.Best, total)
		if len(used) == 0 || total > hopeless*query.Base {
			return nil
		}
		var rest []Index
		first := query.needs == nil
		for i, index := range list {
			if used[i] {
				if at := a.enter(query, index); first {
					query.needs = append(query.needs, at)
				}
			} else {
				rest = append(rest, index)
			}
		}
		list = rest
	}
	return nil
}

const (
	alike         = 0.02 // difference between costs that are taken for the same
	manyRelations = 5    // from which planning takes milliseconds
	ofMany        = 3    // bindings of a statement of so many
)

// anchoredAlike says whether of two values both are patterns for the beginning of a text, or neither: what serves one
// of these kinds may not serve the other.
func anchoredAlike(x, y string) bool { return strings.HasPrefix(x, "'%") == strings.HasPrefix(y, "'%") }

// merge makes one of the bindings that cost the same without any index and with all candidates, for
// which the planner also reads the same ones: they will not differ in between. plans are those of
// the bindings.
func (q *Query) merge(plans []Plan) {
	same := func(x, y float64) bool { return math.Abs(x-y) <= alike*math.Max(x, y) }
	var kept []int
	for i := range q.Bindings {
		at := slices.IndexFunc(kept, func(k int) bool {
			return q.Bindings[k].Through == q.Bindings[i].Through && slices.EqualFunc(q.Bindings[k].values, q.Bindings[i].values, anchoredAlike) && same(q.Bindings[k].Cost, q.Bindings[i].Cost) &&
				same(plans[k].Cost, plans[i].Cost) && slices.Equal(plans[k].Uses, plans[i].Uses)
		})
		if at < 0 {
			kept = append(kept, i)
			continue
		}
		q.Bindings[kept[at]].Weight += q.Bindings[i].Weight
	}
	if len(q.refs) >= manyRelations && len(kept) > ofMany {
		slices.SortStableFunc(kept, func(x, y int) int { return cmp.Compare(q.Bindings[y].Weight, q.Bindings[x].Weight) })
		kept = kept[:ofMany]
	}
	weight := 0.0
	for _, k := range kept {
		weight += q.Bindings[k].Weight
	}
	var bindings []Binding
	for _, k := range kept {
		binding := q.Bindings[k]
		binding.Weight /= weight
		bindings = append(bindings, binding)
	}
	was := q.Base
	q.Bindings = bindings
	q.Base = weighted(bindings, asTheyAre(bindings))
	q.weight *= was / math.Max(q.Base, 1e-9) // what a call takes is the same
}

// enter puts an index into the pool, once, for every statement that chose it.
func (a *adviser) enter(query *Query, index Index) int {
	definition := index.Definition()
	at, known := a.places[definition]
	if !known {
		table, _ := a.catalog.Table(Name{index.Schema, index.Table})
		c := &candidate{Index: index, table: table, ruled: !a.engine.Supports(index.Method), bytes: table.indexBytes(index)}
		c.penalty = a.penalty(c)
		c.heats = slices.ContainsFunc(c.Columns(), func(column string) bool { return a.endsHOT(table, column) })
		c.assumed = a.assumed(query, index)
		at = len(a.pool)
		a.places[definition] = at
		a.pool = append(a.pool, c)
	}
	if !slices.Contains(query.offered, at) {
		query.offered = append(query.offered, at)
		if at < len(query.served) {
			query.served[at] = true
		}
	}
	return at
}

// hiddenField is EXTRACT without the field that it reads of a date.
var hiddenField = regexp.MustCompile(`(?i)\bextract\s*\(\s*\$\d`)

// assumed names the constants of an index's expressions that the statement's text does
// not show any more.
func (a *adviser) assumed(query *Query, index Index) string {
	var constants []string
	fixed := query.supposed(a.settings)
	for _, param := range slices.Sorted(maps.Keys(fixed)) {
		uses := func(key Key) bool { return strings.Contains(key.Expression, fixed[param]) }
		if slices.ContainsFunc(index.Keys, uses) && !slices.Contains(constants, fixed[param]) {
			constants = append(constants, fixed[param])
		}
	}
	if hiddenField.MatchString(query.Text) && slices.ContainsFunc(index.Keys, func(key Key) bool { return strings.Contains(key.Expression, workload.SupposedField) }) {
		constants = append(constants, workload.SupposedField)
	}
	var said []string
	if len(constants) > 0 {
		said = append(said, "supposed, since pg_stat_statements does not keep constants: "+strings.Join(constants, ", "))
	}
	if left := query.leftOut(index); left != "" {
		said = append(said, "supposed, by what its calls returned and read, that it only looks for "+left)
	}
	if seen := seenIn(index, query.constants); len(seen) > 0 {
		said = append(said, "as sessions have it in the statement's text: "+strings.Join(seen, ", "))
	}
	return strings.Join(said, "; ")
}

// chooser knows what the choice of candidates needs to know.
func (a *adviser) chooser() *choosing {
	c := &choosing{session: a.session, known: map[string]bool{}, chooser: chooser{shared: map[string]int{}}}
	for _, query := range a.advice.Statements {
		for _, ref := range query.refs {
			for _, clause := range ref.Clauses {
				if clause.Operator == "=" {
					c.shared[shareKey(ref.Table, clause)]++
				}
			}
		}
	}
	if extension, ok := a.server.Extensions["pg_trgm"]; ok {
		c.trigrams = map[string]string{"gin": postgres.Quote(extension.Schema, "gin_trgm_ops"), "gist": postgres.Quote(extension.Schema, "gist_trgm_ops")}
	}
	if extension, ok := a.server.Extensions["intarray"]; ok {
		c.integers = postgres.Quote(extension.Schema, "gin__int_ops")
	}
	return c
}

// choosing is a chooser that can ask the server about expressions.
type choosing struct {
	chooser
	session *session
	known   map[string]bool // by table and expression
	err     error           // of a lost connection
}

func (c *choosing) candidates(ctx context.Context, ref *Reference) []Index {
	c.immutable = func(table *Table, expression string) bool {
		key := table.Schema + "\x00" + table.Name + "\x00" + expression
		if known, ok := c.known[key]; ok {
			return known
		}
		fine, err := c.session.immutable(ctx, table, expression)
		if err != nil && (ctx.Err() != nil || lost(err)) {
			c.err = err
		}
		c.known[key] = fine && err == nil
		return c.known[key]
	}
	return c.chooser.candidates(ref)
}
