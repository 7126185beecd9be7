package servers

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"syscall"
	"time"

	"github.com/containerd/errdefs"
	"github.com/moby/moby/client"
)

const (
	labelTest = "pgdoctor.test"
	labelHost = "pgdoctor.test.host"
	labelPID  = "pgdoctor.test.pid"
)

// No run takes that long, so by then even a reused process id gives nothing away.
const oldestRun = 2 * time.Hour

// labels mark what belongs to this run.
func labels() (map[string]string, error) {
	host, err := os.Hostname()
	if err != nil {
		return nil, fmt.Errorf("name this machine: %w", err)
	}
	return map[string]string{labelTest: "1", labelHost: host, labelPID: strconv.Itoa(os.Getpid())}, nil
}

// removeLeftovers removes containers and networks of runs that ended without
// doing so, and leaves alone those of runs that are still at work.
func (e *engine) removeLeftovers(ctx context.Context) error {
	ours := make(client.Filters).Add("label", labelTest+"=1")
	containers, err := e.client.ContainerList(ctx, client.ContainerListOptions{All: true, Filters: ours})
	if err != nil {
		return fmt.Errorf("list containers: %w", err)
	}
	var errs []error
	for _, c := range containers.Items {
		if !abandoned(c.Labels, time.Unix(c.Created, 0)) {
			continue
		}
		_, err := e.client.ContainerRemove(ctx, c.ID, client.ContainerRemoveOptions{RemoveVolumes: true, Force: true})
		errs = append(errs, unlessGone(err))
	}
	networks, err := e.client.NetworkList(ctx, client.NetworkListOptions{Filters: ours})
	if err != nil {
		return fmt.Errorf("list networks: %w", err)
	}
	for _, n := range networks.Items {
		if !abandoned(n.Labels, n.Created) {
			continue
		}
		_, err := e.client.NetworkRemove(ctx, n.ID, client.NetworkRemoveOptions{})
		errs = append(errs, unlessGone(err))
	}
	return errors.Join(errs...)
}

// unlessGone drops the errors of two runs that remove the same thing.
func unlessGone(err error) error {
	if errdefs.IsNotFound(err) || errdefs.IsConflict(err) {
		return nil
	}
	return err
}

func abandoned(labels map[string]string, created time.Time) bool {
	if time.Since(created) > oldestRun {
		return true
	}
	host, err := os.Hostname()
	if err != nil || labels[labelHost] != host {
		return false
	}
	pid, err := strconv.Atoi(labels[labelPID])
	return err == nil && !alive(pid)
}

// alive asks with signal 0, which does nothing. Any answer but "finished" counts
// as alive: another user's process, or a system that knows no signals.
func alive(pid int) bool {
	process, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	return !errors.Is(process.Signal(syscall.Signal(0)), os.ErrProcessDone)
}
