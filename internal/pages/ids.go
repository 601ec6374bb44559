package pages

// LayoutIDs are the ids that layouts give to their own parts of a page. Headings of
// entries are kept from taking them, so that no id stands twice on a page.
func LayoutIDs() []string {
	ids := []string{
		"main", "act", "ask", "filters", "finder-fits", "latest", "map-style", "map-style-caption", "map-toward", "map-toward-caption", "outcome", "practice", "search-ways", "sources", "starts", "term-note",
		"toc-title", "ways", "week", "when-not",
	}
	for _, group := range groupIDs {
		ids = append(ids, "group-"+group)
	}
	return ids
}

// groupIDs name the groups of entries that an entry is connected to.
var groupIDs = []string{"examples", "stories", "attempts", "principles", "related", "backlinks"}
