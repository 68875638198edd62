package supervise

import (
	"context"
	"fmt"
	"time"

	"readygate.dev/devcluster/internal/loopback"
)

// Looking often costs nothing while a program starts, and every look too late is felt in each test run.
const glance = 10 * time.Millisecond

// Await returns when the last of the processes is ready. It fails when one of them ends first, or ctx does.
func Await(ctx context.Context, processes []*Process, ready func() bool) error {
	ticker := time.NewTicker(glance)
	defer ticker.Stop()
	for !ready() {
		for _, process := range processes {
			if how, exited := process.Exited(); exited {
				return process.endedEarly(how)
			}
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return processes[len(processes)-1].late(ctx)
		}
	}
	return nil
}

func (p *Process) endedEarly(how string) error {
	if loopback.SaysTaken(Tail(p.Log, 40)) {
		return fmt.Errorf("%s: %w", p.Name, loopback.ErrTaken)
	}
	return p.Quoted("ended while it was starting (" + how + ")")
}

func (p *Process) late(ctx context.Context) error {
	if ctx.Err() == context.DeadlineExceeded {
		return p.Quoted("did not become ready in time")
	}
	return ctx.Err()
}
