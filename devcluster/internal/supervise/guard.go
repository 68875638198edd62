package supervise

import (
	"bufio"
	"fmt"
	"io"
	"os/exec"
	"sync"
	"syscall"
)

// guard is a process that outlives this one for a moment. Its stdin names the process groups of our children; when stdin
// ends, we were killed or have nothing left to watch, and it kills the groups that are left. On Linux the kernel does that
// for the children themselves; the guard also reaches what they started. Programs in other languages start one as well.
type guard struct {
	mutex sync.Mutex
	cmd   *exec.Cmd
	pipe  io.WriteCloser
}

// Guard starts a guard: a program that calls KillAtTheEndOf.
func (s *Starter) Guard(program string, args ...string) error {
	cmd := exec.Command(program, args...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	pipe, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("guard: %w", err)
	}
	s.guard = &guard{cmd: cmd, pipe: pipe}
	return nil
}

// Dismiss ends the guard; all children have been stopped.
func (s *Starter) Dismiss() {
	if s.guard == nil {
		return
	}
	_ = s.guard.pipe.Close()
	_ = s.guard.cmd.Wait()
}

func (g *guard) watch(group int)  { g.tell("+%d\n", -group) }
func (g *guard) forget(group int) { g.tell("-%d\n", -group) }

func (g *guard) tell(format string, id int) {
	if g == nil {
		return
	}
	g.mutex.Lock()
	defer g.mutex.Unlock()
	_, _ = fmt.Fprintf(g.pipe, format, id) // without the guard the kernel is still there
}

// KillAtTheEndOf reads what to watch (+ID) and to forget (-ID), and kills what is watched when the input ends. As for
// kill(2), a number names a process, and a negative one a process group.
func KillAtTheEndOf(in io.Reader) {
	watched := map[int]bool{}
	for lines := bufio.NewScanner(in); lines.Scan(); {
		var sign rune
		var id int
		if _, err := fmt.Sscanf(lines.Text(), "%c%d", &sign, &id); err == nil {
			watched[id] = sign == '+'
		}
	}
	for id, still := range watched {
		if still && (id > 1 || id < -1) {
			_ = syscall.Kill(id, syscall.SIGKILL)
		}
	}
}
