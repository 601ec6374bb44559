import { excerpt, load, rank } from '../search/index.js'

let loading

// Loads the index once, as a script, which also works from file://.
export function engine() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = document.documentElement.dataset.searchIndex
    script.onload = () => resolve(script)
    script.onerror = () => reject(new Error('the search index could not be loaded'))
    document.head.append(script)
  }).then(() => {
    const index = load(self.playbookIndex)
    return (query, limit) => {
      const ranked = rank(index, query)
      const hits = ranked.matches.slice(0, limit).map((match) => excerpt(index, ranked, match))
      return { hits, total: ranked.matches.length }
    }
  })
  loading.catch(() => (loading = undefined)) // the next attempt tries again
  return loading
}
