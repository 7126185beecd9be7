package checks

// StatementCost is one statement and its time: what all checks of statements tell of it.
type StatementCost struct {
	QueryID string  `db:"queryid" json:"queryid" volatile:"true"`
	Query   string  `db:"query" json:"query"` // normalised, at most 2,000 characters
	Calls   int64   `db:"calls" json:"calls"`
	MeanMS  float64 `db:"mean_ms" json:"mean_ms" volatile:"true"`
	TotalMS float64 `db:"total_ms" json:"total_ms" volatile:"true"` // execution without planning
}

// verdict is a Judge's answer about a statement. Whether it reads only the
// catalog is asked last, and of sick ones only: the parser takes its time.
func (s *StatementCost) verdict(sick bool, severity Severity, message string) (Verdict, bool) {
	text := s.Query
	s.Query = shorten(text, shownText)
	if !sick || onlyCatalog(text) {
		return Verdict{}, false
	}
	return Verdict{Object: s.QueryID, Severity: severity, Message: message + ": " + excerpt(text)}, true
}

// perCall divides what all calls did by their number.
func (s *StatementCost) perCall(all int64) float64 { return float64(all) / float64(max(1, s.Calls)) }

// percentOf is a share of a whole, 0 of nothing.
func percentOf(part, whole float64) float64 {
	if whole <= 0 {
		return 0
	}
	return 100 * part / whole
}
