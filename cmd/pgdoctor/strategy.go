package main

import (
	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/fixes"
)

// strategies is the value of a flag that may be repeated. The library's own list
// would split the key of a row at its commas.
type strategies struct{ chosen fixes.Strategies }

// Set reads one strategy.
func (s *strategies) Set(text string) error { return s.chosen.Add(text) }

func (s *strategies) String() string { return "" }

func strategyFlag() cli.Flag {
	return &cli.GenericFlag{
		Name: "strategy", Value: &strategies{fixes.Strategies{}}, DefaultText: "the first of each",
		Usage: "cure by another `WAY` where there is more than one: " + fixes.Choices() + "; a finding's key in place of the check is for that finding alone; may be repeated",
	}
}

func strategiesOf(c *cli.Context) fixes.Strategies {
	return c.Generic("strategy").(*strategies).chosen
}
