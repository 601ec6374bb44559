package meaning

// ExpandAny expands any number of documents, so that examples can be small.
func ExpandAny(terms int, docs [][]Weight) [][]int32 {
	return new(Expander).expand(CollectionOf(terms, docs))
}

// CollectionOf leaves out what does not join.
func CollectionOf(terms int, docs [][]Weight) Collection {
	frequency := make([]int, terms)
	for _, doc := range docs {
		for _, w := range doc {
			frequency[w.Term]++
		}
	}
	joined := make([][]Weight, len(docs))
	for d, doc := range docs {
		for _, w := range doc {
			if Joins(frequency[w.Term], len(docs)) {
				joined[d] = append(joined[d], w)
			}
		}
	}
	return Collection{terms, len(docs), func([]bool) [][]Weight { return joined }}
}
