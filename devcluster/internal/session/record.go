// Package session keeps, in a cluster's data folder, what is running: one run at a time, and a trace to clean up by
// when a run was killed.
package session

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"readygate.dev/devcluster/internal/supervise"
)

// State is how far a run has come.
type State string

// The states of a run.
const (
	Starting State = "starting"
	Ready    State = "ready"
)

// Record is what a run tells others, in cluster.json and on stdout.
type Record struct {
	State      State          `json:"state"`
	Kubeconfig string         `json:"kubeconfig,omitempty"`
	Server     string         `json:"server,omitempty"`
	Data       string         `json:"data"`
	Bin        string         `json:"bin"`
	Audit      string         `json:"audit,omitempty"`
	PIDs       map[string]int `json:"pids"`
	Processes  []Entry        `json:"processes"` // the run itself comes first
}

// Entry is one process of the run.
type Entry struct {
	supervise.Ref
	Log    string `json:"log,omitempty"`
	Exited string `json:"exited,omitempty"`
}

// Read reads the record of a data folder; there may be none.
func Read(data string) (record Record, found bool, err error) {
	text, err := os.ReadFile(file(data))
	if errors.Is(err, fs.ErrNotExist) {
		return record, false, nil
	}
	if err != nil {
		return record, false, err
	}
	return record, true, json.Unmarshal(text, &record)
}

// Line is the record as one line of JSON.
func (r Record) Line() string {
	text, _ := json.Marshal(r) // strings and numbers only
	return string(text)
}

func (r Record) write() error {
	draft := file(r.Data) + ".new"
	if err := os.WriteFile(draft, []byte(r.Line()+"\n"), 0o600); err != nil {
		return err
	}
	return os.Rename(draft, file(r.Data))
}

func file(data string) string { return filepath.Join(data, "cluster.json") }

func (r Record) children() []supervise.Ref {
	var refs []supervise.Ref
	for _, entry := range r.Processes[min(1, len(r.Processes)):] {
		refs = append(refs, entry.Ref)
	}
	return refs
}
