package advisor

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// Policy is what row-level security asks of the rows of a table that a role reads.
type Policy struct {
	Role      string `json:"role"`
	Schema    string `json:"schema"`
	Table     string `json:"table"`
	Condition string `json:"condition"` // with bare names of columns
}

// readPolicies reads what policies ask of some roles.
func readPolicies(ctx context.Context, tx Tx, roles []string) ([]Policy, error) {
	list, err := json.Marshal(roles)
	if err != nil {
		return nil, err
	}
	policies := []Policy{}
	if len(roles) > 0 {
		err = into(ctx, tx, &policies)(queryFor("policies", ""), string(list))
	}
	return policies, err
}

// rolesOf are the roles that sent statements, each once.
func rolesOf[T any](list []T, role func(T) string) []string {
	var roles []string
	for _, one := range list {
		if name := role(one); name != "" && !slices.Contains(roles, name) {
			roles = append(roles, name)
		}
	}
	return roles
}

// heed learns which conditions the statements have beside their own, by the roles that sent them: to the one that plans
// policies need not apply.
func (a *adviser) heed(ctx context.Context) error {
	policies := a.options.Policies
	if a.options.Scratch == nil {
		var err error
		roles := rolesOf(a.advice.Statements, func(q *Query) string { return q.Role })
		if policies, err = readPolicies(ctx, a.session.tx.Tx, roles); err != nil {
			return fmt.Errorf("read the policies of row-level security: %w", err)
		}
	}
	if len(policies) == 0 {
		return nil
	}
	visible, err := a.visible(ctx)
	if err != nil {
		return err
	}
	a.policies = map[string]map[workload.Table]string{}
	for _, p := range policies {
		if a.policies[p.Role] == nil {
			a.policies[p.Role] = map[workload.Table]string{}
		}
		a.policies[p.Role][workload.Table{Schema: p.Schema, Name: p.Table}] = p.Condition
		if slices.Contains(visible, Name{p.Schema, p.Table}) {
			a.policies[p.Role][workload.Table{Name: p.Table}] = p.Condition
		}
	}
	return nil
}
