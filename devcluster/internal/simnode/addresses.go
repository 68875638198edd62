package simnode

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"net/netip"
	"sync"
	"syscall"

	v1 "k8s.io/api/core/v1"

	"readygate.dev/devcluster/internal/podserver"
)

const (
	firstRange, ranges = 64, 192        // 127.64.0.0/16 to 127.255.0.0/16
	firstPod, lastPod  = 256, 1<<16 - 2 // x.x.0.y are the nodes
	kubeletPort        = 10250
	tries              = 100 // taken ones in a row; then the port is taken on all addresses
)

// addresses gives every pod an address of its own. A cluster has a range of 127.0.0.0/8 to itself; it holds the kubelet
// port of the first node there, so that the next cluster on this machine takes another range.
type addresses struct {
	claim  net.Listener
	octet  byte
	mutex  sync.Mutex
	next   int
	inUse  map[netip.Addr]bool
	listen func(netip.Addr, []podserver.Port) (podserver.Listeners, error)
}

func claimAddresses() (*addresses, error) {
	var err error
	for _, n := range rand.Perm(ranges) {
		a := &addresses{octet: byte(firstRange + n), next: firstPod, inUse: map[netip.Addr]bool{}, listen: podserver.Listen}
		claim := netip.AddrPortFrom(a.node(0), kubeletPort).String()
		if a.claim, err = net.Listen("tcp", claim); err == nil {
			return a, nil
		}
	}
	return nil, fmt.Errorf("no free range in 127.64.0.0 to 127.255.255.255 for simulated pods: %w", err)
}

func (a *addresses) node(index int) netip.Addr { return a.at(index + 1) }

func (a *addresses) at(n int) netip.Addr {
	return netip.AddrFrom4([4]byte{127, a.octet, byte(n >> 8), byte(n)})
}

// take finds an address on which the ports are free, and opens them. Addresses go round: one that became free is given
// to another pod as late as possible.
func (a *addresses) take(ports []podserver.Port) (netip.Addr, podserver.Listeners, error) {
	var err error
	for range tries {
		address, free := a.reserve()
		if !free {
			return netip.Addr{}, podserver.Listeners{}, fmt.Errorf("all addresses of 127.%d.0.0/16 are in use", a.octet)
		}
		var listeners podserver.Listeners
		if listeners, err = a.listen(address, ports); err == nil {
			return address, listeners, nil
		}
		a.release(address)
		if !errors.Is(err, syscall.EADDRINUSE) {
			break
		}
	}
	return netip.Addr{}, podserver.Listeners{}, explained(err)
}

func (a *addresses) reserve() (netip.Addr, bool) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	for range lastPod - firstPod + 1 {
		address := a.at(a.next)
		if a.next++; a.next > lastPod {
			a.next = firstPod
		}
		if !a.inUse[address] {
			a.inUse[address] = true
			return address, true
		}
	}
	return netip.Addr{}, false
}

func (a *addresses) release(address netip.Addr) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	delete(a.inUse, address)
}

func explained(err error) error {
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return fmt.Errorf("%w: does another program listen on this port of all addresses (0.0.0.0)?", err)
	case errors.Is(err, syscall.EACCES):
		return fmt.Errorf("%w: ports below 1024 need root or sysctl net.ipv4.ip_unprivileged_port_start", err)
	case errors.Is(err, syscall.EMFILE):
		return fmt.Errorf("%w: every pod needs a file descriptor per port, see ulimit -n", err)
	case errors.Is(err, syscall.EADDRNOTAVAIL):
		return fmt.Errorf("%w: simulated pods need all of 127.0.0.0/8, which Linux has", err)
	default:
		return err
	}
}

func ipOf(address netip.Addr) (string, []v1.PodIP) {
	return address.String(), []v1.PodIP{{IP: address.String()}}
}
