package session

import (
	"time"

	"readygate.dev/devcluster/internal/supervise"
)

// Stop ends the run of a data folder, alive or killed, and returns when none of its processes is left. It tells whether
// there was anything to stop.
func Stop(data string) (bool, error) {
	record, found, err := Read(data)
	if err != nil || !found || len(record.Processes) == 0 {
		return false, err
	}
	run := []supervise.Ref{record.Processes[0].Ref}
	was := run[0].Alive()
	// The run stops its children itself; only a killed one leaves them to us.
	if err := supervise.StopAll(run, 30*time.Second); err != nil {
		return was, err
	}
	return was, supervise.StopAll(record.children(), 2*time.Second)
}
