package demo

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
)

const (
	slowReportCalls = 5
	// slowReport shall take at least this long on average. The tool calls a statement slow from one second on.
	slowReportTakes = 1300 * time.Millisecond
	messagesSpan    = 730 // days
	slowReportDays  = 240 // of them read even on a slow machine, so that the report remains the greatest consumer
)

// statement is one that the application repeats, with arguments that depend on the repetition alone.
type statement struct {
	calls int
	sql   string
	args  func(call int) []any
}

// slowReport searches texts without an index for them.
const slowReport = `SELECT date_trunc('month', created_at) AS month, count(*) AS mentions
FROM messages
WHERE created_at >= $1 AND to_tsvector('english', body) @@ plainto_tsquery('english', $2)
GROUP BY 1
ORDER BY 1`

var workload = []statement{
	{
		calls: 150, // what a visitor sees first
		sql: `SELECT id, title, price, bedrooms
FROM properties
WHERE city = $1 AND status = 'available'
ORDER BY price
LIMIT 20`,
		args: func(call int) []any { return []any{[]string{"Porto", "Vienna", "Berlin", "Ghent", "Riga"}[call%5]} },
	},
	{
		calls: 60, // the reminders that go out every quarter of an hour
		sql: `SELECT id, contract_id, amount, due_date
FROM payments
WHERE status = 'pending' AND due_date BETWEEN current_date AND current_date + $1::integer
ORDER BY due_date`,
		args: func(call int) []any { return []any{1 + call%3} },
	},
	{
		calls: 100, // opening a conversation
		sql: `SELECT id, sender, body, created_at
FROM messages
WHERE conversation_id = $1
ORDER BY created_at`,
		args: func(call int) []any { return []any{1 + call*199} },
	},
	{
		calls: 150, // the inbox: the one place that shows what messages.sender refers to
		sql: `SELECT m.id, m.body, m.created_at, u.name
FROM messages m
JOIN users u ON u.id = m.sender
WHERE m.recipient_id = $1
ORDER BY m.created_at DESC
LIMIT 20`,
		args: func(call int) []any { return []any{1 + call*257} },
	},
	{
		calls: 120, // signing in
		sql:   `SELECT id, name, role, failed_login_attempts FROM users WHERE email = $1`,
		args:  func(call int) []any { return []any{fmt.Sprintf("tenant%d@example.com", 1+call*8*13)} },
	},
	{
		calls: 50, // the page of a property
		sql: `SELECT c.id, c.status, c.start_date, c.end_date, t.name
FROM contracts c
JOIN users t ON t.id = c.tenant_id
WHERE c.property_id = $1`,
		args: func(call int) []any { return []any{1 + call*311} },
	},
	{
		calls: 60, // the page of a contract
		sql:   `SELECT id, amount, status, due_date FROM payments WHERE contract_id = $1 ORDER BY due_date`,
		args:  func(call int) []any { return []any{1 + call*421} },
	},
	{
		calls: 3, // searching by words
		sql: `SELECT id, title, city
FROM properties
WHERE to_tsvector('english', title || ' ' || description) @@ plainto_tsquery('english', $1)
ORDER BY created_at DESC
LIMIT 50`,
		args: func(call int) []any {
			return []any{[]string{"garden", "quiet loft", "harbour", "terrace river"}[call%4]}
		},
	},
	{
		calls: 500, // every request looks up its session
		sql:   `SELECT user_id, expires_at FROM user_sessions WHERE token = $1 AND expires_at > now()`,
		args:  func(call int) []any { return []any{fmt.Sprintf("made-up-%032d", call)} },
	},
}

// runWorkload lets the application work, the report beside everything else.
func runWorkload(ctx context.Context, dsn string, since time.Time) error {
	report := statement{
		calls: slowReportCalls,
		sql:   slowReport,
		args:  func(int) []any { return []any{since, "deposit returned"} },
	}
	return together(ctx,
		func(ctx context.Context) error { return repeat(ctx, dsn, WorkerApplication, report) },
		func(ctx context.Context) error { return repeat(ctx, dsn, WebApplication, workload...) },
	)
}

// calibrate says how far back the report has to look to be slow on this machine.
func calibrate(ctx context.Context, dsn string) (time.Time, error) {
	conn, err := connectAs(ctx, dsn, AppRole, "pgdoctor demo")
	if err != nil {
		return time.Time{}, err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	var today time.Time
	if err := conn.QueryRow(ctx, "SELECT date_trunc('day', now())").Scan(&today); err != nil {
		return time.Time{}, fmt.Errorf("asking for the server's date: %w", err)
	}
	const sample = 60 // days
	started := time.Now()
	// Not the report itself, whose calls and mean are to be known.
	var words int
	err = conn.QueryRow(ctx, "SELECT sum(length(to_tsvector('english', body))) FROM messages WHERE created_at >= $1",
		today.AddDate(0, 0, -sample)).Scan(&words)
	if err != nil {
		return time.Time{}, fmt.Errorf("measuring how fast the server is: %w", err)
	}
	days := max(slowReportDays, int(float64(sample)*float64(slowReportTakes)/float64(time.Since(started))))
	return today.AddDate(0, 0, -min(days, messagesSpan)), nil
}

func repeat(ctx context.Context, dsn, application string, statements ...statement) error {
	conn, err := connectAs(ctx, dsn, AppRole, application)
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	for _, s := range statements {
		for call := range s.calls {
			// Planned anew each time, as behind most poolers.
			args := append([]any{pgx.QueryExecModeExec}, s.args(call)...)
			if _, err := conn.Exec(ctx, s.sql, args...); err != nil {
				return fmt.Errorf("running the workload: %w", err)
			}
		}
	}
	return nil
}
