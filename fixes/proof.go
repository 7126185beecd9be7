package fixes

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Proof is what a dry run found out about a step, at a moment: the numbers can
// change until it is applied, and the step's requirements are then read again.
type Proof struct {
	AsOf    time.Time `json:"as_of"`
	Changed string    `json:"changed,omitempty"`        // since the findings, so that it would be refused
	Lacking []string  `json:"lacking_rights,omitempty"` // of the role that looked
	Numbers []Number  `json:"numbers,omitempty"`
	Cost    *Cost     `json:"cost,omitempty"`
	// Bytes and Seconds are estimates; Seconds is an honest range, without
	// the time that other transactions make a concurrent build wait.
	Bytes       int64     `json:"bytes,omitempty"`
	Seconds     []float64 `json:"seconds,omitempty"`
	Timed       bool      `json:"timed,omitempty"`      // Seconds follow from a sample that was sorted
	Disk        int64     `json:"disk_bytes,omitempty"` // at the height, an estimate
	Kept        int64     `json:"kept_bytes,omitempty"` // of rows in quarantine, of Disk
	Blockers    []Blocker `json:"blockers,omitempty"`
	Sample      []string  `json:"sample,omitempty"`    // rows that it moves, redacted
	Listeners   []string  `json:"listeners,omitempty"` // who gets the changes of rows
	NotProvable []string  `json:"not_provable,omitempty"`
	// Groups are some of the groups whose rows differ, their values redacted.
	Groups []Group `json:"groups,omitempty"`
}

// Number is one counted fact; Value is nil where it could not be read, and
// Unknown then says why.
type Number struct {
	Name    string `json:"name"`
	Value   *int64 `json:"value"`
	Unknown string `json:"unknown,omitempty"`
}

// Cost is what the planner thinks of a statement without and with an index.
type Cost struct {
	Statement string  `json:"statement"`
	Before    float64 `json:"cost_before"`
	After     float64 `json:"cost_after"`
	By        string  `json:"by"` // hypopg: the planner itself; model: not verified by a planner
}

// Blocker is a session or prepared transaction that a waiting step would wait for.
type Blocker struct {
	PID         int64   `db:"pid" json:"pid,omitempty"` // 0 for a prepared transaction
	User        string  `db:"usename" json:"user"`
	Application string  `db:"application" json:"application"`
	State       string  `db:"state" json:"state"`
	Seconds     float64 `db:"seconds" json:"seconds"`
}

// Prove reads what proves each step and fills in its Proof. It writes nothing;
// what cannot be read is said in the proof, and only a lost connection or a
// cancelled context is an error.
func Prove(ctx context.Context, db *sqlx.DB, server postgres.Server, plan *Plan, timeout time.Duration) error {
	blockers, err := stalling(ctx, db, timeout)
	if err != nil {
		return fmt.Errorf("list what would stall the plan: %w", err)
	}
	known, err := Identify(ctx, db, plan.Steps, timeout)
	if err != nil {
		return fmt.Errorf("read what the plan is about: %w", err)
	}
	for _, identity := range plan.Known {
		known[identity.key()] = identity
	}
	identified(plan.Steps, known)
	for i := range plan.Steps {
		step := &plan.Steps[i]
		step.Proof = Proof{AsOf: server.Now.UTC().Truncate(time.Second)}
		if len(plan.Known) > 0 {
			step.Proof.Changed = changedSince(ctx, db, step, timeout)
		}
		step.Proof.Lacking = lackingNow(ctx, db, step, timeout)
		for _, claim := range step.Claims {
			step.Proof.Numbers = append(step.Proof.Numbers, count(ctx, db, claim, timeout))
		}
		if step.Groups != "" {
			proveGroups(ctx, db, step, timeout)
		}
		if step.Gain != nil {
			proveGain(ctx, db, server, step, timeout)
		}
		proveDisk(ctx, db, step, timeout)
		step.Proof.Sample = sample(ctx, db, step, timeout)
		if err := bystanders(ctx, db, step, timeout); err != nil {
			step.Proof.NotProvable = append(step.Proof.NotProvable, "who is in its way, and who gets its changes: SQLSTATE "+postgres.SQLState(err))
		}
		if step.Waits {
			step.Proof.Blockers = blockers
			step.Proof.NotProvable = append(step.Proof.NotProvable, openWait)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}

// changedSince says what has changed of what a step is about.
func changedSince(ctx context.Context, db *sqlx.DB, step *Step, timeout time.Duration) string {
	var changed string
	err := postgres.ReadOnly(ctx, db, timeout, func(tx *sqlx.Tx) error { return tx.GetContext(ctx, &changed, step.Changed()+"\n/* pgdoctor */") })
	if err != nil {
		step.Proof.NotProvable = append(step.Proof.NotProvable, "whether it is still about the same: SQLSTATE "+postgres.SQLState(err))
	}
	return changed
}

// lackingNow says what the role that looks could not do of a step or its undo.
func lackingNow(ctx context.Context, db *sqlx.DB, step *Step, timeout time.Duration) []string {
	words, err := Lacking(ctx, slices.Concat(step.Rights.Up, step.Rights.Down), func(ctx context.Context, query string) (answer string, err error) {
		err = postgres.ReadOnly(ctx, db, timeout, func(tx *sqlx.Tx) error { return tx.GetContext(ctx, &answer, query+"\n/* pgdoctor */") })
		return answer, err
	})
	if err != nil {
		step.Proof.NotProvable = append(step.Proof.NotProvable, "whether this role has the rights for it: SQLSTATE "+postgres.SQLState(err))
	}
	return words
}

// bystanders fills in who is in a step's way, and who gets its changes.
func bystanders(ctx context.Context, db *sqlx.DB, step *Step, timeout time.Duration) error {
	var err error
	if step.Proof.Blockers, err = holders(ctx, db, step, timeout); err != nil {
		return err
	}
	if step.Risk == Data && step.Trial != "" {
		step.Proof.Listeners, err = listeners(ctx, db, step, timeout)
	}
	return err
}

func count(ctx context.Context, db *sqlx.DB, claim Claim, timeout time.Duration) Number {
	var value sql.NullInt64
	err := postgres.ReadOnly(ctx, db, timeout, func(tx *sqlx.Tx) error {
		return tx.GetContext(ctx, &value, claim.SQL+"\n/* pgdoctor */")
	})
	number := Number{Name: claim.Name}
	if err != nil {
		number.Unknown = "could not be read: SQLSTATE " + postgres.SQLState(err)
	} else if value.Valid {
		number.Value = &value.Int64
	}
	return number
}

// stalling lists what CONCURRENTLY would wait for: old snapshots of this
// database and prepared transactions, which no pg_stat_activity row shows.
func stalling(ctx context.Context, db *sqlx.DB, timeout time.Duration) ([]Blocker, error) {
	var list []Blocker
	err := postgres.ReadOnly(ctx, db, timeout, func(tx *sqlx.Tx) error {
		return tx.SelectContext(ctx, &list, `
			SELECT a.pid, coalesce(a.usename, '') AS usename, coalesce(a.application_name, '') AS application,
				coalesce(a.state, 'unknown') AS state,
				EXTRACT(epoch FROM pg_catalog.now() - a.xact_start)::float8 AS seconds
			FROM pg_catalog.pg_stat_activity AS a
			WHERE a.datname = pg_catalog.current_database()
			  AND a.pid <> pg_catalog.pg_backend_pid()
			  AND a.backend_type = 'client backend'
			  AND a.xact_start < pg_catalog.now() - interval '30 seconds'
			  AND (a.backend_xid IS NOT NULL OR a.backend_xmin IS NOT NULL)
			UNION ALL
			SELECT 0, p.owner, 'prepared transaction', 'prepared',
				EXTRACT(epoch FROM pg_catalog.now() - p.prepared)::float8
			FROM pg_catalog.pg_prepared_xacts AS p
			WHERE p.database = pg_catalog.current_database()
			ORDER BY seconds DESC
			/* pgdoctor */`)
	})
	return list, err
}

// proveGain asks the planner for the cost without the index, and with it:
// through hypopg where it is installed, which touches this session only, else
// by a model, which is said.
func proveGain(ctx context.Context, db *sqlx.DB, server postgres.Server, step *Step, timeout time.Duration) {
	gain, rows := step.Gain, 0.0
	step.Proof.Cost, step.Proof.Bytes = gain.Known, gain.Bytes
	err := postgres.ReadOnly(ctx, db, timeout, func(tx *sqlx.Tx) (err error) {
		if rows, err = proveSize(ctx, tx, step); err != nil || gain.Statement == "" {
			return err
		}
		before, err := explain(ctx, tx, gain.Statement)
		if err != nil {
			return err
		}
		cost := Cost{Statement: gain.Statement, Before: before.Cost, After: modelCost(server, before), By: "model"}
		step.Proof.Cost = &cost
		if hypopg, ok := server.Extensions["hypopg"]; ok {
			if err := withHypothetical(ctx, tx, hypopg.Schema, gain, &cost); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		step.Proof.NotProvable = append(step.Proof.NotProvable, "the cost without and with the index: SQLSTATE "+postgres.SQLState(err))
	}
	if rows > 0 {
		proveTime(ctx, db, step, rows, timeout)
	}
}

func withHypothetical(ctx context.Context, tx *sqlx.Tx, schema string, gain *Gain, cost *Cost) error {
	var oid int64
	create := fmt.Sprintf("SELECT indexrelid FROM %s(%s)", postgres.Quote(schema, "hypopg_create_index"), postgres.Literal(gain.Index))
	if err := tx.GetContext(ctx, &oid, create); err != nil {
		return err
	}
	after, err := explain(ctx, tx, gain.Statement)
	if err != nil {
		return err
	}
	cost.After, cost.By = after.Cost, "hypopg"
	_, err = tx.ExecContext(ctx, "SELECT "+postgres.Quote(schema, "hypopg_drop_index")+"($1)", oid)
	return err
}

type planNode struct {
	Cost float64 `json:"Total Cost"`
	Rows float64 `json:"Plan Rows"`
}

// explain plans a statement without running it.
func explain(ctx context.Context, tx *sqlx.Tx, statement string) (planNode, error) {
	var text string
	if err := tx.GetContext(ctx, &text, "EXPLAIN (FORMAT JSON) "+statement); err != nil {
		return planNode{}, err
	}
	var plans []struct{ Plan planNode }
	if err := json.Unmarshal([]byte(text), &plans); err != nil || len(plans) == 0 {
		return planNode{}, fmt.Errorf("read the plan: %w", err)
	}
	return plans[0].Plan, nil
}

// modelCost is what fetching the rows through a btree would cost by the
// planner's own constants: a descent of two pages and a heap page for each row.
func modelCost(server postgres.Server, before planNode) float64 {
	random := setting(server, "random_page_cost", 4)
	tuple := setting(server, "cpu_tuple_cost", 0.01) + setting(server, "cpu_index_tuple_cost", 0.005)
	return min(before.Cost, random*(2+before.Rows)+tuple*before.Rows)
}

func setting(server postgres.Server, name string, otherwise float64) float64 {
	if value, err := strconv.ParseFloat(server.Settings[name], 64); err == nil {
		return value
	}
	return otherwise
}
