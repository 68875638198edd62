package controlplane

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/hex"
	"encoding/pem"
	"fmt"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"time"
)

// credentials are made anew for every cluster and never leave its data folder.
type credentials struct {
	folder string
	caPEM  []byte
	tokens map[string]string // by user
}

// kubelet has a name of its own, so that its writes can be told from those of people and tests.
const kubelet = "simulated-kubelet"

// Who talks to the API server, and the group that gives it its rights.
var users = map[string]string{
	"admin":                          "system:masters",
	kubelet:                          "system:masters",
	"system:kube-controller-manager": "",
	"system:kube-scheduler":          "",
}

func (c credentials) file(name string) string { return filepath.Join(c.folder, name) }

func newCredentials(folder string) (credentials, error) {
	c := credentials{folder: folder, tokens: map[string]string{}}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return c, err
	}
	if err := c.writeTokens(); err != nil {
		return c, err
	}
	if err := c.writeServiceAccountKey(); err != nil {
		return c, err
	}
	return c, c.writeServingCertificate()
}

func (c credentials) writeTokens() error {
	var lines []byte
	for user, group := range users {
		c.tokens[user] = randomHex()
		lines = fmt.Appendf(lines, "%s,%s,%s,%q\n", c.tokens[user], user, user, group)
	}
	return os.WriteFile(c.file("tokens.csv"), lines, 0o600)
}

func (c credentials) writeServiceAccountKey() error {
	key, err := newKey()
	if err != nil {
		return err
	}
	if err := writeKey(c.file("sa.key"), key); err != nil {
		return err
	}
	public, err := x509.MarshalPKIXPublicKey(&key.PublicKey)
	if err != nil {
		return err
	}
	return writePEM(c.file("sa.pub"), "PUBLIC KEY", public)
}

// The authority's key is forgotten at once: it signs one certificate.
func (c *credentials) writeServingCertificate() error {
	authorityKey, err := newKey()
	if err != nil {
		return err
	}
	authority := authorityTemplate()
	authorityDER, err := x509.CreateCertificate(rand.Reader, authority, authority, &authorityKey.PublicKey, authorityKey)
	if err != nil {
		return err
	}
	c.caPEM = pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: authorityDER})
	if err := os.WriteFile(c.file("ca.crt"), c.caPEM, 0o600); err != nil {
		return err
	}
	key, err := newKey()
	if err != nil {
		return err
	}
	der, err := x509.CreateCertificate(rand.Reader, servingTemplate(), authority, &key.PublicKey, authorityKey)
	if err != nil {
		return err
	}
	if err := writeKey(c.file("apiserver.key"), key); err != nil {
		return err
	}
	return writePEM(c.file("apiserver.crt"), "CERTIFICATE", der)
}

func authorityTemplate() *x509.Certificate {
	t := template("devcluster-ca")
	t.IsCA = true
	t.BasicConstraintsValid = true
	t.KeyUsage |= x509.KeyUsageCertSign
	return t
}

func servingTemplate() *x509.Certificate {
	t := template("kube-apiserver")
	t.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}
	t.IPAddresses = []net.IP{net.IPv4(127, 0, 0, 1), net.IPv6loopback, net.IPv4(10, 96, 0, 1)}
	t.DNSNames = []string{"localhost", "kubernetes", "kubernetes.default", "kubernetes.default.svc"}
	return t
}

func template(name string) *x509.Certificate {
	serial, _ := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 120)) // crypto/rand never fails
	return &x509.Certificate{
		SerialNumber: serial,
		Subject:      pkix.Name{CommonName: name},
		NotBefore:    time.Now().Add(-time.Hour),
		NotAfter:     time.Now().AddDate(1, 0, 0),
		KeyUsage:     x509.KeyUsageDigitalSignature,
	}
}

func newKey() (*ecdsa.PrivateKey, error) { return ecdsa.GenerateKey(elliptic.P256(), rand.Reader) }

func writeKey(file string, key *ecdsa.PrivateKey) error {
	der, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		return err
	}
	return writePEM(file, "EC PRIVATE KEY", der)
}

func writePEM(file, kind string, der []byte) error {
	return os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}), 0o600)
}

func randomHex() string {
	token := make([]byte, 16)
	_, _ = rand.Read(token) // crypto/rand never fails
	return hex.EncodeToString(token)
}
