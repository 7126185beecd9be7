package main

import (
	"context"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

// interrupts turns Ctrl-C and SIGTERM into an end in good order. The first ends
// the command, the next kills it. While steps are applied there is one more: the
// first lets the running step end, the second cancels it, the third kills.
type interrupts struct {
	cancel context.CancelFunc

	mu     sync.Mutex
	gently func() // what the first signal does while steps are applied, else nil
}

type interruptsKey struct{}

// withInterrupts returns a context that a signal ends. It carries the interrupts
// to the commands, whose library hands down nothing but a context.
func withInterrupts(ctx context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancel(ctx)
	i := &interrupts{cancel: cancel}
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM)
	ended := make(chan struct{})
	go func() {
		for {
			select {
			case <-signals:
				if i.take() {
					continue
				}
				signal.Stop(signals) // from now on a signal kills
				cancel()
			case <-ended:
				return
			}
		}
	}()
	return context.WithValue(ctx, interruptsKey{}, i), func() {
		signal.Stop(signals)
		close(ended)
		cancel()
	}
}

// take does the gentle thing, once, and says whether there was one.
func (i *interrupts) take() bool {
	i.mu.Lock()
	gently := i.gently
	i.gently = nil
	i.mu.Unlock()
	if gently == nil {
		return false
	}
	gently()
	return true
}

// stopGently makes the next signal close the channel and say so instead of
// ending the context, until restore is called.
func stopGently(ctx context.Context, say func()) (stop <-chan struct{}, restore func()) {
	closed := make(chan struct{})
	i, ok := ctx.Value(interruptsKey{}).(*interrupts)
	if !ok { // a test that runs a command by itself
		return closed, func() {}
	}
	i.mu.Lock()
	defer i.mu.Unlock()
	i.gently = func() {
		say()
		close(closed)
	}
	return closed, func() {
		i.mu.Lock()
		defer i.mu.Unlock()
		i.gently = nil
	}
}
