package loopback

import (
	"fmt"
	"math/rand/v2"
	"net"
	"net/netip"
)

// Range is one of the networks 127.x.0.0/16. A cluster holds a port in it for as long as it uses it, so that the next
// cluster on this machine takes another.
type Range struct {
	octet byte
	claim net.Listener
}

// claimPort is on the last address of the range.
const claimPort = 10256

// ClaimRange takes one of count ranges, of which the first is 127.first.0.0/16.
func ClaimRange(first, count int) (*Range, error) {
	var err error
	for _, n := range rand.Perm(count) {
		r := &Range{octet: byte(first + n)}
		last := netip.AddrFrom4([4]byte{127, r.octet, 255, 254})
		if r.claim, err = net.Listen("tcp", netip.AddrPortFrom(last, claimPort).String()); err == nil {
			return r, nil
		}
	}
	return nil, fmt.Errorf("no free range in 127.%d.0.0 to 127.%d.255.255: %w", first, first+count-1, err)
}

func (r *Range) String() string { return fmt.Sprintf("127.%d.0.0/16", r.octet) }

// Release lets somebody else have it.
func (r *Range) Release() { _ = r.claim.Close() }
