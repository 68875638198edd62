package simnode

import (
	"log"
	"net"
	"net/netip"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	v1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/util/intstr"
	"k8s.io/client-go/tools/cache"
)

// proxy does what kube-proxy would: whoever connects to a Service is led to one of the Ready pods it selects. There are
// no EndpointSlices to go by, as Kubernetes refuses loopback addresses in them.
type proxy struct {
	pods  cache.Store
	mutex sync.Mutex
	open  map[netip.AddrPort]*front
}

// front is one port of one Service.
type front struct {
	listener net.Listener
	pods     cache.Store
	behind   atomic.Pointer[behind]
	turn     atomic.Uint64
}

// behind says where a front leads.
type behind struct {
	namespace string
	selector  labels.Selector
	port      intstr.IntOrString
}

func newProxy(pods cache.Store) *proxy {
	return &proxy{pods: pods, open: map[netip.AddrPort]*front{}}
}

// showing keeps what is open in step with the Services there are.
func (p *proxy) showing(services cache.Store) cache.ResourceEventHandler {
	show := func() {
		var all []*v1.Service
		for _, service := range services.List() {
			all = append(all, service.(*v1.Service))
		}
		p.show(all)
	}
	return cache.ResourceEventHandlerFuncs{
		AddFunc: func(any) { show() }, DeleteFunc: func(any) { show() }, UpdateFunc: func(_, _ any) { show() },
	}
}

// show opens what these Services have and closes the rest.
func (p *proxy) show(services []*v1.Service) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	wanted := map[netip.AddrPort]*behind{}
	for _, service := range services {
		fronts(service, wanted)
	}
	for address, open := range p.open {
		if wanted[address] == nil {
			_ = open.listener.Close()
			delete(p.open, address)
		}
	}
	for address, behind := range wanted {
		if p.open[address] == nil && !p.listen(address) {
			continue
		}
		p.open[address].behind.Store(behind)
	}
}

// fronts leaves out what nobody is behind: the API server's own Service, and those without an address.
func fronts(service *v1.Service, all map[netip.AddrPort]*behind) {
	address, err := netip.ParseAddr(service.Spec.ClusterIP)
	if err != nil || len(service.Spec.Selector) == 0 {
		return
	}
	for _, port := range service.Spec.Ports {
		if port.Protocol == v1.ProtocolTCP {
			all[netip.AddrPortFrom(address, uint16(port.Port))] = &behind{
				service.Namespace, labels.SelectorFromSet(service.Spec.Selector), port.TargetPort,
			}
		}
	}
}

func (p *proxy) listen(address netip.AddrPort) bool {
	listener, err := net.Listen("tcp", address.String())
	if err != nil {
		log.Printf("service %s: %v", address, explained(err))
		return false
	}
	f := &front{listener: listener, pods: p.pods}
	p.open[address] = f
	go f.accept()
	return true
}

func (f *front) accept() {
	for {
		connection, err := f.listener.Accept()
		if err != nil {
			return
		}
		go f.lead(connection.(*net.TCPConn))
	}
}

// lead forwards to the pod whose turn it is. With nobody there the connection is reset, where kube-proxy refuses it.
func (f *front) lead(client *net.TCPConn) {
	defer func() { _ = client.Close() }()
	there := f.behind.Load().addresses(f.pods)
	if len(there) == 0 {
		_ = client.SetLinger(0)
		return
	}
	next := there[(f.turn.Add(1)-1)%uint64(len(there))]
	server, err := net.Dial("tcp", next)
	if err != nil {
		_ = client.SetLinger(0)
		return
	}
	defer func() { _ = server.Close() }()
	both(client, server.(*net.TCPConn))
}

// both copies in both directions until both are done.
func both(one, other *net.TCPConn) {
	var done sync.WaitGroup
	done.Go(func() { oneWay(one, other) })
	done.Go(func() { oneWay(other, one) })
	done.Wait()
}

func oneWay(from, to *net.TCPConn) {
	if _, err := to.ReadFrom(from); err != nil {
		_ = from.Close()
	}
	_ = to.CloseWrite()
}

// addresses of the Ready pods, in a stable order.
func (b *behind) addresses(pods cache.Store) []string {
	var all []string
	for _, stored := range pods.List() {
		pod := stored.(*v1.Pod)
		if pod.Namespace != b.namespace || !b.selector.Matches(labels.Set(pod.Labels)) || !serves(pod) {
			continue
		}
		if port, found := b.portOf(pod); found {
			all = append(all, netip.AddrPortFrom(netip.MustParseAddr(pod.Status.PodIP), port).String())
		}
	}
	slices.SortFunc(all, strings.Compare)
	return all
}

func serves(pod *v1.Pod) bool {
	ready := find(pod.Status.Conditions, v1.PodReady)
	return pod.Status.PodIP != "" && pod.DeletionTimestamp == nil && ready != nil && ready.Status == v1.ConditionTrue
}

func (b *behind) portOf(pod *v1.Pod) (uint16, bool) {
	if b.port.Type == intstr.Int {
		return uint16(b.port.IntVal), true
	}
	for _, container := range pod.Spec.Containers {
		for _, port := range container.Ports {
			if port.Name == b.port.StrVal {
				return uint16(port.ContainerPort), true
			}
		}
	}
	return 0, false
}

// stop closes all; connections end when one of their sides does.
func (p *proxy) stop() { p.show(nil) }
