// The engine of the tests: it has the pages that a test gives it, finds those whose
// title has the query, and answers when the test lets it.
const asked = []
const held = new Map()

class SearchError extends Error {
  code = 'missing'
}

const values = (page, facet) => [page[facet] ?? []].flat()

export async function engine() {
  const self = window.search
  if (self.broken) throw new SearchError(self.broken)
  const { pages, facets = [] } = self
  const fits = (page, filters, except) =>
    Object.entries(filters).every(([name, chosen]) => name === except || !chosen.length || values(page, name).some((value) => chosen.includes(value)))
  return {
    documents: pages.length,
    facets,
    async search(query, { filters = {}, limit = 10, before } = {}) {
      if (self.remote) await before()
      asked.push({ query, filters, limit })
      if (self.hold?.test(query)) await new Promise((done) => held.set(query, done))
      if (self.fail?.test(query)) throw new SearchError('A part of the search index is missing.')
      const meant = self.meant?.[query] ?? ''
      const found = pages.filter(({ title }) => title.includes(meant || query))
      const left = found.filter((page) => fits(page, filters))
      return {
        query, meant, total: left.length, stop: self.stop === query, unknown: self.unknown?.[query] ?? [],
        hits: left.slice(0, limit).map((page, doc) => ({
          doc, url: 'az.html', kind: 'page', kindLabel: 'Page', maturity: '', outcome: '', illustrative: false, lang: '', score: 1,
          titleRanges: [], passage: { text: '', ranges: [] }, anchor: '', ...page,
        })),
        async counts() {
          if (self.uncounted) throw new SearchError('The filters are missing.')
          return Object.fromEntries(facets.map(({ name, values: all }) => {
            const these = found.filter((page) => fits(page, filters, name))
            return [name, Object.fromEntries(all.map(({ value }) => [value, these.filter((page) => values(page, name).includes(value)).length]))]
          }))
        },
      }
    },
  }
}

window.searchAsked = asked
window.searchRelease = (query) => held.get(query)()
