//go:build cgo

package workload

import pg "github.com/pganalyze/pg_query_go/v6"

// PostgreSQL's own parser, linked in.

func parseTree(text string) (*pg.ParseResult, error)   { return pg.Parse(text) }
func parseJSON(text string) (string, error)            { return pg.ParseToJSON(text) }
func deparseTree(tree *pg.ParseResult) (string, error) { return pg.Deparse(tree) }
func normalize(text string) (string, error)            { return pg.Normalize(text) }
func fingerprint(text string) (string, error)          { return pg.Fingerprint(text) }
func parsePLpgSQL(definition string) (string, error)   { return pg.ParsePlPgSqlToJSON(definition) }
