package advisor

import (
	"math"
	"slices"
)

// indexDepth are the blocks that one descent of an index takes, about.
const indexDepth = 3

// blocks are the blocks of tables and indexes that a plan touches, roughly: enough to
// tell a plan that reads a table from one that looks a few rows up, and those that look
// up many rows from those that look up few.
func (a *adviser) blocks(n *Node) float64 {
	below := 0.0
	for i, child := range n.Children {
		blocks := a.blocks(child)
		if n.Type == "Nested Loop" && i == 1 && child.Type != "Materialize" {
			blocks *= math.Max(1, n.Children[0].Rows)
		}
		below += blocks
	}
	switch n.Type {
	case "Limit": // of a plan that returns rows as it goes it runs a part
		if n.stops() {
			below *= math.Min(1, (n.TotalCost+a.unlucked(n))/math.Max(n.Children[0].TotalCost, 1e-9))
		}
		return below
	case "Seq Scan", "Sample Scan":
		return below + n.pages(a.catalog)
	case "Index Only Scan", "Bitmap Index Scan":
		return below + indexDepth
	case "Index Scan":
		return below + indexDepth + a.heapBlocks(n)
	case "Bitmap Heap Scan":
		return below + math.Min(a.visited(n), n.pages(a.catalog))
	}
	return below
}

// heapBlocks are the blocks of the table that an index scan touches: each once where the rows lie in the
// order of the index, else one for each row (cost_index in costsize.c goes between the two as it is done here).
func (a *adviser) heapBlocks(n *Node) float64 {
	visited, ordered := a.visited(n), 1.0
	if table, ok := a.catalog.Table(Name{n.Schema, n.Relation}); ok {
		at := slices.IndexFunc(table.Indexes, func(e Existing) bool { return e.Name == n.Index && len(e.Keys) > 0 })
		if at >= 0 {
			column, _ := table.Column(unquoted(table.Indexes[at].Keys[0]))
			ordered = 0
			if column != nil {
				ordered = column.Correlation * column.Correlation
			}
		}
	}
	return visited + ordered*(math.Min(visited, n.pages(a.catalog))-visited)
}

// visited are the rows that a scan by an index looks at in the table, also those that its filter drops.
func (a *adviser) visited(n *Node) float64 {
	table, ok := a.catalog.Table(Name{n.Schema, n.Relation})
	if !ok {
		return n.Rows
	}
	return math.Min(n.Rows/math.Max(table.passing(table.clauses(n.Filter)), 1e-6), math.Max(n.Rows, table.Rows))
}

// pages are those of the table that a node scans; partitions are taken to be of one size.
func (n *Node) pages(catalog *Catalog) float64 {
	table, ok := catalog.Table(Name{n.Schema, n.Relation})
	if !ok {
		return 0
	}
	return table.Pages / math.Max(1, float64(len(table.Leaves)))
}
