package main

import (
	"bytes"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"os"
	"strings"
	"syscall"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/web"
)

const (
	tokenVariable = "PGDOCTOR_TOKEN"
	shortestToken = 16   // bytes: fewer can be guessed
	longestToken  = 1024 // more is another file
)

func listenFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "listen", Usage: "answer at `HOST:PORT`; port 0 is any free one", Value: "127.0.0.1:8080"},
		&cli.StringFlag{Name: "token-file", Usage: "demand the token in `FILE` (PGDOCTOR_TOKEN does the same with the token itself)"},
		&cli.StringFlag{Name: "tls-cert", Usage: "encrypt, with the certificates in `FILE`, PEM"},
		&cli.StringFlag{Name: "tls-key", Usage: "the key of --tls-cert, in `FILE`, PEM"},
		&cli.BoolFlag{Name: "behind-proxy", Usage: "believe X-Forwarded-Proto and X-Forwarded-For: a reverse proxy sets them, and nobody comes around it", DisableDefaultText: true},
	}
}

// access is who may read, and how it is encrypted.
type access struct {
	token string      // "" where none is demanded
	tls   *tls.Config // nil where nothing is encrypted
}

// accessOf reads the flags about it, and refuses what would let anybody read.
func accessOf(c *cli.Context) (access, error) {
	var a access
	token, source, err := tokenOf(c)
	if err != nil {
		return a, err
	}
	if a.token, err = goodToken(token, source); err != nil {
		return a, err
	}
	host, port, err := net.SplitHostPort(c.String("listen"))
	if err == nil {
		_, err = net.LookupPort("tcp", port)
	}
	if err != nil || port == "" {
		return a, usage("--listen %q is no HOST:PORT, as in 127.0.0.1:8080 or :8080", c.String("listen"))
	}
	if a.token == "" && !web.Loopback(host) {
		return a, needsToken(c.String("listen"))
	}
	cert, key := c.String("tls-cert"), c.String("tls-key")
	if cert == "" && key == "" {
		return a, nil
	}
	if cert == "" || key == "" {
		return a, usage("--tls-cert and --tls-key go together")
	}
	pair, err := tls.LoadX509KeyPair(cert, key)
	if err != nil {
		return a, usage("--tls-cert %s, --tls-key %s: %s", cert, key, err)
	}
	a.tls = &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12}
	return a, nil
}

func needsToken(address string) error {
	return usage("--listen %s can be reached from other machines, and so needs a token: write one with openssl rand -hex 32 > FILE and give --token-file FILE, or set %s; without one, listen on 127.0.0.1", address, tokenVariable)
}

// tokenOf is the token that is to be demanded, "" for none, and who says so.
func tokenOf(c *cli.Context) (token, source string, err error) {
	file := c.String("token-file")
	if file == "" {
		if c.IsSet("token-file") {
			return "", "", usage("--token-file is empty: name a file")
		}
		return os.Getenv(tokenVariable), tokenVariable, nil
	}
	source = "--token-file " + file
	info, err := os.Stat(file)
	if err == nil && info.Mode().IsRegular() && info.Size() > longestToken {
		return "", source, usage("%s holds more than %d bytes: that is no token", source, longestToken)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return "", source, usage("--token-file: %s", err)
	}
	token = string(bytes.TrimSpace(text))
	if token == "" {
		return "", source, usage("%s is empty: write a token into it, with openssl rand -hex 32", source)
	}
	return token, source, nil
}

// goodToken refuses a token that is guessed easily or that no header can hold. It
// never says the token.
func goodToken(token, source string) (string, error) {
	if token == "" {
		return "", nil
	}
	if len(token) < shortestToken {
		return "", usage("%s: the token has %d bytes and needs at least %d: openssl rand -hex 32 writes a good one", source, len(token), shortestToken)
	}
	if strings.ContainsFunc(token, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return "", usage("%s: the token holds a space or a character that is not ASCII: openssl rand -hex 32 writes a good one", source)
	}
	return token, nil
}

// listen takes the address. Where no token is demanded, what it was bound to must be
// this machine's own: a name may mean another address than it says.
func listen(address string, demanded bool) (net.Listener, error) {
	listener, err := net.Listen("tcp", address)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("cannot listen on %s: another program has the port; stop it, or choose another with --listen (port 0 is any free one)", address)
	case errors.Is(err, syscall.EACCES):
		return nil, fmt.Errorf("cannot listen on %s: only root may take ports below 1024; choose another with --listen", address)
	case errors.Is(err, syscall.EADDRNOTAVAIL):
		return nil, fmt.Errorf("cannot listen on %s: this machine does not have that address", address)
	case err != nil:
		return nil, fmt.Errorf("cannot listen on %s: %w", address, innermost(err))
	}
	if !demanded && !web.Loopback(listener.Addr().String()) {
		listener.Close()
		return nil, needsToken(address)
	}
	return listener, nil
}

// innermost is what was wrong, without the operations around it.
func innermost(err error) error {
	var operation *net.OpError
	if errors.As(err, &operation) {
		return operation.Err
	}
	return err
}
