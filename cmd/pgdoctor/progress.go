package main

import (
	"fmt"
	"io"
	"sync"
)

// progress draws one line that is drawn over, on standard error and only where
// that is a terminal. The zero value draws nothing.
type progress struct {
	mu   sync.Mutex
	to   io.Writer
	done int
	all  int
	noun string // what is counted
}

func newProgress(stderr io.Writer, all int) *progress {
	p := &progress{all: all, noun: "checks"}
	if _, ok := terminal(stderr); ok {
		p.to = stderr
	}
	return p
}

// Step counts one more check as done.
func (p *progress) Step(id string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	if p.to != nil {
		fmt.Fprintf(p.to, "\r\x1b[K%d of %d %s done: %s", p.done, p.all, p.noun, id)
	}
}

// Say draws any text in place of the line.
func (p *progress) Say(text string) {
	if p.to != nil {
		fmt.Fprint(p.to, "\r\x1b[K"+text)
	}
}

// Clear takes the line away, so that nothing of it stands among the results.
func (p *progress) Clear() {
	if p.to != nil {
		fmt.Fprint(p.to, "\r\x1b[K")
	}
}
