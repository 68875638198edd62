package simnode

import (
	"net/netip"
	"strings"
	"syscall"
	"testing"

	"readygate.dev/devcluster/internal/podserver"
)

type listening func(netip.Addr, []podserver.Port) (podserver.Listeners, error)

func poolWhere(listen listening) *addresses {
	return &addresses{octet: 64, next: firstPod, inUse: map[netip.Addr]bool{}, listen: listen}
}

func nothingTaken(netip.Addr, []podserver.Port) (podserver.Listeners, error) {
	return podserver.Listeners{}, nil
}

func take(t *testing.T, a *addresses) string {
	t.Helper()
	address, _, err := a.take(nil)
	if err != nil {
		t.Fatal(err)
	}
	return address.String()
}

func TestEveryPodHasAnAddressOfItsOwn(t *testing.T) {
	a := poolWhere(nothingTaken)
	seen := map[string]bool{}
	for range 10_000 {
		seen[take(t, a)] = true
	}
	if len(seen) != 10_000 || !seen["127.64.1.0"] {
		t.Errorf("got %d different addresses", len(seen))
	}
}

func TestAddressSomebodyElseListensOnIsSkipped(t *testing.T) {
	a := poolWhere(func(address netip.Addr, _ []podserver.Port) (podserver.Listeners, error) {
		if address.String() == "127.64.1.0" {
			return podserver.Listeners{}, syscall.EADDRINUSE
		}
		return podserver.Listeners{}, nil
	})
	if got := take(t, a); got != "127.64.1.1" {
		t.Errorf("got %s", got)
	}
}

func TestReleasedAddressIsReusedAsLateAsPossible(t *testing.T) {
	a := poolWhere(nothingTaken)
	a.release(netip.MustParseAddr(take(t, a)))
	if got := take(t, a); got != "127.64.1.1" {
		t.Errorf("got %s at once", got)
	}
	a.next = lastPod
	take(t, a)
	if got := take(t, a); got != "127.64.1.0" {
		t.Errorf("after the last one: got %s", got)
	}
}

func TestPortThatCannotBeOpenedIsExplained(t *testing.T) {
	for reason, says := range map[syscall.Errno]string{
		syscall.EACCES: "ports below 1024", syscall.EADDRINUSE: "of all addresses", syscall.EMFILE: "ulimit -n",
	} {
		a := poolWhere(func(netip.Addr, []podserver.Port) (podserver.Listeners, error) {
			return podserver.Listeners{}, reason
		})
		if _, _, err := a.take(nil); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%v: got %v", reason, err)
		}
	}
}

func TestRangeWithoutAFreeAddressSaysSo(t *testing.T) {
	a := poolWhere(nothingTaken)
	for range lastPod - firstPod + 1 {
		take(t, a)
	}
	if _, _, err := a.take(nil); err == nil || !strings.Contains(err.Error(), "127.64.0.0/16 are in use") {
		t.Errorf("got %v", err)
	}
}

func TestTwoClustersHaveRangesOfTheirOwn(t *testing.T) {
	one, err := claimAddresses()
	if err != nil {
		t.Fatal(err)
	}
	defer one.claim.Close()
	another, err := claimAddresses()
	if err != nil {
		t.Fatal(err)
	}
	defer another.claim.Close()
	if one.octet == another.octet {
		t.Errorf("both have 127.%d.0.0/16", one.octet)
	}
}
