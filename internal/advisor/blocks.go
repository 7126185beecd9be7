package advisor

import "math"

// indexDepth are the blocks that one descent of an index takes, about.
const indexDepth = 3

// blocks are the blocks of tables and indexes that a plan touches, roughly: enough to
// tell a plan that reads a table from one that looks a few rows up, and those that look
// up many rows from those that look up few.
func (n *Node) blocks(catalog *Catalog) float64 {
	below := 0.0
	for i, child := range n.Children {
		blocks := child.blocks(catalog)
		if n.Type == "Nested Loop" && i == 1 && child.Type != "Materialize" {
			blocks *= math.Max(1, n.Children[0].Rows)
		}
		below += blocks
	}
	switch n.Type {
	case "Limit": // of a plan that returns rows as it goes it runs a part
		if n.stops() {
			below *= math.Min(1, n.TotalCost/math.Max(n.Children[0].TotalCost, 1e-9))
		}
		return below
	case "Seq Scan", "Sample Scan":
		return below + n.pages(catalog)
	case "Index Only Scan", "Bitmap Index Scan":
		return below + indexDepth
	case "Index Scan":
		return below + indexDepth + n.Rows
	case "Bitmap Heap Scan":
		return below + math.Min(n.Rows, n.pages(catalog))
	}
	return below
}

// pages are those of the table that a node scans; partitions are taken to be of one size.
func (n *Node) pages(catalog *Catalog) float64 {
	table, ok := catalog.Table(Name{n.Schema, n.Relation})
	if !ok {
		return 0
	}
	return table.Pages / math.Max(1, float64(len(table.Leaves)))
}
