package outside

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"syscall"
	"time"
)

// privateError is an address that is not of the public internet.
type privateError struct{ address netip.Addr }

func (e privateError) Error() string { return fmt.Sprintf("%s is not a public address", e.address) }

// guarded connects to public addresses only. The check is made on the address that
// the connection goes to, after the name was resolved: a name cannot be made to
// mean something else in between.
func guarded(private bool) func(ctx context.Context, network, address string) (net.Conn, error) {
	d := &net.Dialer{Timeout: 10 * time.Second}
	if !private {
		d.Control = func(_, address string, _ syscall.RawConn) error {
			at, err := netip.ParseAddrPort(address)
			if err != nil {
				return err
			}
			if ip := at.Addr().Unmap(); !public(ip) {
				return privateError{ip}
			}
			return nil
		}
	}
	return d.DialContext
}

// special are the ranges that are not of the public internet beside those that
// netip knows (IANA registries of special-purpose addresses).
var special = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("100.64.0.0/10"), // shared by providers (RFC 6598)
	netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"), // documentation, as the two below
	netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"), // benchmarks
	netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("64:ff9b::/96"), // translated: leads to any address of IPv4
	netip.MustParsePrefix("64:ff9b:1::/48"),
	netip.MustParsePrefix("2002::/16"), // 6to4, likewise
	netip.MustParsePrefix("2001::/23"),
	netip.MustParsePrefix("2001:db8::/32"),
}

func public(ip netip.Addr) bool {
	if !ip.IsGlobalUnicast() || ip.IsPrivate() {
		return false
	}
	for _, p := range special {
		if p.Contains(ip) {
			return false
		}
	}
	return true
}

// isPrivate reports whether a request failed because of such an address.
func isPrivate(err error) (string, bool) {
	var e privateError
	if errors.As(err, &e) {
		return e.address.String(), true
	}
	return "", false
}
