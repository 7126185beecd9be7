package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/report"
	"github.com/pgdoctor/pgdoctor/internal/web"
)

func serveCommand() *cli.Command {
	return &cli.Command{
		Name:  "serve",
		Usage: "show the latest runs of one or many databases as a web page, with /metrics and an API",
		Description: `Only reads, and can change no database. With --from it shows the reports of
check --format json, and takes up new ones as they are written; with --store
those of a history in PostgreSQL. Without either it examines the database
itself every 15 minutes, and keeps the runs until it ends.

Other addresses than this machine's own need a token.`,
		Flags: slices.Concat(
			[]cli.Flag{
				&cli.StringSliceFlag{Name: "from", Usage: "show the JSON report `FILE`, or those in a directory; may be repeated"},
				storeFlag("show the runs that check --store keeps in the PostgreSQL database of this connection `STRING`"),
				&cli.DurationFlag{Name: "every", Usage: "examine the database every `DURATION`", Value: 15 * time.Minute},
				&cli.DurationFlag{Name: "stale-after", Usage: "mark a target whose latest run is older than `DURATION`; three times --every where serve examines the database itself", Value: 36 * time.Hour},
			},
			listenFlags(),
			connectionFlags(),
			[]cli.Flag{configFlag()},
		),
		Action: runServe,
	}
}

// How long a connection may take for what, so that nobody keeps one by doing nothing.
const (
	headerTime   = 5 * time.Second
	requestTime  = 15 * time.Second
	answerTime   = time.Minute
	idleTime     = 2 * time.Minute
	farewellTime = 10 * time.Second // for answers that are on their way when the program ends
	headerBytes  = 64 << 10
)

func runServe(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	guard, err := accessOf(c)
	if err != nil {
		return err
	}
	runs, err := runsOf(c)
	if err != nil {
		return err
	}
	defer runs.close()
	listener, err := listen(c.String("listen"), guard.token != "")
	if err != nil {
		return err
	}
	server := &http.Server{
		Handler: web.New(web.Options{
			History: runs.history, Token: guard.token, TLS: guard.tls != nil, Proxied: c.Bool("behind-proxy"),
			Stale: runs.stale, Version: toolVersion(), Words: errorLine, Broken: sayBroken(c.App.ErrWriter),
		}),
		TLSConfig:         guard.tls,
		ReadHeaderTimeout: headerTime, ReadTimeout: requestTime, WriteTimeout: answerTime, IdleTimeout: idleTime,
		MaxHeaderBytes: headerBytes,
		ErrorLog:       log.New(safeLines{c.App.ErrWriter}, "", 0),
	}
	scheme := "http"
	if guard.tls != nil {
		scheme = "https"
	} else if !web.Loopback(listener.Addr().String()) {
		fmt.Fprintln(c.App.ErrWriter, "pgdoctor serve: the token crosses the network as it is: --tls-cert and --tls-key encrypt it, or a reverse proxy in front of 127.0.0.1")
	}
	if _, err := fmt.Fprintf(c.App.Writer, "pgdoctor serve: %s://%s\n", scheme, listener.Addr()); err != nil {
		return errors.Join(err, listener.Close())
	}
	return serveUntilEnd(c, server, listener, runs.look)
}

// serveUntilEnd answers until the context ends, which is how serving is meant to
// end, and looks meanwhile.
func serveUntilEnd(c *cli.Context, server *http.Server, listener net.Listener, look func()) error {
	ctx, cancel := context.WithCancel(c.Context)
	c.Context = ctx // a look ends with the serving, whatever ended that
	var looking sync.WaitGroup
	if look != nil {
		looking.Go(look)
	}
	ended := make(chan error, 1)
	go func() {
		if server.TLSConfig != nil {
			ended <- server.ServeTLS(listener, "", "")
			return
		}
		ended <- server.Serve(listener)
	}()
	var err error
	select {
	case err = <-ended:
		err = fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
		farewell, stop := context.WithTimeout(context.Background(), farewellTime)
		defer stop()
		if server.Shutdown(farewell) != nil {
			server.Close() //nolint:errcheck // whoever still reads has had time
		}
	}
	cancel()
	looking.Wait()
	return err
}

// safeLines writes what net/http has to say, harmless and without secrets.
type safeLines struct{ to io.Writer }

func (s safeLines) Write(text []byte) (int, error) {
	_, err := fmt.Fprintln(s.to, "pgdoctor serve: "+errorLine(errors.New(string(text))))
	return len(text), err
}

// sayBroken tells the operator what the page does not show.
func sayBroken(to io.Writer) func(string, any, []byte) {
	return func(path string, value any, stack []byte) {
		fmt.Fprintf(to, "pgdoctor serve: the page %s failed, which is a mistake in pgdoctor: %s\n%s", report.Safe(path), errorLine(fmt.Errorf("%v", value)), stack)
	}
}
