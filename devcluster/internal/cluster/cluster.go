// Package cluster runs a whole cluster, with what else was asked for, until it is told to stop.
package cluster

import (
	"context"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"readygate.dev/devcluster/internal/controlplane"
	"readygate.dev/devcluster/internal/session"
	"readygate.dev/devcluster/internal/simnode"
	"readygate.dev/devcluster/internal/supervise"
)

// Options of a run.
type Options struct {
	Data       string // empty: a temporary folder
	Bin        string
	Nodes      int
	API        controlplane.Options
	Setup      string // command line, run once before the companions start
	After      string // command line, run once when they have started
	Companions []Companion
	Out        io.Writer // gets the one line
	// Then, if there is one, is done when everything has started; the cluster ends with it.
	Then func(context.Context, session.Record) error
}

// Companion is a further program that lives as long as the cluster.
type Companion struct{ Name, Line string }

type run struct {
	Options
	starter  *supervise.Starter
	session  *session.Session
	plane    *controlplane.ControlPlane
	kubelet  *simnode.Kubelet
	others   []*supervise.Process
	stopping atomic.Bool
}

// Run returns when ctx has ended and everything has stopped, or when something that the cluster needs failed.
func Run(ctx context.Context, starter *supervise.Starter, options Options) (err error) {
	temporary := options.Data == ""
	if options.Data, err = folder(options.Data); err != nil {
		return err
	}
	s, err := session.Open(options.Data, options.Bin)
	if err != nil {
		return err
	}
	defer func() {
		s.Close()
		if temporary && err == nil { // otherwise the logs may be wanted
			_ = os.RemoveAll(options.Data)
		}
	}()
	r := &run{Options: options, starter: starter, session: s}
	watching, cancel := context.WithCancel(ctx)
	defer cancel()
	defer r.stop()
	if err := r.start(watching); err != nil {
		return stopped(ctx, err)
	}
	if options.Then != nil {
		return options.Then(ctx, s.Record())
	}
	return r.watch(ctx)
}

// What goes wrong after the order to stop is its consequence.
func stopped(ctx context.Context, err error) error {
	if ctx.Err() == nil {
		return err
	}
	log.Print("stopped before everything had started")
	return nil
}

func folder(data string) (string, error) {
	if data == "" {
		return os.MkdirTemp("", "devcluster-")
	}
	return filepath.Abs(data)
}

func (r *run) start(ctx context.Context) error {
	began := time.Now()
	if err := r.startPlane(ctx); err != nil {
		return err
	}
	log.Printf("Kubernetes is ready after %.1f s", time.Since(began).Seconds())
	if err := r.once(ctx, "setup", r.Setup); err != nil {
		return err
	}
	if err := r.startCompanions(); err != nil {
		return err
	}
	if err := r.once(ctx, "after", r.After); err != nil {
		return err
	}
	if err := r.session.Describe(func(record *session.Record) { record.State = session.Ready }); err != nil {
		return err
	}
	_, err := fmt.Fprintln(r.Out, r.session.Record().Line())
	return err
}

func (r *run) startPlane(ctx context.Context) (err error) {
	r.plane, err = controlplane.Start(ctx, r.starter, controlplane.Config{
		Bin: r.Bin, Data: r.Data, Options: r.API, Started: r.record,
	})
	if err != nil {
		return err
	}
	if r.kubelet, err = simnode.Start(ctx, r.plane.KubeletKubeconfig, r.Nodes); err != nil {
		return err
	}
	return r.session.Describe(func(record *session.Record) {
		record.Kubeconfig, record.Server = r.plane.Kubeconfig, r.plane.Server
		if r.API.Audit {
			record.Audit = controlplane.AuditLog(r.Data)
		}
	})
}

func (r *run) record(process *supervise.Process) {
	if err := r.session.Add(process); err != nil {
		log.Printf("cannot record %s: %v", process.Name, err)
	}
}

// watch returns when it is time to stop: by order, or because a part of the control plane ended.
func (r *run) watch(ctx context.Context) error {
	ended := make(chan *supervise.Process, len(r.plane.Processes))
	for _, process := range r.plane.Processes {
		go func() {
			<-process.Done()
			ended <- process
		}()
	}
	select {
	case <-ctx.Done():
		log.Print("stopping")
		return nil
	case process := <-ended:
		how, _ := process.Exited()
		return process.Quoted("ended (" + how + ")")
	}
}
