package advisor

import (
	"context"
	"fmt"
	"slices"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// hypopg is the target's own planner with hypothetical indexes of the extension
// hypopg. They exist for this session alone and touch nothing.
type hypopg struct {
	session *session
	schema  string // of the extension
	catalog *Catalog
	offered []string // definitions that exist at the moment
	names   []string // of the hypothetical indexes, a leaf each
	of      []int    // which offered index a name is of
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
	if err := h.offer(ctx, indexes); err != nil {
		return Plan{}, err
	}
	root, err := h.session.explain(ctx, statement)
	if err != nil {
		return Plan{}, err
	}
	plan := planOf(root)
	for _, node := range flatten(root, nil) {
		at := slices.Index(h.names, node.Index)
		if node.Index == "" || at < 0 || slices.Contains(plan.Uses, h.of[at]) {
			continue
		}
		plan.Uses = append(plan.Uses, h.of[at])
	}
	slices.Sort(plan.Uses)
	return plan, nil
}

// offer makes exactly these indexes exist.
func (h *hypopg) offer(ctx context.Context, indexes []Index) error {
	definitions := make([]string, len(indexes))
	for i, index := range indexes {
		definitions[i] = index.Definition()
	}
	if slices.Equal(definitions, h.offered) {
		return nil
	}
	if err := h.session.run(ctx, "SELECT "+postgres.Quote(h.schema, "hypopg_reset")+"() /* pgdoctor */"); err != nil {
		return err
	}
	h.offered, h.names, h.of = nil, nil, nil
	var create []string
	for i, index := range indexes {
		if !harmless(index.Where) {
			return fmt.Errorf("imagine an index %s: hypopg would end the server for such a predicate", index.Definition())
		}
		for _, leaf := range h.leaves(index) {
			create = append(create, fmt.Sprintf("CREATE INDEX ON %s %s", postgres.Quote(leaf.Schema, leaf.Table), index.Tail()))
			h.of = append(h.of, i)
		}
	}
	if len(create) == 0 {
		return nil
	}
	query := fmt.Sprintf(`SELECT pg_catalog.json_agg(h.indexname ORDER BY d.ordinality)
		FROM pg_catalog.unnest($1::text[]) WITH ORDINALITY AS d (definition, ordinality)
		CROSS JOIN LATERAL %s(d.definition) AS h
		/* pgdoctor */`, postgres.Quote(h.schema, "hypopg_create_index"))
	if err := h.session.get(ctx, (*postgres.Names)(&h.names), query, create); err != nil {
		return fmt.Errorf("imagine indexes: %w", err)
	}
	h.offered = definitions
	return nil
}

// harmless says whether hypopg may be told of a predicate. For a range the planner wants to know the
// ends of the column's values, by a number of the relation that hypopg's own range table does not
// have where the table is not the first of the query: SIGSEGV, and every session of the server is
// gone (HypoPG issue 116; seen on 17 and 18 with 1.4.1 and 1.4.4).
func harmless(predicate string) bool {
	return !slices.ContainsFunc(workload.Bare(predicate), func(c workload.Clause) bool {
		return !slices.Contains([]string{"=", workload.IsNull, workload.IsNotNull, workload.IsTrue, workload.IsFalse}, c.Operator)
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
