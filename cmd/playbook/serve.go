package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os/exec"
	"runtime"
	"strconv"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/serve"
)

// defaultPort is where a preview is looked for first.
const defaultPort = 4141

type serveFlags struct {
	selection
	following
	host string
	port int
	open bool
	poll bool

	verbose bool
}

func serveCommand(s streams) *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   "serve [dir]",
		Short: "Preview the site; pages change as you save",
		Long: `Serve builds the site in memory and shows it on this machine. It writes nothing. When
a file changes, open pages change in place, where you were reading. While there are
mistakes the last good site stays; they are shown in the terminal and over the page,
with links that open your editor. A round button on each page (or Alt+P) shows what the
checker and the search make of it.

Drafts are left out unless --drafts is given, as in a build.`,
		Example: `  playbook serve --open
  playbook serve handbook --drafts --port 8080`,
		Args: oneFolder,
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.port < 0 || f.port > 65535 {
				return &usageError{"there is no port " + strconv.Itoa(f.port), "ports are 1 to 65535, or 0 for any that is free"}
			}
			p, err := openProject(folder(args))
			if err != nil {
				return err
			}
			defer p.Close()
			return preview(cmd.Context(), s, p, f, cmd.Flags().Changed("port"))
		},
	}
	f.selection.add(cmd)
	f.following.add(cmd)
	cmd.Flags().StringVar(&f.host, "host", "127.0.0.1", "address to listen on")
	cmd.Flags().IntVarP(&f.port, "port", "p", defaultPort, "port to listen on; when it is taken and not asked for, the next one")
	cmd.Flags().BoolVar(&f.open, "open", false, "open the site in the browser")
	cmd.Flags().BoolVar(&f.poll, "poll", false, "look for changes at intervals, for network file systems")
	cmd.Flags().BoolVarP(&f.verbose, "verbose", "v", false, "say of each page why it is made")
	return cmd
}

func preview(ctx context.Context, s streams, p *project, f serveFlags, exactPort bool) error {
	previewing.Store(true)
	b, err := p.builder(f.selection, builderOptions{watching: true, rendered: rendered(s, f.verbose)})
	if err != nil {
		return err
	}
	options, err := f.options(p, f.host)
	if err != nil {
		return err
	}
	l, err := serve.Listen(f.host, f.port, !exactPort)
	if err != nil {
		return listenError(err)
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	hints := p.hints(ctx, s, f.poll)
	said := &journal{s: s, p: p}
	options.Faulty = said.faulty
	server := serve.New(options)
	r, err := b.Rebuild(ctx)
	if err != nil {
		return err
	}
	server.Show(r)
	said.rebuilt(r)
	address := "http://" + l.Addr().String() + "/"
	if port := l.Addr().(*net.TCPAddr).Port; port != f.port && f.port != 0 {
		fmt.Fprintf(s.err, "port %d is taken, using %d\n", f.port, port)
	}
	fmt.Fprintf(s.out, "serving %s on %s (stop with Ctrl-C)\n", p.dir, address)
	if f.open {
		openBrowser(s, address)
	}
	go p.follow(ctx, b, hints, func(r *build.Result, err error) bool {
		if err != nil {
			server.Fail(err)
			report(s.err, err) // the next look may find it mended
			return false
		}
		server.Show(r)
		said.rebuilt(r)
		return true
	})
	return server.Run(ctx, l)
}

func listenError(err error) error {
	if errors.Is(err, syscall.EADDRINUSE) {
		return &hinted{err, "another program uses the port; choose one with --port"}
	}
	return &hinted{err, "--host is an address of this machine, like 127.0.0.1 or 0.0.0.0"}
}

// openBrowser asks the desktop to show the address. When there is no desktop the line
// with the address is enough.
func openBrowser(s streams, address string) {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	if err := exec.Command(name, args...).Start(); err != nil {
		fmt.Fprintln(s.err, "cannot open a browser:", err)
	}
}
