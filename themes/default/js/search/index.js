// The search engine of a built playbook: pure functions, no DOM, no network.
// It is the twin of internal/search in Go, file by file; docs/search-format.md
// describes both. The same query gives the same ids and scores in either.
//
// The index is one classic script that sets self.playbookIndex (a string, JSON),
// so that it loads by <script src> from file:// too. Then:
//
//	import { load, search, count } from "./search/index.js";
//	const index = load(self.playbookIndex);       // throws when it is not an index of this format
//	const hits = search(index, "my boss never", 10);
//
// load(data)                   string or the object parsed from it → index
// search(index, query, limit)  → hits, best first, at most limit of them
// rank(index, query)           → { matches: [{ doc, score }], slots }: every page
//                                that matches, best first, without passages (for
//                                counts and facets; search() is rank() and excerpt())
// excerpt(index, ranked, match) → the hit for one of ranked.matches
//
// A hit is {
//   doc,       number of the document in index.documents
//   document,  { url, title, summary, aliases, asks, tags, headings, body, kind,
//                kindLabel, maturity, outcome, lang, illustrative, facets };
//                strings are "", lists [] and facets {} where there is nothing.
//                url is relative to the site's root.
//   score,     number
//   terms,     the words of the page that matched, as they are in the index
//   title,     [[start, end], …] to mark in document.title
//   passage,   { text, ranges: [[start, end], …] } to show under the title
//   anchor,    id of the best matching heading, or "" for the page as a whole
// }
// Ranges count UTF-16 units, as String.prototype.slice does; they are sorted and
// do not overlap. Texts are as the author wrote them: put them into the page as text.
