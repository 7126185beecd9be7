package advisor

import (
	"context"
	"fmt"
	"slices"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
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

// leaves are where an index's entries would be: hypopg imagines none on a
// partitioned parent.
func (h *hypopg) leaves(index Index) []Name {
	own := Name{index.Schema, index.Table}
	if table, ok := h.catalog.Table(own); ok && table.Kind == "p" {
		return table.Leaves
	}
	return []Name{own}
}
