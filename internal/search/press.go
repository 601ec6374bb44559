package search

import (
	"crypto/sha256"
	"sync"

	"github.com/microleadership/playbook/internal/parallel"
	"github.com/microleadership/playbook/internal/search/shard"
)

// press keeps of the files of the last publication what is said of them elsewhere, by
// their sums. The files themselves are made when somebody asks for them: they are as
// much as all the rest together, and mostly are there already.
type press struct {
	sums map[Sum]string // of scripts: the short sum of their payloads
}

// Sum is the SHA-256 of a file.
type Sum [sha256.Size]byte

// script is a shard as it is published.
type script struct {
	size    int    // of the payload, in bytes
	sum     string // of the payload
	written int    // bytes of the script
	whole   Sum    // of the script
}

// print writes the script of each shard, and keeps what is to be known of it.
func (p *press) print(shards []shardPlan) []script {
	scripts := make([]script, len(shards))
	parallel.Each(len(shards), inRow, func() func(int) {
		var payload, file []byte
		return func(i int) {
			payload = shards[i].write(payload[:0])
			file = shard.AppendScript(file[:0], shards[i].name, payload)
			s := &scripts[i]
			*s = script{size: len(payload), written: len(file), whole: sha256.Sum256(file)}
			var known bool
			if s.sum, known = p.sums[s.whole]; !known {
				s.sum = shard.Sum(payload)
			}
		}
	})
	p.sums = make(map[Sum]string, len(scripts))
	for _, s := range scripts {
		p.sums[s.whole] = s.sum
	}
	return scripts
}

// appendScript writes the script of a shard.
func (s shardPlan) appendScript(to []byte) []byte {
	payload := payloads.Get().(*[]byte)
	defer payloads.Put(payload)
	*payload = s.write((*payload)[:0])
	return shard.AppendScript(to, s.name, *payload)
}

// payloads are buffers that are used again: there are thousands of shards, up to a megabyte each.
var payloads = sync.Pool{New: func() any { return new([]byte) }}
