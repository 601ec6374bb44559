// What stands for the user interface of the others: a field, a list, a line that
// says how many. Only the newest query is shown.
function searchPage(start, find) {
  addEventListener('DOMContentLoaded', () => {
    document.querySelector('[data-search-open]').addEventListener('click', () => {
      const input = Object.assign(document.createElement('input'), { type: 'search' })
      const status = Object.assign(document.createElement('p'), { className: 'search-status' })
      const list = Object.assign(document.createElement('ul'), { className: 'hits' })
      document.body.append(input, status, list)
      const engine = start()
      let newest = 0
      input.addEventListener('input', async () => {
        const mine = ++newest
        const { total, hits } = await find(await engine, input.value)
        if (mine !== newest) return
        list.replaceChildren(...hits.map(({ title, href, text }) => {
          const item = document.createElement('li')
          const link = Object.assign(document.createElement('a'), { href, textContent: title })
          const passage = document.createElement('p')
          passage.innerHTML = text // Pagefind gives HTML, with the matches marked
          item.append(link, passage)
          return item
        }))
        status.textContent = `${total} results`
      })
    })
  }, { once: true })
}
