package supervise

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The test binary plays other parts when it is started with this variable.
const part = "SUPERVISE_TEST_PART"

func TestMain(m *testing.M) {
	switch os.Getenv(part) {
	case "parent":
		playParent()
	case "guard":
		KillAtTheEndOf(os.Stdin)
	default:
		os.Exit(m.Run())
	}
}

// playParent has a child and a grandchild, tells their pids, and waits to be killed.
func playParent() {
	starter := NewStarter()
	if os.Getenv("GUARDED") != "" {
		if err := starter.Guard("/usr/bin/env", part+"=guard", os.Args[0]); err != nil {
			panic(err)
		}
	}
	command := Shell("child", "sleep 1000 & echo $! >grandchild; wait", "child.log")
	child, err := starter.Start(command)
	if err != nil {
		panic(err)
	}
	if err := Await(context.Background(), []*Process{child}, func() bool { return grandchild() != 0 }); err != nil {
		panic(err)
	}
	fmt.Println(child.PID, grandchild())
	select {}
}

func grandchild() (pid int) {
	text, _ := os.ReadFile("grandchild")
	_, _ = fmt.Sscanf(string(text), "%d\n", &pid)
	return pid
}

// family starts a parent and returns it with its child and grandchild.
func family(t *testing.T, env ...string) (parent *exec.Cmd, child, grandchild Ref) {
	t.Helper()
	parent = exec.Command(os.Args[0])
	parent.Dir = t.TempDir()
	parent.Env = append(os.Environ(), append(env, part+"=parent")...)
	out, err := parent.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := parent.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	var childPID, grandchildPID int
	if _, err := fmt.Sscan(line, &childPID, &grandchildPID); err != nil {
		t.Fatal(err)
	}
	return parent, refOf("child", childPID), refOf("grandchild", grandchildPID)
}

func kill(t *testing.T, parent *exec.Cmd) {
	t.Helper()
	if err := parent.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = parent.Wait() // killed
}

func TestChildEndsWithItsKilledParent(t *testing.T) {
	parent, child, grandchild := family(t)
	defer func() { _ = grandchild.Signal(syscall.SIGKILL) }()
	if !child.Alive() {
		t.Fatal("the child never lived")
	}
	kill(t, parent)
	if !awaitGone([]Ref{child}, time.Minute) {
		t.Error("the child outlived its parent")
	}
}

func TestGuardEndsWhatChildrenStarted(t *testing.T) {
	parent, child, grandchild := family(t, "GUARDED=yes")
	if !grandchild.Alive() {
		t.Fatal("the grandchild never lived")
	}
	kill(t, parent)
	if !awaitGone([]Ref{child, grandchild}, time.Minute) {
		t.Error("the grandchild outlived the family")
		_ = grandchild.Signal(syscall.SIGKILL)
	}
}

// sleeping is a process, in a group of its own, that only ends when it is killed.
func sleeping(t *testing.T) int {
	t.Helper()
	process := exec.Command("sleep", "1000")
	process.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := process.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = process.Process.Kill(); _ = process.Wait() })
	return process.Process.Pid
}

func TestGuardForgetsWhatHasEnded(t *testing.T) {
	spared := sleeping(t)
	KillAtTheEndOf(strings.NewReader(fmt.Sprintf("+%d\n-%d\n+%d\n-%d\n", spared, spared, -spared, -spared)))
	if !refOf("spared", spared).Alive() {
		t.Error("it was killed")
	}
}

func TestGuardKillsProcessesAndGroups(t *testing.T) {
	process, group := sleeping(t), sleeping(t)
	both := []Ref{refOf("process", process), refOf("group", group)}
	KillAtTheEndOf(strings.NewReader(fmt.Sprintf("+%d\n+%d\n", process, -group)))
	if !awaitGone(both, time.Minute) {
		t.Error("one was spared")
	}
}

func startShell(t *testing.T, line string) *Process {
	t.Helper()
	process, err := NewStarter().Start(Shell("it", line, filepath.Join(t.TempDir(), "it.log")))
	if err != nil {
		t.Fatal(err)
	}
	return process
}

func TestStopKillsWhatDoesNotListen(t *testing.T) {
	process := startShell(t, "trap '' TERM; sleep 1000 & echo ready; wait; wait")
	if err := Await(context.Background(), []*Process{process}, func() bool { return Tail(process.Log, 1) == "ready" }); err != nil {
		t.Fatal(err)
	}
	process.Stop(50 * time.Millisecond)
	if process.Alive() {
		t.Error("still alive")
	}
}

func TestFailureQuotesTheEndOfTheLog(t *testing.T) {
	process := startShell(t, "for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do echo line $i; done; exit 7")
	err := process.Wait(context.Background())
	if err == nil || !strings.Contains(err.Error(), "exit status 7") || !strings.Contains(err.Error(), "| line 16") ||
		strings.Contains(err.Error(), "| line 1\n") {
		t.Errorf("got %v", err)
	}
}

func TestAwaitNoticesThatAProcessEnds(t *testing.T) {
	process := startShell(t, "echo no such file; exit 1")
	err := Await(context.Background(), []*Process{process}, func() bool { return false })
	if err == nil || !strings.Contains(err.Error(), "no such file") {
		t.Errorf("got %v", err)
	}
}

func TestProcessWithTheSamePidIsAnotherOne(t *testing.T) {
	self := Self("me")
	if !self.Alive() {
		t.Fatal("I am not alive")
	}
	self.Born = "1"
	if self.Alive() {
		t.Error("a process that started at another time was taken for this one")
	}
}

func TestBirthIsReadAfterTheName(t *testing.T) {
	stat := "42 (a (very) odd) name) S 1 42 42 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 98765 1 1"
	if born, running := birthFromStat(stat); born != "98765" || !running {
		t.Errorf("got %q, %v", born, running)
	}
	if _, running := birthFromStat(strings.Replace(stat, ") S", ") Z", 1)); running {
		t.Error("a zombie counts as running")
	}
}
