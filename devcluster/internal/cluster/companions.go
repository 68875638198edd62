package cluster

import (
	"context"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"readygate.dev/devcluster/internal/supervise"
)

// How long a companion may take to end by itself. One that writes down what it has learnt takes seconds, more on a slow machine.
const farewell = time.Minute

// once runs a command line to its end; what it prints is seen at once and quoted when it fails.
func (r *run) once(ctx context.Context, name, line string) error {
	if line == "" {
		return nil
	}
	command := r.shell(name, line)
	command.Echo = os.Stderr
	process, err := r.starter.Start(command)
	if err != nil {
		return err
	}
	r.record(process)
	if err := process.Wait(ctx); err != nil {
		return err
	}
	return r.session.Exited(process, "done")
}

func (r *run) startCompanions() error {
	for _, companion := range r.Companions {
		// exec: the program takes the shell's place, so that it is the one that is bound to this process.
		process, err := r.starter.Start(r.shell(companion.Name, "exec "+companion.Line))
		if err != nil {
			return err
		}
		r.record(process)
		r.others = append(r.others, process)
		go r.report(process)
	}
	return nil
}

func (r *run) shell(name, line string) supervise.Command {
	command := supervise.Shell(name, line, filepath.Join(r.Data, "logs", name+".log"))
	command.Env = []string{
		"KUBECONFIG=" + r.plane.Kubeconfig,
		"DEVCLUSTER_DATA=" + r.Data,
		"PATH=" + strings.Join([]string{r.Bin, ownFolder(), os.Getenv("PATH")}, string(os.PathListSeparator)),
	}
	return command
}

// report tells of a companion that ended on its own; the cluster goes on without it.
func (r *run) report(process *supervise.Process) {
	<-process.Done()
	if r.stopping.Load() {
		return
	}
	how, _ := process.Exited()
	log.Print(process.Quoted("ended (" + how + ")"))
	if err := r.session.Exited(process, how); err != nil {
		log.Printf("cannot record the end of %s: %v", process.Name, err)
	}
}

// stop ends everything in the reverse order of its start.
func (r *run) stop() {
	r.stopping.Store(true)
	for _, process := range slices.Backward(r.others) {
		process.Stop(farewell)
	}
	if r.kubelet != nil {
		r.kubelet.Stop()
	}
	if r.plane != nil {
		r.plane.Stop()
	}
}

func ownFolder() string {
	self, err := os.Executable()
	if err != nil {
		return ""
	}
	return filepath.Dir(self)
}
