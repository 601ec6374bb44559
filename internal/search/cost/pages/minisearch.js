// MiniSearch as its documentation shows it: the index comes as one JSON file.
async function start() {
  const [{ default: MiniSearch }, json] = await Promise.all([
    import('./code.js'),
    fetch('index/index.json').then((answer) => answer.text()),
  ])
  return MiniSearch.loadJSON(json, { idField: 'url', fields: ['title', 'text'], storeFields: ['title'] })
}

function find(index, query) {
  const results = index.search(query, { prefix: true, fuzzy: 0.2, boost: { title: 2 } })
  return { total: results.length, hits: results.slice(0, 5).map(({ id, title }) => ({ title, href: id, text: '' })) }
}

searchPage(start, find)
