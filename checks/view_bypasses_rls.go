package checks

import (
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// QualifiedNames is a list of (schema, name) that a query returns as JSON.
type QualifiedNames [][2]string

// Scan reads a JSON array of pairs.
func (q *QualifiedNames) Scan(src any) error { return postgres.ScanJSON(src, q) }

// String joins the names for people.
func (q QualifiedNames) String() string {
	names := make([]string, len(q))
	for i, name := range q {
		names[i] = postgres.Name(name[:]...)
	}
	return strings.Join(names, ", ")
}

// BypassingView is one view and the tables whose row-level security it goes around.
type BypassingView struct {
	Schema       string         `db:"schema_name" json:"schema"`
	View         string         `db:"view_name" json:"view"`
	Materialized bool           `db:"materialized" json:"materialized"`
	Owner        string         `db:"owner" json:"owner"`
	Tables       QualifiedNames `db:"tables" json:"tables"`
	Invoker      bool           `db:"invoker" json:"-"`
	Others       bool           `db:"others" json:"-"` // roles besides the owner may read it
}

// ViewBypassesRLS finds views that show the rows which policies hide.
var ViewBypassesRLS = define(Spec[BypassingView]{
	Doc: Doc{
		ID:       "view-bypasses-rls",
		Title:    "view that shows rows which row-level security hides",
		Examines: "views",
		Why: `A view reads its tables with the rights of its owner. If no policy binds the owner, because it is a superuser, has BYPASSRLS or owns the tables, then everybody who may read the view sees the rows of all tenants, whatever the policies say. A materialized view holds them for good.

Confirm: SET ROLE to the application's role; the view returns more rows than the table.

Cure: from PostgreSQL 15 on, ALTER VIEW … SET (security_invoker = true): the view then reads as the role that asks, which needs SELECT on the tables as well. Before 15, give the view to a role that the policies bind, or write their condition into the view. Of a materialized view, REVOKE SELECT, or put a view with a condition in front. Who sees which rows changes with it, so there is no automatic fix.

Prevention: security_invoker in every view over such tables. A view is left out that nobody but its owner may read, and so is what a view reads through another view: that one is reported. A view that narrows what it shows by itself, and is meant to, can be ignored.`,
		Category: Security,
		Severity: Warning,
	},
	Judge: func(row *BypassingView, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		kind := "reads"
		if row.Materialized {
			kind = "holds all rows of"
		}
		return Verdict{
			Object:  postgres.Name(row.Schema, row.View),
			Message: kind + " " + row.Tables.String() + " as " + row.Owner + ", whom no policy binds, and other roles may read it",
		}, len(row.Tables) > 0 && row.Others && !row.Invoker
	},
})
