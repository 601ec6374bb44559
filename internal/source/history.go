package source

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/microleadership/playbook/internal/playbook"
)

// Revision names the state that History would tell about: the last commit, and what people
// are called. It is "" when there is nothing to tell: no git, no repository, no commit,
// or a shallow clone, in which the oldest commit at hand claims to have made every file.
func Revision(ctx context.Context, dir string) string {
	out, err := gitCommand(ctx, dir, "rev-parse", "--is-shallow-repository", "--show-toplevel", "--verify", "HEAD").Output()
	said := strings.Split(strings.TrimSpace(string(out)), "\n")
	if err != nil || len(said) != 3 || said[0] != "false" {
		return ""
	}
	names, err := os.ReadFile(filepath.Join(said[1], ".mailmap"))
	if err != nil {
		return said[2]
	}
	return fmt.Sprintf("%s %x", said[2], sha256.Sum256(names))
}

// Repository lists the folders in which git keeps what a commit changes, none without git.
func Repository(ctx context.Context, dir string) []string {
	out, err := gitCommand(ctx, dir, "rev-parse", "--path-format=absolute", "--git-dir", "--git-common-dir").Output()
	if err != nil {
		return nil
	}
	return slices.Compact(strings.Split(strings.TrimSpace(string(out)), "\n"))
}

// OfCommits says whether a file in one of these folders, by its path from there, tells that
// there is another commit now.
func OfCommits(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return (first == "HEAD" || first == "refs" || first == "packed-refs" || first == "shallow") && !strings.HasSuffix(path, ".lock")
}

// History tells, by path relative to dir, when each file of the content was last
// changed and who ever changed it, first contributor first. A file that was renamed
// keeps its past; a renaming alone is no change. It is empty when Revision is "".
//
// The whole past is read in one go of git: asking once per file takes minutes for a
// thousand files.
func History(ctx context.Context, dir string) (map[string]playbook.Change, error) {
	p, err := pastOf(ctx, dir)
	if p == nil {
		return nil, err
	}
	return p.oldestFirst(), nil
}

// Added tells when the oldest commit that knows a file was made, whatever the file was
// called then. It is empty when Revision is "".
func Added(ctx context.Context, dir string) (map[string]time.Time, error) {
	p, err := pastOf(ctx, dir)
	if p == nil {
		return nil, err
	}
	return p.added, nil
}

// pastOf reads all commits; nil without any.
func pastOf(ctx context.Context, dir string) (*past, error) {
	if Revision(ctx, dir) == "" {
		return nil, ctx.Err()
	}
	cmd := gitCommand(ctx, dir, "log", "-z", "--name-status", "--format="+commitMark+"%at %aN%x1f%an%x1f%(trailers:key=Co-authored-by,valueonly,separator=%x1f)", "--encoding=UTF-8",
		"-M50%", "-l1000", "--no-merges", "--no-ext-diff", "--relative", "HEAD", "--", Dir)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("cannot run git: %w", err)
	}
	past, err := readLog(out)
	if waitErr := cmd.Wait(); err == nil {
		err = waitErr
	}
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, fmt.Errorf("git log: %w: %s", err, strings.TrimSpace(stderr.String()))
	}
	return past, nil
}

// gitCommand runs git in dir so that nobody's settings change what it says: no
// pager, no signatures, no question, nothing fetched, nothing locked.
func gitCommand(ctx context.Context, dir string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "git", append([]string{"--no-pager", "-c", "log.showSignature=false", "-c", "log.follow=false"}, args...)...)
	cmd.Dir = dir
	cmd.WaitDelay = time.Second
	cmd.Env = append(slices.DeleteFunc(os.Environ(), pointsElsewhere),
		"LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_NO_REPLACE_OBJECTS=1")
	return cmd
}

// pointsElsewhere says whether a variable would make git look at another repository
// than the one dir is in, as those do that git itself sets for its hooks.
func pointsElsewhere(variable string) bool {
	name, _, _ := strings.Cut(variable, "=")
	switch name {
	case "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR",
		"GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE":
		return true
	}
	return false
}

// readLog reads what git log printed, newest commit first.
func readLog(r io.Reader) (*past, error) {
	in := bufio.NewReader(r)
	p := newPast()
	for {
		token, err := in.ReadString(0)
		switch {
		case errors.Is(err, io.EOF):
			return p, nil
		case err != nil:
			return nil, err
		}
		token = strings.Trim(token, "\n\x00")
		if header, ok := strings.CutPrefix(token, commitMark); ok {
			err = p.commit(header)
		} else {
			err = p.file(token, in)
		}
		if err != nil {
			return nil, err
		}
	}
}
