package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.IndexRedundant, Cure{Kind: "drop-index", Risk: Online, Reversible: true, order: 71}, dropIndex)
