package main

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/config"
)

// selectChecks is the checks that run, by ID.
func selectChecks(e config.Effective) ([]checks.Check, error) {
	var list []checks.Check
	for _, check := range e.File.All() {
		if e.Runs(check) {
			list = append(list, check)
		}
	}
	if len(list) == 0 {
		return nil, usage("no check is left to run: --skip, or the configuration file, takes away everything that was asked for")
	}
	return list, nil
}

func presets() []string {
	var names []string
	for _, preset := range checks.Presets {
		names = append(names, string(preset))
	}
	return names
}

// findChecks turns IDs and aliases, also comma-separated, into IDs.
func findChecks(file config.File, words []string) ([]string, error) {
	var ids []string
	for _, word := range words {
		for id := range strings.SplitSeq(word, ",") {
			id = strings.TrimSpace(id)
			if id == "" {
				continue
			}
			check, err := findCheck(file, id)
			if err != nil {
				return nil, err
			}
			ids = append(ids, check.Describe().ID)
		}
	}
	return ids, nil
}

func findCheck(file config.File, id string) (checks.Check, error) {
	if check, ok := file.Find(id); ok {
		return check, nil
	}
	if looksLikeDSN(id) {
		return nil, usage("a connection string goes into --dsn")
	}
	var known []string
	for _, check := range file.All() {
		doc := check.Describe()
		known = append(append(known, doc.ID), doc.Aliases...)
	}
	return nil, usage("unknown check %q%s", id, orList(suggestion(id, known)))
}

// orList says where the known names stand if none is near.
func orList(suggestion string) string {
	if suggestion == "" {
		return ", pgdoctor checks lists them"
	}
	return suggestion
}

// thresholdsOf reads --threshold CHECK.NAME=NUMBER.
func thresholdsOf(c *cli.Context, file config.File) (map[string]checks.Thresholds, error) {
	changed := map[string]checks.Thresholds{}
	for _, word := range c.StringSlice("threshold") {
		path, text, ok := strings.Cut(word, "=")
		id, name, dotted := strings.Cut(path, ".")
		if !ok || !dotted {
			return nil, usage("--threshold %q is not CHECK.NAME=NUMBER", word)
		}
		check, err := findCheck(file, strings.TrimSpace(id))
		if err != nil {
			return nil, err
		}
		doc := check.Describe()
		if err := knownThreshold(doc, name); err != nil {
			return nil, err
		}
		value, err := strconv.ParseFloat(text, 64)
		if err != nil || math.IsNaN(value) || math.IsInf(value, 0) {
			return nil, usage("--threshold %s: %q is not a number", path, text)
		}
		if changed[doc.ID] == nil {
			changed[doc.ID] = checks.Thresholds{}
		}
		changed[doc.ID][name] = value
	}
	return changed, nil
}

func knownThreshold(doc checks.Doc, name string) error {
	var known []string
	for _, threshold := range doc.Thresholds {
		known = append(known, threshold.Name)
	}
	if slices.Contains(known, name) {
		return nil
	}
	if len(known) == 0 {
		return usage("check %s has no thresholds", doc.ID)
	}
	near := suggestion(name, known)
	if near == "" {
		near = ", it has " + strings.Join(known, ", ")
	}
	return usage("check %s has no threshold %q%s", doc.ID, name, near)
}
