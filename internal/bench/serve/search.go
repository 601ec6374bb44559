package main

import (
	"context"
	"fmt"
	"strings"
)

// searchFile finds the file of the search index that has an entry's title: the manifest
// when the playbook is small, or else one of the shards of texts.
func (s *server) searchFile(ctx context.Context, entry string) (string, error) {
	const manifest = "search-index.js"
	text, err := s.get(ctx, manifest)
	if err != nil {
		return "", err
	}
	if strings.Contains(text, entry) {
		return manifest, nil
	}
	for n := 0; ; n++ {
		shard := fmt.Sprintf("search-index/d%d.js", n)
		text, err := s.get(ctx, shard)
		if err != nil {
			return "", fmt.Errorf("no shard of the search index has %s: %w", entry, err)
		}
		if strings.Contains(text, `"`+entry+`"`) {
			return shard, nil
		}
	}
}
