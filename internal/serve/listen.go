package serve

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strconv"
	"syscall"
	"time"
)

// Listen opens the port, or the next free one when it is taken and next is set.
func Listen(host string, port int, next bool) (net.Listener, error) {
	const tries = 20
	for i := 0; ; i++ {
		l, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(port+i)))
		if err == nil || !next || i == tries || port == 0 || !errors.Is(err, syscall.EADDRINUSE) {
			return l, err
		}
	}
}

// Run serves until ctx ends. Open event streams end with it.
func (s *Server) Run(ctx context.Context, l net.Listener) error {
	srv := &http.Server{
		Handler:        s,
		ReadTimeout:    10 * time.Second, // nobody has a body to send; a stream takes its own time
		IdleTimeout:    2 * time.Minute,
		MaxHeaderBytes: 64 << 10,
		BaseContext:    func(net.Listener) context.Context { return ctx },

		DisableGeneralOptionsHandler: true, // it would answer without looking at the host
	}
	stop := context.AfterFunc(ctx, func() { _ = srv.Close() })
	defer stop()
	if err := srv.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
