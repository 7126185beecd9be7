package config

import (
	"github.com/goccy/go-yaml/ast"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/fixes"
)

// fix reads how a custom check's findings are cured.
func (r reader) fix(node ast.Node, e *entry) error {
	var risk Value[fixes.Risk]
	var up, down, note Value[string]
	err := r.fields(node, "fix", map[string]func(key, value ast.Node) error{
		"risk": word(r, "risk", fixes.Risks, &risk),
		"up":   r.statements("up", &up),
		"down": r.statements("down", &down),
		"note": r.line("note", &note),
	})
	if err != nil {
		return err
	}
	if !risk.Set() || !up.Set() {
		return r.at(node.GetToken(), "fix needs risk and up, and down where there is a way back")
	}
	e.fix = &checks.CustomFix{Up: up.V, Down: down.V, Risk: string(risk.V), Note: note.V}
	return nil
}

// statements reads the SQL of a fix.
func (r reader) statements(what string, into *Value[string]) func(key, value ast.Node) error {
	return func(key, value ast.Node) error {
		if err := r.visible(what, into)(key, value); err != nil {
			return err
		}
		if err := fixes.CheckCustom(into.V); err != nil {
			return r.at(value.GetToken(), "%s of fix: %s", what, err)
		}
		return nil
	}
}
