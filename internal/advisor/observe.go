package advisor

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// Reference is one mention of a table in a statement, and what the statement
// asks of it there.
type Reference struct {
	Table   *Table
	Alias   string
	First   bool // whether it comes first in the range table of a query that is planned for itself
	Clauses []workload.Clause
	Orders  []Order
	Arrays  []string // columns in which an element is looked for by = ANY (column)
}

// Order is an order that a statement wants rows of one table in.
type Order struct {
	Terms      []workload.Clause
	Descending []bool
	Grouping   bool // any order of the terms will do
}

// observed is a statement as the planner understands it.
type observed struct {
	query string   // that could be prepared, or that an error is about
	types []string // of its parameters
	nodes []*Node
}

// observe asks the planner what a statement is about: how names resolve, what
// views hold, which condition lands on which relation. It plans with generic
// parameters, so that nothing is folded away, and without indexes, so that every
// condition and every sort shows.
func (s *session) observe(ctx context.Context, statement workload.Statement) (observed, error) {
	var err error
	for _, query := range append([]string{statement.Query}, statement.Alternatives...) {
		var seen observed
		seen, err = s.prepared(ctx, query)
		if err == nil || !ambiguous(err) {
			return seen, err
		}
		if seen, mended := s.mended(ctx, query, err); mended == nil || unnamed(mended) {
			return seen, mended
		}
	}
	return observed{}, err
}

// operands are the types that a parameter beside an operator or in a function is tried as.
var operands = []string{"int4", "interval", "numeric", "timestamptz", "text"}

// operator is one that a server does not have, as its message names it behind a colon in every language:
// the types of its two sides.
var operator = regexp.MustCompile(`: ([\w ."\[\]]+) [-+*/<>=~!@#%^&|?]+ ([\w ."\[\]]+?)(?: \(SQLSTATE|$)`)

// typesFor are the types to try at the place of an error: parameters in lists of VALUES have that of the other side.
func typesFor(err error) []string {
	types := slices.Clone(operands)
	if sides := operator.FindStringSubmatch(err.Error()); sides != nil {
		types = append(types, sides[1:]...)
	}
	return types
}

// mostMended is how many places of one statement are mended.
const mostMended = 20

// mended prepares a query for which the server did not know an operator or a function, with a type
// for the parameters at the place that its error is about, and then at the next.
func (s *session) mended(ctx context.Context, query string, err error) (observed, error) {
	for range mostMended {
		if determined, ok := determine(query, err); ok {
			seen, refused := s.prepared(ctx, determined)
			if refused == nil || !ambiguous(refused) {
				return seen, refused
			}
			query, err = determined, refused
			continue
		}
		better, fault := "", error(nil)
		for _, typeName := range typesFor(err) {
			changed, site, ok := workload.Mend(query, postgres.Position(err)-len(preparing), typeName)
			if !ok {
				return observed{}, err
			}
			seen, refused := s.prepared(ctx, changed)
			if refused == nil || unnamed(refused) {
				return seen, refused
			}
			if !ambiguous(refused) {
				continue
			}
			// an error elsewhere: this place is mended
			if _, next, _ := workload.Mend(changed, postgres.Position(refused)-len(preparing), typeName); next != site && better == "" {
				better, fault = changed, refused
			}
		}
		if better == "" {
			return observed{}, err
		}
		query, err = better, fault
	}
	return observed{}, err
}

var numberedParam = regexp.MustCompile(`\$(\d+)`)

// determine makes a text of the parameter whose type the server says that it cannot tell.
func determine(query string, err error) (determined string, ok bool) {
	found := numberedParam.FindStringSubmatch(err.Error())
	if postgres.SQLState(err) != "42P18" || found == nil {
		return "", false
	}
	number, err := strconv.Atoi(found[1])
	if err != nil {
		return "", false
	}
	return workload.Determine(query, number, "text")
}

// ambiguous says whether other types of the parameters may mend an error.
func ambiguous(err error) bool {
	switch postgres.SQLState(err) {
	case "42725", "42883", "42P18", "42804", "22007", "22P02", "42P08": // no such or no single function, type of a parameter unknown, datatype mismatch, bad literal
		return true
	}
	return false
}

// unnamed says whether an error is about a column or a table that a statement names and does not have.
func unnamed(err error) bool {
	return slices.Contains([]string{"42703", "42P01"}, postgres.SQLState(err))
}

const preparing = "PREPARE pgdoctor_advice AS "

func (s *session) prepared(ctx context.Context, query string) (seen observed, err error) {
	texts, err := s.values(ctx, []string{preparing + query + "\n/* pgdoctor */", `SELECT coalesce(pg_catalog.to_json(p.parameter_types::text[]), '[]'::json)
FROM pg_catalog.pg_prepared_statements AS p
WHERE p.name = 'pgdoctor_advice'
/* pgdoctor */`})
	if err != nil {
		return observed{query: query}, err
	}
	defer func() {
		err = errors.Join(err, s.exec(ctx, "DEALLOCATE pgdoctor_advice"))
	}()
	var types postgres.Names
	if err := types.Scan(texts[1]); err != nil {
		return seen, err
	}
	for i := range types { // character is character(1), which would cut a value off
		if element, array := strings.CutSuffix(types[i], "[]"); element == "character" {
			types[i] = "bpchar" + map[bool]string{true: "[]"}[array]
		}
	}
	values := ""
	if len(types) > 0 {
		values = "(" + strings.TrimSuffix(strings.Repeat("NULL, ", len(types)), ", ") + ")"
	}
	root, err := s.explain(ctx, "EXECUTE pgdoctor_advice"+values)
	if err != nil {
		return seen, err
	}
	return observed{query: query, types: types, nodes: flatten(root, nil)}, nil
}

func (s *session) explain(ctx context.Context, statement string) (*Node, error) {
	_, roots, err := s.explainAll(ctx, nil, []string{statement})
	if err != nil {
		return nil, err
	}
	return roots[0], nil
}

// explainAll plans several statements, after some others that may fail as well and whose answers it
// returns too.
func (s *session) explainAll(ctx context.Context, before, statements []string) (answers []string, roots []*Node, err error) {
	if err := s.release(ctx); err != nil {
		return nil, nil, err
	}
	all := slices.Clone(before)
	for _, statement := range statements {
		all = append(all, "EXPLAIN (FORMAT JSON, VERBOSE) "+statement+"\n/* pgdoctor */")
	}
	texts, err := s.values(ctx, all)
	if err != nil {
		return nil, nil, err
	}
	for _, text := range texts[len(before):] {
		root, _, err := parsePlan(text)
		if err != nil {
			return nil, nil, err
		}
		roots = append(roots, root)
	}
	return texts[:len(before)], roots, nil
}

// parsePlan reads EXPLAIN (FORMAT JSON), and the milliseconds that ANALYZE adds.
func parsePlan(text string) (root *Node, ms float64, err error) {
	var plans []struct {
		Plan      *Node   `json:"Plan"`
		Execution float64 `json:"Execution Time"`
	}
	if err := json.Unmarshal([]byte(text), &plans); err != nil {
		return nil, 0, fmt.Errorf("read the plan: %w", err)
	}
	if len(plans) != 1 || plans[0].Plan == nil {
		return nil, 0, errors.New("read the plan: there is none")
	}
	plans[0].Plan.dropConstants()
	return plans[0].Plan, plans[0].Execution, nil
}

// dropConstants takes out the subqueries that only hold a value: they come before the nodes
// that a join or LIMIT is over.
func (n *Node) dropConstants() {
	n.Children = slices.DeleteFunc(n.Children, func(child *Node) bool {
		return child.Place == "InitPlan" && child.Type == "Result" && len(child.Children) == 0
	})
	for _, child := range n.Children {
		child.dropConstants()
	}
}

func flatten(node *Node, into []*Node) []*Node {
	into = append(into, node)
	for _, child := range node.Children {
		into = flatten(child, into)
	}
	return into
}

// relations names what a plan scans.
func (o observed) relations() []Name {
	var names []Name
	for _, node := range o.nodes {
		if name := (Name{node.Schema, node.Relation}); node.Relation != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// references collects what a plan asks of each table. The scans of all
// partitions are one reference to their parent.
func (o observed) references(catalog *Catalog) []*Reference {
	r := referring{catalog: catalog, byAlias: map[string]*Reference{}, own: map[string]string{}}
	for _, node := range o.nodes {
		if node.Relation != "" {
			r.scan(node)
		}
	}
	for _, node := range o.nodes {
		filter := node.Filter
		if node.Type == "Aggregate" || node.outer() { // HAVING is about groups; and what is asked after an outer join, of rows that may not be there
			filter = ""
		}
		for _, condition := range []string{filter, node.IndexCond, node.RecheckCond, node.JoinFilter, node.HashCond, node.MergeCond} {
			if condition != "" {
				r.conditions(condition)
			}
		}
		r.order(node.SortKey, false)
		r.order(node.GroupKey, true)
		r.extreme(node)
	}
	for _, node := range o.nodes {
		r.union(node)
	}
	return r.list
}

// outer says whether a node joins rows for which there may be none: b LEFT JOIN a … WHERE a.id IS NULL
// finds no row of a, and whatever else holds for NULL cannot be asked of it alone either.
func (n *Node) outer() bool { return slices.Contains([]string{"Left", "Right", "Full"}, n.Join) }

type referring struct {
	catalog *Catalog
	list    []*Reference
	byAlias map[string]*Reference // by the parent's alias
	own     map[string]string     // alias in the plan -> the parent's
}

var numbered = regexp.MustCompile(`_\d+$`)

func (r *referring) scan(node *Node) {
	table, known := r.catalog.Table(Name{node.Schema, node.Relation})
	if !known {
		return
	}
	alias := node.Alias
	if table.Name != node.Relation || table.Schema != node.Schema {
		alias = numbered.ReplaceAllString(alias, "")
	}
	r.own[node.Alias] = alias
	ref := r.byAlias[alias]
	if ref == nil {
		ref = &Reference{Table: table, Alias: alias}
		r.byAlias[alias] = ref
		r.list = append(r.list, ref)
	}
}

func (r *referring) find(alias string) *Reference {
	if own, ok := r.own[alias]; ok {
		alias = own
	}
	return r.byAlias[alias]
}

func (r *referring) conditions(condition string) {
	for _, search := range workload.Elements(condition) {
		if ref := r.find(search.Alias); ref != nil && !slices.Contains(ref.Arrays, search.Column) {
			ref.Arrays = append(ref.Arrays, search.Column)
		}
	}
	for _, clause := range workload.Clauses(condition) {
		ref := r.find(clause.Alias)
		if ref == nil {
			continue
		}
		clause = ref.Table.uncasted(clause)
		clause.Alias = ref.Alias
		for i, other := range clause.Others {
			if own, ok := r.own[other]; ok {
				clause.Others[i] = own
			}
		}
		ref.add(clause)
	}
}

// add notes a clause, once.
func (r *Reference) add(clause workload.Clause) {
	same := func(c workload.Clause) bool {
		return c.Column == clause.Column && c.Expression == clause.Expression && c.Operator == clause.Operator &&
			c.Any == clause.Any && c.Or == clause.Or && c.Switch == clause.Switch && c.Constant == clause.Constant &&
			slices.Equal(c.Params, clause.Params) && slices.Equal(c.Others, clause.Others)
	}
	if !slices.ContainsFunc(r.Clauses, same) {
		r.Clauses = append(r.Clauses, clause)
	}
}

// order notes a sort or grouping whose terms are all of one table; of a longer
// one the leading terms count, which an incremental sort can use.
func (r *referring) order(keys []string, grouping bool) {
	order := Order{Grouping: grouping}
	var ref *Reference
	for _, key := range keys {
		terms, descending, ok := workload.Terms([]string{key})
		if !ok {
			break
		}
		of := r.find(terms[0].Alias)
		if of == nil || (ref != nil && of != ref) {
			break
		}
		ref = of
		terms[0] = ref.Table.uncasted(terms[0])
		order.Terms, order.Descending = append(order.Terms, terms...), append(order.Descending, descending...)
	}
	if ref != nil {
		ref.Orders = append(ref.Orders, order)
	}
}

// extreme notes min(x) and max(x), which the first row in the order of x answers.
func (r *referring) extreme(node *Node) {
	if node.Type != "Aggregate" || len(node.GroupKey) > 0 || len(r.list) == 0 {
		return
	}
	for _, item := range node.Output {
		for _, term := range workload.Extremes(item, r.list[0].Alias) {
			r.order([]string{term}, false)
		}
	}
}
