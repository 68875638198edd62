// Package controlplane runs a real Kubernetes control plane: etcd, API server, controller manager and scheduler.
package controlplane

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"readygate.dev/devcluster/internal/loopback"
	"readygate.dev/devcluster/internal/supervise"
)

// Config says where the programs are and where the cluster keeps its files.
type Config struct {
	Bin     string
	Data    string
	Options Options
	// Started is told of every program as it starts, so that a crash leaves a trace to clean up by.
	Started func(*supervise.Process)
}

// ControlPlane is a running control plane.
type ControlPlane struct {
	Server            string
	Kubeconfig        string // of an administrator
	KubeletKubeconfig string
	Processes         []*supervise.Process
	services          *loopback.Range
}

// Start starts the control plane and returns when it can run a pod.
func Start(ctx context.Context, starter *supervise.Starter, config Config) (plane *ControlPlane, err error) {
	if err := config.check(); err != nil {
		return nil, err
	}
	err = loopback.Retry(func() error {
		plane, err = startOnce(ctx, starter, config)
		return err
	})
	return plane, err
}

func (c Config) check() error {
	for _, program := range []string{"etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler"} {
		if _, err := os.Stat(filepath.Join(c.Bin, program)); err != nil {
			return fmt.Errorf("no %s in %q: devcluster/build builds it; KUBEBUILDER_ASSETS or --bin names the folder", program, c.Bin)
		}
	}
	return nil
}

func startOnce(ctx context.Context, starter *supervise.Starter, config Config) (*ControlPlane, error) {
	s, err := prepare(starter, config)
	if err != nil {
		return nil, err
	}
	if err := s.run(ctx); err != nil {
		s.plane.Stop()
		return nil, err
	}
	return s.plane, nil
}

// Stop ends the programs in the reverse order of their start. The cluster does not outlive its processes, so none gets
// long to say goodbye.
func (p *ControlPlane) Stop() {
	for _, process := range slices.Backward(p.Processes) {
		process.Stop(time.Second)
	}
	p.services.Release()
}
