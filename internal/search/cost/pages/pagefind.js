// As Pagefind's default interface uses it: init when the field appears, then a search,
// and the data of the first five results.
async function start() {
  const pagefind = await import('./index/pagefind.js')
  await pagefind.init()
  return pagefind
}

async function find(pagefind, query) {
  const { results } = await pagefind.search(query)
  const data = await Promise.all(results.slice(0, 5).map((result) => result.data()))
  return {
    total: results.length,
    hits: data.map(({ url, meta, excerpt }) => ({ title: meta.title, href: url, text: excerpt })),
  }
}

searchPage(start, find)
