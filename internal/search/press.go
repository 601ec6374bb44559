package search

import (
	"hash/maphash"
	"sync"

	"github.com/microleadership/playbook/internal/parallel"
	"github.com/microleadership/playbook/internal/search/shard"
)

// press keeps the scripts of the last publication. A script is used again when name and
// payload are the same, by two independent hashes of 64 bits: comparing the payloads
// themselves would mean to keep them beside the scripts.
type press struct {
	seeds   [2]maphash.Seed
	scripts map[string]*script // by name of the shard
}

// script is a shard as it is published.
type script struct {
	hash [2]uint64 // of the payload
	size int       // of the payload, in bytes
	sum  string
	data []byte
}

// print returns the script of each shard.
func (p *press) print(shards []shardPlan) ([]*script, error) {
	if p.scripts == nil {
		p.seeds = [2]maphash.Seed{maphash.MakeSeed(), maphash.MakeSeed()}
	}
	scripts := make([]*script, len(shards))
	var mu sync.Mutex
	var failed error
	parallel.Each(len(shards), inRow, func() func(int) {
		var payload []byte
		return func(i int) {
			var err error
			if payload, err = shards[i].write(payload[:0]); err != nil {
				mu.Lock()
				failed = err
				mu.Unlock()
				return
			}
			scripts[i] = p.script(shards[i].name, payload)
		}
	})
	if failed != nil {
		return nil, failed
	}
	p.scripts = make(map[string]*script, len(shards))
	for i, s := range shards {
		p.scripts[s.name] = scripts[i]
	}
	return scripts, nil
}

func (p *press) script(name string, payload []byte) *script {
	hash := [2]uint64{maphash.Bytes(p.seeds[0], payload), maphash.Bytes(p.seeds[1], payload)}
	if last := p.scripts[name]; last != nil && last.hash == hash && last.size == len(payload) {
		return last
	}
	return &script{hash, len(payload), shard.Sum(payload), shard.Script(name, payload)}
}
