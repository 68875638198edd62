package supervise

import (
	"context"
	"fmt"
	"os"
	"strings"
	"syscall"
	"time"
)

// Process is a started child.
type Process struct {
	Ref
	Log  string
	done chan struct{}
	err  error
}

// Done is closed when the child has ended.
func (p *Process) Done() <-chan struct{} { return p.done }

// Exited tells whether the child has ended, and how in words.
func (p *Process) Exited() (string, bool) {
	select {
	case <-p.done:
		return outcome(p.err), true
	default:
		return "", false
	}
}

func outcome(err error) string {
	if err == nil {
		return "exit status 0"
	}
	return err.Error()
}

// Wait waits for the child to end; when ctx ends first, the child is stopped.
func (p *Process) Wait(ctx context.Context) error {
	select {
	case <-p.done:
		return p.failure()
	case <-ctx.Done():
		p.Stop(2 * time.Second)
		return ctx.Err()
	}
}

func (p *Process) failure() error {
	if p.err == nil {
		return nil
	}
	return p.Quoted(outcome(p.err))
}

// Stop asks the child and its group to end, kills them after the grace time, and returns when the child is gone.
func (p *Process) Stop(grace time.Duration) {
	_ = syscall.Kill(-p.PID, syscall.SIGTERM)
	select {
	case <-p.done:
		return
	case <-time.After(grace):
	}
	_ = syscall.Kill(-p.PID, syscall.SIGKILL)
	<-p.done
}

// Quoted is an error that quotes the end of the child's log.
func (p *Process) Quoted(what string) error {
	return fmt.Errorf("%s: %s; the end of %s:\n%s", p.Name, what, p.Log, indent(Tail(p.Log, 15)))
}

// Tail returns the last lines of a file, or nothing when it cannot be read.
func Tail(file string, lines int) string {
	text, err := os.ReadFile(file)
	if err != nil {
		return ""
	}
	all := strings.Split(strings.TrimRight(string(text), "\n"), "\n")
	return strings.Join(all[max(0, len(all)-lines):], "\n")
}

func indent(text string) string {
	return "  | " + strings.ReplaceAll(text, "\n", "\n  | ")
}
