package outside

import (
	"crypto/tls"
	"errors"
	"net"
	"strings"
	"syscall"
	"time"

	"dossier/internal/diag"
)

// verdict is what was found at an address.
type verdict struct {
	Kind   kind
	Status int    `json:",omitempty"` // of the last answer
	New    string `json:",omitempty"` // of gone and insecure: the better address
	Reason string `json:",omitempty"` // of lost: why; of private: the address

	wait time.Duration // of busy: what Retry-After says
	at   time.Time     // when it was found, where it was remembered
}

type kind string

// The kinds of verdicts. An address that was not asked has none.
const (
	good     kind = "good"
	gone     kind = "moved"    // for good, to New
	insecure kind = "insecure" // the same is there with https
	dead     kind = "dead"     // 404, 410
	refused  kind = "refused"  // another answer of 4xx: nothing can be said
	busy     kind = "busy"     // 429, 5xx, time ran out
	lost     kind = "lost"     // no answer
	private  kind = "private"  // of a private network
)

// failed is the verdict over a request without an answer.
func failed(err error) verdict {
	if at, yes := isPrivate(err); yes {
		return verdict{Kind: private, Reason: at}
	}
	var timeout net.Error
	var name *net.DNSError
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.As(err, &name) && name.IsNotFound:
		return verdict{Kind: lost, Reason: "name"}
	case errors.As(err, &certificate):
		return verdict{Kind: lost, Reason: "certificate"}
	case errors.As(err, &timeout) && timeout.Timeout():
		return verdict{Kind: busy, Reason: "time"}
	case errors.Is(err, syscall.ECONNREFUSED):
		return verdict{Kind: lost, Reason: "refused"}
	case strings.Contains(err.Error(), "tls:"):
		return verdict{Kind: lost, Reason: "certificate"}
	}
	return verdict{Kind: lost, Reason: "broken"}
}

// tell words a verdict, at every place where the address is written.
func (v verdict) tell(l Link) []diag.Diagnostic {
	var all []diag.Diagnostic
	for _, pos := range l.Places {
		if d, bad := v.diagnostic(l.URL, pos); bad {
			all = append(all, d)
		}
	}
	return all
}

func (v verdict) diagnostic(address string, pos diag.Pos) (diag.Diagnostic, bool) {
	switch v.Kind {
	case gone:
		return diag.At(pos, "external-link.moved", address).WithHint("hint.write", v.New), true
	case insecure:
		return diag.At(pos, "external-link.insecure", address).WithHint("hint.write", v.New), true
	case dead:
		return diag.At(pos, "external-link", address, v.Status).WithHint("hint.external-dead"), true
	case refused:
		return diag.At(pos, "external-link.refused", address, v.Status).WithHint("hint.external-skip"), true
	case busy:
		if v.Reason != "" {
			return diag.At(pos, "external-link.lost", address, diag.Term("outside."+v.Reason)).WithHint("hint.external-later"), true
		}
		return diag.At(pos, "external-link.busy", address, v.Status).WithHint("hint.external-later"), true
	case lost:
		return diag.At(pos, "external-link.lost", address, diag.Term("outside."+v.Reason)).WithHint("hint.external-dead"), true
	case private:
		return diag.At(pos, "external-link.private", address, v.Reason).WithHint("hint.external-private"), true
	}
	return diag.Diagnostic{}, false
}
