package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.IndexDuplicate, Cure{Kind: "drop-index", Risk: Online, Reversible: true, order: 70}, dropIndex)
