// What the browser tests call: the modules of the theme, with answers in the form
// of the vectors.

import { analyse } from "../../../themes/default/js/search/analyse.js";
import { distance } from "../../../themes/default/js/search/distance.js";
import { load, rank, search } from "../../../themes/default/js/search/index.js";
import { sentences } from "../../../themes/default/js/search/sentence.js";
import { stem } from "../../../themes/default/js/search/stem.js";

export { load, rank, search };

export const stems = (words) => words.map((Word) => ({ Word, Stem: stem(Word) }));

export const distances = (list) =>
	list.map((v) => ({ ...v, Distance: distance([...v.A], [...v.B], v.Limit) }));

export const split = (texts) =>
	texts.map((Text) => ({ Text, Sentences: sentences(Text).map(([start, end]) => Text.slice(start, end)) }));

export const analysed = (texts) =>
	texts.map((Text) => ({
		Text,
		Tokens: analyse(Text).map((t) => ({
			Term: t.term, Source: Text.slice(t.start, t.end), Pos: t.pos, Last: t.last, Whole: t.whole,
		})),
	}));

export const answers = (data, queries) => {
	const index = load(data);
	return queries.map((Query) => ({
		Query,
		Hits: search(index, Query, 10).map((h) => ({
			Doc: h.doc, Score: h.score, Terms: h.terms, Title: marked(h.document.title, h.title),
			Passage: marked(h.passage.text, h.passage.ranges), Anchor: h.anchor,
		})),
	}));
};

function marked(text, ranges) {
	let out = "";
	let last = 0;
	for (const [start, end] of ranges) {
		out += text.slice(last, start) + "[" + text.slice(start, end) + "]";
		last = end;
	}
	return out + text.slice(last);
}
