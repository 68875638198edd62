package supervise

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"syscall"
)

// Starter starts all children of this process. Linux signals a child when the thread that forked it ends,
// not the process, so one thread that never ends does all the forking.
type Starter struct {
	forks chan func()
	guard *guard
}

// NewStarter starts the forking thread.
func NewStarter() *Starter {
	s := &Starter{forks: make(chan func())}
	go func() {
		runtime.LockOSThread()
		for fork := range s.forks {
			fork()
		}
	}()
	return s
}

// Start starts the command.
func (s *Starter) Start(c Command) (*Process, error) {
	cmd, log, err := c.prepare()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.Name, err)
	}
	if err := s.fork(cmd); err != nil {
		_ = log.Close()
		return nil, fmt.Errorf("%s: %w", c.Name, err)
	}
	s.guard.watch(cmd.Process.Pid)
	p := &Process{Ref: refOf(c.Name, cmd.Process.Pid), Log: c.Log, done: make(chan struct{})}
	go s.await(p, cmd, log)
	return p, nil
}

func (s *Starter) fork(cmd *exec.Cmd) error {
	result := make(chan error)
	s.forks <- func() { result <- cmd.Start() }
	return <-result
}

// await waits for a child's end. What it started itself and left behind, in its process group, ends with it.
func (s *Starter) await(p *Process, cmd *exec.Cmd, log *os.File) {
	p.err = cmd.Wait()
	_ = syscall.Kill(-p.PID, syscall.SIGKILL)
	s.guard.forget(p.PID)
	_ = log.Close()
	close(p.done)
}
