package main

import (
	"context"
	"io"
	"os"
	"path/filepath"

	"readygate.dev/devcluster/internal/supervise"
)

// supervised runs what has children. They end with it, however it ends; with a lifeline it ends with the one who started it.
func supervised(ctx context.Context, lifeline bool, run func(context.Context, *supervise.Starter) error) error {
	starter := supervise.NewStarter()
	self, err := os.Executable()
	if err != nil {
		return err
	}
	if err := starter.Guard(self, "guard"); err != nil {
		return err
	}
	defer starter.Dismiss()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if lifeline {
		go func() {
			defer cancel()
			_, _ = io.Copy(io.Discard, os.Stdin)
		}()
	}
	return run(ctx, starter)
}

// guardCommand is started by supervised and by the tests in Java, not by people.
func guardCommand(context.Context, []string) error {
	supervise.KillAtTheEndOf(os.Stdin)
	return nil
}

func programs() string {
	if assets := os.Getenv("KUBEBUILDER_ASSETS"); assets != "" {
		return assets
	}
	self, err := os.Executable()
	if err != nil {
		return ""
	}
	return filepath.Dir(self)
}
