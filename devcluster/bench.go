package main

import (
	"context"
	"flag"
	"io"
	"os"

	"readygate.dev/devcluster/internal/bench"
	"readygate.dev/devcluster/internal/cluster"
	"readygate.dev/devcluster/internal/session"
	"readygate.dev/devcluster/internal/supervise"
)

func benchCommand(ctx context.Context, args []string) error {
	options := cluster.Options{Nodes: 10, Out: io.Discard}
	flags := flag.NewFlagSet("devcluster bench", flag.ContinueOnError)
	flags.StringVar(&options.Bin, "bin", programs(), "`folder` with etcd, kube-apiserver, ...")
	pods := flags.Int("pods", 10000, "to create")
	if err := parse(flags, args); err != nil {
		return err
	}
	options.Then = func(ctx context.Context, record session.Record) error {
		return bench.Load(ctx, record, *pods, os.Stdout)
	}
	return supervised(ctx, false, func(ctx context.Context, starter *supervise.Starter) error {
		return cluster.Run(ctx, starter, options)
	})
}
