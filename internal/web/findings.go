package web

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

const (
	findingsShown = 200 // on one page
	longestWord   = 1000
)

// orders are how findings can be sorted, the first if nobody says.
var orders = []string{"severity", "target", "check", "object"}

// filter is which findings are wanted, "" for any.
type filter struct {
	Target   string
	Severity checks.Severity
	Category checks.Category
	Check    string
	Text     string // of the object or the message, whatever its case
	Sort     string
}

// filterOf reads the query of a request. others are further words that it may have.
func filterOf(r *http.Request, others ...string) (filter, error) {
	q, err := queryOf(r, append([]string{"target", "severity", "category", "check", "q", "sort"}, others...)...)
	if err != nil {
		return filter{}, err
	}
	f := filter{
		Target: q.Get("target"), Severity: checks.Severity(q.Get("severity")), Category: checks.Category(q.Get("category")),
		Check: q.Get("check"), Text: strings.TrimSpace(q.Get("q")), Sort: cmp.Or(q.Get("sort"), orders[0]),
	}
	if f.Severity != "" && f.Severity.Rank() < 0 {
		return f, asked(http.StatusBadRequest, "severity %q is none of %s", f.Severity, strings.Join(report.Severities(), ", "))
	}
	if f.Category != "" && !slices.Contains(checks.Categories, f.Category) {
		return f, asked(http.StatusBadRequest, "there is no category %q", f.Category)
	}
	if !slices.Contains(orders, f.Sort) {
		return f, asked(http.StatusBadRequest, "sort %q is none of %s", f.Sort, strings.Join(orders, ", "))
	}
	if len(f.Check) > longestWord || len(f.Text) > longestWord {
		return f, asked(http.StatusBadRequest, "nothing of more than %d bytes is searched for", longestWord)
	}
	return f, nil
}

// knows refuses a target that is not there: nothing found of it would look healthy.
func (f filter) knows(states []state) error {
	if f.Target == "" || slices.ContainsFunc(states, func(st state) bool { return st.Run.Target == f.Target }) {
		return nil
	}
	return asked(http.StatusNotFound, "there is no target %q", f.Target)
}

func (f filter) chosen(list []found) []found {
	words := strings.ToLower(f.Text)
	return slices.DeleteFunc(slices.Clone(list), func(one found) bool {
		return f.Target != "" && one.Target != f.Target ||
			f.Severity != "" && one.Severity != f.Severity ||
			f.Category != "" && one.Check.Category != f.Category ||
			f.Check != "" && one.Check.ID != f.Check ||
			words != "" && !strings.Contains(strings.ToLower(one.Object+"\n"+one.Message+"\n"+one.Check.ID), words)
	})
}

func (f filter) sorted(list []found) []found {
	by := map[string]func(a, b found) int{
		"severity": func(a, b found) int { return b.Severity.Rank() - a.Severity.Rank() },
		"target":   func(a, b found) int { return strings.Compare(a.Target, b.Target) },
		"check":    func(a, b found) int { return strings.Compare(a.Check.ID, b.Check.ID) },
		"object":   func(a, b found) int { return strings.Compare(a.Object, b.Object) },
	}
	slices.SortStableFunc(list, func(a, b found) int {
		return cmp.Or(by[f.Sort](a, b), by["severity"](a, b), by["target"](a, b), by["check"](a, b), strings.Compare(a.Key, b.Key))
	})
	return list
}

// page is the address of a page of the same findings.
func (f filter) page(n int) string {
	values := url.Values{}
	for name, value := range map[string]string{
		"target": f.Target, "severity": string(f.Severity), "category": string(f.Category), "check": f.Check, "q": f.Text,
		"sort": f.Sort, "page": strconv.Itoa(n),
	} {
		if value != "" {
			values.Set(name, value)
		}
	}
	return "/findings?" + values.Encode()
}

type findingsPage struct {
	filter
	Targets, Checks []string // to choose from
	Severities      []string
	Categories      []checks.Category
	Orders          []string

	Found          []found // on this page
	All, Matching  int
	Number, Pages  int
	Previous, Next string // addresses, "" where there is none
	Old            []state
	Gaps           int // checks and objects that were not examined
}

// findings is the page of all findings of the latest runs.
func (s *server) findings(w http.ResponseWriter, r *http.Request) error {
	f, err := filterOf(r, "page")
	if err != nil {
		return err
	}
	number, err := strconv.Atoi(cmp.Or(r.URL.Query().Get("page"), "1"))
	if err != nil || number < 1 {
		return asked(http.StatusBadRequest, "page %q is no page: they are numbered from 1", r.URL.Query().Get("page"))
	}
	states, err := s.states(r.Context())
	if err != nil {
		return err
	}
	if err := f.knows(states); err != nil {
		return err
	}
	page := newFindingsPage(f, states)
	if number > page.Pages {
		return asked(http.StatusNotFound, "there is no page %d: there are %d", number, page.Pages)
	}
	page.turn(number)
	s.draw(w, r, http.StatusOK, "findings", "Findings", page)
	return nil
}

func newFindingsPage(f filter, states []state) findingsPage {
	all := findingsOf(states)
	page := findingsPage{filter: f, All: len(all), Severities: report.Severities(), Categories: checks.Categories, Orders: orders}
	slices.Reverse(page.Severities)
	for _, st := range states {
		page.Targets = append(page.Targets, st.Run.Target)
		if f.Target != "" && f.Target != st.Run.Target {
			continue
		}
		if st.Run.Error != "" || st.Trouble != "" {
			page.Old = append(page.Old, st)
		}
		page.Gaps += len(notExamined([]state{st}))
	}
	for _, one := range all {
		page.Checks = append(page.Checks, one.Check.ID)
	}
	if f.Check != "" {
		page.Checks = append(page.Checks, f.Check)
	}
	slices.Sort(page.Checks)
	page.Checks = slices.Compact(page.Checks)
	page.Found = f.sorted(f.chosen(all))
	page.Matching = len(page.Found)
	page.Pages = max(1, (page.Matching+findingsShown-1)/findingsShown)
	return page
}

// turn leaves the findings of one page.
func (p *findingsPage) turn(number int) {
	p.Number = number
	first := (number - 1) * findingsShown
	p.Found = p.Found[first:min(first+findingsShown, len(p.Found))]
	if number > 1 {
		p.Previous = p.page(number - 1)
	}
	if number < p.Pages {
		p.Next = p.page(number + 1)
	}
}
