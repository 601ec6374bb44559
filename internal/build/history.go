package build

import (
	"context"

	"github.com/microleadership/playbook/internal/playbook"
	"github.com/microleadership/playbook/internal/source"
)

// history is what version control said at one revision.
type history map[string]playbook.Change

// changes asks version control when each file was last changed, once per revision.
func (b *Builder) changes(ctx context.Context) (h history, revision string, err error) {
	if b.opts.Dir == "" {
		return nil, "", nil
	}
	if revision = source.Revision(ctx, b.opts.Dir); revision == "" {
		return nil, "", nil
	}
	b.history.round()
	if h, ok := b.history.get(revision); ok {
		return h, revision, nil
	}
	if h, err = source.History(ctx, b.opts.Dir); err != nil {
		return nil, "", err
	}
	b.history.put(revision, h)
	return h, revision, nil
}
