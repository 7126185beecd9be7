//go:build !cgo

package workload

import (
	"sync"

	pg "github.com/pganalyze/pg_query_go/v6"
	wasm "github.com/wasilibs/go-pgquery"
)

// PostgreSQL's own parser, compiled to WebAssembly: the same trees without a C
// compiler, at a start of seconds and 265 MB. It starts with the first text.

// parsing admits one at a time: each instance of the parser that runs beside
// another takes seconds to start and tens of megabytes.
var parsing sync.Mutex

func alone[T any](f func() (T, error)) (T, error) {
	parsing.Lock()
	defer parsing.Unlock()
	return f()
}

func parseTree(text string) (*pg.ParseResult, error) {
	return alone(func() (*pg.ParseResult, error) { return wasm.Parse(text) })
}

func parseJSON(text string) (string, error) {
	return alone(func() (string, error) { return wasm.ParseToJSON(text) })
}

func deparseTree(tree *pg.ParseResult) (string, error) {
	return alone(func() (string, error) { return wasm.Deparse(tree) })
}

func fingerprint(text string) (string, error) {
	return alone(func() (string, error) { return wasm.Fingerprint(text) })
}

func parsePLpgSQL(definition string) (string, error) {
	return alone(func() (string, error) { return wasm.ParsePlPgSqlToJSON(definition) })
}

func normalize(text string) (string, error) {
	return alone(func() (string, error) { return wasm.Normalize(text) })
}
