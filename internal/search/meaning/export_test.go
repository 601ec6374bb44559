package meaning

// ExpandAny expands any number of documents, so that examples can be small.
func ExpandAny(terms int, docs [][]Weight) [][]int32 {
	return ExpandInHand(terms, docs, inHand)
}

// ExpandInHand looks at the weights of a few documents at a time.
func ExpandInHand(terms int, docs [][]Weight, few int) [][]int32 {
	return new(Expander).expand(CollectionOf(terms, docs), few)
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
	return Collection{terms, len(docs), func(wanted []bool) [][]Weight {
		list := make([][]Weight, len(docs))
		for d, yes := range wanted {
			if yes {
				list[d] = joined[d]
			}
		}
		return list
	}}
}
