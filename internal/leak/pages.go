package leak

// texts reads a page: what readers see goes to seen, without the tags, and what tags,
// comments and scripts say to unseen. Insides lists the comments and scripts that have tags of their own.
func texts(src []byte, seen, unseen *view) (insides [][2]int) {
	seen.reset(src, true)
	unseen.reset(src, false)
	m := markup{src: src}
	seen.read(0, len(src), func(i int) int {
		c, ok := m.at(i)
		if !ok {
			return i + 1
		}
		unseen.plain(i, c.tag)
		if c.from < c.to {
			unseen.tagged = false
			unseen.plain(c.from, c.to)
			if unseen.tagged {
				insides = append(insides, [2]int{c.from, c.to})
			}
		}
		return c.end
	})
	return insides
}
