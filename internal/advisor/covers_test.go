package advisor

import "testing"

// An expression is the same one whether the server wrote it or the parser.
func TestPlain(t *testing.T) {
	for server, parser := range map[string]string{
		`to_tsvector('english'::regconfig, (((COALESCE(title, ''::character varying))::text || ' '::text) || body))`: `to_tsvector('english'::regconfig, (COALESCE(title, ''::varchar) || ' ') || body)`,
		`((data ->> 'n'::text))::integer`:                         `(data ->> 'n')::int`,
		`(made_at)::timestamp without time zone`:                  `made_at::timestamp`,
		`(code)::character(3)`:                                    `code::char(3)`,
		`date_trunc('day'::text, ("At")::time without time zone)`: `pg_catalog.date_trunc('day', "At"::time)`,
	} {
		if plain(server) != plain(parser) {
			t.Errorf("%s is %s, and %s is %s", server, plain(server), parser, plain(parser))
		}
	}
	if plain("made_at::timestamp with time zone") == plain("made_at::timestamp") {
		t.Error("a moment is not a local time")
	}
}
