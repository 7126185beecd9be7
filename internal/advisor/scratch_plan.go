package advisor

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
)

// Plan implements Engine.
func (s *Scratch) Plan(ctx context.Context, statement string, indexes []Index) (Plan, error) {
	offered, err := s.offer(ctx, indexes)
	if err != nil {
		return Plan{}, err
	}
	positions := map[string]int{}
	var wanted []uint32
	for position, candidate := range offered {
		for _, index := range candidate.indexes {
			positions[index.name] = position
			wanted = append(wanted, index.OID)
		}
	}
	if err := s.show(ctx, wanted); err != nil {
		return Plan{}, fmt.Errorf("show indexes to the planner: %w", err)
	}
	root, err := s.explain(ctx, statement)
	if err != nil {
		return Plan{}, err
	}
	plan := planOf(root)
	for _, node := range flatten(root, nil) {
		if position, ok := positions[node.Index]; ok && !slices.Contains(plan.Uses, position) {
			plan.Uses = append(plan.Uses, position)
		}
	}
	slices.Sort(plan.Uses)
	return plan, nil
}

// show makes the planner see these candidates and no others. It is committed: a
// list of what is seen now is cheaper to keep than to take everything back after
// each statement, and the next plan mostly differs in one or two.
func (s *Scratch) show(ctx context.Context, wanted []uint32) error {
	var on, off []uint32
	for _, oid := range wanted {
		if !s.shown[oid] {
			on = append(on, oid)
		}
	}
	for oid := range s.shown {
		if !slices.Contains(wanted, oid) {
			off = append(off, oid)
		}
	}
	if len(on)+len(off) == 0 {
		return nil
	}
	_, err := s.admin.Exec(ctx, `
		UPDATE pg_catalog.pg_index SET indisvalid = indexrelid = ANY ($1::oid[])
		WHERE indexrelid = ANY ($1::oid[]) OR indexrelid = ANY ($2::oid[])`, oids(on), oids(off))
	if err != nil {
		return err
	}
	for _, oid := range on {
		s.shown[oid] = true
	}
	for _, oid := range off {
		delete(s.shown, oid)
	}
	return nil
}

// oids is an array as PostgreSQL writes it.
func oids(list []uint32) string {
	return strings.NewReplacer("[", "{", "]", "}", " ", ",").Replace(fmt.Sprint(list))
}

// explain plans one statement on the connection of the owner, who is nobody.
func (s *Scratch) explain(ctx context.Context, statement string) (*Node, error) {
	result := s.planner.PgConn().ExecParams(ctx, "EXPLAIN (FORMAT JSON, VERBOSE) "+statement, nil, nil, nil, nil).Read()
	if missing := s.parameters.lacking(result.Err, false); len(missing) > 0 {
		for _, set := range missing {
			if _, err := s.planner.Exec(ctx, set); err != nil {
				return nil, fmt.Errorf("give the planner what a statement reads by current_setting: %w", err)
			}
		}
		return s.explain(ctx, statement)
	}
	if result.Err != nil {
		return nil, s.because(result.Err)
	}
	if len(result.Rows) != 1 || len(result.Rows[0]) != 1 {
		return nil, errors.New("the server explained nothing")
	}
	root, _, err := parsePlan(string(result.Rows[0][0]))
	return root, err
}

// because adds to an error about something that is not there why it is not.
func (s *Scratch) because(err error) error {
	var refusal *pgconn.PgError
	if !errors.As(err, &refusal) || !slices.Contains([]string{"42P01", "42883", "42704", "42703", "3F000"}, refusal.Code) {
		return err
	}
	for _, object := range s.missing {
		if object.Name != "" && strings.Contains(refusal.Message, object.Name) {
			return fmt.Errorf("%w (the scratch server does not have the %s: %s)", err, object.Kind, object.Reason)
		}
	}
	return err
}
