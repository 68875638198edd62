package prom

import (
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
)

// Target is one more address to scrape, besides the pods.
type Target struct {
	Job string
	URL *url.URL
}

func (o Options) podsFile() string { return filepath.Join(o.Data, "pods.json") }

// Debian's Prometheus is built without Kubernetes discovery, so the pods come from a file that is kept up to date.
func (o Options) config() string {
	var text strings.Builder
	fmt.Fprintf(&text, "global: {scrape_interval: %[1]s, scrape_timeout: %[1]s, evaluation_interval: %[1]s}\n", o.Interval)
	fmt.Fprintf(&text, "scrape_configs:\n- {job_name: pods, file_sd_configs: [{files: [%q]}]}\n", o.podsFile())
	for _, t := range o.Targets {
		fmt.Fprintf(&text, "- {job_name: %q, scheme: %s, metrics_path: %q, static_configs: [{targets: [%q]}]}\n",
			t.Job, t.URL.Scheme, t.URL.Path, t.URL.Host)
	}
	return text.String()
}
