package source

import (
	"context"
	"errors"
	"os/exec"
	"regexp"
	"strings"
)

// RevisionError says why a revision cannot be read, and what to do about it.
type RevisionError struct {
	Why, Way string
	Mistyped bool // it cannot be one, in whichever repository
}

func (e *RevisionError) Error() string { return e.Why }

// Hint is the way out.
func (e *RevisionError) Hint() string { return e.Way }

// maxFiles is how many files of a revision are looked at, those of submodules included.
const maxFiles = 500_000

// At opens the playbook in dir as git knows it at a revision: content/ and themes/, and
// nothing else. Files are read when they are asked for, from git's objects: nothing is checked out,
// no hook, filter or attribute of the repository has a say. Close ends what reads them.
//
// The files of a submodule are those of the commit that the revision names, where the
// submodule is there. A revision in which there is no playbook is empty.
func At(ctx context.Context, dir, revision string) (*Archive, error) {
	commit, err := resolve(ctx, dir, revision)
	if err != nil {
		return nil, err
	}
	a := &Archive{nodes: map[string]*node{}}
	a.folder(".")
	if err := a.list(ctx, dir, commit, ".", 0); err != nil {
		return nil, err
	}
	return a, nil
}

// resolve finds the commit that a revision means.
func resolve(ctx context.Context, dir, revision string) (string, error) {
	switch {
	case revision == "" || strings.HasPrefix(revision, "-") || strings.ContainsAny(revision, "\x00\n"):
		return "", &RevisionError{"“" + revision + "” is no revision", "name a branch, a tag or a commit, as in origin/main", true}
	case strings.Contains(revision, ".."):
		return "", &RevisionError{"“" + revision + "” is a range of revisions", "name one; it is compared with the files as they are", true}
	}
	if out, err := ask(ctx, dir, "rev-parse", "--is-inside-work-tree"); errors.Is(err, exec.ErrNotFound) {
		return "", &RevisionError{"git is not installed", "an older state of the playbook is read with it", false}
	} else if err != nil || out != "true" {
		return "", &RevisionError{dir + " is in no git repository", "there is nothing to compare with: " + reasonOf(err, "run git init there, and commit"), false}
	}
	// In two steps: at the end of “:/words” the second would be searched for.
	if named, err := ask(ctx, dir, "rev-parse", "--verify", "--quiet", revision); err == nil && object.MatchString(named) {
		if commit, err := ask(ctx, dir, "rev-parse", "--verify", "--quiet", named+"^{commit}"); err == nil {
			return commit, nil
		}
	}
	return "", unknown(ctx, dir, revision)
}

var object = regexp.MustCompile(`^[0-9a-f]{40,64}$`)

// reasonOf is what git said, where it is not that there is no repository.
func reasonOf(err error, otherwise string) string {
	if said := (*gitError)(nil); errors.As(err, &said) && !strings.Contains(said.text, "not a git repository") {
		return said.text
	}
	return otherwise
}

// unknown says why there is no such revision here.
func unknown(ctx context.Context, dir, revision string) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	e := &RevisionError{"there is no revision “" + revision + "” here", "git branch -a and git tag list those that there are", false}
	if _, err := ask(ctx, dir, "rev-parse", "--verify", "--quiet", "HEAD"); err != nil {
		e.Why, e.Way = "there is no commit yet", "commit the playbook; then there is something to compare with"
		return e
	}
	if _, err := ask(ctx, dir, "rev-parse", "--verify", "--quiet", "origin/"+revision+"^{commit}"); err == nil {
		e.Way = "did you mean “origin/" + revision + "”?"
		return e
	}
	if shallow, _ := ask(ctx, dir, "rev-parse", "--is-shallow-repository"); shallow == "true" {
		e.Why += ": the clone is shallow"
		e.Way = "fetch the whole history: fetch-depth: 0 with actions/checkout, GIT_DEPTH: 0 in GitLab, git fetch --unshallow by hand"
	}
	return e
}
