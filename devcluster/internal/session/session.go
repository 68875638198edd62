package session

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"syscall"
	"time"

	"readygate.dev/devcluster/internal/supervise"
)

// Session is the right to run a cluster in a data folder. The system takes it back when the process ends, however that happens.
type Session struct {
	lock   *os.File
	mutex  sync.Mutex
	record Record
}

// Open takes the data folder, and first stops what a killed run left behind there.
func Open(data, bin string) (*Session, error) {
	if err := os.MkdirAll(data, 0o755); err != nil {
		return nil, err
	}
	lock, err := takeLock(data)
	if err != nil {
		return nil, err
	}
	if err := stopLeftovers(data); err != nil {
		_ = lock.Close()
		return nil, err
	}
	s := &Session{lock: lock, record: Record{State: Starting, Data: data, Bin: bin, PIDs: map[string]int{}}}
	s.add(Entry{Ref: supervise.Self("devcluster")})
	return s, s.record.write()
}

func takeLock(data string) (*os.File, error) {
	lock, err := os.OpenFile(filepath.Join(data, "lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if err == nil {
		return lock, nil
	}
	_ = lock.Close()
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return nil, alreadyRunning(data)
	}
	return nil, err
}

func alreadyRunning(data string) error {
	record, found, err := Read(data)
	if err != nil || !found || len(record.Processes) == 0 {
		return fmt.Errorf("another cluster is starting in %s", data)
	}
	return fmt.Errorf("a cluster is already running in %s (pid %d); stop it first: devcluster stop --data %s",
		data, record.Processes[0].PID, data)
}

func stopLeftovers(data string) error {
	record, found, err := Read(data)
	if err != nil || !found {
		return nil // a record cut off in the middle names nobody
	}
	return supervise.StopAll(record.children(), 2*time.Second)
}

// Close gives the folder back; of its contents only the logs are worth keeping.
func (s *Session) Close() {
	for _, name := range []string{"cluster.json", "kubeconfig", "pki", "etcd"} {
		_ = os.RemoveAll(filepath.Join(s.record.Data, name))
	}
	_ = s.lock.Close()
}

// Add records a process as soon as it runs.
func (s *Session) Add(process *supervise.Process) error {
	return s.change(func() { s.add(Entry{Ref: process.Ref, Log: process.Log}) })
}

// A second try to start a program takes the place of the first.
func (s *Session) add(entry Entry) {
	s.record.PIDs[entry.Name] = entry.PID
	s.record.Processes = slices.DeleteFunc(s.record.Processes, func(e Entry) bool { return e.Name == entry.Name })
	s.record.Processes = append(s.record.Processes, entry)
}

// Exited records that a process ended while the cluster goes on.
func (s *Session) Exited(process *supervise.Process, how string) error {
	return s.change(func() {
		for i, entry := range s.record.Processes {
			if entry.Ref == process.Ref {
				s.record.Processes[i].Exited = how
			}
		}
	})
}

// Describe changes the record's other fields.
func (s *Session) Describe(change func(*Record)) error {
	return s.change(func() { change(&s.record) })
}

func (s *Session) change(change func()) error {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	change()
	return s.record.write()
}

// Record is what is recorded now.
func (s *Session) Record() Record {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.record
}
