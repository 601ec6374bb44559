// What the browser tests call: the modules of the theme, with answers in the form
// of the vectors.

import { parts } from "../../../../themes/default/js/search/words/compound.js";
import { sentences } from "../../../../themes/default/js/search/words/sentence.js";
import { split } from "../../../../themes/default/js/search/words/split.js";

export const splits = (texts) =>
	texts.map((Text) => ({
		Text,
		Tokens: split(Text).map((t) => ({
			Term: t.term, Source: Text.slice(t.start, t.end), Pos: t.pos, Last: t.last, Whole: t.whole,
		})),
	}));

export const cuts = (texts) =>
	texts.map((Text) => ({ Text, Sentences: sentences(Text).map(([start, end]) => Text.slice(start, end)) }));

export const taken = (terms, known) => {
	const set = new Set(known);
	return terms.map((Term) => ({ Term, Parts: parts(Term, (w) => set.has(w)) ?? null }));
};

export { split };
