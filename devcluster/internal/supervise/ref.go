package supervise

import (
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Ref names a process beyond its pid, which the system hands out again after a while.
type Ref struct {
	Name string `json:"name"`
	PID  int    `json:"pid"`
	Born string `json:"born"` // start time as the system counts it
}

func refOf(name string, pid int) Ref {
	born, _ := birth(pid)
	return Ref{Name: name, PID: pid, Born: born}
}

// Self is this process.
func Self(name string) Ref { return refOf(name, os.Getpid()) }

// Alive tells whether the very process still runs.
func (r Ref) Alive() bool {
	born, running := birth(r.PID)
	return running && born == r.Born
}

// Signal signals the process, never another one that got its pid.
func (r Ref) Signal(signal syscall.Signal) error {
	if !r.Alive() {
		return nil
	}
	return syscall.Kill(r.PID, signal)
}

// StopAll ends processes that are not children of this one: asks, kills after the grace time, and waits until all are gone.
func StopAll(refs []Ref, grace time.Duration) error {
	signalAll(refs, syscall.SIGTERM)
	if awaitGone(refs, grace) {
		return nil
	}
	signalAll(refs, syscall.SIGKILL)
	if awaitGone(refs, 10*time.Second) {
		return nil
	}
	return fmt.Errorf("still running after being killed: %v", living(refs))
}

func signalAll(refs []Ref, signal syscall.Signal) {
	for _, ref := range refs {
		_ = ref.Signal(signal)
	}
}

// Processes of another parent cannot be waited for, only looked at.
func awaitGone(refs []Ref, patience time.Duration) bool {
	deadline := time.Now().Add(patience)
	for len(living(refs)) > 0 {
		if time.Now().After(deadline) {
			return false
		}
		time.Sleep(20 * time.Millisecond)
	}
	return true
}

func living(refs []Ref) []Ref {
	var alive []Ref
	for _, ref := range refs {
		if ref.Alive() {
			alive = append(alive, ref)
		}
	}
	return alive
}

// birth returns when a process started; a zombie does not count as running.
func birth(pid int) (string, bool) {
	if stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid)); err == nil {
		return birthFromStat(string(stat))
	}
	if _, err := os.Stat("/proc/self/stat"); err == nil {
		return "", false
	}
	out, err := exec.Command("ps", "-o", "lstart=", "-p", strconv.Itoa(pid)).Output()
	return strings.TrimSpace(string(out)), err == nil
}

// The command name, in parentheses, may itself hold spaces and parentheses. After it come the state (3rd field) and,
// as the 22nd, the start time.
func birthFromStat(stat string) (string, bool) {
	fields := strings.Fields(stat[strings.LastIndex(stat, ")")+1:])
	if len(fields) < 20 {
		return "", false
	}
	return fields[19], fields[0] != "Z" && fields[0] != "X"
}
