package supervise

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
)

// Starter starts all children of this process. Linux signals a child when the thread that forked it ends,
// not the process, so one thread that never ends does all the forking.
type Starter struct {
	forks chan func()
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
	return watch(c, cmd, log), nil
}

func (s *Starter) fork(cmd *exec.Cmd) error {
	result := make(chan error)
	s.forks <- func() { result <- cmd.Start() }
	return <-result
}

func watch(c Command, cmd *exec.Cmd, log *os.File) *Process {
	p := &Process{Ref: refOf(c.Name, cmd.Process.Pid), Log: c.Log, done: make(chan struct{})}
	go func() {
		p.err = cmd.Wait()
		_ = log.Close()
		close(p.done)
	}()
	return p
}
