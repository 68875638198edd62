package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"readygate.dev/devcluster/internal/prom"
	"readygate.dev/devcluster/internal/supervise"
)

func prometheusCommand(ctx context.Context, args []string) error {
	options := prom.Options{Out: os.Stdout}
	flags := flag.NewFlagSet("devcluster prometheus", flag.ContinueOnError)
	flags.StringVar(&options.Kubeconfig, "kubeconfig", os.Getenv("KUBECONFIG"), "`file` of the cluster whose pods are scraped (default: $KUBECONFIG)")
	flags.StringVar(&options.Binary, "binary", "", "the prometheus `program` (default: the one on the PATH)")
	flags.StringVar(&options.Data, "data", "", "`folder` for its data and prometheus.json (default: a temporary one)")
	flags.IntVar(&options.Port, "port", 0, "on 127.0.0.1 (default: a free one)")
	flags.DurationVar(&options.Interval, "interval", time.Second, "between two scrapes")
	flags.Func("target", "`JOB=URL` of further metrics to scrape (repeatable)", target(&options))
	lifeline := flags.Bool("lifeline-stdin", false, "stop when stdin ends")
	if err := parse(flags, args); err != nil {
		return err
	}
	if options.Kubeconfig == "" {
		return errors.New("prometheus needs --kubeconfig")
	}
	var err error
	if options.Kubeconfig, err = filepath.Abs(options.Kubeconfig); err != nil {
		return err
	}
	return supervised(ctx, *lifeline, func(ctx context.Context, starter *supervise.Starter) error {
		return prom.Run(ctx, starter, options)
	})
}

func target(options *prom.Options) func(string) error {
	return func(text string) error {
		job, address, _ := strings.Cut(text, "=")
		parsed, err := url.Parse(address)
		if err != nil || parsed.Host == "" {
			return fmt.Errorf("it reads JOB=http://HOST:PORT/metrics")
		}
		options.Targets = append(options.Targets, prom.Target{Job: job, URL: parsed})
		return nil
	}
}
