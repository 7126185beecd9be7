package advisor

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// hypopg is the target's own planner with hypothetical indexes of the extension
// hypopg. They exist for this session alone and touch nothing.
type hypopg struct {
	session *session
	schema  string // of the extension
	catalog *Catalog
	offered []string       // definitions that exist at the moment, nil where that is not known
	names   postgres.Names // of the hypothetical indexes, a leaf each
	of      []int          // which offered index a name is of
}

func newHypopg(s *session, schema string, catalog *Catalog) *hypopg {
	return &hypopg{session: s, schema: schema, catalog: catalog}
}

func (h *hypopg) Name() string { return "hypopg" }

func (h *hypopg) Verified() bool { return true }

func (h *hypopg) KnowsExpressions() bool { return false }

// Supports says what hypopg can imagine: not GIN, nor GiST.
func (h *hypopg) Supports(method string) bool {
	return slices.Contains([]string{"btree", "hash", "brin"}, method)
}

// Sees is about hypopg's expressions and predicates: they name the first table of the range table
// wherever theirs stands (hypo_injectHypotheticalIndex, up to 1.4.4), so that nothing matches them.
func (h *hypopg) Sees(index Index, first bool) bool {
	return first || index.Where == "" && !slices.ContainsFunc(index.Keys, func(key Key) bool { return key.Expression != "" })
}

func (h *hypopg) Plan(ctx context.Context, statement string, indexes []Index) (Plan, error) {
	plans, err := h.PlanAll(ctx, []string{statement}, indexes)
	if err != nil {
		return Plan{}, err
	}
	return plans[0], nil
}

// PlanAll implements Batcher.
func (h *hypopg) PlanAll(ctx context.Context, statements []string, indexes []Index) ([]Plan, error) {
	before, err := h.offer(indexes)
	if err != nil {
		return nil, err
	}
	offered := h.offered
	h.offered = nil // until all went well
	answers, roots, err := h.session.explainAll(ctx, before, statements)
	if err != nil {
		return nil, err
	}
	h.offered = offered
	if len(before) > 0 {
		if err := h.names.Scan(answers[len(answers)-1]); err != nil {
			return nil, fmt.Errorf("read the names of imagined indexes: %w", err)
		}
	}
	plans := make([]Plan, len(roots))
	for i, root := range roots {
		plans[i] = planOf(root)
		for _, node := range flatten(root, nil) {
			at := slices.Index(h.names, node.Index)
			if node.Index != "" && at >= 0 && !slices.Contains(plans[i].Uses, h.of[at]) {
				plans[i].Uses = append(plans[i].Uses, h.of[at])
			}
		}
		slices.Sort(plans[i].Uses)
	}
	return plans, nil
}

// offer are the statements that make exactly these indexes exist, none where they do. The last one
// returns their names.
func (h *hypopg) offer(indexes []Index) ([]string, error) {
	definitions := make([]string, len(indexes)) // not nil: that is what is not known
	for i, index := range indexes {
		definitions[i] = index.Definition()
	}
	if h.offered != nil && slices.Equal(definitions, h.offered) {
		return nil, nil
	}
	h.offered, h.of = nil, nil
	var create []string
	for i, index := range indexes {
		if !harmless(index.Where) {
			return nil, fmt.Errorf("imagine an index %s: hypopg would end the server for such a predicate", index.Definition())
		}
		for _, leaf := range h.leaves(index) {
			create = append(create, postgres.Literal(fmt.Sprintf("CREATE INDEX ON %s %s", postgres.Quote(leaf.Schema, leaf.Table), index.Tail())))
			h.of = append(h.of, i)
		}
	}
	h.offered = definitions
	return []string{
		"SELECT " + postgres.Quote(h.schema, "hypopg_reset") + "() /* pgdoctor */",
		fmt.Sprintf(`SELECT coalesce(pg_catalog.json_agg(h.indexname ORDER BY d.ordinality), '[]'::json)
FROM pg_catalog.unnest(ARRAY[%s]::text[]) WITH ORDINALITY AS d (definition, ordinality)
CROSS JOIN LATERAL %s(d.definition) AS h
/* pgdoctor */`, strings.Join(create, ", "), postgres.Quote(h.schema, "hypopg_create_index")),
	}, nil
}

// harmless says whether hypopg may be told of a predicate. For a range the planner wants to know the
// ends of the column's values, by a number of the relation that hypopg's own range table does not
// have where the table is not the first of the query: SIGSEGV, and every session of the server is
// gone (HypoPG issue 116; seen on 17 and 18 with 1.4.1 and 1.4.4).
func harmless(predicate string) bool {
	return !slices.ContainsFunc(workload.Bare(predicate), func(c workload.Clause) bool {
		return !slices.Contains([]string{"=", "<>", workload.IsNull, workload.IsNotNull, workload.IsTrue, workload.IsFalse}, c.Operator)
	})
}

// leaves are where an index's entries would be: hypopg imagines none on a
// partitioned parent.
func (h *hypopg) leaves(index Index) []Name {
	own := Name{index.Schema, index.Table}
	if table, ok := h.catalog.Table(own); ok && table.Kind == "p" {
		return table.Leaves
	}
	return []Name{own}
}
