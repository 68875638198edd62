package podserver

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"math"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"time"

	"readygate.dev/devcluster/internal/behaviour"
)

// The buckets OpenTelemetry advises for http.server.request.duration, in seconds.
var bounds = [...]float64{.005, .01, .025, .05, .075, .1, .25, .5, .75, 1, 2.5, 5, 7.5, 10}

type series struct {
	method, route string
	status        int
}

func (s series) labels() string {
	return fmt.Sprintf(`http_request_method=%q,http_response_status_code="%d",http_route=%q`, s.method, s.status, s.route)
}

type histogram struct {
	buckets    [len(bounds)]float64 // cumulative, as they are written
	count, sum float64
}

func (h *histogram) add(times float64, took time.Duration) {
	for i, bound := range bounds {
		if took.Seconds() <= bound {
			h.buckets[i] += times
		}
	}
	h.count += times
	h.sum += times * took.Seconds()
}

// metrics counts the requests served, and those of the synthetic traffic when somebody asks: it costs nothing in between.
type metrics struct {
	mutex   sync.Mutex
	counts  map[series]*histogram
	traffic behaviour.Traffic
	settled time.Time // up to here the synthetic traffic is counted; zero when none flows
}

func (m *metrics) observe(s series, took time.Duration) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.of(s).add(1, took)
}

// flow changes the synthetic traffic; what flowed before is counted first.
func (m *metrics) flow(now time.Time, traffic behaviour.Traffic, serving bool) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.settle(now)
	m.traffic = traffic
	m.settled = time.Time{}
	if traffic.PerSecond > 0 && (serving || traffic.Always) {
		m.settled = now
	}
}

func (m *metrics) settle(now time.Time) {
	if m.settled.IsZero() {
		return
	}
	requests := now.Sub(m.settled).Seconds() * m.traffic.PerSecond
	m.settled = now
	m.synthetic(http.StatusOK, requests*(1-m.traffic.ErrorShare))
	m.synthetic(http.StatusInternalServerError, requests*m.traffic.ErrorShare)
}

// One request in fifty is a slow one, so that the 99th percentile falls on those.
func (m *metrics) synthetic(status int, requests float64) {
	if requests == 0 {
		return
	}
	h := m.of(series{http.MethodGet, "/", status})
	slow := 0.0
	if m.traffic.P99 > 0 {
		slow = requests / 50
	}
	h.add(requests-slow, m.traffic.Latency)
	h.add(slow, m.traffic.P99)
}

func (m *metrics) of(s series) *histogram {
	if m.counts == nil {
		m.counts = map[series]*histogram{}
	}
	if m.counts[s] == nil {
		m.counts[s] = &histogram{}
	}
	return m.counts[s]
}

func (m *metrics) write(now time.Time, w http.ResponseWriter) {
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	_, _ = w.Write(m.render(now))
}

func (m *metrics) render(now time.Time) []byte {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.settle(now)
	out := &bytes.Buffer{}
	const name = "http_server_request_duration_seconds"
	fmt.Fprintf(out, "# HELP %s Duration of HTTP server requests.\n# TYPE %s histogram\n", name, name)
	byLabels := func(a, b series) int { return cmp.Compare(a.labels(), b.labels()) }
	for _, s := range slices.SortedFunc(maps.Keys(m.counts), byLabels) {
		m.counts[s].write(out, name, s.labels())
	}
	fmt.Fprint(out, "# HELP http_requests_total HTTP requests served, by status.\n# TYPE http_requests_total counter\n")
	totals := m.byStatus()
	for _, status := range slices.Sorted(maps.Keys(totals)) {
		fmt.Fprintf(out, "http_requests_total{code=\"%d\"} %s\n", status, whole(totals[status]))
	}
	return out.Bytes()
}

func (h *histogram) write(out io.Writer, name, labels string) {
	for i, bound := range bounds {
		fmt.Fprintf(out, "%s_bucket{%s,le=\"%g\"} %s\n", name, labels, bound, whole(h.buckets[i]))
	}
	fmt.Fprintf(out, "%s_bucket{%s,le=\"+Inf\"} %s\n", name, labels, whole(h.count))
	fmt.Fprintf(out, "%s_sum{%s} %g\n%s_count{%s} %s\n", name, labels, h.sum, name, labels, whole(h.count))
}

func (m *metrics) byStatus() map[int]float64 {
	totals := map[int]float64{}
	for s, h := range m.counts {
		totals[s.status] += h.count
	}
	return totals
}

// Requests are whole; the fraction that has flowed of the next one is not shown yet.
func whole(count float64) string { return strconv.FormatFloat(math.Floor(count+1e-9), 'f', 0, 64) }
