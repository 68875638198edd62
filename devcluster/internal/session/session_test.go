package session

import (
	"path/filepath"
	"strings"
	"testing"

	"readygate.dev/devcluster/internal/supervise"
)

func open(t *testing.T, data string) *Session {
	t.Helper()
	s, err := Open(data, "/bin")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func sleeper(t *testing.T) *supervise.Process {
	t.Helper()
	process, err := supervise.NewStarter().Start(supervise.Shell("sleeper", "exec sleep 1000", filepath.Join(t.TempDir(), "log")))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { process.Stop(0) })
	return process
}

// abandon leaves a session as a killed run does: the record stays, the lock goes.
func abandon(s *Session) { _ = s.lock.Close() }

func TestSecondRunInAFolderIsRefused(t *testing.T) {
	data := t.TempDir()
	first := open(t, data)
	if _, err := Open(data, "/bin"); err == nil || !strings.Contains(err.Error(), "already running in "+data) {
		t.Errorf("got %v", err)
	}
	first.Close()
	open(t, data).Close()
}

func TestLeftoversOfAKilledRunAreStopped(t *testing.T) {
	data, child := t.TempDir(), sleeper(t)
	killed := open(t, data)
	if err := killed.Add(child); err != nil {
		t.Fatal(err)
	}
	abandon(killed)
	open(t, data).Close()
	if child.Alive() {
		t.Error("it still runs")
	}
}

func TestProcessThatGotALeftoversPidIsSpared(t *testing.T) {
	data, innocent := t.TempDir(), sleeper(t)
	killed := open(t, data)
	killed.add(Entry{Ref: supervise.Ref{Name: "etcd", PID: innocent.PID, Born: "1"}})
	if err := killed.record.write(); err != nil {
		t.Fatal(err)
	}
	abandon(killed)
	open(t, data).Close()
	if !innocent.Alive() {
		t.Error("it was killed")
	}
}

func TestSecondTryToStartAProgramReplacesTheFirst(t *testing.T) {
	s := open(t, t.TempDir())
	defer s.Close()
	first, second := sleeper(t), sleeper(t)
	for _, process := range []*supervise.Process{first, second} {
		if err := s.Add(process); err != nil {
			t.Fatal(err)
		}
	}
	record, _, err := Read(s.record.Data)
	if err != nil || len(record.Processes) != 2 || record.PIDs["sleeper"] != second.PID {
		t.Errorf("got %+v, %v", record, err)
	}
}

func TestNothingToStopIsNoFailure(t *testing.T) {
	if stopped, err := Stop(t.TempDir()); stopped || err != nil {
		t.Errorf("got %v, %v", stopped, err)
	}
}
