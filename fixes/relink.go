package fixes

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// relink leaves orphans where they are and changes what they refer to: nothing,
// or one row that is named.
type relink struct {
	row    checks.OrphanedReference
	table  checks.Table
	link   link
	values map[string]string // new value as SQL, by column that changes
	target string            // condition of the row that is named, as p; "" for none
}

// relinkSteps are the quarantine of the rows as they were, and the change.
func relinkSteps(row checks.OrphanedReference, table checks.Table, c Context) ([]Step, error) {
	r := relink{row: row, table: table}
	var err error
	if c.Strategy.Way == SetNull {
		r.values, err = nulls(row.Reference, table, c.Schema)
	} else {
		r.values, r.target, err = reassigned(row.Reference, table, c.Strategy.Row)
	}
	if err != nil {
		return nil, err
	}
	if err := r.changeable(c.Schema); err != nil {
		return nil, err
	}
	keep := keeping{version: c.Version}
	if r.link, err = newLink(&keep, table, row.Reference); err != nil {
		return nil, err
	}
	kind, verb := "null-orphans", "set_null"
	if c.Strategy.Way == Reassign {
		kind, verb = "reassign-orphans", "reassign"
	}
	premises := r.premises()
	if r.target != "" {
		stays, err := r.stays(c)
		if err != nil {
			return nil, err
		}
		premises = append(premises, stays...)
	}
	touched := []checks.Table{table}
	orphans := fmt.Sprintf("FROM %s AS c WHERE %s", fromItem(table), row.OrphanCondition("c"))
	move := Step{
		Kind: kind, Slug: slug(verb, row.Table, strings.Join(row.Columns, "_")),
		Up:    r.up(committed, c),
		Trial: r.up(tried, c),
		Down:  restore{schema: c.Schema, tables: touched, reverse: []reversal{{links: []link{r.link}}}, pastKeys: c.breaksValidKey(touched)}.down(),
		Alone: true, Risk: Data, Reversible: true, Locks: locksOn(touched, nil),
		Note:     r.note(c),
		Premises: premises,
		Requires: r.premises(),
		Claims:   []Claim{{"orphans of " + table.String() + " to change", "SELECT pg_catalog.count(*) " + orphans}},
		Copies:   []string{table.SQL()},
		Sample:   sampleRows(table, row.OrphanCondition("c"), row.Columns...),
		Done:     "SELECT NOT EXISTS (SELECT " + orphans + ")",
	}
	if r.target != "" { // by the foreign key, or by the step itself
		move.Locks = append(move.Locks, Lock{"RowShareLock", postgres.Name(row.ParentSchema, row.ParentTable)})
	}
	return []Step{keep.prepare(kind, table, touched), move}, nil
}

// nulls chooses the columns that become NULL. One NULL is enough for a row to
// refer to nothing, but under MATCH FULL. Columns that another reference needs,
// a tenant's mostly, or that the row's key has, are left alone, and so are those
// which the foreign key's own SET NULL leaves alone.
func nulls(ref checks.Reference, table checks.Table, schema checks.Schema) (map[string]string, error) {
	wanted := []string(ref.OnDeleteSets)
	if len(wanted) == 0 {
		wanted = slices.DeleteFunc(slices.Clone([]string(ref.Columns)), func(column string) bool {
			return slices.Contains(table.Key(), column) || slices.ContainsFunc(schema.References, func(other checks.Reference) bool {
				return other.Schema == ref.Schema && other.Table == ref.Table && other.Object() != ref.Object() && slices.Contains(other.Columns, column)
			})
		})
	}
	full := ref.Definition != nil && strings.Contains(*ref.Definition, " MATCH FULL")
	if full || len(wanted) == 0 {
		wanted = ref.Columns
	}
	values := map[string]string{}
	var not []string
	for _, column := range wanted {
		if table.Nullable(column) {
			values[column] = "NULL::" + typeOf(table, column)
		} else {
			not = append(not, postgres.Name(column))
		}
	}
	if full && len(not) > 0 || len(values) == 0 {
		return nil, refuse("set-null: %s of %s cannot be NULL: choose quarantine or reassign", strings.Join(not, ", "), table)
	}
	return values, nil
}

// reassigned are the new values, and the condition of the row that has them.
func reassigned(ref checks.Reference, table checks.Table, row []string) (values map[string]string, target string, err error) {
	if len(row) != len(ref.Columns) {
		return nil, "", refuse("reassign: %s refers by (%s): name the row by %d values in this order, as in reassign:(7,eu)",
			table, strings.Join(ref.Columns, ", "), len(ref.Columns))
	}
	values = map[string]string{}
	conditions := make([]string, len(row))
	for i, column := range ref.Columns {
		values[column] = "CAST(" + strings.TrimSpace(postgres.Literal(row[i])) + " AS " + typeOf(table, column) + ")"
		conditions[i] = fmt.Sprintf("p.%s %s %s", postgres.Quote(ref.ParentColumns[i]), ref.Operators[i], values[column])
	}
	return values, strings.Join(conditions, " AND "), nil
}

// changeable says why the columns cannot be changed.
func (r relink) changeable(schema checks.Schema) error {
	for _, column := range r.table.Columns {
		if _, changes := r.values[column.Name]; changes && (column.Generated || column.Identity == "a") {
			return refuse("%s of %s is generated always: it cannot be given another value", postgres.Name(column.Name), r.table)
		}
	}
	for _, other := range schema.Referring(r.table) {
		for _, column := range other.ParentColumns {
			if _, changes := r.values[column]; changes {
				return refuse("%s refers to %s of %s, which would change", postgres.Name(other.Schema, other.Table), postgres.Name(column), r.table)
			}
		}
	}
	return nil
}

// after is the value that a column of the reference has afterwards.
func (r relink) after(alias, column string) string {
	if value, changes := r.values[column]; changes {
		return value
	}
	return alias + "." + postgres.Quote(column)
}

// premises: the row that is named exists, and no unique index would reject what
// the orphans become.
func (r relink) premises() []Requirement {
	var list []Requirement
	if r.target != "" {
		list = append(list, Requirement{
			SQL:  fmt.Sprintf("SELECT EXISTS (SELECT FROM %s AS p WHERE %s)", r.parent(), r.target),
			Else: fmt.Sprintf("reassign: %s has no row with %s", postgres.Name(r.row.ParentSchema, r.row.ParentTable), r.named()),
		})
	}
	for _, unique := range r.table.Uniques {
		if slices.ContainsFunc(unique.Reads, func(column string) bool { return r.values[column] != "" }) {
			list = append(list, Requirement{
				SQL:  r.collisions(unique),
				Else: fmt.Sprintf("several rows of %s would be the same under %s: quarantine them, or tell them apart first", r.table, postgres.Name(unique.Name)),
			})
		}
	}
	return list
}

// collisions reads whether all rows, as they will be, are different under a
// unique index.
func (r relink) collisions(unique checks.UniqueIndex) string {
	var reads, conditions, keys []string
	for _, column := range unique.Reads {
		quoted := postgres.Quote(column)
		if value, changes := r.values[column]; changes {
			reads = append(reads, fmt.Sprintf("CASE WHEN o.pgdoctor_moves THEN %s ELSE o.%s END AS %s", value, quoted, quoted))
		} else {
			reads = append(reads, "o."+quoted)
		}
	}
	for _, key := range unique.Keys {
		keys = append(keys, "("+key+")")
		if !unique.NullsEqual {
			conditions = append(conditions, "("+key+") IS NOT NULL")
		}
	}
	if unique.Predicate != nil {
		conditions = append(conditions, "("+*unique.Predicate+")")
	}
	if len(conditions) == 0 {
		conditions = []string{"true"}
	}
	return fmt.Sprintf(`SELECT NOT EXISTS (
    SELECT FROM (
        SELECT %s, o.pgdoctor_moves
        FROM (SELECT c.*, (%s) AS pgdoctor_moves FROM %s AS c) AS o
    ) AS c
    WHERE %s
    GROUP BY %s
    HAVING pg_catalog.count(*) > 1 AND pg_catalog.bool_or(c.pgdoctor_moves))`,
		strings.Join(reads, ", "), r.row.OrphanCondition("c"), fromItem(r.table), strings.Join(conditions, " AND "), strings.Join(keys, ", "))
}

// parent is the table referred to, for FROM.
func (r relink) parent() string {
	return fromItem(checks.Table{Schema: r.row.ParentSchema, Name: r.row.ParentTable, Kind: r.row.ParentKind})
}

// named says for people which row is meant.
func (r relink) named() string {
	pairs := make([]string, len(r.row.Columns))
	for i, column := range r.row.ParentColumns {
		pairs[i] = postgres.Name(column) + " = " + strings.TrimPrefix(strings.Split(r.values[r.row.Columns[i]], " AS ")[0], "CAST(")
	}
	return strings.Join(pairs, ", ")
}

// up changes the orphans in batches that commit, as removal.up removes them.
func (r relink) up(run batches, c Context) string {
	var news, set []string
	for _, column := range r.row.Columns {
		news = append(news, r.after("c", column))
		if value, changes := r.values[column]; changes {
			set = append(set, postgres.Quote(column)+" = "+value)
		}
	}
	from := fromItem(r.table)
	look := rangesOf(r.table, c)
	picks := look.picks(fmt.Sprintf("INSERT INTO %s\nSELECT c.*, pgdoctor_this, pg_catalog.now(), NULL, %s", r.link.name, strings.Join(news, ", ")), r.row.OrphanCondition("c"), run)
	var batch []string
	if r.target != "" {
		batch = append(batch, r.held())
	}
	batch = append(batch,
		fmt.Sprintf("UPDATE %s AS t SET %s\nFROM %s AS k\nWHERE k.pgdoctor_batch = pgdoctor_this\n  AND %s;", from, strings.Join(set, ", "), r.link.name, r.link.before("t", "k")),
		// read anew: joined to what the UPDATE returns, without statistics, each row would be looked for among all
		fmt.Sprintf("UPDATE %s AS k SET pgdoctor_after = pgdoctor_row::text\nFROM %s AS pgdoctor_row\nWHERE k.pgdoctor_batch = pgdoctor_this\n  AND %s;", r.link.name, from, r.link.same("pgdoctor_row", "k")),
		r.link.found(),
		again(fmt.Sprintf("EXISTS (SELECT FROM %s AS k WHERE k.pgdoctor_batch = pgdoctor_this AND NOT (%s))", r.link.name, r.row.OrphanCondition("k")),
			"a row of "+postgres.Name(r.row.ParentSchema, r.row.ParentTable)+" that was missing was written meanwhile"),
		stop(fmt.Sprintf("EXISTS (SELECT FROM %s AS t JOIN %s AS k ON %s WHERE k.pgdoctor_batch = pgdoctor_this AND %s)",
			from, r.link.name, r.link.same("t", "k"), r.row.OrphanCondition("t")),
			fmt.Sprintf("a trigger of %s keeps rows from being given another reference", r.table)))
	body := fmt.Sprintf(`SELECT coalesce(pg_catalog.max(pgdoctor_batch), 0) INTO pgdoctor_this FROM %s;
%s
LOOP
    %s
    pgdoctor_this := pgdoctor_this + 1;
%s
    %s
%s
    %s
    %s
END LOOP;`, r.link.name, look.begins(), strings.TrimPrefix(indent(1, run.session), "    "), indent(1, picks), paceBegins, indent(1, strings.Join(batch, "\n")), paceEnds(), run.end)
	return block(slices.Concat([]string{paceSize, paceBegan, "pgdoctor_this bigint"}, look.declare()), body)
}

// held makes sure that the row which is named is there until the batch is in. A
// foreign key that is enforced does that by itself.
func (r relink) held() string {
	locking := "\nFOR KEY SHARE"
	if r.row.Enforced {
		locking = ""
	}
	return fmt.Sprintf("PERFORM FROM %s AS p WHERE %s%s;\n%s", r.parent(), r.target, locking,
		stop("NOT FOUND", fmt.Sprintf("%s has no row with %s any more", postgres.Name(r.row.ParentSchema, r.row.ParentTable), r.named())))
}

func (r relink) note(c Context) string {
	var changed []string
	for _, column := range r.row.Columns {
		if _, changes := r.values[column]; changes {
			changed = append(changed, postgres.Name(column))
		}
	}
	note := fmt.Sprintf("the orphans stay, and %s of theirs becomes NULL", strings.Join(changed, ", "))
	if r.target != "" {
		note = fmt.Sprintf("the orphans stay, and belong to the row of %s with %s from then on", postgres.Name(r.row.ParentSchema, r.row.ParentTable), r.named())
	}
	notes := []string{note + "; what they referred to is kept, and undo brings it back where nobody changed it since"}
	if c.breaksValidKey([]checks.Table{r.table}) {
		notes = append(notes, needsSuperuser)
	}
	if firing := triggersOf(r.table, func(t checks.Trigger) bool { return t.OnUpdate }); len(firing) > 0 {
		notes = append(notes, "triggers fire as for any change, but not when undoing: "+strings.Join(firing, ", "))
	}
	return strings.Join(notes, "; ")
}
