// What the browser tests call: the modules of the theme, with answers in the form
// of the vectors.

import { distance } from "../../../themes/default/js/search/distance.js";
import { answer, open } from "../../../themes/default/js/search/index.js";
import { Store } from "../../../themes/default/js/search/store.js";

export { open };

export const distances = (list) =>
	list.map((v) => ({ ...v, Distance: distance([...v.A], [...v.B], v.Limit) }));

// store has all shards at hand, as if they had been loaded.
export const store = (manifest, shards) => new Store("", JSON.stringify({ ...manifest, shards }));

export const answers = async (store, queries) => {
	const all = [];
	for (const q of queries) all.push(await vector(q, await answer(store, q.Text, q.Filters ?? {}, q.Limit)));
	return all;
};

const vector = async (q, a) => ({
	Query: q.Text, Total: a.total, Meant: a.meant, Unknown: a.unknown, Stop: a.stop, Counts: await a.counts(),
	Hits: a.hits.map((h) => ({
		Doc: h.doc, Score: h.score, Title: marked(h.title, h.titleRanges),
		Passage: marked(h.passage.text, h.passage.ranges), Anchor: h.anchor,
	})),
});

function marked(text, ranges) {
	let out = "";
	let last = 0;
	for (const [start, end] of ranges) {
		out += text.slice(last, start) + "[" + text.slice(start, end) + "]";
		last = end;
	}
	return out + text.slice(last);
}
